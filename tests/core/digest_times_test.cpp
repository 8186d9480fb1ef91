// When digests go out, over weekends, holidays, summer time and downtime.
#include "core/digest_times.hpp"

#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::at;

DigestRules the_digest_rules(bool working_days_only = true, int minutes = 8 * 60 + 30) {
    DigestRules rules;
    rules.regional_contact = DigestRule{Minutes(minutes), working_days_only};
    rules.team = DigestRule{Minutes(8 * 60 + 15), true};
    return rules;
}

std::string next_text(const DigestRules& rules, const std::string& after) {
    const WorkCalendar calendar = build::a_calendar();
    const auto next = next_digest(rules, calendar, DigestKind::regional_contact, at(after));
    return next ? calendar.zone().to_rfc3339(*next) : "never";
}

struct NextCase {
    const char* what;
    const char* after;
    const char* next;
};

TEST(DigestTimes, goes_out_at_its_time_on_the_next_working_day) {
    const NextCase cases[] = {
        {"later today", "2026-11-23T07:00:00+01:00", "2026-11-23T08:30:00+01:00"},
        {"a moment before", "2026-11-23T08:29:59.999+01:00", "2026-11-23T08:30:00+01:00"},
        {"strictly after", "2026-11-23T08:30:00+01:00", "2026-11-24T08:30:00+01:00"},
        {"over the weekend", "2026-11-27T12:00:00+01:00", "2026-11-30T08:30:00+01:00"},
        {"from a Sunday", "2026-11-29T03:00:00+01:00", "2026-11-30T08:30:00+01:00"},
        {"over Christmas", "2026-12-24T09:00:00+01:00", "2026-12-28T08:30:00+01:00"},
        {"over Easter Monday", "2026-04-03T09:00:00+02:00", "2026-04-07T08:30:00+02:00"},
        {"local midnight counts", "2026-11-22T23:30:00Z", "2026-11-23T08:30:00+01:00"},
        {"into summer time", "2026-03-27T09:00:00+01:00", "2026-03-30T08:30:00+02:00"},
        {"out of summer time", "2026-10-23T09:00:00+02:00", "2026-10-26T08:30:00+01:00"},
    };
    for (const NextCase& c : cases)
        EXPECT_EQ(next_text(the_digest_rules(), c.after), c.next) << c.what;
}

TEST(DigestTimes, on_all_days_knows_no_weekend) {
    EXPECT_EQ(next_text(the_digest_rules(false), "2026-12-24T09:00:00+01:00"),
              "2026-12-25T08:30:00+01:00");
    EXPECT_EQ(next_text(the_digest_rules(false), "2026-12-25T09:00:00+01:00"),
              "2026-12-26T08:30:00+01:00");
}

TEST(DigestTimes, a_closed_day_is_no_working_day) {
    const WorkCalendar calendar = build::a_calendar_closed_on("2026-11-24");
    EXPECT_EQ(next_digest(the_digest_rules(), calendar, DigestKind::team,
                          at("2026-11-23T09:00:00+01:00")),
              at("2026-11-25T08:15:00+01:00"));
}

TEST(DigestTimes, a_time_in_the_night_that_summer_time_skips_or_repeats_comes_once) {
    const DigestRules night = the_digest_rules(false, 2 * 60 + 30);
    EXPECT_EQ(next_text(night, "2026-03-28T12:00:00+01:00"), "2026-03-29T03:00:00+02:00");
    EXPECT_EQ(next_text(night, "2026-03-29T03:00:00+02:00"), "2026-03-30T02:30:00+02:00");
    EXPECT_EQ(next_text(night, "2026-10-24T12:00:00+02:00"), "2026-10-25T02:30:00+02:00");
    EXPECT_EQ(next_text(night, "2026-10-25T02:30:00+02:00"), "2026-10-26T02:30:00+01:00");
}

TEST(DigestTimes, a_kind_without_a_rule_never_goes_out) {
    DigestRules rules = the_digest_rules();
    rules.regional_contact.reset();
    EXPECT_EQ(next_text(rules, "2026-11-23T07:00:00+01:00"), "never");
    EXPECT_TRUE(
        next_digest(rules, build::a_calendar(), DigestKind::team, at("2026-11-23T07:00:00+01:00")));
}

struct VerdictCase {
    const char* what;
    const char* due;
    const char* now;
    DigestVerdict verdict;
};

void expect_verdicts(const DigestRules& rules, const std::vector<VerdictCase>& cases) {
    for (const VerdictCase& c : cases)
        EXPECT_EQ(digest_verdict(rules, build::a_calendar(), DigestKind::regional_contact,
                                 at(c.due), at(c.now)),
                  c.verdict)
            << c.what;
}

TEST(DigestTimes, after_downtime_it_goes_out_on_the_same_working_day_before_closing) {
    const char* due = "2026-11-23T08:30:00+01:00";
    expect_verdicts(the_digest_rules(),
                    {{"in time", due, due, DigestVerdict::send},
                     {"hours later", due, "2026-11-23T16:59:59+01:00", DigestVerdict::send},
                     {"at closing", due, "2026-11-23T17:00:00+01:00", DigestVerdict::down},
                     {"the next day", due, "2026-11-24T08:30:00+01:00", DigestVerdict::down},
                     {"a week later", due, "2026-11-30T09:00:00+01:00", DigestVerdict::down}});
}

TEST(DigestTimes, on_all_days_it_goes_out_until_local_midnight) {
    const char* due = "2026-11-28T08:30:00+01:00";
    expect_verdicts(the_digest_rules(false),
                    {{"on Saturday", due, due, DigestVerdict::send},
                     {"at night", due, "2026-11-28T23:59:59+01:00", DigestVerdict::send},
                     {"after midnight", due, "2026-11-29T00:00:00+01:00", DigestVerdict::down}});
}

TEST(DigestTimes, one_that_is_due_after_closing_still_goes_out) {
    const char* due = "2026-11-23T18:00:00+01:00";
    expect_verdicts(the_digest_rules(true, 18 * 60),
                    {{"in time", due, due, DigestVerdict::send},
                     {"later", due, "2026-11-23T19:00:00+01:00", DigestVerdict::send},
                     {"next day", due, "2026-11-24T07:00:00+01:00", DigestVerdict::down}});
}

TEST(DigestTimes, one_of_a_day_that_was_closed_meanwhile_does_not_go_out) {
    expect_verdicts(the_digest_rules(), {{"Saturday", "2026-11-28T08:30:00+01:00",
                                          "2026-11-28T08:30:00+01:00", DigestVerdict::down}});
}

TEST(DigestTimes, verdicts_carry_the_reason_word_of_digest_skipped) {
    EXPECT_EQ(name_of(DigestVerdict::down), "down");
    EXPECT_EQ(name_of(DigestVerdict::empty), "empty");
}

}  // namespace
}  // namespace werktdoord
