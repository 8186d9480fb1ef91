// What a report and the law of conservation read of the tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/connection.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ReportRows : public StoreTest {
protected:
    Case request(int n, const char* registered) {
        Case made = new_case("NLWD-2026-00000" + std::to_string(n));
        made.registered_at = at(registered);
        made.data.themes = {"werk-naar-werk", "Bel Jan"};
        return made;
    }
    std::vector<ReportRequest> rows(const char* begin, const char* end) {
        std::vector<ReportRequest> found;
        store_->report_rows(at(begin), at(end),
                            [&](const ReportRequest& row) { found.push_back(row); });
        return found;
    }
};

TEST_F(ReportRows, are_those_registered_from_begin_and_before_end) {
    keep(request(1, "2026-11-01T00:00:00Z"));
    keep(request(2, "2026-11-30T23:59:59Z"));
    keep(request(3, "2026-12-01T00:00:00Z"));
    EXPECT_EQ(rows("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z").size(), 2U);
    EXPECT_EQ(rows("2026-11-01T00:00:01Z", "2026-12-01T00:00:01Z").size(), 2U);
    EXPECT_EQ(rows("2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z").size(), 0U);
    EXPECT_EQ(rows("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z").size(), 3U);
}

TEST_F(ReportRows, belong_each_to_its_request_also_behind_one_that_is_left_out) {
    Case one = request(1, "2026-11-02T00:00:00Z");
    Case other = request(2, "2026-11-01T00:00:00Z");  // the clock was set back
    Case third = request(3, "2026-11-03T00:00:00Z");
    for (Case* each : {&one, &other, &third}) {
        each->referrals = {a_referral(1, "twente", "2026-11-03T09:00:00Z"),
                           a_referral(2, "drechtsteden", "2026-11-03T09:00:00Z")};
        each->referrals[0].filled = 2;
        each->referrals[1].filled = 3;
        each->clocks.push_back(a_clock(ClockName::decide, "2026-11-09T09:00:00Z"));
        keep(*each);
    }
    const auto found = rows("2026-11-02T00:00:00Z", "2026-12-01T00:00:00Z");
    ASSERT_EQ(found.size(), 2U);
    for (const ReportRequest& row : found) {
        EXPECT_EQ(row.filled, 5);
        EXPECT_EQ(row.clocks.size(), one.clocks.size());
        EXPECT_THAT(row.regions, ElementsAre(RegionKey("drechtsteden"), RegionKey("twente")));
        EXPECT_THAT(row.themes, ElementsAre("werk-naar-werk"));
        EXPECT_TRUE(row.open);
    }
}

TEST_F(ReportRows, of_a_closed_request_have_placed_whom_its_closing_told) {
    Case made = request(1, "2026-11-02T00:00:00Z");
    made.referrals = {a_referral(1, "twente", "2026-11-03T09:00:00Z")};
    made.referrals[0].filled = 1;
    made.state = State::closed;
    made.outcome = "filled";
    made.placed = 4;
    keep(made);
    const auto found = rows("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].filled, 4);
}

TEST_F(ReportRows, tell_the_answers_of_wsps_and_what_the_employer_said) {
    Case made = request(1, "2026-11-02T00:00:00Z");
    made.referrals = {a_referral(1, "twente", "2026-11-03T09:00:00Z")};
    WspAsk ask;
    ask.wsp = WspKey("wsp-twente");
    made.referrals[0].asks.push_back(ask);
    ask.responded_at = at("2026-11-04T09:00:00Z");
    made.referrals[0].asks.push_back(ask);
    ask.heard = false;
    made.referrals[0].asks.push_back(ask);
    EXPECT_EQ(keep(made).referrals[0].asks, made.referrals[0].asks);
    const auto found = rows("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
    ASSERT_EQ(found.size(), 1U);
    ASSERT_EQ(found[0].answers.size(), 2U);
    EXPECT_EQ(found[0].answers[0].heard, std::nullopt);
    EXPECT_EQ(found[0].answers[1].heard, false);
}

TEST_F(ReportRows, tallies_follow_the_tables_and_the_journal) {
    EXPECT_EQ(store_->tallies(), Tallies());
    Case made = request(1, "2026-11-02T00:00:00Z");
    made.referrals = {a_referral(1, "twente", "2026-11-03T09:00:00Z")};
    made = keep(made);
    Event sent = an_event(EventName::referral_sent, made.number.text(), "2026-11-03T09:00:00Z");
    sent.region = RegionKey("twente");
    append(sent);
    append(an_event(EventName::request_rejected, "", "2026-11-03T09:00:00Z"));
    store_->transaction([&] {
        store_->next_number(2026);
        store_->reject({});
    });
    Tallies tallies = store_->tallies();
    EXPECT_THAT(imbalances(tallies), IsEmpty());
    EXPECT_EQ(tallies.received(), 2);
    EXPECT_EQ(tallies.regions.at(RegionKey("twente")), (RegionBalance{1, 1, 0}));

    made.state = State::closed;
    made.referrals[0].state = ReferralState::closed;
    keep(made);
    tallies = store_->tallies();
    EXPECT_EQ(tallies.closed, 1);
    EXPECT_EQ(tallies.regions.at(RegionKey("twente")), (RegionBalance{1, 0, 1}));
    EXPECT_THAT(imbalances(tallies), IsEmpty());
}

TEST_F(ReportRows, tallies_tell_of_a_request_that_is_lost) {
    store_->transaction([&] { store_->next_number(2026); });
    keep(request(1, "2026-11-02T00:00:00Z"));
    EXPECT_THAT(imbalances(store_->tallies()), IsEmpty());
    {
        Connection connection(path(), Access::write);
        connection.run_script(
            "PRAGMA foreign_keys = OFF; DELETE FROM requests; PRAGMA foreign_keys = ON;");
    }
    EXPECT_EQ(imbalances(store_->tallies()).size(), 1U);
}

}  // namespace
}  // namespace werktdoord
