// What must hold whatever happens on the route (contract sections 5, 6, 7 and 9).
#pragma once

#include "engine/world.hpp"

namespace werktdoord {

// Of the requests as they are now: no limbo, and nothing that fell due is left untold.
void expect_no_limbo(World& world, const std::vector<RequestNumber>& requests);

// Of an event as it is recorded under these rules: an alert reaches somebody who is there, or the
// coordinator.
void expect_alert_reaches_someone(const Event& event, const RuleSet& rules);

// Of the whole journal: each clock runs one course, each mail has one end, each alert its mails, a
// digest comes once a day, status mails that wait go once a day, time never runs back.
void expect_one_course_per_clock(World& world);
void expect_one_end_per_mail(World& world);
void expect_every_alert_is_mailed(World& world);
void expect_one_digest_a_day(World& world);
void expect_one_status_a_day(World& world);
void expect_time_runs_on(World& world);

}  // namespace werktdoord
