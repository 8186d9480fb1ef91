// What a reader of a mail can answer now: only what fits, and only what is theirs.
#include "core/answer.hpp"

#include <gtest/gtest.h>

#include "core/recipients.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using build::twente;
using testing::ElementsAre;
using testing::IsEmpty;

const Asker contact{Role::regional_contact, "midden-brabant", brabant};
const Asker wsp_tilburg{Role::wsp, "wsp-tilburg", brabant};
const Asker wsp_hilvarenbeek{Role::wsp, "wsp-hilvarenbeek", brabant};
const Asker owner{Role::owner, "anna", RegionKey()};
const Asker stand_in{Role::coordinator, "dirk", brabant};

Lines offered(Story& story, const Asker& asker) {
    Lines names;
    for (const EventName event : answer_offers(story.request(), story.rules(), asker).events)
        names.emplace_back(name_of(event));
    return names;
}

// "wsp-tilburg*": proposed.
template <class Key>
Lines keys_of(const std::vector<Choice<Key>>& choices) {
    Lines keys;
    for (const auto& choice : choices)
        keys.push_back(choice.key.text() + (choice.proposed ? "*" : ""));
    return keys;
}

AnswerOffers offers(Story& story, const Asker& asker) {
    return answer_offers(story.request(), story.rules(), asker);
}

TEST(Answer, of_the_owner_follows_the_request) {
    Story story;
    story.submit();
    EXPECT_THAT(offered(story, owner), ElementsAre("request.taken_up", "request.note"));
    story.taken_up();
    EXPECT_THAT(offered(story, owner), ElementsAre("request.referred", "request.note"));
    EXPECT_THAT(keys_of(offers(story, owner).regions), ElementsAre("midden-brabant*"));
    story.referred();
    EXPECT_THAT(offered(story, owner), ElementsAre("request.note"));
}

TEST(Answer, of_the_contact_follows_the_referral) {
    Story story;
    story.referred();
    EXPECT_THAT(offered(story, contact),
                ElementsAre("referral.forwarded", "referral.feedback", "referral.reported_back",
                            "referral.declined", "request.note"));
    EXPECT_THAT(keys_of(offers(story, contact).wsps),
                ElementsAre("wsp-tilburg*", "wsp-hilvarenbeek"));
    story.forwarded();
    EXPECT_THAT(offered(story, contact),
                ElementsAre("referral.wsp_responded", "referral.feedback", "referral.reported_back",
                            "referral.forwarded", "referral.wsp_withdrawn", "referral.declined",
                            "request.note"))
        << "what is asked for first";
    EXPECT_THAT(keys_of(offers(story, contact).wsps), ElementsAre("wsp-hilvarenbeek"));
    EXPECT_THAT(keys_of(offers(story, contact).awaited), ElementsAre("wsp-tilburg"));
    story.does("referral.wsp_responded").region("midden-brabant").by("wsp");
    EXPECT_THAT(keys_of(offers(story, contact).awaited), IsEmpty());
}

TEST(Answer, of_a_wsp_is_its_own_and_once) {
    Story story;
    story.forwarded();
    EXPECT_THAT(offered(story, wsp_tilburg), ElementsAre("referral.wsp_responded"));
    EXPECT_THAT(offered(story, wsp_hilvarenbeek), IsEmpty());
    EXPECT_EQ(standing_of(story.request(), wsp_hilvarenbeek), Standing::none);
    story.does("referral.wsp_responded").region("midden-brabant").wsp("wsp-tilburg").by("wsp");
    EXPECT_THAT(offered(story, wsp_tilburg), IsEmpty());
    EXPECT_EQ(standing_of(story.request(), wsp_tilburg), Standing::open);
}

TEST(Answer, of_a_wsp_that_was_taken_off_is_none) {
    Story story;
    story.forwarded();
    story.does("referral.wsp_withdrawn")
        .region("midden-brabant")
        .wsp("wsp-tilburg")
        .reason("verkeerd")
        .by("regional_contact");
    EXPECT_EQ(standing_of(story.request(), wsp_tilburg), Standing::withdrawn);
    EXPECT_THAT(offered(story, wsp_tilburg), IsEmpty());
}

