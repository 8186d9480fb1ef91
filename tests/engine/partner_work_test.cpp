// Matches and cases in what the team reads: looked for when it is read, by the store's index.
#include "engine/partner_work.hpp"

#include <gmock/gmock.h>

#include "engine/leaving_mail.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Wish an_offer(const std::string& employer = "spoor", int headcount = 10) {
    return {"offer", employer, {"5038 AB"}, headcount};
}

Wish a_demand(const std::string& employer, int headcount) {
    return {"demand", employer, {"5038 AB"}, headcount};
}

std::vector<std::string> partners(World& world, const RequestNumber& number) {
    std::vector<std::string> found;
    for (const Partner& partner :
         find_partners(world.store, world.request(number), world.engine->rules(), world.now()))
        found.push_back(partner.number.text() + " " + std::to_string(partner.left));
    return found;
}

TEST(FindPartners, what_is_left_shrinks_on_both_sides_with_every_follow_up) {
    World world;
    const RequestNumber offer = world.submits(an_offer());
    const RequestNumber one = world.submits(a_demand("eerste", 4));
    const RequestNumber other = world.submits(a_demand("tweede", 5));
    const RequestNumber third = world.submits(a_demand("derde", 6));
    for (const RequestNumber& number : {offer, one, other, third})
        world.does(number, R"("event":"request.taken_up","by":"anna")");
    EXPECT_THAT(partners(world, third), ElementsAre(offer.text() + " 10"));
    for (const RequestNumber& number : {one, other})
        world.does(offer,
                   R"("event":"request.introduced","by":"anna","with":")" + number.text() + R"(")");
    EXPECT_THAT(partners(world, one), IsEmpty()) << "they have met";
    world.does(one, R"("event":"request.followed_up","by":"anna","outcome":"works","filled":4)");
    EXPECT_THAT(partners(world, third), ElementsAre(offer.text() + " 6"));
    world.does(other, R"("event":"request.followed_up","by":"anna","outcome":"works","filled":5)");
    EXPECT_THAT(partners(world, third), ElementsAre(offer.text() + " 1"));
    EXPECT_THAT(partners(world, offer), ElementsAre(third.text() + " 6"));
}

TEST(FindPartners, never_are_withdrawn_or_forgotten_requests) {
    World world;
    const RequestNumber offer = world.submits(an_offer());
    const RequestNumber demand = world.submits(a_demand("eerste", 4));
    world.does(offer, R"("event":"request.closed","by":"employer","outcome":"withdrawn")");
    EXPECT_THAT(partners(world, demand), IsEmpty());
    EXPECT_THAT(partners(world, offer), IsEmpty());
    world.does(offer, R"("event":"request.reopened","by":"anna","reason":"Toch.")");
    EXPECT_THAT(partners(world, demand), SizeIs(1));
}

TEST(FindPartners, follow_an_amendment) {
    World world;
    const RequestNumber offer = world.submits(an_offer());
    const RequestNumber demand = world.submits(a_demand("eerste", 4));
    world.does(offer, R"("event":"request.amended","by":"anna","data":{"occupation":"lassers"})");
    EXPECT_THAT(partners(world, demand), IsEmpty());
    world.does(offer, R"("event":"request.amended","by":"anna",)"
                      R"("data":{"occupation":"Verpleegkundigen"})");
    EXPECT_THAT(partners(world, demand), ElementsAre(offer.text() + " 10"));
}

OutboxMail leaving(World& world, MailKind kind, const RequestNumber& number) {
    OutboxMail mail;
    mail.kind = kind;
    if (!number.empty()) mail.request = number;
    add_suggestions(mail, world.store, world.engine->rules(), world.now());
    return mail;
}

