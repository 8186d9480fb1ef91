// What the engine looks up: what is due, whose it is, who else asked, the next number.
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using Lookups = StoreTest;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Case with_clock(const RequestNumber& number, std::string_view due) {
    Case made = new_case(number.text());
    made.clocks = {a_clock(ClockName::take_up, due)};
    return made;
}

std::vector<RequestNumber> numbers(const std::vector<DueClock>& due) {
    std::vector<RequestNumber> all;
    for (const DueClock& it : due) all.push_back(it.request);
    return all;
}

TEST_F(Lookups, due_gives_each_case_once_earliest_first) {
    Case first = with_clock(one, "2026-11-24T12:00:00Z");
    first.clocks.push_back(a_clock(ClockName::assess, "2026-11-24T11:00:00Z"));
    keep(first);
    keep(with_clock(two, "2026-11-24T10:00:00Z"));
    keep(with_clock(three, "2026-11-24T13:00:00Z"));
    const auto due = store_->due(at("2026-11-24T12:00:00Z"), std::nullopt, 10);
    EXPECT_THAT(numbers(due), ElementsAre(two, one));
    EXPECT_EQ(due[1].next_at, at("2026-11-24T11:00:00Z"));
    EXPECT_THAT(numbers(store_->due(at("2026-11-24T13:00:00Z"), due[1], 10)),
                ElementsAre(one, three))
        << "from behind what was read, by another clock of it";
    EXPECT_THAT(numbers(store_->due(at("2026-11-24T13:00:00Z"), std::nullopt, 2)),
                ElementsAre(two, one));
    EXPECT_EQ(store_->next_due(), at("2026-11-24T10:00:00Z"));
}

TEST_F(Lookups, a_clock_is_due_at_its_instant_and_not_a_millisecond_before) {
    keep(with_clock(one, "2026-11-24T10:00:00Z"));
    EXPECT_THAT(store_->due(at("2026-11-24T09:59:59.999Z"), std::nullopt, 10), IsEmpty());
    EXPECT_THAT(numbers(store_->due(at("2026-11-24T10:00:00Z"), std::nullopt, 10)),
                ElementsAre(one));
}

TEST_F(Lookups, a_warning_makes_a_clock_due_before_its_due_instant) {
    Case it = with_clock(one, "2026-11-24T10:00:00Z");
    it.clocks[0].warn = at("2026-11-24T08:00:00Z");
    keep(it);
    EXPECT_EQ(store_->next_due(), at("2026-11-24T08:00:00Z"));
}

TEST_F(Lookups, clocks_that_ended_or_have_no_more_alerts_are_not_due) {
    Case it = with_clock(one, "2026-11-24T10:00:00Z");
    it.clocks[0].state = ClockState::met;
    keep(it);
    it = with_clock(two, "2026-11-24T10:00:00Z");
    it.clocks[0].state = ClockState::missed;
    keep(it);
    EXPECT_EQ(store_->next_due(), std::nullopt);
    EXPECT_THAT(store_->due(at("2027-01-01T00:00:00Z"), std::nullopt, 10), IsEmpty());
}

TEST_F(Lookups, what_a_member_has_that_nobody_took_up_comes_in_pages) {
    keep(new_case(two.text()));
    Case it = new_case(one.text());
    it.taken_up_at = it.registered_at;
    keep(it);
    it = new_case(three.text());
    it.state = State::closed;
    keep(it);
    keep(new_case("NLWD-2026-000004"));
    keep(new_case("NLWD-2026-000005"));
    const MemberKey anna("anna");
    const RequestNumber four("NLWD-2026-000004");
    EXPECT_THAT(store_->not_taken_up(anna, std::nullopt, 2), ElementsAre(two, four));
    EXPECT_THAT(store_->not_taken_up(anna, four, 2),
                ElementsAre(RequestNumber("NLWD-2026-000005")));
    EXPECT_THAT(store_->not_taken_up(MemberKey("bram"), std::nullopt, 2), IsEmpty());
}

TEST_F(Lookups, open_referrals_of_a_region_not_yet_forwarded_come_in_pages) {
    Case it = new_case(one.text());
    it.referrals = {a_referral(1, "veluwe", "2026-11-23T09:00:00Z"),
                    a_referral(2, "drenthe", "2026-11-23T09:00:00Z"),
                    a_referral(3, "veluwe", "2026-11-24T09:00:00Z")};
    it.referrals[0].state = ReferralState::declined;
    it.referrals[0].ended_at = at("2026-11-24T08:00:00Z");
    keep(it);
    it = new_case(two.text());
    it.referrals = {a_referral(1, "veluwe", "2026-11-23T09:00:00Z")};
    it.referrals[0].forwarded_at = at("2026-11-23T10:00:00Z");
    keep(it);
    const RegionKey veluwe("veluwe");
    it = new_case(three.text());
    it.referrals = {a_referral(1, "veluwe", "2026-11-23T09:00:00Z")};
    keep(it);
    EXPECT_THAT(store_->not_forwarded(veluwe, std::nullopt, 1), ElementsAre(Pair(one, 3)));
    EXPECT_THAT(store_->not_forwarded(veluwe, one, 5), ElementsAre(Pair(three, 1)));
}

