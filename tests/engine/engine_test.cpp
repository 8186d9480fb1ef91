// The path of a command: what is answered, what is kept, what is done only once (sections 4, 5, 7).
#include "engine/engine.hpp"

#include <algorithm>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using Outcome = Reply::Outcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Submit first_submit(const std::string& id = "msg_1", const std::string& hash = "aa") {
    return a_submit(document_of({}), id, hash);
}

RejectSubmission a_rejection(const std::string& id, const std::string& hash) {
    return {"nlwerktdoor.nl", id, hash, "body " + hash, {{"/data/kind", "is required"}}};
}

TEST(Intake, a_request_is_answered_by_its_number_and_state_and_journalled_in_the_order) {
    World world;
    const Reply reply = world.submit(first_submit());
    EXPECT_EQ(reply.outcome, Outcome::stored);
    EXPECT_EQ(reply.request->text(), "NLWD-2026-000001");
    EXPECT_THAT(reply.answer, HasSubstr(R"("state":"registered")"));
    EXPECT_THAT(world.told(), ElementsAre("#1 request.registered", "#1 request.routed",
                                          "#1 request.assigned anna", "#1 clock.started take_up",
                                          "#1 mail.queued confirmation -> employer",
                                          "#1 mail.queued new_request -> owner:anna"));
}

TEST(Intake, an_id_that_comes_again_gets_the_same_body_and_nothing_is_done_twice) {
    World world;
    const Reply first = world.submit(first_submit());
    world.at("2026-11-23 15:00").does(*first.request, anna_takes_up);
    world.forget();
    const Reply again = world.submit(first_submit());
    EXPECT_EQ(again.outcome, Outcome::repeated);
    EXPECT_EQ(again.request, first.request);
    EXPECT_EQ(again.answer, first.answer) << "201 is repeated as it was then";
    EXPECT_THAT(world.told(), IsEmpty());
}

TEST(Intake, an_id_of_another_source_is_another_request) {
    World world;
    Submit other = first_submit();
    other.source = "elders.example";
    EXPECT_EQ(world.submit(first_submit()).request->text(), "NLWD-2026-000001");
    EXPECT_EQ(world.submit(other).request->text(), "NLWD-2026-000002");
}

TEST(Intake, an_id_with_another_body_is_a_conflict) {
    World world;
    world.submit(first_submit());
    world.forget();
    EXPECT_EQ(world.submit(first_submit("msg_1", "bb")).outcome, Outcome::id_reused);
    EXPECT_EQ(world.reject(a_rejection("msg_1", "bb")).outcome, Outcome::id_reused);
    EXPECT_THAT(world.told(), IsEmpty());
}

TEST(Intake, a_stored_submission_stays_answered_when_its_body_no_longer_passes_the_checks) {
    World world;
    const Reply first = world.submit(first_submit());
    const Reply again = world.reject(a_rejection("msg_1", "aa"));
    EXPECT_EQ(again.outcome, Outcome::repeated);
    EXPECT_EQ(again.answer, first.answer);
}

TEST(Intake, without_an_id_every_submission_is_new) {
    World world;
    EXPECT_EQ(world.submits().text(), "NLWD-2026-000001");
    EXPECT_EQ(world.submits().text(), "NLWD-2026-000002");
}

TEST(Intake, numbers_count_from_one_each_local_year) {
    World world(build::a_ruleset(), "2026-12-31 23:59");
    EXPECT_EQ(world.submits().text(), "NLWD-2026-000001");
    EXPECT_EQ(world.at("2027-01-01 00:00").submits().text(), "NLWD-2027-000001");
    EXPECT_EQ(world.submits().text(), "NLWD-2027-000002");
}

TEST(Intake, an_open_request_of_the_same_employer_is_named_as_a_possible_duplicate) {
    World world;
    world.submits();
    const Reply second = world.submit(first_submit());
    EXPECT_THAT(second.answer, HasSubstr(R"("possibleDuplicates":["NLWD-2026-000001"])"));
}