TEST(Suggestions, stand_in_the_mail_of_a_new_request_and_in_no_other) {
    World world;
    const RequestNumber offer = world.submits(an_offer());
    const RequestNumber demand = world.submits(a_demand("eerste", 4));
    const OutboxMail mail = leaving(world, MailKind::new_request, demand);
    ASSERT_EQ(mail.facts.lists.count("matches"), 1U);
    const Facts& match = mail.facts.lists.at("matches").at(0);
    EXPECT_EQ(match.values.at("number"), offer.text());
    EXPECT_EQ(match.values.at("what"), "10 x verpleegkundige, aanbod");
    EXPECT_THAT(match.values.at("text"), HasSubstr("zelfde beroep"));
    EXPECT_THAT(match.values.at("text"), HasSubstr("4 van de 4 plaatsen"));
    EXPECT_THAT(leaving(world, MailKind::confirmation, demand).facts.lists, IsEmpty());
}

OutboxMail digest_since(World& world, Instant since) {
    OutboxMail mail;
    mail.kind = MailKind::digest_team;
    mail.facts.values["matches_since"] = to_rfc3339(since);
    add_suggestions(mail, world.store, world.engine->rules(), world.now());
    return mail;
}

TEST(Suggestions, a_digest_tells_each_new_good_pair_once) {
    RuleSet rules = build::a_ruleset();
    rules.locations.add(5038, {51.5573, 5.0847}, std::nullopt);
    World world(rules);
    world.submits(an_offer());
    const RequestNumber demand = world.submits(a_demand("eerste", 4));
    const OutboxMail both = digest_since(world, world.now());
    ASSERT_THAT(both.facts.lists.at("new_matches"), SizeIs(1)) << "not once from either side";
    EXPECT_THAT(both.facts.lists.at("new_matches").at(0).values.at("text"),
                HasSubstr("zelfde postcodegebied"));

    world.at("2026-11-23 12:00");
    const Instant noon = world.now();
    EXPECT_EQ(digest_since(world, noon).facts.lists.count("new_matches"), 0U);
    world.submits(an_offer("laat"));
    const OutboxMail late = digest_since(world, noon);
    ASSERT_THAT(late.facts.lists.at("new_matches"), SizeIs(1));
    EXPECT_EQ(late.facts.lists.at("new_matches").at(0).values.at("with_number"), demand.text());
}

TEST(SimilarCases, are_shown_once_a_like_request_was_closed_with_people_placed) {
    World world;
    const RequestNumber first = world.submits(a_demand("eerste", 4));
    world.does(first, R"("event":"request.closed","by":"anna","outcome":"filled",)"
                      R"("case":"Personeelszaken van eerste kreeg vier mensen van elders.")");
    const RequestNumber failed = world.submits(a_demand("tweede", 4));
    world.does(failed, R"("event":"request.closed","by":"anna","outcome":"not_filled",)"
                       R"("case":"Het lukte niet.")");
    const RequestNumber again = world.submits(a_demand("derde", 2));
    const auto similar =
        find_similar_cases(world.store, world.request(again), world.engine->rules());
    ASSERT_THAT(similar, SizeIs(1));
    EXPECT_EQ(similar[0].solved.request, first);
    EXPECT_EQ(similar[0].solved.story, "... van ... kreeg vier mensen van elders.");
    const OutboxMail mail = leaving(world, MailKind::new_request, again);
    EXPECT_THAT(mail.facts.lists.at("similar_cases").at(0).values.at("text"),
                HasSubstr("4 van de 4 plaatsen in 0 dagen"));
    for (const OutboxMail& waiting : world.store.outbox(MailState::waiting, 1000))
        world.mail_became({waiting.id, MailResult::Kind::sent, "", {}, false, waiting.joined});
    world.World::forget({first, 0, "anna"});
    EXPECT_THAT(find_similar_cases(world.store, world.request(again), world.engine->rules()),
                IsEmpty());
}

TEST(NewRequest, names_a_possible_duplicate_only_while_that_is_open) {
    World world;
    const RequestNumber one = world.submits();
    const RequestNumber two = world.submits();
    const auto named = [&] {
        OutboxMail mail = mail_of(world, MailKind::new_request);
        mail = written(mail, world.request(two), world.engine->rules(), world.now());
        add_suggestions(mail, world.store, world.engine->rules(), world.now());
        return mail.facts.lists["possible_duplicates"].size();
    };
    EXPECT_EQ(named(), 1U);
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn","reason":"-")");
    EXPECT_EQ(named(), 0U);
}

}  // namespace
}  // namespace werktdoord
