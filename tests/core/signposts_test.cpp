#include "core/signposts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;

std::vector<std::string> fitting(const std::vector<Signpost>& signposts, const RequestData& data,
                                 const char* today = "2026-11-23") {
    const Places places = some_places();
    std::vector<Placement> placements;
    for (const Site& site : data.sites)
        if (Result<Placement> placed = places.place(site)) placements.push_back(*placed);
    const MatchFacts facts(data, placements, places);
    std::vector<std::string> keys;
    for (const Signpost* signpost : matching_signposts(signposts, facts, day(today)))
        keys.push_back(signpost->key);
    return keys;
}

Signpost a_signpost(std::string key, Matcher when = everything()) {
    Signpost signpost;
    signpost.key = std::move(key);
    signpost.when = std::move(when);
    return signpost;
}

using Keys = std::vector<std::string>;

TEST(Signposts, when_counts_against_the_request_in_the_order_of_the_file) {
    const std::vector<Signpost> signposts = {
        a_signpost("tilburg", is(Field::municipality, {"Tilburg"})),
        a_signpost("aanbod", is(Field::kind, {"offer"})), a_signpost("altijd")};
    EXPECT_EQ(fitting(signposts, a_request()), (Keys{"tilburg", "altijd"}));
}

TEST(Signposts, valid_includes_both_its_days) {
    Signpost signpost = a_signpost("tijdelijk");
    signpost.valid = {day("2026-11-01"), day("2026-11-30")};
    Signpost open_end = a_signpost("voortaan");
    open_end.valid.from = day("2026-11-01");
    const std::vector<Signpost> both = {signpost, open_end};
    EXPECT_EQ(fitting(both, a_request(), "2026-10-31"), Keys{});
    EXPECT_EQ(fitting(both, a_request(), "2026-11-01"), (Keys{"tijdelijk", "voortaan"}));
    EXPECT_EQ(fitting(both, a_request(), "2026-11-30"), (Keys{"tijdelijk", "voortaan"}));
    EXPECT_EQ(fitting(both, a_request(), "2026-12-01"), Keys{"voortaan"});
}

TEST(Signposts, tiers_follow_the_size_of_the_employer) {
    Signpost signpost = a_signpost("voucher");
    signpost.tiers = {{50, 100, "€ 3.000"}, {101, 250, "€ 3.500"}, {251, std::nullopt, "€ 4.000"}};
    const struct {
        std::optional<int> size;
        const char* amount;  // null: no tier
        bool fits;
    } rows[] = {{49, nullptr, false},      {50, "€ 3.000", true},        {100, "€ 3.000", true},
                {101, "€ 3.500", true},    {250, "€ 3.500", true},       {251, "€ 4.000", true},
                {100000, "€ 4.000", true}, {std::nullopt, nullptr, true}};
    for (const auto& row : rows) {
        const Tier* tier = tier_for(signpost, row.size);
        EXPECT_EQ(tier ? tier->amount : "", row.amount ? row.amount : "") << row.size.value_or(-1);
        RequestData data = a_request();
        data.employer.size = row.size;
        EXPECT_EQ(!fitting({signpost}, data).empty(), row.fits) << row.size.value_or(-1);
    }
}

}  // namespace
}  // namespace werktdoord
