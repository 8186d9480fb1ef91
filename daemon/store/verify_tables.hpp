// The tables among themselves: clocks of open requests, numbers, the outbox and its lines.
#pragma once

#include "store/verify.hpp"

namespace werktdoord {

void verify_tables(Connection& connection, Findings& findings);

}  // namespace werktdoord
