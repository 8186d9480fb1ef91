// The journal: appending events to the chain, reading lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codec/journal.hpp"
#include "core/event.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// The end of the chain. Good only within one transaction: another process may append too.
struct ChainHead {
    std::int64_t seq = 0;
    std::string hash;
};

ChainHead select_chain_head(Connection& connection);

std::optional<Instant> select_last_journalled(Connection& connection);

// Appends after `head`, which then is the new line, and writes the mail of the event.
JournalLine append_event(Connection& connection, ChainHead& head, const Event& event,
                         SaltSource& salts);

std::vector<JournalLine> select_journal(Connection& connection, std::int64_t since, int limit,
                                        const std::optional<RequestNumber>& request);

}  // namespace werktdoord
