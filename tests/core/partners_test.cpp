// Matching demand and offer (W5): what counts, what speaks against it, what never matches.
#include "core/partners.hpp"

#include <gmock/gmock.h>

#include "core/build.hpp"
#include "core/match_keys.hpp"

namespace werktdoord {
namespace {

using build::day;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

// Tilburg, Breda (22 km off) and Groningen (198 km off).
RuleSet rules_with_a_map() {
    RuleSet rules = build::a_ruleset();
    rules.locations.add(5038, {51.5573, 5.0847}, MunicipalityCode("GM0855"));
    rules.locations.add(5017, {51.5590, 5.1020}, MunicipalityCode("GM0855"));
    rules.locations.add(4811, {51.5880, 4.7760}, std::nullopt);
    rules.locations.add(9711, {53.2170, 6.5660}, std::nullopt);
    return rules;
}

OpenRequest numbered(int number, RequestData data) {
    OpenRequest request;
    request.number = RequestNumber("NLWD-2026-00000" + std::to_string(number));
    request.data = std::move(data);
    return request;
}

RequestData a_demand() {
    RequestData data = build::a_request();
    data.sites = {{"5038 AB", ""}};
    return data;
}

RequestData a_fitting_offer(const std::string& postcode = "5017 AA") {
    RequestData data = a_demand();
    data.kind = Kind::offer;
    data.employer = {"Kliniek De Singel", "90000002", 30, {"Kim", "kim@singel.example", ""}};
    data.sites = {{postcode, ""}};
    data.headcount = 3;
    return data;
}

const RuleSet& the_rules() {
    static const RuleSet rules = rules_with_a_map();
    return rules;
}

std::vector<Partner> partners(const OpenRequest& subject,
                              const std::vector<OpenRequest>& candidates) {
    return partners_of(subject, candidates, the_rules(), build::monday_morning());
}

std::vector<Partner> partners_of_demand(const RequestData& offer) {
    return partners(numbered(1, a_demand()), {numbered(2, offer)});
}

TEST(Partners, tell_why_they_fit_in_words_a_person_can_read) {
    const auto found = partners_of_demand(a_fitting_offer());
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].why, ElementsAre("zelfde beroep", "zelfde sector (86)", "1 km",
                                          "3 van de 4 plaatsen", "periode overlapt 12 weken",
                                          "32 uur per week", "allebei collegiale-in-en-uitleen"));
    EXPECT_THAT(found[0].against, IsEmpty());
    EXPECT_TRUE(found[0].good);
    EXPECT_EQ(found[0].left, 3);
    EXPECT_EQ(found[0].km, 1);
    EXPECT_EQ(found[0].employer, "Kliniek De Singel");
}

TEST(Partners, are_found_from_both_sides_with_the_same_score) {
    const OpenRequest demand = numbered(1, a_demand());
    const OpenRequest offer = numbered(2, a_fitting_offer("4811 AA"));
    const auto of_demand = partners(demand, {offer});
    const auto of_offer = partners(offer, {demand});
    ASSERT_THAT(of_offer, SizeIs(1));
    EXPECT_EQ(of_offer[0].score, of_demand.at(0).score);
    EXPECT_EQ(of_offer[0].why, of_demand.at(0).why);
    EXPECT_EQ(of_offer[0].kind, Kind::demand);
}

TEST(Partners, stand_best_first_and_of_equals_the_one_that_waits_longer) {
    RequestData related = a_fitting_offer();
    related.occupation = "verzorgende";
    const auto found = partners(numbered(1, a_demand()),
                                {numbered(5, related), numbered(4, a_fitting_offer("4811 AA")),
                                 numbered(3, a_fitting_offer()), numbered(2, a_fitting_offer())});
    std::vector<std::string> order;
    for (const Partner& partner : found) order.push_back(partner.number.text().substr(15));
    EXPECT_THAT(order, ElementsAre("2", "3", "4", "5"));
}

TEST(Partners, lie_across_region_borders_but_what_is_too_far_is_told) {
    const auto found = partners_of_demand(a_fitting_offer("9711 AA"));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].against, ElementsAre(StartsWith("te ver: 2")));
    EXPECT_FALSE(found[0].good);
}

