// The index of open requests that matching looks in: kept with each case, read by word and area.
#pragma once

#include <optional>
#include <vector>

#include "core/partners.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// Writes what differs between the keys of `before` (empty for a new case) and of `after`.
void save_match_keys(Connection& connection, const std::optional<Case>& before, const Case& after);

// The keys of every open request, for a store that has none yet.
void fill_match_keys(Connection& connection);

// Whether exactly its keys are kept of this case.
bool has_its_match_keys(Connection& connection, const Case& it);

std::vector<OpenRequest> select_partner_candidates(Connection& connection,
                                                   const PartnerSearch& search);
std::vector<RequestNumber> select_open_since(Connection& connection, Instant since, int limit);

}  // namespace werktdoord
