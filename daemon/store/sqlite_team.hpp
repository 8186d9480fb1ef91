// What the team's digest needs of all open requests.
#pragma once

#include <functional>
#include <vector>

#include "store/connection.hpp"

namespace werktdoord {

void select_team_rows(Connection& connection, Instant closed_since,
                      const std::function<void(const RequestRow&)>& row);

}  // namespace werktdoord
