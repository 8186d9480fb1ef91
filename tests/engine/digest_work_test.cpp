// Digests: one per address and day, on record whether sent or not (sections 3 and 9).
#include "engine/digest_work.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

RuleSet with_digests(RuleSet rules = build::a_ruleset()) {
    rules.digests.team = DigestRule{Minutes(8 * 60 + 15), true};
    rules.digests.regional_contact = DigestRule{Minutes(8 * 60 + 30), true};
    return rules;
}

// Two regions are enough, or every day has nine lines of digests.
RuleSet two_regions() {
    RuleSet rules = with_digests();
    std::erase_if(rules.regions, [](const auto& entry) {
        return entry.first.text() != "midden-brabant" && entry.first.text() != "west-brabant";
    });
    return rules;
}

// How many stand in a section of the newest digest to `key`.
std::string count_in(World& world, const std::string& key, const std::string& section) {
    for (const OutboxMail& mail : world.store.outbox(std::nullopt, 1000))
        if (kind_text(mail).starts_with("digest") && mail.to.key == key)
            return mail.facts.values.at(section + "_count");
    return "no digest";
}

TEST(Digest, the_team_gets_it_at_0815_and_the_contacts_at_0830_not_held) {
    World world(two_regions());
    referred(world);
    world.forget().at("2026-11-24 12:00");
    EXPECT_THAT(
        world.dated("digest."),
        ElementsAre("11-24 08:15 digest.queued digest_team -> team:anna",
                    "11-24 08:15 digest.queued digest_team -> team:bram",
                    "11-24 08:15 digest.queued digest_team -> team:chris",
                    "11-24 08:15 digest.queued digest_team -> team:dirk",
                    "11-24 08:30 digest.queued digest_contact -> regional_contact:midden-brabant",
                    "11-24 08:30 digest.skipped digest_contact -> regional_contact:west-brabant"));
    const auto skipped =
        std::ranges::find(world.store.events, EventName::digest_skipped, &Event::name);
    EXPECT_EQ(skipped->reason, "empty");
}

TEST(Digest, working_days_only) {
    World world(two_regions(), "2026-11-27 09:12");
    referred(world);
    world.forget().at("2026-11-29 23:59");
    EXPECT_THAT(world.told("digest."), IsEmpty());
    world.at("2026-11-30 08:15");
    EXPECT_EQ(world.told("digest.queued").size(), 4U);
}

TEST(Digest, one_per_address_over_all_its_regions) {
    RuleSet rules = two_regions();
    rules.regions.at(RegionKey("west-brabant")).contact.email =
        rules.regions.at(RegionKey("midden-brabant")).contact.email;
    World world(rules);
    referred(world);
    referred(world, {.postcodes = {"4811 AA"}});
    world.forget().at("2026-11-24 08:30");
    EXPECT_THAT(world.told("digest.queued digest_contact"),
                ElementsAre("digest.queued digest_contact -> regional_contact:midden-brabant"));
    EXPECT_EQ(count_in(world, "midden-brabant", "due_soon"), "2");
}

TEST(Digest, of_several_regions_each_is_told_since_its_own_last_one) {
    RuleSet rules = two_regions();
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    region.contact.absent = {{build::day("2026-11-26"), build::day("2026-11-26")}};
    region.backup->email = rules.regions.at(RegionKey("west-brabant")).contact.email;
    World world(rules);
    world.at("2026-11-23 11:00");
    const RequestNumber stays = referred(world);
    const RequestNumber declined = referred(world);
    for (const char* what : {"forwarded", "wsp_responded"})
        world.does(stays, std::string(R"("event":"referral.)") + what +
                              R"(","by":"backup","region":"midden-brabant")");
    world.at("2026-11-24 10:00");
    world.does(declined, R"("event":"referral.declined","by":"backup",)"
                         R"("region":"midden-brabant","reason":"no_capacity")");
    world.at("2026-11-25 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "1");
    world.forget().at("2026-11-26 08:30");  // with a region that had nothing to tell so far
    EXPECT_THAT(world.told("digest.queued digest_contact"),
                ElementsAre("digest.queued digest_contact -> backup:midden-brabant"));
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "");
    EXPECT_EQ(count_in(world, "midden-brabant", "new"), "");
    EXPECT_EQ(count_in(world, "midden-brabant", "open"), "1");
}