TEST(Intake, a_rejected_submission_is_kept_once_per_id_and_body_and_mailed_to_who_is_on_duty) {
    World world;
    EXPECT_EQ(world.reject(a_rejection("msg_1", "aa")).outcome, Outcome::rejected);
    EXPECT_EQ(world.reject(a_rejection("msg_1", "aa")).outcome, Outcome::rejected);
    EXPECT_THAT(world.told(),
                ElementsAre("request.rejected", "mail.queued rejected -> duty_contact:anna"));
    const Facts item =
        world.store.outbox(MailState::waiting, 1).at(0).facts.lists.at("rejected").at(0);
    EXPECT_EQ(item.values.at("entry"),
              std::to_string(world.store.rejected(RejectedState::open).at(0).id));
    world.reject(a_rejection("msg_1", "bb"));
    world.reject(a_rejection("msg_1", "aa"));
    EXPECT_THAT(world.told("request."), ElementsAre("request.rejected", "request.rejected"));
    ASSERT_EQ(world.store.rejected(RejectedState::open).size(), 1U)
        << "the later body stands for the id";
    EXPECT_EQ(world.store.rejected(RejectedState::open)[0].problems, "/data/kind: is required");
}

TEST(Intake, a_rejected_submission_that_comes_mended_is_a_request_and_no_longer_open) {
    World world;
    world.reject(a_rejection("msg_1", "aa"));
    const Reply mended = world.submit(first_submit("msg_1", "bb"));
    EXPECT_EQ(mended.outcome, Outcome::stored);
    EXPECT_EQ(mended.request->text(), "NLWD-2026-000001") << "a rejection takes no number";
    EXPECT_THAT(world.store.rejected(RejectedState::open), IsEmpty());
    EXPECT_EQ(world.store.rejected(RejectedState::mended).size(), 1U);
    EXPECT_EQ(world.submit(first_submit("msg_1", "bb")).outcome, Outcome::repeated);
}

TEST(Record, an_idempotency_key_makes_a_repeat_harmless) {
    World world;
    const RequestNumber one = world.submits();
    const IdempotencyKey key{"k1", "aa"};
    const std::string note = R"("event":"request.note","by":"anna","note":"gebeld")";
    const Reply first = world.does(one, note, key);
    world.does(one, anna_takes_up);
    const Reply again = world.does(one, note, key);
    EXPECT_EQ(again.outcome, Outcome::repeated);
    EXPECT_EQ(again.repeated_status, 201);
    EXPECT_EQ(again.answer, first.answer);
    EXPECT_EQ(world.told("request.note").size(), 1U);
    EXPECT_EQ(world.does(one, note, IdempotencyKey{"k1", "bb"}).outcome, Outcome::id_reused);
    const Reply nowhere =
        world.does(RequestNumber("NLWD-2026-000009"), note, IdempotencyKey{"k1", "cc"});
    ASSERT_EQ(nowhere.outcome, Outcome::refused);
    EXPECT_EQ(nowhere.refusal->kind, RefusalKind::not_found);
}

TEST(Record, a_key_whose_event_was_refused_may_come_again) {
    World world;
    const RequestNumber one = world.submits();
    const IdempotencyKey key{"k1", "aa"};
    const std::string referred = R"("event":"request.referred","by":"anna")";
    EXPECT_EQ(world.does(one, referred, key).outcome, Outcome::refused);
    world.does(one, anna_takes_up);
    EXPECT_EQ(world.does(one, referred, key).outcome, Outcome::stored);
}

TEST(Record, an_unknown_request_is_not_found) {
    World world;
    const Reply reply = world.does(RequestNumber("NLWD-2026-000009"), anna_takes_up);
    EXPECT_EQ(reply.outcome, Outcome::refused);
    EXPECT_EQ(reply.refusal->kind, RefusalKind::not_found);
}

