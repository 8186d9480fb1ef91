// What a mail says of its request it says as it is when it leaves.
#include "engine/leaving_mail.hpp"

#include <gtest/gtest.h>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

std::string value(const OutboxMail& mail, const std::string& name) {
    return mail.facts.value(name);
}

struct Written : World {
    RequestNumber one = submits();
    OutboxMail leaves(MailKind kind) {
        return written(mail_of(*this, kind), *store.load(one), engine->rules(), now());
    }
};

TEST(WrittenMail, of_what_only_tells_how_a_request_stands_nothing_is_kept) {
    Written world;
    for (const MailKind kind : {MailKind::confirmation, MailKind::new_request}) {
        EXPECT_EQ(mail_of(world, kind).facts, Facts()) << name_of(kind);
        EXPECT_EQ(value(world.leaves(kind), "number"), world.one.text()) << name_of(kind);
        EXPECT_EQ(value(world.leaves(kind), "headcount"), "4") << name_of(kind);
    }
    EXPECT_FALSE(world.leaves(MailKind::confirmation).facts.lists.at("next_steps").empty());
}

TEST(WrittenMail, an_amendment_that_came_meanwhile_is_in_it) {
    Written world;
    world.does(world.one, R"("event":"request.amended","by":"anna","data":{"headcount":7})");
    EXPECT_EQ(value(world.leaves(MailKind::confirmation), "headcount"), "7");
}

TEST(WrittenMail, a_later_owner_reads_that_the_employer_was_contacted_and_what_was_said) {
    Written world;
    EXPECT_EQ(value(world.leaves(MailKind::new_request), "what_nl"), "");
    world.does(world.one, anna_takes_up);
    world.does(world.one,
               R"("event":"request.reassigned","by":"anna","to":"chris","note":"Bel na tien.")");
    const OutboxMail kept = mail_of(world, MailKind::new_request);
    EXPECT_EQ(kept.to.key, "chris");
    const OutboxMail leaves =
        written(kept, *world.store.load(world.one), world.engine->rules(), world.now());
    EXPECT_THAT(value(leaves, "what_nl"), testing::HasSubstr("al contact geweest"));
    EXPECT_EQ(value(leaves, "note"), "Bel na tien.");
    EXPECT_EQ(value(leaves, "headcount"), "4");
}

TEST(WrittenMail, an_alert_tells_its_clock_and_how_the_request_stands_then) {
    Written world;
    world.at("2026-11-24 09:12");
    const OutboxMail kept = mail_of(world, MailKind::alert);
    EXPECT_EQ(kept.facts.values,
              (std::map<std::string, std::string>{{"due", "dinsdag 24 november 2026, 09:12 uur"}}));
    world.does(world.one, R"("event":"request.reassigned","by":"anna","to":"chris")");
    const OutboxMail leaves = world.leaves(MailKind::alert);
    EXPECT_EQ(value(leaves, "number"), world.one.text());
    EXPECT_EQ(value(leaves, "due"), value(kept, "due"));
    EXPECT_EQ(value(leaves, "clock_nl"), "contact met de werkgever");
    EXPECT_EQ(value(leaves, "step_nl"), "verlopen");
    EXPECT_EQ(value(leaves, "owner_name"), "chris");
    EXPECT_EQ(value(leaves, "headcount"), "4");
    EXPECT_EQ(leaves.facts.lists.at("next_steps").size(), 1U);
}

TEST(WrittenMail, an_alert_asks_each_what_its_page_offers) {
    World world;
    const auto one = referred(world);
    world.at("2026-11-24 09:12");  // the contact did not forward it
    std::map<Role, std::string> asked;
    std::map<Role, std::string> offered;
    for (const OutboxMail& mail : world.store.outbox(std::nullopt, 1000)) {
        if (mail.kind != MailKind::alert || mail.clock != ClockName::forward) continue;
        const OutboxMail leaves =
            written(mail, *world.store.load(one), world.engine->rules(), world.now());
        asked[mail.to.role] = leaves.facts.lists.at("next_steps").at(0).values.at("text");
        offered[mail.to.role] = value(leaves, "link_nl");
    }
    ASSERT_TRUE(asked.contains(Role::team) && asked.contains(Role::regional_contact));
    EXPECT_THAT(asked[Role::team], testing::HasSubstr("nog niet doorgestuurd naar het WSP. Bel of "
                                                      "mail het regiocontact: Regiocontact"));
    EXPECT_THAT(asked[Role::team], testing::HasSubstr("@"));
    EXPECT_THAT(offered[Role::team], testing::HasSubstr("een opmerking vastleggen"));
    EXPECT_THAT(asked[Role::regional_contact], testing::StartsWith("Stuur de melding door"));
    EXPECT_EQ(offered[Role::regional_contact], "");
}

