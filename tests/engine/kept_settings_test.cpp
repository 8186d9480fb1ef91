// What the engine keeps by name, in its form or not.
#include "engine/kept_settings.hpp"

#include <gmock/gmock.h>

namespace werktdoord {
namespace {

using testing::IsEmpty;

TEST(KeptSettings, of_a_form_that_cannot_be_read_are_told) {
    for (const char* name : {"backlog", "digest.handled.team", "digest.day.regional_contact",
                             "digest.since.region.twente", "digest.round.team",
                             "roster.handled_until", "roster.standing_in", "monthly_report.handled",
                             "monthly_report.month", "mail_failed.pending", "mail_failed.last"}) {
        const Problems problems = unreadable_settings({{name, "garbage"}});
        ASSERT_EQ(problems.size(), 1U) << name;
        EXPECT_EQ(problems.front().where, std::string("setting ") + name);
    }
}

TEST(KeptSettings, of_a_walk_name_a_request) {
    const std::string rules = "rules 2026-11-23T08:12:00Z - ";
    EXPECT_THAT(unreadable_settings({{"backlog", rules + "NLWD-2026-000001\n"}}), IsEmpty());
    EXPECT_EQ(unreadable_settings({{"backlog", rules + "garbage\n"}}).size(), 1U);
}

TEST(KeptSettings, in_their_form_are_no_problem) {
    EXPECT_THAT(unreadable_settings(
                    {{"backlog", "absence anna -\nstand_in twente 2026-11-23T08:12:00Z -\n"},
                     {"digest.handled.team", "2026-11-23T07:15:00Z"},
                     {"digest.day.team", "2026-11-23"},
                     {"digest.since.team", "2026-11-23T07:15:00Z"},
                     {"digest.round.team", "2026-11-23\nsince 2026-11-23T07:15:00Z \ndone ab\n"},
                     {"digest.round.regional_contact", ""},
                     {"roster.standing_in", "twente contact 2026-12-21\n"},
                     {"roster.handled_until", "2026-11-23T07:15:00Z"},
                     {"monthly_report.handled", ""},
                     {"monthly_report.month", "2026-10-01"},
                     {"mail_failed.pending", "2026-11-23T07:15:00Z 2 17 18"},
                     {"mail_failed.last", "2026-11-23T07:15:00Z"},
                     {"calendar", "whatever"}}),
                IsEmpty());
}

}  // namespace
}  // namespace werktdoord