TEST(Answer, of_a_coordinator_who_stands_in_is_the_contacts_and_the_teams) {
    Story story;
    story.referred();
    EXPECT_THAT(offered(story, stand_in),
                ElementsAre("referral.forwarded", "referral.feedback", "referral.reported_back",
                            "referral.declined", "request.note"));
    EXPECT_EQ(by_of(stand_in), "dirk");
    EXPECT_EQ(by_of(contact), "regional_contact");
    EXPECT_EQ(by_of(wsp_tilburg), "wsp");
}

TEST(Answer, ends_with_the_referral_and_with_the_request) {
    Story story;
    story.forwarded();
    story.does("referral.declined")
        .region("midden-brabant")
        .reason("no_capacity")
        .by("regional_contact");
    EXPECT_EQ(standing_of(story.request(), contact), Standing::ended);
    EXPECT_THAT(offered(story, contact), IsEmpty());
    EXPECT_THAT(offered(story, wsp_tilburg), IsEmpty());
    story.does("request.closed").outcome("discontinued").by("anna");
    for (const Asker& asker : {contact, wsp_tilburg, owner, stand_in}) {
        EXPECT_EQ(standing_of(story.request(), asker), Standing::closed);
        EXPECT_THAT(offered(story, asker), IsEmpty());
    }
    Case erased = story.request();
    erased.forgotten = true;
    EXPECT_EQ(standing_of(erased, contact), Standing::forgotten);
}

TEST(Answer, of_another_region_or_of_nobody_is_none) {
    Story story;
    story.forwarded();
    const Asker elsewhere{Role::regional_contact, "twente", twente};
    EXPECT_EQ(standing_of(story.request(), elsewhere), Standing::none);
    EXPECT_THAT(offered(story, elsewhere), IsEmpty());
    for (const Role role :
         {Role::employer, Role::wsp_manager, Role::employers_association, Role::pow_director}) {
        EXPECT_FALSE(can_answer(role));
        // An employer is asked one thing, about a WSP (heard_back_test.cpp).
        if (role != Role::employer) {
            EXPECT_THAT(answers_of({role, "midden-brabant", brabant}), IsEmpty());
        }
    }
}

// What is offered is taken: no button leads to a refusal.
TEST(Answer, that_is_offered_fits) {
    for (int step = 0; step < 3; ++step) {
        Story story;
        if (step == 0) story.taken_up();
        if (step == 1) story.referred();
        if (step == 2) story.forwarded();
        for (const Asker& asker : {contact, wsp_tilburg, owner, stand_in})
            for (const EventName event : offers(story, asker).events) {
                Cases cases{story.request(), {}};
                RecordEvent command{story.request().number, {}};
                command.draft.name = event;
                command.draft.by = by_of(asker);
                if (is_referral_event(event)) command.draft.region = asker.region;
                for (const auto& wsp : offers(story, asker).wsps)
                    if (event == EventName::referral_forwarded)
                        command.draft.wsps.push_back(wsp.key);
                if (event == EventName::referral_wsp_withdrawn)
                    command.draft.wsp = offers(story, asker).awaited.front().key;
                command.draft.outcome = "filled";
                command.draft.reason = "no_capacity";
                command.draft.filled = 1;
                const Decision decision = decide_event(cases, command, story.rules(), story.now());
                EXPECT_TRUE(std::holds_alternative<Events>(decision))
                    << name_of(event) << " by " << by_of(asker);
            }
    }
}

TEST(IsStill, tells_an_address_that_left_its_role) {
    const RuleSet rules = build::a_ruleset();
    const Recipient there[]{
        {Role::owner, "anna", "", "anna@team.example"},
        {Role::regional_contact, "midden-brabant", "", "contact@midden-brabant.example"},
        {Role::backup, "midden-brabant", "", "achtervang@midden-brabant.example"},
        {Role::wsp, "wsp-tilburg", "", "wsp@tilburg.example"}};
    for (Recipient to : there) {
        EXPECT_TRUE(is_still(to, brabant, rules)) << to.key;
        EXPECT_EQ(is_still(to, twente, rules), to.role == Role::owner);
        to.address = "formerly@midden-brabant.example";
        EXPECT_FALSE(is_still(to, brabant, rules)) << to.key;
        to.address = "";
        EXPECT_FALSE(is_still(to, brabant, rules)) << to.key;
    }
    EXPECT_FALSE(is_still({Role::owner, "eva", "", "eva@team.example"}, brabant, rules));
    EXPECT_FALSE(is_still({Role::employer, "", "", "zorg@delinde.example"}, brabant, rules));
}

}  // namespace
}  // namespace werktdoord
