// Walks along all stored requests and running clocks, page by page.
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Walks : public StoreTest {
protected:
    Walks() {
        for (int n = 1; n <= 5; ++n) {
            Case it = new_case("NLWD-2026-00000" + std::to_string(n));
            it.registered_at = at("2026-11-23T08:00:00Z") + std::chrono::days(n);
            if (n == 2) it.state = State::closed;
            if (n == 4) forget(it);
            keep(it);
        }
    }

    static void forget(Case& it) {
        it.state = State::closed;
        it.forgotten = true;
        it.data = {};
    }

    // The last digits of the numbers, a blank between pages.
    std::string walked(Instant since, int page) {
        std::string digits;
        RequestNumber after;
        for (;;) {
            const auto rows = store_->stored_requests(after, since, page);
            for (const StoredRequest& row : rows) digits += row.number.text().back();
            if (rows.size() < static_cast<std::size_t>(page)) return digits;
            digits += ' ';
            after = rows.back().number;
        }
    }

    std::string walked_clocks(Instant from, int page) {
        std::string told;
        ClockCursor after{from, {}, 0};
        for (;;) {
            const auto rows = store_->running_clocks(after, page);
            for (const DeadlineRow& row : rows)
                told += row.request.text().substr(row.request.text().size() - 1) +
                        std::string(name_of(row.clock.name)).substr(0, 1) + " ";
            if (rows.size() < static_cast<std::size_t>(page)) return told;
            after = {rows.back().clock.due, rows.back().request, rows.back().clock.id};
        }
    }
};

TEST_F(Walks, give_every_request_once_open_or_closed_in_order_of_number) {
    EXPECT_EQ(walked(Instant{}, 10), "12345");
    EXPECT_EQ(walked(Instant{}, 2), "12 34 5");
    EXPECT_EQ(walked(Instant{}, 5), "12345 ") << "the page was full: one more is asked for";
    EXPECT_EQ(walked(Instant::min(), 1), "1 2 3 4 5 ");
}

TEST_F(Walks, begin_at_an_instant_of_registration) {
    EXPECT_EQ(walked(at("2026-11-26T08:00:00Z"), 2), "34 5");
    EXPECT_EQ(walked(at("2026-11-26T08:00:00.001Z"), 2), "45 ");
    EXPECT_EQ(walked(at("2027-01-01T00:00:00Z"), 2), "");
}

TEST_F(Walks, tell_what_is_needed_to_route_a_request_anew) {
    const auto rows = store_->stored_requests({}, Instant{}, 10);
    EXPECT_EQ(rows[0].number, RequestNumber("NLWD-2026-000001"));
    EXPECT_EQ(rows[0].registered_at, at("2026-11-24T08:00:00Z"));
    EXPECT_FALSE(rows[0].forgotten);
    EXPECT_THAT(rows[0].document, HasSubstr("Bakkerij Meel"));
    EXPECT_TRUE(rows[3].forgotten);
    EXPECT_THAT(rows[3].document, IsEmpty());
}

TEST_F(Walks, go_across_years) {
    keep(new_case("NLWD-2027-000001"));
    keep(new_case("NLWD-2026-1000000"));
    const auto rows = store_->stored_requests(RequestNumber("NLWD-2026-000005"), Instant{}, 10);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].number, RequestNumber("NLWD-2026-1000000"));
    EXPECT_EQ(rows[1].number, RequestNumber("NLWD-2027-000001"));
}

TEST_F(Walks, see_what_was_stored_after_they_began) {
    const auto reader = open_reader(path());
    EXPECT_EQ(reader->stored_requests({}, Instant{}, 10).size(), 5u);
    keep(new_case("NLWD-2026-000006"));
    EXPECT_EQ(reader->stored_requests(RequestNumber("NLWD-2026-000005"), Instant{}, 10).size(), 1u);
}

TEST_F(Walks, along_clocks_give_the_running_ones_by_due_then_request) {
    Case it = new_case("NLWD-2026-000006");
    it.clocks.push_back(a_clock(ClockName::assess, "2026-11-24T07:00:00Z"));
    it.clocks.push_back(a_clock(ClockName::forward, "2026-11-24T08:00:00Z"));
    it.clocks.push_back(a_clock(ClockName::decide, "2026-11-24T08:00:00Z"));
    it.clocks.back().state = ClockState::missed;
    it.clocks.push_back(a_clock(ClockName::follow_up, "2026-11-24T07:30:00Z"));
    it.clocks.back().state = ClockState::met;
    it.clocks.back().ended_at = it.registered_at;
    keep(it);
    for (const int page : {1, 2, 3, 100})
        EXPECT_EQ(walked_clocks(Instant{}, page), "6a 1t 2t 3t 4t 5t 6t 6f ") << page;
    EXPECT_EQ(walked_clocks(at("2026-11-24T07:30:00Z"), 3), "1t 2t 3t 4t 5t 6t 6f ");
    EXPECT_EQ(walked_clocks(at("2026-11-24T08:00:00.001Z"), 3), "");
}

}  // namespace
}  // namespace werktdoord
