// Forgetting (AVG): what is refused, what is erased, and what stays as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Closed : World {
    RequestNumber one;

    Closed() {
        submit(a_submit(document_of(Wish()), "id-1", "hash"));
        one = store.open_requests(std::nullopt, 1).at(0);
        does(one, R"("event":"request.taken_up","by":"anna","note":"Sanne belde.")");
        does(one, R"("event":"request.referred","by":"anna")");
        does(one, R"("event":"referral.forwarded","by":"regional_contact",)"
                  R"("region":"midden-brabant")");
        does(one, R"("event":"request.closed","by":"anna","outcome":"filled","reason":"Klaar.")");
        forget();
    }
    void all_mail_became(MailResult::Kind kind) {
        for (const OutboxMail& mail : store.outbox(MailState::waiting, 1000))
            mail_became({mail.id, kind, "550", {}, false, mail.joined});
    }
    Reply forgets(const std::string& by = "anna") { return World::forget({one, 0, by}); }
    std::string personal() {
        std::string texts;
        for (const JournalLine& line : store.journal(0, 10'000, std::nullopt))
            texts += line.personal;
        return texts;
    }
};

TEST(Forget, is_refused_for_an_open_request_an_unknown_one_and_a_stranger) {
    Closed world;
    const RequestNumber open = world.submits();
    EXPECT_EQ(world.World::forget({open, 0, ""}).refusal->kind, RefusalKind::conflict);
    EXPECT_THAT(why_not(world.World::forget({open, 0, ""})), HasSubstr("is open (registered)"));
    const Reply unknown = world.World::forget({RequestNumber("NLWD-2026-000009"), 0, ""});
    EXPECT_EQ(unknown.refusal->kind, RefusalKind::not_found);
    EXPECT_EQ(world.forgets("zoe").refusal->kind, RefusalKind::invalid);
    EXPECT_EQ(world.forgets("zoe").refusal->problems.at(0).where, "/by");
}

TEST(Forget, waits_until_every_mail_that_names_the_person_left_or_was_dropped) {
    Closed world;
    const Reply early = world.forgets();
    EXPECT_EQ(early.refusal->kind, RefusalKind::conflict);
    EXPECT_EQ(early.refusal->problems.size(), world.store.outbox(MailState::waiting, 1000).size());
    EXPECT_THAT(why_not(early), HasSubstr("still to be sent"));
    world.all_mail_became(MailResult::Kind::failed);
    EXPECT_THAT(why_not(world.forgets()), HasSubstr("is parked"));
    for (const OutboxMail& mail : world.store.outbox(MailState::parked, 1000))
        world.decide({DeskDecision::Kind::drop, mail.id, "anna", "Adres bestaat niet."});
    // The team's mail about what was parked names the number.
    EXPECT_THAT(why_not(world.forgets()), HasSubstr("mail_failed"));
    world.all_mail_became(MailResult::Kind::sent);
    EXPECT_EQ(world.forgets().outcome, Reply::Outcome::stored);
}

TEST(Forget, erases_what_was_written_and_keeps_what_is_counted) {
    Closed world;
    world.all_mail_became(MailResult::Kind::sent);
    const Case before = world.request(world.one);
    const Reply reply = world.forgets();
    const Case after = world.request(world.one);
    EXPECT_TRUE(after.forgotten);
    EXPECT_EQ(after.data.kind, before.data.kind);
    EXPECT_EQ(after.data.headcount, before.data.headcount);
    EXPECT_EQ(after.data.sector, before.data.sector);
    EXPECT_EQ(after.data.employer, Employer());
    EXPECT_EQ(after.data.document + after.data.occupation + after.data.description, "");
    EXPECT_EQ(after.referrals, before.referrals);
    EXPECT_EQ(after.clocks, before.clocks);
    EXPECT_EQ(after.outcome, before.outcome);
    EXPECT_EQ(world.personal(), "");
    for (const OutboxMail& mail : world.store.outbox(std::nullopt, 1000))
        EXPECT_EQ(mail.request ? mail.to.address + mail.to.name : "", "");
    EXPECT_THAT(reply.answer, HasSubstr(R"("forgotten":true)"));
    EXPECT_THAT(reply.answer, Not(HasSubstr("delinde")));
}

TEST(Forget, is_on_the_record_once_and_erases_what_came_later) {
    Closed world;
    world.all_mail_became(MailResult::Kind::sent);
    world.World::forget();
    world.forgets();
    world.does(world.one, R"("event":"request.note","by":"anna","note":"Sanne belde weer.")");
    EXPECT_THAT(world.personal(), HasSubstr("Sanne"));
    EXPECT_EQ(world.forgets().outcome, Reply::Outcome::stored);
    EXPECT_EQ(world.personal(), "");
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.forgotten", "#1 request.note"));
}

TEST(Forget, ends_what_can_be_done_with_the_request_but_not_that_it_came_in_once) {
    Closed world;
    world.all_mail_became(MailResult::Kind::sent);
    world.forgets();
    const Reply again = world.submit(a_submit(document_of(Wish()), "id-1", "hash"));
    EXPECT_EQ(again.outcome, Reply::Outcome::repeated);
    EXPECT_THAT(again.answer, HasSubstr(R"("forgotten":true)"));
    EXPECT_THAT(again.answer, Not(HasSubstr("delinde")));
    const Reply reopened =
        world.does(world.one, R"("event":"request.reopened","by":"anna","reason":"-")");
    EXPECT_EQ(reopened.refusal->kind, RefusalKind::conflict);
    const Reply amended =
        world.does(world.one, R"("event":"request.amended","by":"anna","data":{"headcount":5})");
    EXPECT_EQ(amended.refusal->kind, RefusalKind::conflict) << "though there is no document left";
}

TEST(Forget, leaves_a_repeat_harmless) {
    Closed world;
    world.all_mail_became(MailResult::Kind::sent);
    const auto told = [&] {
        return world.does(world.one, R"("event":"request.note","by":"anna","note":"Sanne belde.")",
                          IdempotencyKey{"key-1", "hash"});
    };
    EXPECT_EQ(told().outcome, Reply::Outcome::stored);
    world.forgets();
    const Reply again = told();
    EXPECT_EQ(again.outcome, Reply::Outcome::repeated);
    EXPECT_THAT(again.answer, HasSubstr(R"("forgotten":true)"));
    EXPECT_THAT(again.answer, Not(HasSubstr("delinde")));
    EXPECT_EQ(world.personal(), "");
}

TEST(Forget, erases_the_words_of_an_introduction_on_both_sides) {
    World world;
    const RequestNumber demand = world.submits({"demand", "meel"});
    const RequestNumber offer = world.submits({"offer", "staal"});
    for (const RequestNumber& one : {demand, offer})
        world.does(one, R"("event":"request.taken_up","by":"anna","note":"Eigen woorden.")");
    world.does(demand, R"("event":"request.introduced","by":"anna","note":"Bel Bo.","with":")" +
                           offer.text() + "\"");
    world.does(demand, R"("event":"request.closed","by":"anna","outcome":"filled","reason":"-")");
    for (const OutboxMail& mail : world.store.outbox(MailState::waiting, 1000))
        world.mail_became({mail.id, MailResult::Kind::sent, "", {}, false, mail.joined});
    EXPECT_EQ(world.World::forget({demand, 0, ""}).outcome, Reply::Outcome::stored);
    std::string left;
    for (const JournalLine& line : world.store.journal(0, 1000, std::nullopt))
        left += line.personal;
    EXPECT_THAT(left, Not(HasSubstr("Bel Bo.")));
    EXPECT_THAT(left, HasSubstr("Eigen woorden."));
    EXPECT_THAT(left, HasSubstr("werk@staal.example"));
}

