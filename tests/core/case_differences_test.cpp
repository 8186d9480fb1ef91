// Each difference between a stored case and its journal is told with its place.
#include "core/case_differences.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant minute(int minutes) {
    return Instant(std::chrono::minutes(minutes));
}

Case a_case() {
    Case c;
    c.owner = MemberKey("anna");
    c.data.document = "{}";
    c.route.regions = {{RegionKey("drenthe"), Mode::immediately, {0}, {WspKey("wsp-drenthe")}, {}}};
    Referral referral;
    referral.ordinal = 1;
    referral.region = RegionKey("drenthe");
    referral.asks = {{WspKey("wsp-drenthe"), minute(1), {}, {}}};
    referral.mailed = {{"een@a.example", minute(1)}, {"twee@a.example", minute(2)}};
    c.referrals = {referral};
    c.clocks = {Clock()};
    c.introductions = {{RequestNumber("NLWD-2026-000002"), minute(1), true, "", "", 0}};
    c.status_leaves_at = minute(5);
    return c;
}

struct CaseEdit {
    const char* where;
    std::function<void(Case&)> make;
};

const std::vector<CaseEdit> case_edits{
    {"state", [](Case& c) { c.state = State::closed; }},
    {"owner", [](Case& c) { c.owner = MemberKey("bram"); }},
    {"registered at", [](Case& c) { c.registered_at = minute(9); }},
    {"taken up at", [](Case& c) { c.taken_up_at = minute(9); }},
    {"closed at", [](Case& c) { c.closed_at = minute(9); }},
    {"outcome", [](Case& c) { c.outcome = "filled"; }},
    {"placed", [](Case& c) { c.placed = 3; }},
    {"introduction 1 form", [](Case& c) { c.introductions[0].form = "other"; }},
    {"duplicate of", [](Case& c) { c.duplicate_of = RequestNumber("NLWD-2026-000003"); }},
    {"status leaves at", [](Case& c) { c.status_leaves_at = minute(9); }},
    {"events", [](Case& c) { c.happened.add(EventName::request_note); }},
    {"data", [](Case& c) { c.data.document = "{\"a\":1}"; }},
    {"route rules", [](Case& c) { c.route.rules = {"x"}; }},
    {"route regions", [](Case& c) { c.route.regions[0].region = RegionKey("zeeland"); }},
    {"route mode", [](Case& c) { c.route.regions[0].mode = Mode::after_assessment; }},
    {"route policy", [](Case& c) { c.route.policy = "x"; }},
    {"route lead", [](Case& c) { c.route.lead = RegionKey("x"); }},
    {"route unplaced",
     [](Case& c) {
         c.route.unplaced = {{0, "x"}};
     }},
    {"route signposts", [](Case& c) { c.route.signposts = {"x"}; }},
    {"route why", [](Case& c) { c.route.why = {"x"}; }},
    {"referrals", [](Case& c) { c.referrals.clear(); }},
    {"referral 1 region", [](Case& c) { c.referrals[0].region = RegionKey("x"); }},
    {"referral 1 state", [](Case& c) { c.referrals[0].state = ReferralState::closed; }},
    {"referral 1 sent at", [](Case& c) { c.referrals[0].sent_at = minute(9); }},
    {"referral 1 forwarded at", [](Case& c) { c.referrals[0].forwarded_at = minute(9); }},
    {"referral 1 feedback at", [](Case& c) { c.referrals[0].feedback_at = minute(9); }},
    {"referral 1 ended at", [](Case& c) { c.referrals[0].ended_at = minute(9); }},
    {"referral 1 outcome", [](Case& c) { c.referrals[0].outcome = "x"; }},
    {"referral 1 filled", [](Case& c) { c.referrals[0].filled = 1; }},
    {"referral 1 events", [](Case& c) { c.referrals[0].happened.add(EventName::request_note); }},
    {"referral 1 mailed", [](Case& c) { c.referrals[0].mailed[1].leaves_at = minute(9); }},
    {"referral 1 WSPs asked", [](Case& c) { c.referrals[0].asks.clear(); }},
    {"referral 1 WSP 1 key", [](Case& c) { c.referrals[0].asks[0].wsp = WspKey("x"); }},
    {"referral 1 WSP 1 forwarded at",
     [](Case& c) { c.referrals[0].asks[0].forwarded_at = minute(9); }},
    {"referral 1 WSP 1 responded at",
     [](Case& c) { c.referrals[0].asks[0].responded_at = minute(9); }},
    {"referral 1 WSP 1 withdrawn at",
     [](Case& c) { c.referrals[0].asks[0].withdrawn_at = minute(9); }},
    {"clocks", [](Case& c) { c.clocks.clear(); }},
    {"clock 1 name", [](Case& c) { c.clocks[0].name = ClockName::assess; }},
    {"clock 1 referral", [](Case& c) { c.clocks[0].referral = 1; }},
    {"clock 1 region", [](Case& c) { c.clocks[0].region = RegionKey("x"); }},
    {"clock 1 WSP", [](Case& c) { c.clocks[0].wsp = WspKey("x"); }},
    {"clock 1 start", [](Case& c) { c.clocks[0].start = minute(9); }},
    {"clock 1 warn", [](Case& c) { c.clocks[0].warn = minute(9); }},
    {"clock 1 due", [](Case& c) { c.clocks[0].due = minute(9); }},
    {"clock 1 state", [](Case& c) { c.clocks[0].state = ClockState::met; }},
    {"clock 1 warned", [](Case& c) { c.clocks[0].warned = true; }},
    {"clock 1 ended at", [](Case& c) { c.clocks[0].ended_at = minute(9); }},
    {"clock 1 late", [](Case& c) { c.clocks[0].late = true; }},
    {"introductions", [](Case& c) { c.introductions.clear(); }},
    {"introduction 1 with",
     [](Case& c) { c.introductions[0].with = RequestNumber("NLWD-2026-000009"); }},
    {"introduction 1 at", [](Case& c) { c.introductions[0].at = minute(9); }},
    {"introduction 1 open", [](Case& c) { c.introductions[0].open = false; }},
    {"introduction 1 outcome", [](Case& c) { c.introductions[0].outcome = "x"; }},
    {"introduction 1 filled", [](Case& c) { c.introductions[0].filled = 1; }},
};