TEST(Digest, an_absent_contacts_goes_to_the_backup_instead) {
    RuleSet rules = two_regions();
    rules.regions.at(RegionKey("midden-brabant")).contact.absent = {
        {build::day("2026-11-24"), build::day("2026-11-24")}};
    World world(rules);
    referred(world);
    world.forget().at("2026-11-24 08:30");
    EXPECT_THAT(world.told("digest.queued digest_contact"),
                ElementsAre("digest.queued digest_contact -> backup:midden-brabant"));
}

TEST(Digest, lists_once_what_ended_before_the_last_one_and_was_told_after_it) {
    World world(two_regions());
    const RequestNumber declined = referred(world);
    const RequestNumber closed = referred(world);
    world.at("2026-11-24 12:00");
    world.does(declined, R"("event":"referral.declined","by":"backup","region":"midden-brabant",)"
                         R"("reason":"no_capacity","happenedAt":"2026-11-23T16:00:00+01:00")");
    world.does(closed, R"("event":"request.closed","by":"anna","outcome":"withdrawn",)"
                       R"("reason":"-","happenedAt":"2026-11-23T16:30:00+01:00")");
    world.at("2026-11-25 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "2");
    EXPECT_EQ(count_in(world, "anna", "closed"), "1");
    const RequestNumber later = referred(world);
    world.at("2026-11-26 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "") << later;
    EXPECT_EQ(count_in(world, "anna", "closed"), "");
}

TEST(Digest, lists_once_as_new_what_was_sent_before_the_last_one_and_told_after_it) {
    World world(two_regions());
    const RequestNumber one = taken_up(world);
    const RequestNumber both = taken_up(world);
    world.at("2026-11-24 12:00");
    const std::string sent = R"("event":"request.referred","by":"anna",)"
                             R"("happenedAt":"2026-11-23T16:00:00+01:00")";
    const std::string forwarded =
        R"("event":"referral.forwarded","by":"backup","region":"midden-brabant")";
    world.does(one, sent);
    world.does(one, forwarded);
    world.does(both, sent);
    world.does(both, R"("event":"referral.declined","by":"backup","region":"midden-brabant",)"
                     R"("reason":"no_capacity","happenedAt":"2026-11-23T16:00:00+01:00")");
    world.does(both, R"("event":"request.referred","by":"anna","regions":["midden-brabant"],)"
                     R"("happenedAt":"2026-11-23T16:00:00+01:00")");
    world.does(both, forwarded);
    world.at("2026-11-25 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "new"), "2");
    EXPECT_EQ(count_in(world, "midden-brabant", "open"), "");
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "1");
    world.at("2026-11-26 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "new"), "");
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "");
}

TEST(Digest, not_twice_a_day_whatever_restarts) {
    World world(two_regions());
    referred(world);
    world.at("2026-11-24 08:30").forget();
    world.down_until("2026-11-24 08:30").down_until("2026-11-24 08:31");
    world.down_until("2026-11-24 16:59").at("2026-11-24 23:59");
    EXPECT_THAT(world.told("digest."), IsEmpty());
}

TEST(Digest, not_twice_a_day_when_its_time_is_put_later) {
    RuleSet rules = two_regions();
    World world(rules);
    referred(world);
    world.at("2026-11-24 09:00").forget();
    rules.digests.team->at = Minutes(10 * 60);
    world.reload(rules).at("2026-11-24 23:59");
    EXPECT_THAT(world.told("digest."), IsEmpty());
    world.at("2026-11-25 12:00");
    EXPECT_THAT(world.dated("digest.queued digest_team"),
                Contains("11-25 10:00 digest.queued digest_team -> team:anna"));
}

TEST(Digest, the_first_one_after_the_very_first_start_is_the_next_of_its_times) {
    World world(two_regions(), "2026-11-23 08:20");
    referred(world);
    world.forget().at("2026-11-23 23:59");
    EXPECT_THAT(world.told("digest.queued digest_team"), IsEmpty());
    EXPECT_THAT(world.dated("digest.queued"),
                ElementsAre("11-23 08:30 digest.queued digest_contact -> "
                            "regional_contact:midden-brabant"));
}

TEST(Digest, after_downtime_at_once_while_it_is_the_same_working_day_before_closing) {
    World world(two_regions());
    referred(world);
    world.at("2026-11-23 18:00").forget();
    world.down_until("2026-11-24 16:59");
    EXPECT_THAT(world.dated("digest.queued"),
                Contains("11-24 16:59 digest.queued digest_team -> team:anna"));
    EXPECT_EQ(world.told("digest.queued").size(), 5U);
}

TEST(Digest, after_closing_or_on_a_later_day_it_is_skipped_as_down) {
    for (const char* up : {"2026-11-24 17:00", "2026-11-25 08:00"}) {
        World world(two_regions());
        referred(world);
        world.at("2026-11-23 18:00").forget();
        world.down_until(up);
        EXPECT_THAT(world.told("digest.queued"), IsEmpty()) << up;
        EXPECT_EQ(world.told("digest.skipped").size(), 6U) << up;
        EXPECT_EQ(world.store.events.back().reason, "down") << up;
    }
}

TEST(Digest, of_several_days_down_each_address_has_one_line) {
    World world(two_regions());
    referred(world);
    world.at("2026-11-23 18:00").forget();
    world.down_until("2026-11-27 12:00");
    EXPECT_THAT(world.told("digest.skipped"),
                ElementsAre("digest.skipped digest_contact -> regional_contact:west-brabant"));
    EXPECT_EQ(world.told("digest.queued").size(), 5U);
}

TEST(Digest, the_next_one_covers_everything_since_the_last) {
    World world(two_regions());
    world.at("2026-11-24 12:00");
    const RequestNumber one = referred(world);
    world.at("2026-11-24 13:00")
        .does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.down_until("2026-11-25 18:00").forget();  // Wednesday's are skipped
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "no digest");
    world.at("2026-11-26 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "1");
    EXPECT_EQ(count_in(world, "anna", "closed"), "1");
    world.at("2026-11-27 08:30");
    EXPECT_THAT(world.dated("digest.queued"), Not(Contains(::testing::HasSubstr("11-27"))))
        << "it was told once";
}

TEST(Digest, an_empty_one_moves_nothing_on) {
    World world(two_regions());
    world.at("2026-11-24 12:00");
    EXPECT_EQ(world.told("digest.skipped").size(), 6U);
    referred(world);
    world.at("2026-11-25 08:30");
    EXPECT_EQ(count_in(world, "midden-brabant", "due_soon"), "1");
}

TEST(Digest, an_empty_one_is_sent_where_the_rules_say_so) {
    RuleSet rules = two_regions();
    rules.digests.skip_empty = false;
    World world(rules);
    world.at("2026-11-24 08:30");
    EXPECT_EQ(world.told("digest.queued").size(), 6U);
    EXPECT_THAT(world.told("digest.skipped"), IsEmpty());
}

TEST(Digest, the_teams_names_rejected_submissions_and_parked_mail) {
    World world(two_regions());
    world.reject({"nlwerktdoor.nl", "msg_1", "aa", "{}", {{"/data/kind", "is required"}}});
    const std::int64_t mail = world.store.outbox(MailState::waiting, 1).at(0).id;
    world.mail_became({mail, MailResult::Kind::failed, "550", {}, false});
    world.at("2026-11-24 08:15");
    EXPECT_EQ(count_in(world, "anna", "rejected"), "1");
    EXPECT_EQ(count_in(world, "anna", "parked"), "1");
}

TEST(Digest, clocks_come_before_the_digest_of_the_same_instant) {
    RuleSet rules = two_regions();
    rules.digests.team->at = Minutes(9 * 60 + 12);
    World world(rules);
    world.submits();
    world.at("2026-11-24 09:12");
    EXPECT_EQ(count_in(world, "anna", "too_late"), "1");
}

// One transaction at half past eight on the second day; the lines that it told.
Lines one_batch(World& world, const std::string& local = "2026-11-24 08:30") {
    world.forget();
    world.store.transaction([&] { world.engine->work_due(at(local), World::whole_page); });
    for (std::string& trouble : world.engine->take_troubles()) world.troubles.push_back(trouble);
    return world.told("digest.");
}

const char* const first_contact = "digest.queued digest_contact -> regional_contact:midden-brabant";
const char* const second_contact = "digest.queued digest_contact -> regional_contact:west-brabant";

// Both regions have something to tell, and the team had theirs.
struct TwoContacts : World {
    explicit TwoContacts(RuleSet rules = two_regions()) : World(std::move(rules)) {
        referred(*this);
        referred(*this, {.postcodes = {"4811 AA"}});
        World::at("2026-11-24 08:29");
    }
};

TEST(Digest, each_contacts_is_a_transaction_of_its_own) {
    TwoContacts world;
    EXPECT_THAT(one_batch(world), ElementsAre(first_contact));
    EXPECT_THAT(one_batch(world), ElementsAre(second_contact));
    EXPECT_THAT(one_batch(world), IsEmpty());
}

TEST(Digest, a_restart_between_two_goes_on_with_the_others) {
    TwoContacts world;
    one_batch(world);
    world.forget().down_until("2026-11-24 08:31");
    EXPECT_THAT(world.told("digest."), ElementsAre(second_contact));
    world.forget().down_until("2026-11-24 08:32");
    EXPECT_THAT(world.told("digest."), IsEmpty());
}

TEST(Digest, what_a_restart_leaves_behind_until_closing_is_skipped) {
    TwoContacts world;
    one_batch(world);
    world.forget().down_until("2026-11-24 17:00");
    EXPECT_THAT(world.told("digest."),
                ElementsAre("digest.skipped digest_contact -> regional_contact:west-brabant"));
}

TEST(Digest, of_a_day_that_was_left_half_done_the_next_one_tells_each_what_it_missed) {
    TwoContacts world;
    one_batch(world);
    world.forget().down_until("2026-11-25 12:00");
    EXPECT_THAT(world.told("digest.queued digest_contact"),
                ElementsAre(first_contact, second_contact));
}

TEST(Digest, an_address_that_had_one_gets_no_second_by_rules_that_come_in_between) {
    RuleSet rules = two_regions();
    TwoContacts world(rules);
    one_batch(world);
    rules.regions.at(RegionKey("west-brabant")).contact.email =
        rules.regions.at(RegionKey("midden-brabant")).contact.email;
    world.forget().reload(rules).at("2026-11-24 23:59");
    EXPECT_THAT(world.told("digest."), IsEmpty());
    world.at("2026-11-25 08:30");
    EXPECT_THAT(world.told("digest.queued digest_contact"), ElementsAre(first_contact));
}

TEST(Digest, both_receivers_of_a_region_hear_the_same) {
    RuleSet rules = two_regions();
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    region.contact.absent = {{build::day("2026-11-24"), build::day("2026-11-24")}};
    region.backup->absent = region.contact.absent;
    World world(rules);
    const RequestNumber one = referred(world);
    world.at("2026-11-23 10:00");
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.at("2026-11-24 08:29");
    EXPECT_EQ(one_batch(world).size(), 1U);
    EXPECT_EQ(one_batch(world).size(), 1U);
    EXPECT_EQ(count_in(world, "midden-brabant", "closed"), "1");
    EXPECT_EQ(count_in(world, rules.roster.coordinator.text(), "closed"), "1");
}

TEST(Digest, one_that_cannot_be_made_holds_up_no_other) {
    TwoContacts world;
    world.store.before_append = [](const Event& event) {
        if (event.recipients.front().key == "midden-brabant") throw std::logic_error("a defect");
    };
    EXPECT_THAT(one_batch(world), ElementsAre(second_contact));
    EXPECT_THAT(one_batch(world), IsEmpty());
    EXPECT_THAT(std::exchange(world.troubles, {}),
                Each(std::string("the digests for regional_contact: a defect")));
    world.store.before_append = [](const Event&) {};
    EXPECT_THAT(one_batch(world), ElementsAre(first_contact)) << "it is tried again";
    EXPECT_THAT(one_batch(world), IsEmpty());
}

TEST(Digest, none_where_the_rules_have_none) {
    World world;
    referred(world);
    world.forget().at("2026-11-25 23:59");
    EXPECT_THAT(world.told("digest."), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
