// A request as the API shows it: the answer of 201 and GET /v1/requests/{number}, and list rows.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "core/case.hpp"
#include "core/rows.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// Everything the API tells of one request; names of regions, texts and amounts of signposts come
// from `rules`. An optional member that has no value is left out; instants are RFC 3339 UTC.
boost::json::object request_view(const Case& request, const RuleSet& rules);
std::string request_json(const Case& request, const RuleSet& rules);

// One clock: {clock, wsp?, state, startedAt, warnAt?, dueAt, warned, endedAt?, late?}.
boost::json::object clock_object(const Clock& clock);

// One row of GET /v1/requests.
std::string request_row_json(const RequestRow& row);

// One row of GET /v1/deadlines: a clock with its request, region and that request's owner.
std::string deadline_json(const DeadlineRow& row);

}  // namespace werktdoord