TEST(Partners, of_a_municipality_lie_in_the_middle_of_its_postcodes) {
    const Site site{"", "Tilburg"};
    const auto middle = the_rules().locations.of(site, the_rules().places);
    ASSERT_TRUE(middle);
    EXPECT_NEAR(middle->longitude, (5.0847 + 5.1020) / 2, 1e-9);
}

TEST(Partners, whose_place_is_not_known_are_told_so) {
    const auto found = partners_of_demand(a_fitting_offer("1234 AB"));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].against, ElementsAre("afstand niet bekend"));
    EXPECT_FALSE(found[0].km);
}

struct Against {
    const char* what;
    void (*change)(RequestData&);
    const char* told;
    bool good;
};

void PrintTo(const Against& against, std::ostream* out) {
    *out << against.what;
}

class WhatSpeaks : public testing::TestWithParam<Against> {};

TEST_P(WhatSpeaks, against_it_is_told) {
    RequestData offer = a_fitting_offer();
    GetParam().change(offer);
    const auto found = partners_of_demand(offer);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].against, Contains(GetParam().told));
    EXPECT_EQ(found[0].good, GetParam().good);
}

INSTANTIATE_TEST_SUITE_P(
    Against, WhatSpeaks,
    testing::Values(Against{"hours", [](RequestData& d) { d.hours_per_week = 16; },
                            "uren lopen uiteen: 32 en 16 uur per week", true},
                    Against{"a no", [](RequestData& d) { d.consent_to_introduce = false; },
                            "geen toestemming om in contact te brengen: de aanbieder", false},
                    Against{"nothing said", [](RequestData& d) { d.consent_to_introduce.reset(); },
                            "vraag toestemming om in contact te brengen: de aanbieder", true},
                    Against{"themes", [](RequestData& d) { d.themes = {"werk-naar-werk"}; },
                            "ander thema: collegiale-in-en-uitleen en werk-naar-werk", true},
                    Against{"a period that is over",
                            [](RequestData& d) {
                                d.period = {day("2026-10-01"), day("2026-11-01")};
                            },
                            "de periode is voorbij", false},
                    Against{"other periods",
                            [](RequestData& d) {
                                d.period = {day("2027-03-01"), day("2027-05-01")};
                            },
                            "de perioden overlappen niet", false},
                    Against{"a short overlap",
                            [](RequestData& d) {
                                d.period = {day("2026-12-01"), day("2026-12-07")};
                            },
                            "periode overlapt 7 dagen van de 12 weken", true}));

TEST(Partners, count_the_places_that_are_left) {
    OpenRequest offer = numbered(2, a_fitting_offer());
    offer.data.headcount = 10;
    offer.filled = 9;
    const auto found = partners(numbered(1, a_demand()), {offer});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].left, 1);
    EXPECT_THAT(found[0].why, Contains("1 van de 4 plaatsen"));
    offer.filled = 10;
    EXPECT_THAT(partners(numbered(1, a_demand()), {offer}), IsEmpty());
}

TEST(Partners, never_are_the_request_itself_its_employer_the_same_kind_closed_or_met_before) {
    const OpenRequest demand = numbered(1, a_demand());
    OpenRequest itself = numbered(1, a_fitting_offer());
    OpenRequest same_kvk = numbered(2, a_fitting_offer());
    same_kvk.data.employer.kvk_number = demand.data.employer.kvk_number;
    OpenRequest same_mail = numbered(3, a_fitting_offer());
    same_mail.data.employer.contact.email = "Werk@DeLinde.example";
    OpenRequest same_kind = numbered(4, a_fitting_offer());
    same_kind.data.kind = Kind::demand;
    OpenRequest closed = numbered(5, a_fitting_offer());
    closed.state = State::closed;
    EXPECT_THAT(partners(demand, {itself, same_kvk, same_mail, same_kind, closed}), IsEmpty());

    OpenRequest introduced = demand;
    introduced.introduced = {RequestNumber("NLWD-2026-000006")};
    EXPECT_THAT(partners(introduced, {numbered(6, a_fitting_offer())}), IsEmpty());
}