TEST(Forget, erases_rejected_submissions_once_they_are_done_with) {
    World world;
    world.reject({"platform", "id-7", "hash", R"({"email":"WERK@delinde.example")", {{"", "no"}}});
    const std::int64_t id = world.store.rejected(RejectedState::open).at(0).id;
    EXPECT_EQ(world.World::forget({{}, id + 1, ""}).refusal->kind, RefusalKind::not_found);
    EXPECT_EQ(world.World::forget({{}, id, ""}).refusal->kind, RefusalKind::conflict);
    world.decide({DeskDecision::Kind::set_aside, id, "anna", "Gebeld met Sanne."});
    EXPECT_EQ(world.World::forget({{}, id, "anna"}).outcome, Reply::Outcome::stored);
    EXPECT_EQ(world.World::forget({{}, id, "anna"}).outcome, Reply::Outcome::stored);
    const RejectedSubmission erased = world.store.rejected_submission(id).value();
    EXPECT_EQ(erased.body + erased.problems, "");
    EXPECT_EQ(erased.state, RejectedState::set_aside);
    EXPECT_THAT(world.told("request.forgotten"), ElementsAre("request.forgotten"));
    for (const JournalLine& line : world.store.journal(0, 1000, std::nullopt))
        EXPECT_EQ(line.personal, "");
}