std::vector<std::string> places(const Problems& problems) {
    std::vector<std::string> where;
    for (const Problem& problem : problems) where.push_back(problem.where);
    return where;
}

TEST(CaseDifferences, are_none_between_equal_cases_nor_in_what_the_journal_does_not_tell) {
    Case stored = a_case();
    EXPECT_THAT(case_differences(stored, a_case(), true), IsEmpty());
    stored.version = 7;
    stored.possible_duplicates = {RequestNumber("NLWD-2026-000004")};
    stored.route.regions[0].sites = {1};
    stored.route.regions[0].wsps = {};
    stored.referrals[0].sites = {3};
    stored.clocks[0].id = 1;
    stored.clocks[0].next_alert = minute(9);
    stored.clocks[0].within = {2, Unit::days};
    EXPECT_THAT(case_differences(stored, a_case(), true), IsEmpty());
}

TEST(CaseDifferences, each_is_told_with_its_place) {
    for (const CaseEdit& change : case_edits) {
        Case stored = a_case();
        change.make(stored);
        EXPECT_THAT(places(case_differences(stored, a_case(), true)), ElementsAre(change.where));
    }
}

TEST(CaseDifferences, of_what_a_store_of_schema_1_did_not_keep_are_none) {
    Case stored = a_case();
    stored.status_leaves_at.reset();
    stored.referrals[0].mailed.erase(stored.referrals[0].mailed.begin());
    EXPECT_THAT(case_differences(stored, a_case(), true), IsEmpty());
}

TEST(CaseDifferences, data_is_compared_where_it_is_known_and_gone_where_it_was_forgotten) {
    Case stored = a_case();
    stored.data.document = "other";
    EXPECT_THAT(case_differences(stored, a_case(), false), IsEmpty());
    Case told = a_case();
    stored.forgotten = told.forgotten = true;
    EXPECT_THAT(places(case_differences(stored, told, true)), ElementsAre("data"));
    stored.data = RequestData();
    stored.data.headcount = 4;
    stored.data.sector = "86.10";
    EXPECT_THAT(case_differences(stored, told, true), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
