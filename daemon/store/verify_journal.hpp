// The journal line by line: the chain, the columns beside it, personal texts and their digests.
#pragma once

#include "store/verify.hpp"

namespace werktdoord {

void verify_journal(Connection& connection, Findings& findings);

}  // namespace werktdoord