TEST(Forget, takes_the_rejected_submissions_of_a_request_with_it) {
    Closed world;
    world.reject({"platform", "id-8", "hash", R"({"email":"Werk@delinde.example")", {{"", "no"}}});
    world.reject({"platform", "id-9", "hash", R"({"email":"werk@meel.example")", {{"", "no"}}});
    const auto open = world.store.rejected(RejectedState::open);
    for (const RejectedSubmission& one : open)
        world.decide({DeskDecision::Kind::set_aside, one.id, "anna", "Klaar."});
    world.all_mail_became(MailResult::Kind::sent);
    world.forgets();
    EXPECT_EQ(world.store.rejected_submission(open[0].id)->body, "");
    EXPECT_NE(world.store.rejected_submission(open[1].id)->body, "");
}

TEST(HeldOn, finds_a_person_wherever_they_are_kept) {
    Closed world;
    world.reject({"platform", "id-8", "hash", R"({"email":"Werk@delinde.example")", {{"", "no"}}});
    world.does(world.submits({"demand", "meel"}),
               R"("event":"request.note","by":"anna","note":"Zie WERK@DELINDE.example.")");
    const HeldOn held = world.store.held_on("werk@DeLinde.example");
    EXPECT_THAT(held.requests, ElementsAre(world.one));
    ASSERT_GE(held.lines.size(), 3u);
    EXPECT_THAT(held.lines.back().personal, HasSubstr("Zie WERK"));
    EXPECT_EQ(held.rejected.size(), 1u);
    EXPECT_FALSE(held.mails.empty());
    EXPECT_TRUE(world.store.held_on("niemand@delinde.example").empty());
    EXPECT_TRUE(world.store.held_on("").empty());
}

TEST(HeldOn, takes_capitals_with_an_accent_for_the_same_letters) {
    World world;
    const RequestNumber one = world.submits();
    world.does(one, R"("event":"request.amended","by":"anna","data":{"employer":{"name":"x",)"
                    R"("contact":{"name":"Bo","email":"bo@caf\u00e9.example"}}})");
    world.does(one, R"("event":"request.note","by":"anna","note":"Zie BO@CAF\u00c9.EXAMPLE.")");
    const HeldOn held = world.store.held_on("Bo@Caf\u00c9.example");
    EXPECT_THAT(held.requests, ElementsAre(one));
    EXPECT_THAT(held.lines.back().personal, HasSubstr("Zie BO"));
    EXPECT_TRUE(world.store.held_on("bo@cafe.example").empty()) << "another domain";
}

TEST(HeldOn, knows_the_address_that_an_amendment_replaced) {
    World world;
    const RequestNumber one = world.submits();
    world.does(one, R"("event":"request.amended","by":"anna","data":{"employer":{"name":"x",)"
                    R"("contact":{"name":"Bo","email":"bo@nieuw.example"}}})");
    EXPECT_THAT(world.store.held_on("werk@delinde.example").requests, ElementsAre(one));
    EXPECT_THAT(world.store.held_on("bo@nieuw.example").requests, ElementsAre(one));
}

}  // namespace
}  // namespace werktdoord
