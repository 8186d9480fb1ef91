// Matches as the API and the command line tell them.
#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "core/partners.hpp"

namespace werktdoord {

// [{request, kind, state, owner, employer, occupation?, place?, headcount, left, km?, score, good,
// why, against}], in the order given.
boost::json::array partners_json(const std::vector<Partner>& partners);

// The same for a person: numbered Dutch lines, or one that says that there is none.
std::string partners_text(const std::vector<Partner>& partners);

}  // namespace werktdoord
