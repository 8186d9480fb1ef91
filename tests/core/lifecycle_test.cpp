#include "core/lifecycle.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "core/catalogue.hpp"

namespace werktdoord {
namespace {

using enum EventName;
using testing::ElementsAre;

Case in(State state) {
    Case c;
    c.state = state;
    return c;
}

Clock open_decide() {
    Clock clock;
    clock.name = ClockName::decide;
    return clock;
}

Referral a_referral(bool forwarded) {
    Referral referral;
    referral.ordinal = 1;
    if (!forwarded) return referral;
    referral.forwarded_at = Instant();
    WspAsk answered;
    answered.responded_at = Instant();
    referral.asks.push_back(answered);
    return referral;
}

// A case in which every event fits that the state allows.
Case with_everything(State state) {
    Case c = in(state);
    c.referrals = {a_referral(true)};
    c.clocks = {open_decide()};
    c.introductions = {Introduction()};
    return c;
}

struct Fits {
    EventName event;
    std::vector<State> in;
};

const std::vector<State> all_states{State::registered, State::taken_up,   State::referred,
                                    State::deciding,   State::introduced, State::closed};
const std::vector<State> all_open{State::registered, State::taken_up, State::referred,
                                  State::deciding, State::introduced};
const std::vector<State> once_assessed{State::taken_up, State::referred, State::deciding,
                                       State::introduced};

// The column "fits in" of contract section 5, row by row. A referral is open only while referred.
const std::vector<Fits>& the_contract() {
    static const std::vector<Fits> rows{
        {request_taken_up, all_open},
        {request_amended, all_open},
        {request_referred, once_assessed},
        {request_continued, {State::referred}},
        {referral_forwarded, {State::referred}},
        {referral_declined, {State::referred}},
        {referral_wsp_withdrawn, {State::referred}},
        {referral_wsp_responded, {State::referred}},
        {referral_feedback, {State::referred}},
        {referral_reported_back, {State::referred}},
        // Ours: a WSP answered, and the employer says whether it spoke to them.
        {referral_heard_back, {State::referred, State::deciding, State::introduced, State::closed}},
        {request_introduced, once_assessed},
        {request_followed_up, {State::referred, State::deciding, State::introduced, State::closed}},
        {request_reassigned, all_open},
        {request_note, all_states},
        {request_closed, all_open},
        {request_reopened, {State::closed}}};
    return rows;
}

TEST(Lifecycle, EveryEventFitsInTheStatesOfTheContractAndInNoOther) {
    for (const Fits& row : the_contract())
        for (const State state : all_states) {
            const bool listed = std::find(row.in.begin(), row.in.end(), state) != row.in.end();
            EXPECT_EQ(fits(with_everything(state), row.event), listed)
                << name_of(row.event) << " in " << name_of(state);
        }
}

TEST(Lifecycle, HasTheEventsOfTheContractInItsOrder) {
    std::vector<EventName> expected;
    for (const Fits& row : the_contract()) expected.push_back(row.event);
    std::vector<EventName> found;
    for (const LifecycleRow& row : lifecycle()) found.push_back(row.event);
    EXPECT_EQ(found, expected);
}

TEST(Lifecycle, WhatTheDaemonAloneRecordsFitsNowhere) {
    for (const State state : all_states)
        for (const EventName event :
             {request_registered, request_routed, request_deciding, referral_sent, clock_met})
            EXPECT_FALSE(fits(with_everything(state), event)) << name_of(event);
}

TEST(Lifecycle, TakenUpFitsOnlyWhileNobodyTookItUp) {
    Case c = in(State::deciding);
    EXPECT_TRUE(fits(c, request_taken_up));
    c.taken_up_at = Instant();
    EXPECT_FALSE(fits(c, request_taken_up));
}

TEST(Lifecycle, ContinuedFitsOnlyWhileDecideIsOpen) {
    Case c = in(State::referred);
    EXPECT_FALSE(fits(c, request_continued));
    c.clocks = {open_decide()};
    EXPECT_TRUE(fits(c, request_continued));
    c.clocks[0].state = ClockState::missed;
    EXPECT_TRUE(fits(c, request_continued));
    c.clocks[0].state = ClockState::met;
    EXPECT_FALSE(fits(c, request_continued));
}

TEST(Lifecycle, WspEventsFitOnlyAfterForwarding) {
    Case c = in(State::referred);
    c.referrals = {a_referral(false)};
    EXPECT_THAT(events_that_fit(c),
                ElementsAre(request_taken_up, request_amended, request_referred, referral_forwarded,
                            referral_declined, referral_feedback, referral_reported_back,
                            request_introduced, request_reassigned, request_note, request_closed));
    c.referrals = {a_referral(true)};
    EXPECT_TRUE(fits(c, referral_wsp_responded));
    EXPECT_TRUE(fits(c, referral_wsp_withdrawn));
    c.referrals[0].state = ReferralState::declined;
    EXPECT_FALSE(fits(c, referral_wsp_responded));
    EXPECT_FALSE(fits(c, referral_feedback));
}

TEST(Lifecycle, FollowedUpFitsOnlyAfterAnIntroduction) {
    Case c = in(State::deciding);
    EXPECT_FALSE(fits(c, request_followed_up));
    c.introductions = {Introduction()};
    EXPECT_TRUE(fits(c, request_followed_up));
}

TEST(Lifecycle, AForgottenRequestIsNotReopened) {
    Case c = in(State::closed);
    EXPECT_TRUE(fits(c, request_reopened));
    c.forgotten = true;
    EXPECT_FALSE(fits(c, request_reopened));
}

// The part of docs/lifecycle.md between its two markers.
std::string page_in_docs() {
    std::ifstream file(std::string(WERKTDOOR_SOURCE_DIR) + "/docs/lifecycle.md");
    std::ostringstream text;
    text << file.rdbuf();
    const std::string begin = "<!-- lifecycle: begin -->\n\n";
    const std::string end = "\n<!-- lifecycle: end -->";
    const std::size_t from = text.str().find(begin);
    const std::size_t until = text.str().find(end);
    if (from == std::string::npos || until == std::string::npos) return "no markers";
    return text.str().substr(from + begin.size(), until - from - begin.size());
}

TEST(Lifecycle, IsWhatTheDocumentationShows) {
    EXPECT_EQ(page_in_docs(), lifecycle_page());
}

TEST(CatalogueOfEvents, HasAnEntryForEveryEventInTheOrderOfTheirNames) {
    ASSERT_EQ(catalogue().size(), Names<EventName>::table.size());
    for (const auto& [event, name] : Names<EventName>::table)
        EXPECT_EQ(entry_of(event).name, event) << name;
}

TEST(CatalogueOfEvents, LogsWarnedAtWarningMissedAndFailedAtErrorTheRestAtInfo) {
    for (const auto& [event, name] : Names<EventName>::table) {
        Severity expected = Severity::info;
        if (event == clock_warned) expected = Severity::warning;
        if (event == clock_missed || event == mail_failed) expected = Severity::error;
        EXPECT_EQ(entry_of(event).severity, expected) << name;
    }
}

TEST(CatalogueOfEvents, NamesNoMemberOfAnEventTwice) {
    for (const Entry& entry : catalogue()) {
        std::vector<std::string_view> names;
        for (const Member member : entry.members) {
            EXPECT_EQ(std::count(names.begin(), names.end(), json_name(member)), 0)
                << name_of(entry.name) << " " << json_name(member);
            names.push_back(json_name(member));
        }
    }
}

}  // namespace
}  // namespace werktdoord
