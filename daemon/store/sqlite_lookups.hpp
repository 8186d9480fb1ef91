// What the engine looks up for a command: what is due, and whose it is. All by index.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "store/connection.hpp"

namespace werktdoord {

std::vector<DueClock> select_due(Connection& connection, Instant now,
                                 const std::optional<DueClock>& after, int limit);
std::optional<Instant> select_next_due(Connection& connection);
std::vector<RequestNumber> select_not_taken_up(Connection& connection, const MemberKey& owner,
                                               const std::optional<RequestNumber>& after,
                                               int limit);
std::vector<std::pair<RequestNumber, int>> select_not_forwarded(
    Connection& connection, const RegionKey& region, const std::optional<RequestNumber>& after,
    int limit);
std::vector<std::pair<RegionKey, std::optional<WspKey>>> select_open_work(Connection& connection);
std::vector<RequestNumber> select_open_requests(Connection& connection,
                                                const std::optional<RequestNumber>& after,
                                                int limit);

// The last number that was given out in this year; 0: none yet.
std::int64_t select_last_number(Connection& connection, int year);
void put_last_number(Connection& connection, int year, std::int64_t last);

}  // namespace werktdoord