TEST(Record, a_refused_event_leaves_nothing_behind) {
    World world;
    const RequestNumber one = world.submits();
    const Case before = world.request(one);
    world.forget();
    const Reply reply = world.does(one, R"("event":"request.continued","by":"anna")");
    EXPECT_EQ(reply.refusal->kind, RefusalKind::conflict);
    EXPECT_TRUE(world.request(one) == before);
    EXPECT_THAT(world.told(), IsEmpty());
}

TEST(Amend, whole_members_are_replaced_null_removes_and_it_is_routed_anew) {
    World world;
    const RequestNumber one = world.submits();
    world.forget();
    const Reply reply = world.does(one, R"("event":"request.amended","by":"anna",
        "data":{"sites":[{"postcode":"4811 AA"}],"occupation":null,"floor":3})");
    ASSERT_EQ(reply.outcome, Outcome::stored);
    const RequestData data = world.request(one).data;
    EXPECT_EQ(data.sites[0].postcode, "4811 AA");
    EXPECT_EQ(data.occupation, "");
    EXPECT_EQ(data.headcount, 4) << "what the patch does not name stays";
    EXPECT_THAT(data.document, HasSubstr(R"("floor":3)"));
    EXPECT_THAT(build::texts_of(std::vector{world.request(one).route.regions[0].region}),
                ElementsAre("west-brabant"));
}

TEST(Amend, every_problem_of_the_patch_is_told_and_nothing_changes) {
    World world;
    const RequestNumber one = world.submits();
    const Reply reply = world.does(one, R"("event":"request.amended","by":"anna",
        "data":{"headcount":0,"sites":[{"postcode":"geen"}]})");
    ASSERT_EQ(reply.outcome, Outcome::refused);
    EXPECT_EQ(reply.refusal->kind, RefusalKind::invalid);
    Lines pointers;
    for (const Problem& problem : reply.refusal->problems) pointers.push_back(problem.where);
    EXPECT_THAT(pointers,
                ::testing::UnorderedElementsAre("/data/headcount", "/data/sites/0/postcode"));
    EXPECT_EQ(world.request(one).data.headcount, 4);
}

// A demand and an offer of two employers, both taken up.
struct Two : World {
    RequestNumber demand = submits();
    RequestNumber offer = submits({"offer", "hetgemaal", {"4811 AA"}, 2});
    Two() {
        does(demand, anna_takes_up);
        does(offer, R"("event":"request.taken_up","by":"bram")");
        does(demand, R"("event":"request.introduced","by":"anna","with":"NLWD-2026-000002")");
    }
};

TEST(Partners, an_introduction_is_kept_with_both) {
    Two world;
    EXPECT_EQ(world.request(world.demand).state, State::introduced);
    EXPECT_EQ(world.request(world.offer).state, State::introduced);
    EXPECT_EQ(world.request(world.offer).introductions[0].with, world.demand);
}

TEST(Partners, a_close_brings_the_other_half_back_to_the_team) {
    Two world;
    world.forget();
    world.does(world.demand, R"("event":"request.closed","by":"anna","outcome":"filled")");
    EXPECT_THAT(world.told("request.|clock.started"),
                ElementsAre("#1 request.closed", "#2 request.deciding", "#2 clock.started decide"));
    EXPECT_EQ(world.request(world.offer).state, State::deciding);
}

TEST(Partners, an_other_half_with_another_open_partner_stays_introduced) {
    Two world;
    const RequestNumber third = world.submits({"demand", "delinde2", {"5038 AB"}, 1});
    world.does(third, anna_takes_up);
    world.does(third, R"("event":"request.introduced","by":"anna","with":"NLWD-2026-000002")");
    world.does(world.demand, R"("event":"request.closed","by":"anna","outcome":"filled")");
    EXPECT_EQ(world.request(world.offer).state, State::introduced);
    world.does(third, R"("event":"request.closed","by":"anna","outcome":"filled")");
    EXPECT_EQ(world.request(world.offer).state, State::deciding);
}

