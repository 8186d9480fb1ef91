// Regions and roster as the API shows them.
#pragma once

#include <boost/json/object.hpp>

#include "core/regions.hpp"
#include "core/roster.hpp"

namespace werktdoord {

// {"items":[{key, code, name, contact, backup?, wsps, inform}]}, by key.
boost::json::object regions_view(const Regions& regions);

// {onDuty, coordinator, team, standIn, days: [{date, workingDay, onDuty?, why?}], absences}: who is
// on duty at `now` and on each of the coming days (limits.hpp), and absences that are not over.
boost::json::object roster_view(const Roster& roster, const WorkCalendar& calendar, Instant now);

}  // namespace werktdoord
