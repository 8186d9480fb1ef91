// The counts of the law of conservation, as kept beside the tables.
#pragma once

#include "core/conservation.hpp"
#include "store/connection.hpp"

namespace werktdoord {

Tallies select_tallies(Connection& connection);

// The same counted anew, row by row; what the journal counted is as it was kept.
Tallies count_tallies(Connection& connection);

}  // namespace werktdoord
