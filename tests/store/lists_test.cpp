// The lists that people read: requests, deadlines.
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Lists : public StoreTest {
protected:
    Lists() {
        Case it = full_case("NLWD-2026-000001");
        it.introductions.clear();
        keep(it);
        it = new_case("NLWD-2026-000002");
        it.route.regions = {{RegionKey("veluwe"), Mode::after_assessment, {0}, {}, {}}};
        keep(it);
        it = new_case("NLWD-2026-000003");
        it.owner = MemberKey("bram");
        it.state = State::closed;
        it.clocks[0].state = ClockState::met;
        it.clocks[0].ended_at = at("2026-11-23T09:00:00Z");
        keep(it);
        it = new_case("NLWD-2026-000004");
        it.clocks[0].warned = true;
        it.data.occupation = "100% bakker_";
        keep(it);
    }

    using F = RequestFilter;

    // The last digits of the numbers that a filter finds.
    std::string found(void (*narrow)(F&)) {
        F filter;
        narrow(filter);
        std::string last_digits;
        for (const RequestRow& row : store_->requests(filter))
            last_digits += row.number.text().back();
        return last_digits;
    }
};

TEST_F(Lists, a_row_shows_what_a_list_needs) {
    const auto rows = store_->requests({});
    ASSERT_EQ(rows.size(), 4u);
    const RequestRow& row = rows[0];
    EXPECT_EQ(row.number, RequestNumber("NLWD-2026-000001"));
    EXPECT_EQ(row.kind, Kind::offer);
    EXPECT_EQ(row.state, State::introduced);
    EXPECT_EQ(row.owner, MemberKey("anna"));
    EXPECT_EQ(row.registered_at, at("2026-11-23T08:00:00Z"));
    EXPECT_EQ(row.employer, "Zorggroep De Linde");
    EXPECT_EQ(row.occupation, "verpleegkundige");
    EXPECT_EQ(row.sector, "86.10");
    EXPECT_EQ(row.headcount, 4);
    EXPECT_THAT(row.regions,
                ElementsAre(RegionKey("midden-brabant"), RegionKey("zuidoost-brabant")));
    EXPECT_TRUE(row.unplaced);
    EXPECT_EQ(row.next_due, at("2026-11-24T08:00:00Z"));
    EXPECT_EQ(row.next_clock, "take_up");
    EXPECT_TRUE(row.missed);
}

TEST_F(Lists, without_referrals_a_row_shows_the_proposed_regions) {
    const RequestRow row = store_->requests({}).at(1);
    EXPECT_THAT(row.regions, ElementsAre(RegionKey("veluwe")));
    EXPECT_FALSE(row.unplaced);
    EXPECT_FALSE(row.missed);
}

TEST_F(Lists, a_closed_request_has_no_next_clock) {
    const RequestRow row = store_->requests({}).at(2);
    EXPECT_FALSE(row.next_due);
    EXPECT_EQ(row.next_clock, "");
}

TEST_F(Lists, filters_narrow_alone_and_together) {
    EXPECT_EQ(found([](F&) {}), "1234");
    EXPECT_EQ(found([](F& f) { f.state = State::closed; }), "3");
    EXPECT_EQ(found([](F& f) { f.state = State::registered; }), "24");
    EXPECT_EQ(found([](F& f) { f.kind = Kind::offer; }), "1");
    EXPECT_EQ(found([](F& f) { f.region = RegionKey("veluwe"); }), "2");
    EXPECT_EQ(found([](F& f) { f.region = RegionKey("zuidoost-brabant"); }), "1");
    EXPECT_EQ(found([](F& f) { f.owner = MemberKey("bram"); }), "3");
    EXPECT_EQ(found([](F& f) { f.clock = "missed"; }), "1");
    EXPECT_EQ(found([](F& f) { f.clock = "warned"; }), "4");
    EXPECT_EQ(found([](F& f) { f.open_only = true; }), "124");
    EXPECT_EQ(found([](F& f) {
                  f.kind = Kind::demand;
                  f.owner = MemberKey("anna");
                  f.open_only = true;
              }),
              "24");
    EXPECT_EQ(found([](F& f) {
                  f.region = RegionKey("veluwe");
                  f.clock = "missed";
              }),
              "");
}

TEST_F(Lists, a_search_wants_every_word_somewhere_and_takes_wildcards_as_they_stand) {
    EXPECT_EQ(found([](F& f) { f.q = "linde VERPLEEG"; }), "1");
    EXPECT_EQ(found([](F& f) { f.q = "linde bakker"; }), "");
    EXPECT_EQ(found([](F& f) { f.q = "LÍNDE verpleég"; }), "1") << "as people write it";
    EXPECT_EQ(found([](F& f) { f.q = "2026-000003"; }), "3");
    EXPECT_EQ(found([](F& f) { f.q = " meel "; }), "234");
    EXPECT_EQ(found([](F& f) { f.q = "100% bakker_"; }), "4");
    EXPECT_EQ(found([](F& f) { f.q = "2%6"; }), "");
    EXPECT_EQ(found([](F& f) { f.q = "'; DROP TABLE requests"; }), "");
}

TEST_F(Lists, pages_follow_each_other) {
    EXPECT_EQ(found([](F& f) { f.limit = 2; }), "12");
    EXPECT_EQ(found([](F& f) {
                  f.limit = 2;
                  f.after = RequestNumber("NLWD-2026-000002");
              }),
              "34");
    EXPECT_EQ(found([](F& f) {
                  f.region = RegionKey("veluwe");
                  f.after = RequestNumber("NLWD-2026-000002");
              }),
              "");
}

TEST_F(Lists, a_region_that_no_longer_has_a_request_does_not_list_it) {
    Case it = store_->load(RequestNumber("NLWD-2026-000002")).value();
    it.referrals = {a_referral(1, "drenthe", "2026-11-23T09:00:00Z")};
    keep(it);
    EXPECT_EQ(found([](F& f) { f.region = RegionKey("veluwe"); }), "");
    EXPECT_EQ(found([](F& f) { f.region = RegionKey("drenthe"); }), "2");
}

TEST_F(Lists, deadlines_are_the_open_clocks_by_due_instant) {
    const auto rows = store_->deadlines({}, at("2026-11-25T10:00:00Z"), 10);
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].request, RequestNumber("NLWD-2026-000001"));
    EXPECT_EQ(rows[0].owner, MemberKey("anna"));
    EXPECT_EQ(rows[3].clock, store_->load(rows[0].request)->clocks[1]);
    EXPECT_EQ(store_->deadlines({}, at("2026-11-25T09:59:59Z"), 10).size(), 3u);
    EXPECT_EQ(store_->deadlines({}, at("2026-11-25T10:00:00Z"), 2).size(), 2u);
}

TEST_F(Lists, deadlines_go_on_after_a_cursor) {
    const Instant until = at("2026-11-25T10:00:00Z");
    const auto all = store_->deadlines({}, until, 10);
    ClockCursor after;
    for (const DeadlineRow& row : all) {
        const auto next = store_->deadlines(after, until, 1);
        ASSERT_EQ(next.size(), 1u);
        EXPECT_EQ(next[0].request, row.request);
        EXPECT_EQ(next[0].clock, row.clock);
        after = {row.clock.due, row.request, row.clock.id};
    }
    EXPECT_TRUE(store_->deadlines(after, until, 1).empty());
}

}  // namespace
}  // namespace werktdoord
