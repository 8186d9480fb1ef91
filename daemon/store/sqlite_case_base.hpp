// The case base: kept with each case that closes, searched by words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case_base.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// Puts a request that was closed with people placed into the case base, with the story of its last
// request.closed in the journal; takes one out that was reopened or forgotten.
void save_solved_case(Connection& connection, const std::optional<Case>& before, const Case& after);

// Every closed request that belongs there, for a store that has no case base yet.
void fill_case_base(Connection& connection);

// Whether the case base tells of this case as it is, or rightly does not.
bool is_as_in_case_base(Connection& connection, const Case& it);

std::vector<SolvedCase> select_solved_cases(Connection& connection, const CaseFilter& filter);
std::vector<SolvedCase> select_cases_like(Connection& connection,
                                          const std::vector<std::string>& keys, int limit);

}  // namespace werktdoord
