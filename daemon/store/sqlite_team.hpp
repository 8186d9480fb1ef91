// What the team's digest and the roster need of all open requests.
#pragma once

#include <functional>
#include <vector>

#include "store/connection.hpp"

namespace werktdoord {

void select_team_rows(Connection& connection, Instant closed_since,
                      const std::function<void(const RequestRow&)>& row);
std::vector<MemberKey> select_owners(Connection& connection);

}  // namespace werktdoord
