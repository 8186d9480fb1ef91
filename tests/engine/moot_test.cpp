// Mail that became moot while held is dropped; mail to employers never (contract section 9).
#include "engine/moot.hpp"

#include <gtest/gtest.h>

#include "core/dutch.hpp"
#include "engine/noon.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

const WspKey wsp("wsp-midden-brabant");
const Zone amsterdam = Zone::find("Europe/Amsterdam").value();

OutboxMail a_held_mail(MailKind kind, Role role, const std::string& key = "k") {
    OutboxMail mail;
    mail.queued_at = noon;
    mail.kind = kind;
    mail.to = {role, key, "", ""};
    return mail;
}

OutboxMail an_alert(AlertStep step) {
    OutboxMail mail = a_held_mail(MailKind::alert, Role::owner, "anna");
    mail.clock = ClockName::take_up;
    mail.step = step;
    return mail;
}

Clock a_clock(ClockState state, Instant start = noon - 24h) {
    Clock clock;
    clock.name = ClockName::take_up;
    clock.start = start;
    clock.state = state;
    return clock;
}

Referral a_referral(int ordinal, ReferralState state) {
    Referral referral;
    referral.ordinal = ordinal;
    referral.region = RegionKey("midden-brabant");
    referral.state = state;
    return referral;
}

Case a_case(State state = State::referred) {
    Case request;
    request.number = RequestNumber("NLWD-2026-000001");
    request.state = state;
    request.owner = MemberKey("anna");
    return request;
}

std::string moot(const OutboxMail& mail, const Case& request) {
    return moot_reason(mail, request, amsterdam).value_or("");
}

TEST(Moot, an_alert_ends_with_its_clock) {
    struct Row {
        AlertStep step;
        ClockState state;
        const char* reason;
    };
    for (const Row& row : {Row{AlertStep::warned, ClockState::running, ""},
                           Row{AlertStep::warned, ClockState::missed, "clock_missed"},
                           Row{AlertStep::warned, ClockState::met, "clock_met"},
                           Row{AlertStep::warned, ClockState::cancelled, "clock_cancelled"},
                           Row{AlertStep::missed, ClockState::missed, ""},
                           Row{AlertStep::missed, ClockState::met, "clock_met"},
                           Row{AlertStep::after, ClockState::missed, ""},
                           Row{AlertStep::overdue, ClockState::cancelled, "clock_cancelled"}}) {
        Case request = a_case();
        request.clocks = {a_clock(row.state)};
        EXPECT_EQ(moot(an_alert(row.step), request), row.reason)
            << name_of(row.step) << name_of(row.state);
    }
}

TEST(Moot, an_alert_is_about_the_newest_clock_that_ran_when_it_was_queued) {
    Case request = a_case();
    request.clocks = {a_clock(ClockState::cancelled, noon - 48h),
                      a_clock(ClockState::missed, noon - 24h), a_clock(ClockState::met, noon + 1h)};
    EXPECT_EQ(moot(an_alert(AlertStep::missed), request), "");
    request.clocks[1].state = ClockState::met;
    request.clocks[2].state = ClockState::running;
    EXPECT_EQ(moot(an_alert(AlertStep::missed), request), "clock_met");
}

TEST(Moot, an_alert_is_about_the_last_clock_though_it_started_in_the_past) {
    Case request = a_case();
    request.clocks = {a_clock(ClockState::met, noon - 4h), a_clock(ClockState::missed, noon - 5h)};
    EXPECT_EQ(moot(an_alert(AlertStep::missed), request), "");
}

TEST(Moot, an_alert_is_about_the_clock_whose_due_instant_it_tells) {
    Case request = a_case();
    request.clocks = {a_clock(ClockState::met, noon - 4h), a_clock(ClockState::running, noon - 5h)};
    request.clocks[0].due = noon - 1h;
    request.clocks[1].due = noon + 1h;
    OutboxMail alert = an_alert(AlertStep::missed);
    alert.facts.values["due"] = dutch_time(amsterdam, noon - 1h);
    EXPECT_EQ(moot(alert, request), "clock_met");
    request.clocks[0].due = noon;
    EXPECT_EQ(moot(alert, request), "") << "moved since: the last one";
}

TEST(Moot, an_alert_looks_only_at_its_own_clock) {
    for (int difference = 0; difference < 3; ++difference) {
        Case request = a_case();
        Clock other = a_clock(ClockState::met);
        if (difference == 0) other.name = ClockName::assess;
        if (difference == 1) other.referral = 2;
        if (difference == 2) other.wsp = wsp;
        request.clocks = {other};
        EXPECT_EQ(moot(an_alert(AlertStep::missed), request), "") << difference;
    }
}

