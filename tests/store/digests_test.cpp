// What digests count, and what they show of the few that they name.
#include <gmock/gmock.h>

#include "core/lead_region.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const RegionKey brabant("midden-brabant");
const RegionKey southeast("zuidoost-brabant");

class Digests : public StoreTest {
protected:
    Digests() {
        Case it = full_case(one.text());
        it.closed_at.reset();
        keep(it);
        it = new_case(two.text());
        it.owner = MemberKey("bram");
        keep(it);
        it = new_case(three.text());
        it.owner = MemberKey("chris");
        it.state = State::closed;
        it.closed_at = at("2026-11-25T09:00:00Z");
        it.clocks.clear();
        keep(it);
    }

    std::vector<RequestMark> requests(std::string_view closed_since) {
        std::vector<RequestMark> all;
        const auto keep = [&](const RequestMark& mark) { all.push_back(mark); };
        store_->open_request_marks(std::nullopt, 10, keep);
        store_->closed_request_marks(at(closed_since), keep);
        return all;
    }

    std::vector<ReferralMark> referrals(const RegionKey& region, Instant ended_since = {}) {
        std::vector<ReferralMark> all;
        store_->referral_marks(region, ended_since,
                               [&](const ReferralMark& mark) { all.push_back(mark); });
        return all;
    }
};

TEST_F(Digests, marks_are_the_open_requests_then_those_closed_since) {
    std::vector<RequestNumber> numbers;
    for (const RequestMark& mark : requests("2026-11-25T08:59:59Z")) numbers.push_back(mark.number);
    EXPECT_THAT(numbers, ElementsAre(one, two, three));
    EXPECT_EQ(requests("2026-11-25T09:00:00Z").size(), 2u);
}

TEST_F(Digests, the_open_ones_come_in_pages) {
    const auto page = [&](const std::optional<RequestNumber>& after, int limit) {
        std::vector<RequestNumber> numbers;
        store_->open_request_marks(
            after, limit, [&](const RequestMark& mark) { numbers.push_back(mark.number); });
        return numbers;
    };
    EXPECT_THAT(page(std::nullopt, 1), ElementsAre(one));
    EXPECT_THAT(page(one, 1), ElementsAre(two));
    EXPECT_THAT(page(two, 1), IsEmpty());
}

TEST_F(Digests, a_mark_tells_what_a_request_is_counted_by) {
    const auto marks = requests("2026-11-25T08:00:00Z");
    const Case first = store_->load(one).value();
    EXPECT_EQ(marks.at(0).registered_at, first.registered_at);
    EXPECT_EQ(marks.at(0).due, std::ranges::min_element(first.clocks, {}, &Clock::due)->due);
    EXPECT_EQ(marks.at(0).closed_at, std::nullopt);
    EXPECT_TRUE(marks.at(0).taken_up);
    EXPECT_TRUE(marks.at(0).unplaced);
    EXPECT_FALSE(marks.at(1).taken_up);
    EXPECT_EQ(marks.at(2).closed_at, at("2026-11-25T09:00:00Z"));
    EXPECT_EQ(marks.at(2).due, std::nullopt);
}

TEST_F(Digests, the_due_of_a_mark_is_that_of_its_earliest_open_clock) {
    Case it = store_->load(two).value();
    const Instant earlier = it.clocks.front().due - std::chrono::hours(1);
    Clock added = it.clocks.front();
    added.id = 0;
    added.name = ClockName::assess;
    added.due = earlier;
    it.clocks.push_back(added);
    keep(it);
    EXPECT_EQ(requests("2026-11-26T09:00:00Z").at(1).due, earlier);
    it = store_->load(two).value();
    it.clocks.back().state = ClockState::missed;
    keep(it);
    EXPECT_EQ(requests("2026-11-26T09:00:00Z").at(1).due, earlier) << "a missed clock is open";
    it = store_->load(two).value();
    it.clocks.back().state = ClockState::met;
    keep(it);
    EXPECT_EQ(requests("2026-11-26T09:00:00Z").at(1).due, it.clocks.front().due);
}

