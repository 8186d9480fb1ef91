// What the team's digest and the roster read of all requests.
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;

class Team : public StoreTest {
protected:
    Team() {
        Case it = full_case("NLWD-2026-000001");
        it.closed_at.reset();
        keep(it);
        it = new_case("NLWD-2026-000002");
        it.owner = MemberKey("bram");
        keep(it);
        it = new_case("NLWD-2026-000003");
        it.owner = MemberKey("chris");
        it.state = State::closed;
        it.closed_at = at("2026-11-25T09:00:00Z");
        it.clocks.clear();
        keep(it);
    }

    std::vector<RequestRow> rows(std::string_view closed_since) {
        std::vector<RequestRow> all;
        store_->team_rows(at(closed_since), [&](const RequestRow& row) { all.push_back(row); });
        return all;
    }
};

TEST_F(Team, rows_are_the_open_requests_then_those_closed_since) {
    std::vector<RequestNumber> numbers;
    for (const RequestRow& row : rows("2026-11-25T08:59:59Z")) numbers.push_back(row.number);
    EXPECT_THAT(numbers,
                ElementsAre(RequestNumber("NLWD-2026-000001"), RequestNumber("NLWD-2026-000002"),
                            RequestNumber("NLWD-2026-000003")));
    EXPECT_EQ(rows("2026-11-25T09:00:00Z").size(), 2u);
}

TEST_F(Team, a_row_shows_its_open_clocks_and_the_regions_at_work_on_it) {
    const RequestRow row = rows("2026-11-25T09:00:00Z").at(0);
    EXPECT_EQ(row.employer, "Zorggroep De Linde");
    EXPECT_EQ(row.place, "5038 AB Tilburg");
    EXPECT_EQ(row.open_clocks, store_->load(row.number)->clocks);
    EXPECT_THAT(row.open_regions, ElementsAre(RegionKey("zuidoost-brabant")));
    EXPECT_TRUE(row.unplaced);
}

TEST_F(Team, a_closed_request_has_its_closing_and_no_open_work) {
    const RequestRow row = rows("2026-11-25T08:00:00Z").at(2);
    EXPECT_EQ(row.closed_at, at("2026-11-25T09:00:00Z"));
    EXPECT_THAT(row.open_clocks, ::testing::IsEmpty());
}

}  // namespace
}  // namespace werktdoord