TEST(Moot, mail_of_a_referral_ends_with_it) {
    for (const MailKind kind :
         {MailKind::referral, MailKind::wsp_request, MailKind::for_information})
        for (const auto state : {ReferralState::open, ReferralState::declined,
                                 ReferralState::reported_back, ReferralState::closed}) {
            OutboxMail mail = a_held_mail(kind, Role::regional_contact);
            mail.referral = 2;
            Case request = a_case();
            request.referrals = {a_referral(1, ReferralState::declined), a_referral(2, state)};
            EXPECT_EQ(moot(mail, request), state == ReferralState::open ? "" : "referral_ended")
                << name_of(kind) << name_of(state);
        }
}

TEST(Moot, a_request_to_a_wsp_ends_when_it_is_no_longer_awaited) {
    OutboxMail mail = a_held_mail(MailKind::wsp_request, Role::wsp, wsp.text());
    mail.referral = 1;
    mail.wsp = wsp;
    Case request = a_case();
    request.referrals = {a_referral(1, ReferralState::open)};
    std::vector<WspAsk>& asks = request.referrals[0].asks;
    EXPECT_EQ(moot(mail, request), "");
    asks = {{wsp, noon, {}, {}}, {WspKey("other"), noon, noon, {}}};
    EXPECT_EQ(moot(mail, request), "");
    asks[0].responded_at = noon + 1h;
    EXPECT_EQ(moot(mail, request), "wsp_responded");
    asks[0] = {wsp, noon, {}, noon + 1h};
    EXPECT_EQ(moot(mail, request), "wsp_withdrawn");
    asks = {{wsp, noon - 2h, {}, noon - 1h}, {wsp, noon, {}, {}}};
    EXPECT_EQ(moot(mail, request), "") << "asked anew";
    asks = {{wsp, noon, {}, noon + 1h}, {wsp, noon + 2h, {}, {}}};
    EXPECT_EQ(moot(mail, request), "wsp_withdrawn") << "the new asking has a mail of its own";
}

TEST(Moot, a_new_request_goes_only_to_who_owns_it) {
    EXPECT_EQ(moot(a_held_mail(MailKind::new_request, Role::owner, "anna"), a_case()), "");
    EXPECT_EQ(moot(a_held_mail(MailKind::new_request, Role::owner, "bram"), a_case()),
              "reassigned");
    EXPECT_EQ(moot(a_held_mail(MailKind::update, Role::owner, "bram"), a_case()), "");
}

TEST(Moot, of_a_closed_request_only_mail_that_tells_of_it_goes) {
    const Case closed = a_case(State::closed);
    for (const MailKind kind : {MailKind::new_request, MailKind::referral, MailKind::wsp_request,
                                MailKind::for_information, MailKind::alert})
        EXPECT_EQ(moot(a_held_mail(kind, Role::owner, "anna"), closed), "request_closed")
            << name_of(kind);
    for (const MailKind kind : {MailKind::closing, MailKind::closing_partner, MailKind::update})
        EXPECT_EQ(moot(a_held_mail(kind, Role::owner, "anna"), closed), "") << name_of(kind);
}

TEST(Moot, of_a_closed_request_news_that_asks_for_something_does_not_go) {
    OutboxMail by_a_day = a_held_mail(MailKind::update, Role::regional_contact);
    by_a_day.facts.values["due"] = "maandag 23 november 2026, 17:00 uur";
    OutboxMail to_decide = a_held_mail(MailKind::update, Role::owner, "anna");
    to_decide.facts.lists["next_steps"] = {{{{"text", "Besluit over het vervolg."}}, {}}};
    for (OutboxMail& mail : {std::ref(by_a_day), std::ref(to_decide)}) {
        EXPECT_EQ(moot(mail, a_case(State::closed)), "request_closed");
        EXPECT_EQ(moot(mail, a_case()), "");
        mail.to.role = Role::employer;
        EXPECT_EQ(moot(mail, a_case(State::closed)), "");
    }
}

TEST(Moot, mail_to_employers_never) {
    Case closed = a_case(State::closed);
    closed.referrals = {a_referral(1, ReferralState::closed)};
    for (const MailKind kind : {MailKind::confirmation, MailKind::status, MailKind::closing,
                                MailKind::introduction, MailKind::referral}) {
        OutboxMail mail = a_held_mail(kind, Role::employer, "NLWD-2026-000001");
        mail.referral = 1;
        EXPECT_EQ(moot(mail, closed), "") << name_of(kind);
    }
}

}  // namespace
}  // namespace werktdoord
