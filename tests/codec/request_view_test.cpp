#include "codec/request_view.hpp"

#include <gmock/gmock.h>

#include "codec/json_write.hpp"
#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::amsterdam;
using build::at;
using testing::HasSubstr;
using testing::Not;

RuleSet some_rules() {
    CalendarRules calendar;
    calendar.hours[0] = WorkingHours{Minutes(540), Minutes(1020)};
    Regions regions;
    regions[RegionKey("a")] = {RegionKey("a"), "AM28", "Regio A", {}, {}, {}, {}};
    Signpost signpost;
    signpost.key = "slim";
    signpost.title = "SLIM";
    signpost.text = "Geld voor leren";
    signpost.link = "https://slim.example";
    signpost.tiers = {{50, 100, "\u20ac 3.000"}, {251, std::nullopt, "\u20ac 6.000"}};
    return RuleSet{regions, {}, {},         {}, WorkCalendar(calendar, amsterdam()),
                   {},      {}, {signpost}, {}, "hash"};
}

Clock some_clock(ClockName name, int referral) {
    Clock clock;
    clock.name = name;
    clock.referral = referral;
    clock.start = at("2026-11-23T08:12:00Z");
    clock.due = at("2026-11-24T08:12:00Z");
    return clock;
}

Case some_case() {
    Case c;
    c.number = RequestNumber("NLWD-2026-000001");
    c.data.document = R"({"kind":"demand","extra":{"b":1,"a":2.5}})";
    c.data.employer.size = 60;
    c.state = State::referred;
    c.registered_at = at("2026-11-23T08:12:00Z");
    c.owner = MemberKey("anna");
    c.route.rules = {"default"};
    c.route.regions = {
        {RegionKey("a"), Mode::after_assessment, {0}, {WspKey("w")}, {Role::wsp_manager}}};
    c.route.policy = "blueprint";
    c.route.lead = RegionKey("a");
    c.route.signposts = {"slim", "gone"};
    Referral referral;
    referral.ordinal = 1;
    referral.region = RegionKey("a");
    referral.sent_at = at("2026-11-23T10:00:00Z");
    referral.filled = 2;
    referral.asks = {{WspKey("w"), at("2026-11-23T11:00:00Z"), at("2026-11-23T12:00:00Z"), {}}};
    c.referrals = {referral};
    c.clocks = {some_clock(ClockName::assess, 0), some_clock(ClockName::wsp_response, 1)};
    c.clocks[0].state = ClockState::met;
    c.clocks[0].ended_at = at("2026-11-23T10:00:00Z");
    c.clocks[1].wsp = WspKey("w");
    c.clocks[1].warn = at("2026-11-23T20:00:00Z");
    c.introductions = {
        {RequestNumber("NLWD-2026-000002"), at("2026-11-23T13:00:00Z"), true, "other", "", 0}};
    c.possible_duplicates = {RequestNumber("NLWD-2026-000003")};
    return c;
}

TEST(RequestView, ARequestIsShownWhole) {
    EXPECT_EQ(request_json(some_case(), some_rules()),
              R"({"request":"NLWD-2026-000001","state":"referred","kind":"demand","owner":"anna",)"
              R"("registeredAt":"2026-11-23T08:12:00Z","filled":2,)"
              R"("data":{"kind":"demand","extra":{"b":1,"a":2.5}},)"
              R"("proposals":[{"region":"a","sites":[0],"wsps":["w"],)"
              R"("inform":["wsp_manager"],"mode":"after_assessment","name":"Regio A"}],)"
              R"("signposts":[{"key":"slim","title":"SLIM","text":"Geld voor leren",)"
              "\"link\":\"https://slim.example\",\"amount\":\"\u20ac 3.000\"}],"
              R"("route":{"rules":["default"],"policy":"blueprint","lead":"a","unplaced":[],)"
              R"("why":[]},)"
              R"("referrals":[{"region":"a","name":"Regio A","state":"open",)"
              R"("sentAt":"2026-11-23T10:00:00Z","filled":2,"wsps":[{"wsp":"w",)"
              R"("forwardedAt":"2026-11-23T11:00:00Z","respondedAt":"2026-11-23T12:00:00Z"}],)"
              R"("clocks":[{"clock":"wsp_response","wsp":"w","state":"running",)"
              R"("startedAt":"2026-11-23T08:12:00Z","warnAt":"2026-11-23T20:00:00Z",)"
              R"("dueAt":"2026-11-24T08:12:00Z","warned":false}]}],)"
              R"("clocks":[{"clock":"assess","state":"met","startedAt":"2026-11-23T08:12:00Z",)"
              R"("dueAt":"2026-11-24T08:12:00Z","warned":false,"endedAt":"2026-11-23T10:00:00Z",)"
              R"("late":false}],"introductions":[{"with":"NLWD-2026-000002",)"
              R"("at":"2026-11-23T13:00:00Z","open":true,"form":"other","filled":0}],)"
              R"("possibleDuplicates":["NLWD-2026-000003"]})");
}

TEST(RequestView, ARegionThatTheRulesLostKeepsItsKeyAsName) {
    Case c = some_case();
    c.route.regions[0].region = RegionKey("weg");
    EXPECT_THAT(request_json(c, some_rules()), HasSubstr(R"("name":"weg")"));
}

TEST(RequestView, AClosedRequestSaysHow) {
    Case c = some_case();
    c.state = State::closed;
    c.closed_at = at("2026-12-01T09:00:00Z");
    c.outcome = "duplicate";
    c.duplicate_of = RequestNumber("NLWD-2026-000009");
    EXPECT_THAT(request_json(c, some_rules()),
                HasSubstr(R"("closedAt":"2026-12-01T09:00:00Z","outcome":"duplicate",)"
                          R"("duplicateOf":"NLWD-2026-000009")"));
    EXPECT_THAT(request_json(c, some_rules()), Not(HasSubstr("forgotten")));
}

TEST(RequestView, RowsOfListsAreShown) {
    RequestRow row;
    row.number = RequestNumber("NLWD-2026-000001");
    row.owner = MemberKey("anna");
    row.registered_at = at("2026-11-23T08:12:00Z");
    row.employer = "Zorggroep";
    row.headcount = 4;
    row.regions = {RegionKey("a")};
    row.next_due = at("2026-11-24T08:12:00Z");
    row.next_clock = "take_up";
    EXPECT_EQ(
        request_row_json(row),
        R"({"request":"NLWD-2026-000001","state":"registered","kind":"demand","owner":"anna",)"
        R"("registeredAt":"2026-11-23T08:12:00Z","employer":"Zorggroep","headcount":4,)"
        R"("regions":["a"],"unplaced":false,"nextClock":"take_up",)"
        R"("nextDueAt":"2026-11-24T08:12:00Z","missed":false})");
    DeadlineRow deadline{row.number, some_clock(ClockName::feedback, 1), MemberKey("anna")};
    deadline.clock.region = RegionKey("a");
    deadline.clock.state = ClockState::missed;
    EXPECT_EQ(
        deadline_json(deadline),
        R"({"request":"NLWD-2026-000001","region":"a","clock":"feedback","state":"missed",)"
        R"("startedAt":"2026-11-23T08:12:00Z","dueAt":"2026-11-24T08:12:00Z",)"
        R"("warned":false,"owner":"anna","clockOwner":{"role":"regional_contact","key":"a"}})");
}

}  // namespace
}  // namespace werktdoord
