// evolve alone: events build the case (every story of story.hpp replays its own as well).
#include "core/evolve.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace werktdoord {
namespace {

Event event(EventName name, const std::string& when = "2026-11-23 12:00") {
    Event one;
    one.at = at(when);
    one.name = name;
    one.request = RequestNumber("NLWD-2026-000001");
    return one;
}

Event referral_event(EventName name, int referral) {
    Event one = event(name);
    one.referral = referral;
    one.region = RegionKey("midden-brabant");
    return one;
}

TEST(Evolve, AWholeStoryFromAnEmptyCaseGivesTheCaseThatWasDecided) {
    Story story;
    story.forwarded();
    story.at("2026-11-30 10:00").does("referral.wsp_responded").region("midden-brabant").by("wsp");
    story.at("2026-12-01 10:00")
        .does("request.amended")
        .data(build::a_request_at({{"5038 AB", ""}, {"4811 AA", ""}}))
        .by("anna");
    story.does("request.referred").by("anna");
    story.at("2026-12-22 10:00")
        .does("referral.reported_back")
        .region("midden-brabant")
        .outcome("partly_filled")
        .filled(2)
        .by("regional_contact");
    story.does("request.closed").outcome("partly_filled").by("anna");
    story.at("2026-12-23 10:00").does("request.reopened").reason("toch").by("anna");

    Case replayed;
    for (const Event& one : story.events()) evolve(replayed, one);
    EXPECT_TRUE(replayed == story.request());
    EXPECT_EQ(replayed.state, State::deciding);
    EXPECT_EQ(replayed.filled(), 2);
    EXPECT_GT(story.events().size(), 40U);
}

TEST(Evolve, EventsThatSayNothingOfTheStateChangeOnlyWhatHasHappened) {
    Story story;
    story.forwarded();
    for (const EventName name :
         {EventName::request_note, EventName::mail_queued, EventName::mail_sent,
          EventName::digest_queued, EventName::rules_loaded}) {
        Case before = story.request();
        Case after = before;
        evolve(after, event(name));
        EXPECT_TRUE(after.happened.has(name));
        before.happened = after.happened;
        EXPECT_TRUE(before == after) << name_of(name);
    }
}

TEST(Evolve, AReferralIsFoundByItsOrdinalNotItsRegion) {
    Case c;
    for (int i = 0; i < 2; ++i) evolve(c, referral_event(EventName::referral_sent, i + 1));
    Event feedback = referral_event(EventName::referral_feedback, 1);
    feedback.filled = 3;
    evolve(c, feedback);
    EXPECT_EQ(c.referrals.at(0).filled, 3);
    EXPECT_EQ(c.referrals.at(1).filled, 0);
}

TEST(Evolve, EventsOnWhatDoesNotExistDoNothing) {
    Case c;
    const Case empty;
    evolve(c, referral_event(EventName::referral_feedback, 7));
    Event met = event(EventName::clock_met);
    met.clock = ClockName::take_up;
    evolve(c, met);
    c.happened = {};
    EXPECT_TRUE(c == empty);
}

TEST(Evolve, AClockEventMeansTheOpenClockOfItsNameReferralAndWsp) {
    Case c;
    for (const char* wsp : {"a", "b"}) {
        Event started = referral_event(EventName::clock_started, 1);
        started.clock = ClockName::wsp_response;
        started.wsp = WspKey(wsp);
        evolve(c, started);
    }
    Event met = referral_event(EventName::clock_met, 1);
    met.clock = ClockName::wsp_response;
    met.wsp = WspKey("a");
    met.late = true;
    evolve(c, met);
    EXPECT_EQ(c.clocks.at(0).state, ClockState::met);
    EXPECT_TRUE(c.clocks.at(0).late);
    EXPECT_EQ(c.clocks.at(1).state, ClockState::running);
}

TEST(Evolve, CountsByWhenItHappenedNotWhenItWasRecorded) {
    Case c;
    Event taken = event(EventName::request_taken_up, "2026-11-23 15:00");
    taken.happened_at = at("2026-11-23 10:00");
    evolve(c, taken);
    EXPECT_EQ(c.taken_up_at, at("2026-11-23 10:00"));
    EXPECT_EQ(c.state, State::taken_up);
}

TEST(Evolve, ASiteThatIsGoneIsNoLongerServed) {
    Case c;
    c.data = build::a_request_at({{"5038 AB", ""}, {"5081 AA", ""}});
    Event sent = referral_event(EventName::referral_sent, 1);
    sent.sites = {0, 1};
    evolve(c, sent);
    Event amended = event(EventName::request_amended);
    amended.request_data = std::make_shared<const RequestData>(build::a_request());
    evolve(c, amended);
    Event routed = event(EventName::request_unroutable);
    routed.route = std::make_shared<const Route>();
    evolve(c, routed);
    EXPECT_THAT(c.referrals.at(0).sites, testing::ElementsAre(0U));
}

TEST(Evolve, AReferralKeepsItsPlacesNotTheirNumbers) {
    struct Row {
        const char* what;
        std::vector<Site> before;
        std::vector<Site> after;
        std::vector<std::size_t> sites;
    };
    const Site tilburg{"5038 AB", "", {}};
    const Site breda{"4811 AA", "", {}};
    const Site goes{"", "Goes", {}};
    const std::vector<Row> rows{
        {"another place", {tilburg}, {breda}, {}},
        {"moved down", {tilburg, breda}, {goes, breda, tilburg}, {1, 2}},
        {"first of two is gone", {tilburg, breda}, {breda}, {0}},
        {"municipality added", {tilburg}, {{"5038 ab", "Tilburg", {}}}, {0}},
        {"by municipality", {goes}, {tilburg, {"", "GOES", 3}}, {1}},
        {"postcode added", {goes}, {{"4461 AA", "Goes", {}}}, {0}},
        {"one place twice", {tilburg, tilburg}, {tilburg, tilburg}, {0, 1}},
    };
    for (const Row& row : rows) {
        Case c;
        c.data = build::a_request_at(row.before);
        Event sent = referral_event(EventName::referral_sent, 1);
        for (std::size_t i = 0; i < row.before.size(); ++i) sent.sites.push_back(i);
        evolve(c, sent);
        Event amended = event(EventName::request_amended);
        amended.request_data = std::make_shared<const RequestData>(build::a_request_at(row.after));
        evolve(c, amended);
        EXPECT_EQ(c.referrals.at(0).sites, row.sites) << row.what;
    }
}

TEST(Evolve, OfAForgottenRequestOnlyWhatIsCountedStays) {
    Case c;
    c.state = State::closed;
    c.outcome = "filled";
    c.data = build::a_request();
    c.data.document = "{}";
    evolve(c, event(EventName::request_forgotten));
    RequestData kept;
    kept.kind = Kind::demand;
    kept.sector = "86.10";
    kept.headcount = 4;
    kept.themes = {"collegiale-in-en-uitleen"};
    EXPECT_EQ(c.data, kept);
    EXPECT_TRUE(c.forgotten);
    EXPECT_EQ(c.state, State::closed);
    EXPECT_EQ(c.outcome, "filled");
}

}  // namespace
}  // namespace werktdoord