TEST(Partners, a_closed_or_filled_request_has_none) {
    OpenRequest demand = numbered(1, a_demand());
    demand.state = State::closed;
    EXPECT_THAT(partners(demand, {numbered(2, a_fitting_offer())}), IsEmpty());
    demand.state = State::taken_up;
    demand.filled = 4;
    EXPECT_THAT(partners(demand, {numbered(2, a_fitting_offer())}), IsEmpty());
}

TEST(Partners, do_other_work_only_where_one_names_none_and_the_sector_is_the_same) {
    RequestData offer = a_fitting_offer();
    offer.occupation = "lasser";
    EXPECT_THAT(partners_of_demand(offer), IsEmpty()) << "the sector is the same, the work is not";
    offer.occupation = "";
    const auto found = partners_of_demand(offer);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].against, Contains("het beroep is niet bij allebei bekend"));
    offer.sector = "25.11";
    EXPECT_THAT(partners_of_demand(offer), IsEmpty());
}

TEST(Partners, of_related_work_are_near) {
    RequestData offer = a_fitting_offer("4811 AA");
    offer.occupation = "verzorgende";
    const auto found = partners_of_demand(offer);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].why, Contains("verwant werk: verpleegkundige en verzorgende"));
    offer.sites = {{"9711 AA", ""}};
    EXPECT_THAT(partners_of_demand(offer), IsEmpty());
}

TEST(Partners, are_at_most_ten) {
    std::vector<OpenRequest> many;
    for (int i = 2; i < 30; ++i) many.push_back(numbered(i, a_fitting_offer()));
    EXPECT_THAT(partners(numbered(1, a_demand()), many), SizeIs(10));
}

TEST(PartnerSearch, looks_under_the_occupation_then_related_work_then_the_sector) {
    const PartnerSearch search = partner_search(numbered(1, a_demand()), the_rules());
    EXPECT_EQ(search.kind, Kind::offer);
    ASSERT_FALSE(search.words.empty());
    EXPECT_EQ(search.words.front(), (std::pair<std::string, double>("verpleegkundig", 0)));
    EXPECT_EQ(search.words.back().first, "#86");
    EXPECT_NEAR(search.how_far("48"), 22, 2);
    EXPECT_EQ(search.how_far(everywhere), 0);
    EXPECT_GT(search.how_far(""), 100) << "a request that cannot be placed";
}

TEST(MatchKeys, are_words_by_areas_and_none_once_closed) {
    Case it;
    it.data = a_demand();
    it.data.sites = {{"5038 AB", "Tilburg"}, {"", "Den Haag"}};
    EXPECT_THAT(match_keys(it), ElementsAre(MatchKey("#86", "50"), MatchKey("#86", "s gravenhage"),
                                            MatchKey("verpleegkundig", "50"),
                                            MatchKey("verpleegkundig", "s gravenhage")));
    it.state = State::closed;
    EXPECT_THAT(match_keys(it), IsEmpty());
}

TEST(MatchKeys, of_a_request_with_very_many_sites_are_few) {
    Case it;
    it.data = a_demand();
    it.data.sites.clear();
    for (int i = 10; i < 99; ++i) it.data.sites.push_back({std::to_string(i) + "11 AA", ""});
    EXPECT_THAT(match_keys(it),
                ElementsAre(MatchKey("#86", everywhere), MatchKey("verpleegkundig", everywhere)));
}

TEST(Distance, is_as_the_crow_flies) {
    EXPECT_NEAR(km_between({52.3731, 4.8926}, {52.0908, 5.1222}), 35, 1);   // Amsterdam, Utrecht
    EXPECT_NEAR(km_between({50.8514, 5.6910}, {53.2194, 6.5665}), 270, 3);  // Maastricht, Groningen
    EXPECT_EQ(km_between(std::vector<Point>{}, {{52, 5}}), std::nullopt);
    EXPECT_NEAR(km_between({{52, 5}, {52, 6}}, {{52, 6.01}, {53, 6}}).value(), 0.7, 0.1);
}

}  // namespace
}  // namespace werktdoord
