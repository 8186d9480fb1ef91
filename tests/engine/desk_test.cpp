// Parked mail and rejected submissions: who is told, and what a person decides (sections 4 and 9).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dutch_mail_fault.hpp"
#include "engine/parked_alert.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Decide = DeskDecision::Kind;

struct Desk : World {
    RequestNumber one = submits();
    std::int64_t confirmation = mail_of(MailKind::confirmation);

    explicit Desk(const std::string& begins = "2026-11-23 09:12")
        : World(build::a_ruleset(), begins) {
        forget();
    }
    std::int64_t mail_of(MailKind kind) { return werktdoord::mail_of(*this, kind).id; }
    void fails(std::int64_t id, const std::string& why = "550 no such user") {
        mail_became({id, MailResult::Kind::failed, why, {}, false});
    }
    Reply decides(Decide kind, std::int64_t id, const std::string& reason = "Gebeld.",
                  const std::string& by = "anna") {
        return decide({kind, id, by, reason});
    }
    std::vector<OutboxMail> alerts() {
        std::vector<OutboxMail> found;
        for (const OutboxMail& mail : store.outbox(std::nullopt, 10'000))
            if (mail.kind == MailKind::mail_failed) found.push_back(mail);
        return found;
    }
    std::size_t team() const { return engine->rules().roster.team.size(); }
};

TEST(ParkedMail, is_told_to_each_of_the_team_in_the_transaction_of_its_failure) {
    Desk desk;
    desk.fails(desk.confirmation);
    const auto told = desk.told();
    ASSERT_EQ(told.size(), 1 + desk.team());
    EXPECT_THAT(told[0], HasSubstr("mail.failed confirmation"));
    const auto alerts = desk.alerts();
    ASSERT_EQ(alerts.size(), desk.team());
    EXPECT_EQ(alerts[0].facts.values.at("parked_count"), "1");
    const Facts& item = alerts[0].facts.lists.at("parked").at(0);
    EXPECT_EQ(item.values.at("id"), std::to_string(desk.confirmation));
    EXPECT_EQ(item.values.at("to"), "de werkgever");
    EXPECT_EQ(item.values.at("what"), "bevestiging");
    EXPECT_EQ(item.values.at("why"), "de mailserver weigert de mail (code 550)");
    EXPECT_EQ(alerts[0].next_attempt, desk.now());
}

TEST(ParkedMail, that_was_put_off_too_often_is_told_in_dutch) {
    Desk desk;
    desk.fails(desk.confirmation, "given_up: 452 4.2.2 mailbox full");
    const OutboxMail alert = desk.alerts().at(0);
    const Facts& item = alert.facts.lists.at("parked").at(0);
    EXPECT_EQ(item.values.at("why"), "te lang uitgesteld: de mailbox is vol (code 452 4.2.2)");
}

TEST(ParkedMail, is_told_why_in_dutch_and_by_its_code_where_the_words_are_not_known) {
    struct Row {
        const char* error;
        const char* dutch;
    };
    for (const Row& row :
         {Row{"550 5.1.1 mailbox not found", "de mailbox is niet gevonden (code 550 5.1.1)"},
          Row{"599", "de mailserver weigert de mail (code 599)"},
          Row{"550 5.9.1 what", "de mailserver weigert de mail (code 550 5.9.1)"},
          Row{"given_up: 450 what",
              "te lang uitgesteld: de mailserver stelt de mail steeds uit (code 450)"},
          Row{"given_up: the server does not answer",
              "te lang uitgesteld: de mailserver gaf geen antwoord"},
          Row{"not_an_address", "dit is geen geldig e-mailadres"},
          Row{"no_template", "er is geen sjabloon voor deze mail"},
          Row{"unreadable: a defect", "deze mail kon niet worden gemaakt; zie het log"},
          Row{"Operation timed out",
              "er ging iets mis in het contact met de mailserver; zie het log"}})
        EXPECT_EQ(dutch_mail_fault(row.error), row.dutch);
}

TEST(ParkedMail, five_hundred_within_an_hour_are_two_alerts_to_each) {
    Desk desk;
    for (int i = 0; i < 250; ++i) desk.submits();
    for (const OutboxMail& mail : desk.store.outbox(MailState::waiting, 1000)) desk.fails(mail.id);
    EXPECT_EQ(desk.alerts().size(), desk.team());
    const Instant begun = desk.now();
    desk.at(begun + 59min);
    EXPECT_EQ(desk.alerts().size(), desk.team());
    desk.at(begun + 60min);
    ASSERT_EQ(desk.alerts().size(), 2 * desk.team());
    const OutboxMail last = desk.alerts().front();
    EXPECT_GE(std::stoi(last.facts.values.at("parked_count")), 500);
    EXPECT_EQ(last.facts.lists.at("parked").size(), 50U);
    desk.at(begun + 180min);
    EXPECT_EQ(desk.alerts().size(), 2 * desk.team()) << "nothing new, no alert";
}

TEST(ParkedMail, of_an_alert_that_is_parked_itself_nobody_is_told) {
    Desk desk;
    desk.fails(desk.confirmation);
    for (const OutboxMail& alert : desk.alerts()) desk.fails(alert.id);
    desk.at(desk.now() + 2h);
    EXPECT_EQ(desk.alerts().size(), desk.team());
}

TEST(ParkedMail, what_was_dealt_with_meanwhile_is_left_out) {
    Desk desk;
    desk.fails(desk.confirmation);
    desk.submits();
    const std::int64_t second = desk.mail_of(MailKind::confirmation);
    desk.fails(second);
    desk.decides(Decide::drop, second);
    desk.at(desk.now() + 2h);
    EXPECT_EQ(desk.alerts().size(), desk.team());
    EXPECT_EQ(next_parked_alert(desk.store), std::nullopt);
}

TEST(ParkedMail, at_night_waits_for_the_opening_and_is_one_alert) {
    Desk desk("2026-11-23 20:00");
    desk.fails(desk.confirmation);
    desk.at("2026-11-23 22:00");
    desk.submits();
    desk.fails(desk.mail_of(MailKind::confirmation));
    EXPECT_THAT(desk.alerts(), IsEmpty());
    desk.at("2026-11-24 09:00");
    ASSERT_EQ(desk.alerts().size(), desk.team());
    EXPECT_EQ(desk.alerts()[0].facts.values.at("parked_count"), "2");
    EXPECT_EQ(desk.alerts()[0].queued_at, at("2026-11-24 09:00"));
}

TEST(ParkedMail, an_alert_that_came_due_while_the_daemon_was_down_waits_for_the_opening_too) {
    Desk desk;
    desk.fails(desk.confirmation);
    desk.submits();
    desk.fails(desk.mail_of(MailKind::confirmation));
    desk.down_until("2026-11-23 21:00");
    EXPECT_EQ(desk.alerts().size(), desk.team());
    desk.at("2026-11-24 09:00");
    EXPECT_EQ(desk.alerts().size(), 2 * desk.team());
}

TEST(Resend, a_parked_mail_waits_anew_as_if_it_had_never_failed) {
    Desk desk;
    const Facts said = desk.store.mail(desk.confirmation)->facts;
    desk.mail_became({desk.confirmation, MailResult::Kind::retry, "450", desk.now(), true});
    desk.fails(desk.confirmation);
    desk.forget();
    const Reply reply = desk.decides(Decide::resend, desk.confirmation, "");
    EXPECT_THAT(reply.answer, HasSubstr(R"("state":"waiting")"));
    EXPECT_EQ(desk.store.events.back().by, "anna");
    EXPECT_THAT(desk.told(), ElementsAre(HasSubstr("mail.resent confirmation -> employer")));
    const OutboxMail mail = desk.store.mail(desk.confirmation).value();
    EXPECT_EQ(mail.state, MailState::waiting);
    EXPECT_EQ(mail.attempts, 0);
    EXPECT_EQ(mail.last_error, "");
    EXPECT_EQ(mail.first_failure, std::nullopt);
    EXPECT_EQ(mail.next_attempt, desk.now());
    EXPECT_EQ(mail.facts, said);
}

TEST(Resend, goes_to_the_address_as_mended_since) {
    Desk desk;
    desk.fails(desk.confirmation);
    desk.does(desk.one, R"("event":"request.amended","by":"anna","data":{"employer":{)"
                        R"("name":"Zorghuis De Linde","contact":{"name":"Marga van Iersel",)"
                        R"("email":"mended@delinde.example"}}})");
    desk.decides(Decide::resend, desk.confirmation, "");
    EXPECT_EQ(desk.store.mail(desk.confirmation)->to.address, "mended@delinde.example");

    const std::int64_t owner = desk.mail_of(MailKind::new_request);
    desk.fails(owner);
    RuleSet mended = desk.engine->rules();
    for (auto& [key, member] : mended.roster.team) member.email = key.text() + "@new.example";
    mended.hash = "mended";
    desk.reload(mended);
    desk.decides(Decide::resend, owner, "");
    const OutboxMail mail = desk.store.mail(owner).value();
    EXPECT_EQ(mail.to.address, mail.to.key + "@new.example");
}

TEST(Resend, waits_for_the_opening_unless_it_goes_to_an_employer) {
    Desk desk;
    const std::int64_t owner = desk.mail_of(MailKind::new_request);
    desk.fails(owner);
    desk.fails(desk.confirmation);
    desk.at("2026-11-23 20:00");
    desk.decides(Decide::resend, owner);
    EXPECT_EQ(desk.store.mail(owner)->next_attempt, at("2026-11-24 09:00"));
    EXPECT_EQ(desk.store.events.back().not_before, at("2026-11-24 09:00"));
    desk.decides(Decide::resend, desk.confirmation);
    EXPECT_EQ(desk.store.mail(desk.confirmation)->next_attempt, desk.now());
}

TEST(Resend, is_refused_where_it_makes_no_sense) {
    Desk desk;
    EXPECT_EQ(desk.decides(Decide::resend, 9999).refusal->kind, RefusalKind::not_found);
    EXPECT_THAT(why_not(desk.decides(Decide::resend, desk.confirmation)), HasSubstr("is waiting"));
    desk.fails(desk.confirmation);
    EXPECT_EQ(desk.decides(Decide::resend, desk.confirmation, "", "zoe").refusal->kind,
              RefusalKind::invalid);
    const std::int64_t owner = desk.mail_of(MailKind::new_request);
    desk.fails(owner);
    desk.does(desk.one,
              R"("event":"request.closed","by":"anna","outcome":"withdrawn","reason":"-")");
    EXPECT_THAT(why_not(desk.decides(Decide::resend, owner)), HasSubstr("moot"));
}

TEST(Drop, what_waits_or_is_parked_is_dropped_on_the_record_by_hand) {
    for (const bool parked : {false, true}) {
        Desk desk;
        if (parked) desk.fails(desk.confirmation);
        desk.forget();
        EXPECT_EQ(desk.decides(Decide::drop, desk.confirmation).outcome, Reply::Outcome::stored);
        EXPECT_THAT(desk.told(), ElementsAre(HasSubstr("mail.dropped confirmation -> employer")));
        const Event& dropped = desk.store.events.back();
        EXPECT_EQ(dropped.reason, "by_hand");
        EXPECT_EQ(dropped.note, "Gebeld.");
        const OutboxMail mail = desk.store.mail(desk.confirmation).value();
        EXPECT_EQ(mail.state, MailState::dropped);
        EXPECT_EQ(mail.facts, Facts());
        EXPECT_THAT(why_not(desk.decides(Decide::drop, desk.confirmation)),
                    HasSubstr("is dropped"));
    }
    Desk desk;
    EXPECT_EQ(desk.decides(Decide::drop, desk.confirmation, "").refusal->kind,
              RefusalKind::invalid);
}

TEST(Drop, a_mail_that_had_left_when_it_was_dropped_is_told_as_sent) {
    Desk desk;
    desk.decides(Decide::drop, desk.confirmation);
    desk.mail_became({desk.confirmation, MailResult::Kind::failed, "550", {}, false});
    EXPECT_EQ(desk.store.mail(desk.confirmation)->state, MailState::dropped);
    desk.mail_became({desk.confirmation, MailResult::Kind::sent, "", {}, false});
    EXPECT_EQ(desk.store.mail(desk.confirmation)->state, MailState::sent);
    EXPECT_THAT(desk.told(), ElementsAre(HasSubstr("mail.dropped"), HasSubstr("mail.sent")));
}

TEST(SetAside, an_open_rejected_submission_is_done_with) {
    Desk desk;
    desk.reject({"nlwerktdoor.nl", "msg_1", "hash", "{}", {{"/data", "is required"}}});
    const std::int64_t id = desk.store.rejected(RejectedState::open).at(0).id;
    desk.forget();
    EXPECT_EQ(desk.decides(Decide::set_aside, id, "").refusal->kind, RefusalKind::invalid);
    EXPECT_EQ(desk.decides(Decide::set_aside, 9999).refusal->kind, RefusalKind::not_found);
    const Reply reply = desk.decides(Decide::set_aside, id);
    EXPECT_THAT(reply.answer, HasSubstr(R"("problems":["/data: is required"])"));
    EXPECT_THAT(desk.told(), ElementsAre("request.set_aside"));
    EXPECT_EQ(desk.store.events.back().rejected, id);
    EXPECT_EQ(desk.store.rejected_submission(id)->state, RejectedState::set_aside);
    EXPECT_THAT(why_not(desk.decides(Decide::set_aside, id)), HasSubstr("is set_aside"));
}

}  // namespace
}  // namespace werktdoord
