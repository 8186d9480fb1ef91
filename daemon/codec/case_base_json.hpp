// The case base as the API and the command line tell it: no persons, no names of employers.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "core/case_base.hpp"

namespace werktdoord {

// {request, closedAt, kind, sector?, occupation?, employerSize?, headcount, placed, outcome, form?,
// days, regions, themes, story?}
boost::json::object case_object(const SolvedCase& solved);

// The same with why: [{…, why: ["zelfde beroep", …]}].
boost::json::array similar_cases_json(const std::vector<SimilarCase>& similar);

// RFC 4180, lines end in CR LF; lists separated by spaces. A cell that a spreadsheet would take
// for a formula begins with an apostrophe.
std::string cases_csv_header();
std::string case_csv_line(const SolvedCase& solved);

}  // namespace werktdoord
