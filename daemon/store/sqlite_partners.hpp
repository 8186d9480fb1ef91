// Open requests as matching looks for them: by word, from near to far.
#pragma once

#include <vector>

#include "core/partners.hpp"
#include "store/connection.hpp"

namespace werktdoord {

std::vector<OpenRequest> select_partner_candidates(Connection& connection,
                                                   const PartnerSearch& search);
std::vector<RequestNumber> select_open_since(Connection& connection, Instant since, int limit);

}  // namespace werktdoord