TEST_F(Lookups, open_work_names_regions_and_the_wsps_that_were_forwarded_to) {
    const Instant sent = at("2026-11-23T09:00:00Z");
    Case it = new_case(one.text());
    it.referrals = {a_referral(1, "veluwe", "2026-11-23T09:00:00Z"),
                    a_referral(2, "drenthe", "2026-11-23T09:00:00Z")};
    it.referrals[0].asks = {{WspKey("here"), sent, {}, {}}, {WspKey("away"), sent, {}, sent}};
    it.referrals[1].state = ReferralState::closed;
    it.referrals[1].ended_at = sent;
    it.referrals[1].asks = {{WspKey("done"), sent, {}, {}}};
    keep(it);
    it = new_case(two.text());
    it.referrals = {a_referral(1, "veluwe", "2026-11-23T09:00:00Z")};
    keep(it);
    EXPECT_THAT(store_->open_work(),
                ElementsAre(Pair(RegionKey("veluwe"), std::nullopt),
                            Pair(RegionKey("veluwe"), std::optional(WspKey("here")))));
}

TEST_F(Lookups, open_requests_come_in_pages) {
    keep(new_case(one.text()));
    keep(new_case(two.text()));
    keep(new_case(three.text()));
    Case missed = new_case("NLWD-2026-000004");
    missed.clocks[0].state = ClockState::missed;
    keep(missed);
    Case closed = new_case("NLWD-2026-000005");
    closed.state = State::closed;
    keep(closed);
    EXPECT_THAT(store_->open_requests(std::nullopt, 2), ElementsAre(one, two));
    EXPECT_THAT(store_->open_requests(two, 5), ElementsAre(three, missed.number));
}

RequestData employer(const std::string& kvk, const std::string& email) {
    RequestData data = new_case(one.text()).data;
    data.employer.kvk_number = kvk;
    data.employer.contact.email = email;
    return data;
}

TEST_F(Lookups, the_same_employer_is_known_by_kvk_or_by_email) {
    keep(new_case(two.text()));
    keep(new_case(one.text()));
    EXPECT_THAT(store_->same_employer(employer("87654321", "")), ElementsAre(one, two));
    EXPECT_THAT(store_->same_employer(employer("", "BO@meel.example")), ElementsAre(one, two));
    EXPECT_THAT(store_->same_employer(employer("87654321", "bo@meel.example")),
                ElementsAre(one, two));
    EXPECT_THAT(store_->same_employer(employer("", "")), IsEmpty());
    EXPECT_THAT(store_->same_employer(employer("11111111", "an@meel.example")), IsEmpty());
}

TEST_F(Lookups, the_same_employer_counts_only_for_an_open_request_of_that_kind_and_occupation) {
    Case closed = new_case(one.text());
    closed.state = State::closed;
    keep(closed);
    EXPECT_THAT(store_->same_employer(closed.data), IsEmpty());
    keep(new_case(two.text()));
    RequestData other = closed.data;
    other.occupation = "slager";
    EXPECT_THAT(store_->same_employer(other), IsEmpty());
    other = closed.data;
    other.kind = Kind::offer;
    EXPECT_THAT(store_->same_employer(other), IsEmpty());
    other = closed.data;
    other.occupation = "Bakker";
    EXPECT_THAT(store_->same_employer(other), ElementsAre(two));
}

TEST_F(Lookups, the_same_employer_is_known_however_many_others_came_and_as_it_was_amended) {
    const RequestNumber late("NLWD-2026-009000");
    const RequestNumber next_year("NLWD-2027-000001");
    for (const RequestNumber& number : {late, one, next_year}) keep(new_case(number.text()));
    EXPECT_THAT(store_->same_employer(employer("87654321", "")), ElementsAre(one, late, next_year));
    Case amended = store_->load(late).value();
    amended.data.occupation = "slager";
    keep(amended);
    EXPECT_THAT(store_->same_employer(employer("87654321", "")), ElementsAre(one, next_year));
    EXPECT_THAT(store_->same_employer(amended.data), ElementsAre(late));
    Case gone = store_->load(next_year).value();
    gone.state = State::closed;
    keep(gone);
    EXPECT_THAT(store_->same_employer(employer("87654321", "")), ElementsAre(one));
    gone.state = State::deciding;
    gone.version = store_->load(next_year)->version;
    keep(gone);
    EXPECT_THAT(store_->same_employer(employer("", "bo@meel.example")),
                ElementsAre(one, next_year));
}

TEST_F(Lookups, numbers_count_per_year_without_gaps_over_what_was_undone) {
    const auto next = [&](int year) {
        RequestNumber number;
        store_->transaction([&] { number = store_->next_number(year); });
        return number.text();
    };
    EXPECT_EQ(next(2026), "NLWD-2026-000001");
    EXPECT_THROW(store_->transaction([&] {
        EXPECT_EQ(store_->next_number(2026).text(), "NLWD-2026-000002");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    store_->transaction([&] {
        EXPECT_THROW(store_->savepoint([&] {
            EXPECT_EQ(store_->next_number(2026).text(), "NLWD-2026-000002");
            throw std::runtime_error("no");
        }),
                     std::runtime_error);
        EXPECT_EQ(store_->next_number(2026).text(), "NLWD-2026-000002");
    });
    EXPECT_EQ(next(2027), "NLWD-2027-000001");
    EXPECT_EQ(next(2026), "NLWD-2026-000003");
}

}  // namespace
}  // namespace werktdoord
