// A request as the API shows it: the answer of 201 and GET /v1/requests/{number}, and list rows.
#pragma once

#include <string>

#include "core/case.hpp"
#include "core/list_rows.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// Everything the API tells of one request; names of regions, texts and amounts of signposts come
// from `rules`. An optional member that has no value is left out; instants are RFC 3339 UTC.
std::string request_json(const Case& request, const RuleSet& rules);

// One row of GET /v1/requests.
std::string request_row_json(const RequestRow& row);

// One row of GET /v1/deadlines: a clock with its request, region and that request's owner.
std::string deadline_json(const DeadlineRow& row);

}  // namespace werktdoord
