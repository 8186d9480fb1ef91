// Each request as its lines of the journal build it, one after the other.
#pragma once

#include "store/verify.hpp"

namespace werktdoord {

void verify_requests(Connection& connection, Findings& findings);

}  // namespace werktdoord