TEST(WrittenMail, an_alert_that_an_older_version_wrote_whole_says_what_it_said) {
    Written world;
    world.at("2026-11-24 09:12");
    OutboxMail mail = mail_of(world, MailKind::alert);
    mail.facts.values["owner_name"] = "Wie het toen was";
    mail.facts.values["clock_nl"] = "iets doen";
    mail = written(mail, *world.store.load(world.one), world.engine->rules(), world.now());
    EXPECT_EQ(value(mail, "owner_name"), "Wie het toen was");
    EXPECT_EQ(value(mail, "clock_nl"), "iets doen");
}

TEST(WrittenMail, news_asks_only_what_is_still_to_be_done) {
    World world;
    const auto one = referred(world);
    world.does(one, R"("event":"request.amended","by":"anna","data":{"headcount":7})");
    const OutboxMail kept = mail_of(world, MailKind::update);
    ASSERT_EQ(kept.to.role, Role::regional_contact);
    EXPECT_EQ(value(kept, "clock_nl"), "doorsturen naar het WSP");
    const auto leaves = [&](const OutboxMail& mail) {
        return written(mail, *world.store.load(one), world.engine->rules(), world.now());
    };
    EXPECT_EQ(leaves(kept).facts.values.at("due"), value(kept, "due"));
    world.does(one,
               R"("event":"referral.forwarded","by":"regional_contact","region":"midden-brabant")");
    EXPECT_EQ(value(leaves(kept), "clock_nl"), "de stand van zaken");
    EXPECT_EQ(value(leaves(kept), "what_nl"), value(kept, "what_nl"));
    world.does(one, R"("event":"referral.declined","by":"regional_contact",)"
                    R"("region":"midden-brabant","reason":"no_capacity")");
    EXPECT_EQ(value(leaves(kept), "clock_nl"), "");
    EXPECT_EQ(value(leaves(kept), "due"), "");

    const OutboxMail declined = mail_of(world, MailKind::update);
    ASSERT_EQ(declined.to.role, Role::owner);
    EXPECT_EQ(leaves(declined).facts.lists.count("next_steps"), 1U);
    world.does(one, R"("event":"request.referred","by":"anna","regions":["midden-brabant"])");
    EXPECT_EQ(leaves(declined).facts.lists.count("next_steps"), 0U) << "it was decided";
    EXPECT_EQ(value(leaves(declined), "what_nl"), value(declined, "what_nl"));
}

TEST(WrittenMail, an_employer_whose_request_is_open_again_reads_who_decides_what_and_by_when) {
    World world;
    const auto one = taken_up(world);
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"not_filled","reason":"-")");
    world.at("2026-11-24 10:00")
        .does(one, R"("event":"request.reopened","by":"anna","reason":"-")");
    const OutboxMail mail = mail_of(world, MailKind::update);
    ASSERT_EQ(mail.to.role, Role::employer);
    std::string told;
    for (const Facts& step : mail.facts.lists.at("next_steps")) told += step.values.at("text");
    EXPECT_THAT(told, testing::HasSubstr("besluit hoe het verder gaat"));
    EXPECT_THAT(told, testing::HasSubstr("uiterlijk donderdag 26 november 2026, 10:00 uur."));
    EXPECT_THAT(told, testing::HasSubstr("Uw contactpersoon bij Team NLWerktDoor is anna (anna@"));
    EXPECT_EQ(value(mail, "due"), "") << "nothing is asked of an employer";
}

TEST(WrittenMail, what_it_says_itself_stays) {
    Written world;
    OutboxMail mail = mail_of(world, MailKind::new_request);
    mail.kind = MailKind::introduction;
    mail.facts.values = {{"employer_name", "De andere werkgever"}, {"description", ""}};
    const OutboxMail leaves =
        written(mail, *world.store.load(world.one), world.engine->rules(), world.now());
    EXPECT_EQ(value(leaves, "employer_name"), "De andere werkgever");
    EXPECT_EQ(value(leaves, "description"), "") << "of the other employer, who wrote none";
    EXPECT_EQ(value(leaves, "kind_nl"), "vraag naar personeel");
}

}  // namespace
}  // namespace werktdoord