TEST_F(Digests, the_due_of_a_referral_is_that_of_its_own_clocks) {
    Case it = store_->load(one).value();
    Clock added = it.clocks.front();
    added.id = 0;
    added.referral = 2;
    added.region = southeast;
    added.name = ClockName::feedback;
    added.due = at("2026-12-07T09:00:00Z");
    it.clocks.push_back(added);
    keep(it);
    EXPECT_EQ(referrals(southeast).at(0).due, added.due);
    EXPECT_EQ(referrals(southeast).size(), 1U);
}

TEST_F(Digests, a_region_has_its_open_referrals_and_those_that_ended_since) {
    const auto open = referrals(southeast, at("2026-11-25T09:59:59Z"));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].region, southeast);
    EXPECT_EQ(open[0].referral, 2);
    EXPECT_FALSE(open[0].ended_at);
    const auto ended = referrals(brabant, at("2026-11-25T09:59:59Z"));
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].request, one);
    EXPECT_EQ(ended[0].sent_at, at("2026-11-23T09:00:00Z"));
    EXPECT_EQ(ended[0].ended_at, at("2026-11-25T10:00:00Z"));
    EXPECT_THAT(referrals(brabant, at("2026-11-25T10:00:00Z")), IsEmpty());
}

TEST_F(Digests, a_row_shows_the_referral_with_its_open_clocks) {
    const DigestRow row = store_->digest_row(one, 1);
    EXPECT_EQ(row.kind, Kind::offer);
    EXPECT_EQ(row.occupation, "verpleegkundige");
    EXPECT_EQ(row.sector, "86.10");
    EXPECT_EQ(row.headcount, 4);
    EXPECT_EQ(row.employer, "Zorggroep De Linde");
    EXPECT_EQ(row.place, "5611 AA") << "the first site that it serves";
    EXPECT_EQ(row.lead, lead_region(store_->load(one).value()));
    EXPECT_FALSE(row.lead.empty());
    ASSERT_EQ(row.open_clocks.size(), 1u);
    EXPECT_EQ(row.open_clocks[0].name, ClockName::wsp_response);
    EXPECT_THAT(store_->digest_row(one, 2).open_clocks, IsEmpty());
}

TEST_F(Digests, a_row_of_the_team_shows_the_request_with_all_open_clocks) {
    const RequestRow row = store_->team_row(one);
    EXPECT_EQ(row.employer, "Zorggroep De Linde");
    EXPECT_EQ(row.place, "5038 AB Tilburg");
    EXPECT_EQ(row.open_clocks, store_->load(one)->clocks);
    EXPECT_THAT(store_->team_row(three).open_clocks, IsEmpty());
}

TEST_F(Digests, what_is_not_there_cannot_be_shown) {
    EXPECT_THROW(store_->digest_row(two, 1), StoreFault);
    EXPECT_THROW(store_->team_row(RequestNumber("NLWD-2026-000009")), StoreFault);
}

TEST_F(Digests, the_work_of_a_region_is_what_is_open_and_what_of_it_is_late) {
    Case it = store_->load(one).value();
    Clock added = it.clocks.front();
    added.id = 0;
    added.referral = 2;
    added.region = southeast;
    added.due = at("2026-12-07T09:00:00Z");
    it.clocks.push_back(added);
    keep(it);
    for (const auto& [now, late] :
         {std::pair{"2026-12-07T08:59:59Z", 0}, {"2026-12-07T09:00:00Z", 1}}) {
        const RegionWork work = store_->region_work(southeast, at(now));
        EXPECT_EQ(work.region, southeast);
        EXPECT_EQ(work.open, 1);
        EXPECT_EQ(work.too_late, late) << now;
    }
    EXPECT_EQ(store_->region_work(brabant, at("2026-12-07T09:00:00Z")).open, 0)
        << "what ended is nobody's work any more";
}

}  // namespace
}  // namespace werktdoord