TEST(Partners, an_introduction_to_itself_or_to_an_unknown_one_is_refused) {
    Two world;
    for (const char* with : {"NLWD-2026-000001", "NLWD-2026-000009"}) {
        const Reply reply =
            world.does(world.demand, R"("event":"request.introduced","by":"anna","with":")" +
                                         std::string(with) + "\"");
        EXPECT_EQ(reply.refusal->kind, RefusalKind::invalid) << with;
    }
}

struct OneMail : World {
    RequestNumber one = submits();
    std::int64_t id = store.outbox(MailState::waiting, 1).at(0).id;  // new_request to anna
    MailResult result(MailResult::Kind kind) const { return {id, kind, "450 later", now(), true}; }
    OneMail() { forget(); }
};

TEST(MailResults, sent_dropped_and_failed_are_journalled_once_and_leave_the_queue) {
    struct Row {
        MailResult::Kind kind;
        const char* line;
        MailState state;
    };
    for (const Row& row : {Row{MailResult::Kind::sent, "mail.sent", MailState::sent},
                           Row{MailResult::Kind::dropped, "mail.dropped", MailState::dropped},
                           Row{MailResult::Kind::failed, "mail.failed", MailState::parked}}) {
        OneMail world;
        world.mail_became(world.result(row.kind));
        world.mail_became(world.result(row.kind));
        EXPECT_THAT(world.told("mail.sent|mail.dropped|mail.failed"),
                    ElementsAre("#1 " + std::string(row.line) + " new_request -> owner:anna"));
        EXPECT_EQ(std::ranges::count(world.store.events, world.id, &Event::mail), 1);
        EXPECT_EQ(world.store.mail(world.id)->state, row.state);
    }
}

TEST(MailResults, a_retry_is_not_journalled_and_waits_until_its_next_attempt) {
    OneMail world;
    MailResult later = world.result(MailResult::Kind::retry);
    later.next_attempt = at("2026-11-23 10:00");
    world.mail_became(later);
    EXPECT_THAT(world.told(), IsEmpty());
    const OutboxMail mail = world.store.mail(world.id).value();
    EXPECT_EQ(mail.state, MailState::waiting);
    EXPECT_EQ(mail.next_attempt, at("2026-11-23 10:00"));
    EXPECT_EQ(mail.attempts, 1);
    EXPECT_EQ(mail.first_failure, world.now());
    later.count_attempt = false;
    world.mail_became(later);
    EXPECT_EQ(world.store.mail(world.id)->attempts, 1);
}

TEST(MailResults, of_an_unknown_mail_nothing_is_kept) {
    OneMail world;
    world.mail_became({999, MailResult::Kind::sent, "", {}, false});
    EXPECT_THAT(world.told(), IsEmpty());
}

TEST(DaemonEvents, start_and_stop_are_journalled_with_the_version) {
    World world;
    world.store.transaction([&] {
        world.engine->record(EventName::daemon_started, world.now());
        world.engine->record(EventName::daemon_stopped, world.now());
    });
    EXPECT_THAT(world.told(), ElementsAre("daemon.started", "daemon.stopped"));
    EXPECT_EQ(world.store.events.back().version, WERKTDOOR_VERSION);
}

TEST(Told, what_was_recorded_is_told_once_and_not_when_it_was_undone) {
    World world;
    world.engine->recorder().take();
    const std::size_t mark = world.engine->recorder().mark();
    world.submits();
    world.engine->recorder().back_to(mark);
    EXPECT_THAT(world.engine->recorder().take(), IsEmpty());
    world.submits();
    EXPECT_EQ(world.engine->recorder().take().size(), world.told().size() / 2);
    EXPECT_THAT(world.engine->recorder().take(), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
