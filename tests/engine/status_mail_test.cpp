// The status mail that waits, in the store: restarts, people who send or drop it, mail on its way.
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string status = "mail.queued status|mail.joined status|mail.sent status";

RequestNumber referred_at_two_sites(World& world) {
    return referred(world, {.postcodes = {"5038 AB", "7933 AA"}});
}

void tells_feedback(World& world, const RequestNumber& number, const std::string& note) {
    const Reply reply = world.does(number, R"("event":"referral.feedback","filled":1,"by":"anna",)"
                                           R"("region":"midden-brabant","note":")" +
                                               note + "\"");
    ASSERT_FALSE(reply.refusal);
}

OutboxMail the_status(World& world) {
    OutboxMail found;
    for (const OutboxMail& mail : world.store.outbox(MailState::waiting, 100))
        if (mail.kind == MailKind::status && found.id == 0) found = mail;  // newest first
    return found;
}

std::vector<std::string> notes_of(const OutboxMail& mail) {
    std::vector<std::string> notes;
    const auto list = mail.facts.lists.find("notes");
    if (list != mail.facts.lists.end())
        for (const Facts& note : list->second) notes.push_back(note.values.at("text"));
    return notes;
}

MailResult sent(const OutboxMail& mail) {
    MailResult result;
    result.id = mail.id;
    result.joined = mail.joined;
    return result;
}

TEST(StatusInTheStore, waits_across_a_restart_and_takes_the_news_after_it) {
    World world;
    const RequestNumber number = referred_at_two_sites(world);
    world.at("2026-11-23 12:00");
    tells_feedback(world, number, "een");
    world.down_until("2026-11-23 15:00");
    tells_feedback(world, number, "twee");
    EXPECT_THAT(world.told(status), ElementsAre("#1 mail.queued status -> employer (held)",
                                                "#1 mail.joined status -> employer (held)",
                                                "#1 mail.joined status -> employer (held)"));
    const OutboxMail mail = the_status(world);
    EXPECT_THAT(notes_of(mail), ElementsAre("een", "twee"));
    EXPECT_EQ(mail.next_attempt, at("2026-11-23 17:00"));
    EXPECT_EQ(mail.joined, 2);
}

TEST(StatusInTheStore, asks_once_about_a_wsp_that_answered_twice) {
    World world;
    const RequestNumber one = referred(world);
    for (int i = 0; i < 2; ++i) {
        world.does(one, R"("event":"referral.forwarded","by":"backup","region":"midden-brabant",)"
                        R"("wsps":["wsp-tilburg"])");
        world.does(one, R"("event":"referral.wsp_responded","by":"wsp","region":"midden-brabant")");
    }
    world.does(one,
               R"("event":"referral.feedback","by":"backup","region":"midden-brabant","filled":0)");
    EXPECT_EQ(mail_of(world, MailKind::status).facts.lists["asked"].size(), 1U);
}

TEST(StatusInTheStore, that_could_not_leave_at_closing_takes_no_more_news) {
    World world;
    const RequestNumber number = referred_at_two_sites(world);
    world.at("2026-11-24 10:00");
    tells_feedback(world, number, "een");
    const auto mails = world.store.outbox(MailState::waiting, 100);
    EXPECT_EQ(std::ranges::count(mails, MailKind::status, &OutboxMail::kind), 2);
    EXPECT_THAT(notes_of(the_status(world)), ElementsAre("een"));
}

TEST(StatusInTheStore, that_a_person_dropped_is_followed_by_a_mail_of_its_own) {
    World world;
    const RequestNumber number = referred_at_two_sites(world);
    world.decide({DeskDecision::Kind::drop, the_status(world).id, "anna", "Gebeld."});
    world.forget();
    tells_feedback(world, number, "een");
    EXPECT_THAT(world.told(status), ElementsAre("#1 mail.queued status -> employer (held)"));
    EXPECT_THAT(notes_of(the_status(world)), ElementsAre("een"));
}

TEST(StatusInTheStore, news_that_joins_it_on_its_way_goes_in_a_mail_of_its_own) {
    World world;
    const RequestNumber number = referred_at_two_sites(world);
    const OutboxMail as_read = the_status(world);
    tells_feedback(world, number, "een");
    world.forget();
    world.mail_became(sent(as_read));
    EXPECT_THAT(world.told(status), ElementsAre("#1 mail.sent status -> employer",
                                                "#1 mail.queued status -> employer"));
    const OutboxMail rest = the_status(world);
    EXPECT_THAT(notes_of(rest), ElementsAre("een"));
    world.mail_became(sent(rest));
    EXPECT_EQ(the_status(world).id, 0) << "all is told";
}

TEST(StatusInTheStore, is_let_go_by_the_closing_and_leaves_ahead_of_it) {
    World world;
    const RequestNumber number = referred_at_two_sites(world);
    world.at("2026-11-23 12:00");
    tells_feedback(world, number, "een");
    world.does(number, R"("event":"request.closed","by":"anna","outcome":"filled")");
    std::vector<std::string> due;
    for (const OutboxMail& mail : world.store.mails_due(world.now(), 100))
        if (mail.to.role == Role::employer) due.push_back(kind_text(mail));
    EXPECT_THAT(due, ElementsAre("confirmation", "status", "closing"));
    EXPECT_THAT(notes_of(the_status(world)), ElementsAre("een"));
}

TEST(StatusInTheStore, of_an_owner_who_leaves_names_the_new_one) {
    World world;
    referred_at_two_sites(world);
    RuleSet rules = build::a_ruleset();
    rules.roster.team.erase(MemberKey("anna"));
    for (auto& entry : rules.roster.week) entry = MemberKey("bram");
    world.reload(rules);
    EXPECT_EQ(the_status(world).facts.values.at("owner_name"), "bram");
}

}  // namespace
}  // namespace werktdoord
