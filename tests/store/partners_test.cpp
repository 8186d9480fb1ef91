// The index that matching looks in: kept with each case, read from near to far.
#include <gmock/gmock.h>

#include "core/match_keys.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Partners : public StoreTest {
protected:
    Case open(const RequestNumber& number, const std::string& postcode,
              const std::string& occupation = "bakker") {
        Case it = new_case(number.text());
        it.data.sites = {{postcode, ""}};
        it.data.occupation = occupation;
        it.data.document = R"({"kind":"demand","employer":{"name":"B","contact":{"name":"b",)"
                           R"("email":"b@b.example"}},"sites":[{"postcode":")" +
                           postcode + R"("}],"occupation":")" + occupation + R"(","headcount":2})";
        return keep(it);
    }

    std::vector<RequestNumber> found(const std::string& word, int limit = 100) {
        PartnerSearch search;
        search.kind = Kind::demand;
        search.words = {{word, 0}};
        search.limit = limit;
        // The areas 10, 50 and 97 in this order; what cannot be placed last.
        search.how_far = [](const std::string& area) {
            return area.empty() ? 1000.0 : std::stod(area);
        };
        std::vector<RequestNumber> numbers;
        for (const OpenRequest& request : store_->partner_candidates(search))
            numbers.push_back(request.number);
        return numbers;
    }
};

TEST_F(Partners, an_open_request_is_found_under_its_words_as_it_was_stored) {
    Case it = open(one, "5038 AB");
    it.referrals = {a_referral(1, "midden-brabant", "2026-11-23T09:00:00Z")};
    it.referrals[0].filled = 1;
    keep(it);
    PartnerSearch search;
    search.kind = Kind::demand;
    search.words = {{"bak", 0}};
    search.limit = 5;
    search.how_far = [](const std::string&) { return 0.0; };
    const auto candidates = store_->partner_candidates(search);
    ASSERT_THAT(candidates, SizeIs(1));
    EXPECT_EQ(candidates[0].number, it.number);
    EXPECT_EQ(candidates[0].data, it.data);
    EXPECT_EQ(candidates[0].left(), 1) << "two wanted, one placed";
    search.kind = Kind::offer;
    EXPECT_THAT(store_->partner_candidates(search), IsEmpty());
}

TEST_F(Partners, those_of_the_nearest_areas_come_first_and_no_more_than_asked_for) {
    open(one, "9711 AA");
    open(two, "1012 AB");
    open(three, "5038 AB");
    EXPECT_THAT(found("bak"), ElementsAre(two, three, one));
    EXPECT_THAT(found("bak", 2), ElementsAre(two, three));
}

TEST_F(Partners, of_one_area_the_newest_come_first) {
    open(one, "5038 AB");
    open(two, "5017 AA");
    EXPECT_THAT(found("bak"), ElementsAre(two, one));
    EXPECT_THAT(found("bak", 1), ElementsAre(two));
}

TEST_F(Partners, an_amended_request_is_found_under_its_new_words_alone) {
    Case it = open(one, "5038 AB");
    it.data.occupation = "kok";
    keep(it);
    EXPECT_THAT(found("bak"), IsEmpty());
    EXPECT_THAT(found("kok"), ElementsAre(one));
}

TEST_F(Partners, a_closed_request_is_not_found_until_it_is_reopened) {
    Case it = open(one, "5038 AB");
    it.state = State::closed;
    it = keep(it);
    EXPECT_THAT(found("bak"), IsEmpty());
    it.state = State::deciding;
    keep(it);
    EXPECT_THAT(found("bak"), ElementsAre(one));
}

TEST_F(Partners, a_request_that_cannot_be_placed_is_found_last) {
    Case it = open(one, "5038 AB");
    it.data.sites = {{"", ""}};
    keep(it);
    open(two, "9711 AA");
    EXPECT_THAT(found("bak"), ElementsAre(two, one));
}

// Their keys move when many came, here by the distance of their numbers.
TEST_F(Partners, are_found_alike_before_and_after_their_keys_are_put_in_order) {
    const RequestNumber later("NLWD-2026-006000");
    open(one, "5038 AB");
    open(later, "5038 AB");
    EXPECT_EQ(rows("match_keys"), 0);
    EXPECT_THAT(found("bak"), ElementsAre(later, one));
    store_->tidy(true);
    EXPECT_EQ(rows("match_keys"), 2);
    EXPECT_EQ(rows("match_keys_new"), 0);
    EXPECT_THAT(found("bak"), ElementsAre(later, one));

    open(two, "5038 AB");
    open(three, "1012 AB");
    EXPECT_THAT(found("bak"), ElementsAre(three, later, two, one)) << "by area, then the newest";
    EXPECT_THAT(found("bak", 2), ElementsAre(three, later));
    Case it = store_->load(one).value();
    it.state = State::closed;
    keep(it);
    EXPECT_THAT(found("bak"), ElementsAre(three, later, two));
}

TEST_F(Partners, keys_are_put_in_order_though_nobody_tidies) {
    open(one, "5038 AB");
    const RequestNumber later("NLWD-2026-009000");
    open(later, "5038 AB");
    EXPECT_EQ(rows("match_keys_new"), 0);
    EXPECT_THAT(found("bak"), ElementsAre(later, one));
}

TEST_F(Partners, many_keys_are_put_in_order_in_pieces_and_none_is_lost) {
    constexpr int many = 1'500;
    store_->transaction([&] {
        for (int n = 1; n <= many; ++n) {
            Case it = new_case("NLWD-2026-" + std::to_string(100'000 + 3 * n));
            it.data.sites = {{n % 2 == 0 ? "1012 AB" : "5038 AB", ""}};
            it.data.occupation = n % 3 == 0 ? "kok" : "bakker";
            store_->save(std::nullopt, it);
        }
    });
    const int all = rows("match_keys_new");
    ASSERT_GT(all, 1024);
    store_->tidy(true);
    EXPECT_EQ(rows("match_keys"), 1024);
    EXPECT_EQ(rows("match_keys_new"), all - 1024);
    store_->tidy(true);
    store_->tidy(true);
    EXPECT_EQ(rows("match_keys"), all);
    EXPECT_EQ(rows("match_keys_new"), 0);
}

TEST_F(Partners, keys_of_few_requests_are_left_as_they_came) {
    open(one, "5038 AB");
    open(three, "5038 AB");
    store_->tidy(false);
    EXPECT_EQ(rows("match_keys_new"), 2);
}

TEST_F(Partners, open_requests_since_an_instant_come_newest_first) {
    for (const RequestNumber& number : {one, two, three}) open(number, "5038 AB");
    Case late = store_->load(three).value();
    const Instant since = late.registered_at;
    EXPECT_THAT(store_->open_since(since, 2), ElementsAre(three, two));
    EXPECT_THAT(store_->open_since(since + std::chrono::hours(1), 9), IsEmpty());
    late.state = State::closed;
    keep(late);
    EXPECT_THAT(store_->open_since(since, 9), SizeIs(2));
}

}  // namespace
}  // namespace werktdoord
