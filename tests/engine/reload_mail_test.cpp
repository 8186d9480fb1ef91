// Mail is neither lost nor repeated over a reload, and a digest comes once a day (section 9).
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

RuleSet digests_at(int minutes) {
    RuleSet rules = build::a_ruleset();
    std::erase_if(rules.regions, [](const auto& entry) { return entry.first != brabant; });
    rules.digests.regional_contact = DigestRule{Minutes(minutes), true};
    return rules;
}

constexpr int half_past_eight = 8 * 60 + 30;
constexpr int half_past_nine = 9 * 60 + 30;

const char* const sent_at_0830 =
    "11-24 08:30 digest.queued digest_contact -> regional_contact:midden-brabant";

TEST(DigestOverReloads, comes_once_when_reloads_lie_around_its_time) {
    World world(digests_at(half_past_eight));
    referred(world);
    world.forget();
    for (const char* time : {"08:29", "08:30", "08:31"}) {
        world.at(std::string("2026-11-24 ") + time).reload(digests_at(half_past_eight));
        world.down_until(world.now());
    }
    world.at("2026-11-24 23:00");
    EXPECT_THAT(world.dated("digest."), ElementsAre(sent_at_0830));
}

TEST(DigestOverReloads, a_time_put_later_after_it_went_out_counts_from_the_next_day) {
    World world(digests_at(half_past_eight));
    referred(world);
    world.forget();
    world.at("2026-11-24 09:00").reload(digests_at(half_past_nine)).at("2026-11-25 12:00");
    EXPECT_THAT(
        world.dated("digest."),
        ElementsAre(sent_at_0830,
                    "11-25 09:30 digest.queued digest_contact -> regional_contact:midden-brabant"));
}

TEST(DigestOverReloads, a_time_put_earlier_than_now_sends_it_at_once) {
    World world(digests_at(half_past_nine));
    referred(world);
    world.forget();
    world.at("2026-11-24 09:00").forget();
    world.reload(digests_at(half_past_eight)).at("2026-11-24 23:00");
    EXPECT_THAT(
        world.dated("digest."),
        ElementsAre("11-24 09:00 digest.queued digest_contact -> regional_contact:midden-brabant"));
}

TEST(MailOverReloads, what_waits_goes_where_it_was_addressed_and_what_follows_to_the_new_address) {
    World world;
    const RequestNumber one = referred(world);
    world.forget();
    RuleSet rules = build::a_ruleset();
    rules.regions.at(brabant).contact.email = "nieuw@midden-brabant.example";
    const auto to_contact = [&] {
        Lines addresses;
        for (const OutboxMail& mail : world.store.outbox(MailState::waiting, 100))
            if (mail.to.role == Role::regional_contact) addresses.push_back(mail.to.address);
        return addresses;
    };
    world.reload(rules);
    EXPECT_THAT(to_contact(), ElementsAre("contact@midden-brabant.example"));
    world.does(one, R"("event":"request.amended","by":"anna","data":{"headcount":5})");
    EXPECT_THAT(to_contact(),
                ElementsAre("nieuw@midden-brabant.example", "contact@midden-brabant.example"))
        << "newest first";
}

TEST(MailOverReloads, queued_held_and_retried_mail_stays_as_it_is) {
    World world(build::a_ruleset(), "2026-11-23 18:00");  // after closing: the team's mail is held
    referred(world);
    world.forget();
    MailResult retry;
    retry.id = world.store.outbox(MailState::waiting, 100).back().id;
    retry.kind = MailResult::Kind::retry;
    retry.next_attempt = at("2026-11-23 18:05");
    retry.count_attempt = true;
    retry.reason = "busy";
    world.mail_became(retry);
    const auto state = [&] {
        Lines lines;
        for (const OutboxMail& mail : world.store.outbox(std::nullopt, 100))
            lines.push_back(std::to_string(mail.id) + " " + std::string(name_of(mail.state)) + " " +
                            mail.to.address + " " + to_rfc3339(mail.next_attempt) + " " +
                            std::to_string(mail.attempts));
        return lines;
    };
    const Lines before = state();
    for (int i = 0; i < 20; ++i) world.reload(build::a_ruleset());
    world.down_until("2026-11-23 18:01", build::a_ruleset());
    EXPECT_EQ(state(), before);
    EXPECT_THAT(world.told("mail."), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
