// No function that a command calls may walk a whole table: it must stay quick at a million
// requests.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include "base/request_number.hpp"
#include "store/schema.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_digests.hpp"
#include "store/sqlite_employers.hpp"
#include "store/sqlite_intake.hpp"
#include "store/sqlite_journal.hpp"
#include "store/sqlite_lookups.hpp"
#include "store/sqlite_outbox.hpp"
#include "store/sqlite_queries.hpp"
#include "store/sqlite_settings.hpp"
#include "store/sqlite_walks.hpp"
#include "store/sqlite_webhooks.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::IsEmpty;

// The statements that stepped through a table or sorted without an index since they were made.
std::vector<std::string> scanning(Connection& connection) {
    std::vector<std::string> found;
    sqlite3* handle = connection.database().getHandle();
    for (sqlite3_stmt* it = sqlite3_next_stmt(handle, nullptr); it;
         it = sqlite3_next_stmt(handle, it))
        if (sqlite3_stmt_status(it, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) > 1)
            found.emplace_back(sqlite3_sql(it));
    return found;
}

class Scans : public ::testing::Test {
protected:
    Scans() {
        migrate(connection_);
        connection_.transaction([&] {
            ChainHead head = select_chain_head(connection_);
            for (int i = 0; i < 100; ++i) {
                Case made = full_case(make_request_number(2026, i + 1).text());
                made.state = i % 2 == 0 ? State::closed : State::registered;
                save_case(connection_, known_, std::nullopt, made);
                append_event(connection_, head, a_mail(made.number.text(), "2026-11-23T09:00:00Z"),
                             salts_);
                put_webhook(connection_, known_, "s", std::to_string(i), {}, Instant{});
                put_idempotency_key(connection_, std::to_string(i), {}, Instant{});
            }
        });
    }

    const Instant now_ = at("2026-12-23T09:00:00Z");
    SeqSalts salts_;
    Connection connection_{":memory:", Access::write};
    KnownFingerprints known_{connection_};
};

TEST_F(Scans, writing_a_case_with_its_events_scans_nothing) {
    const Case before = load_case(connection_, RequestNumber("NLWD-2026-000050")).value();
    Case after = before;
    after.referrals.pop_back();
    after.clocks.pop_back();
    after.introductions.pop_back();
    after.route.regions.clear();
    after.version = before.version;
    connection_.transaction([&] {
        save_case(connection_, known_, before, after);
        ChainHead head = select_chain_head(connection_);
        append_event(connection_, head, a_mail("NLWD-2026-000050", "2026-11-23T09:00:00Z"), salts_);
    });
    EXPECT_THAT(scanning(connection_), IsEmpty());
}

TEST_F(Scans, what_a_command_or_the_scheduler_looks_up_scans_nothing) {
    const RegionKey region("zuidoost-brabant");
    select_due(connection_, now_, std::nullopt, 10);
    select_next_due(connection_);
    select_not_taken_up(connection_, MemberKey("anna"), std::nullopt, 10);
    select_not_forwarded(connection_, region, RequestNumber("NLWD-2026-000040"), 10);
    select_open_requests(connection_, RequestNumber("NLWD-2026-000040"), 10);
    select_same_employer(connection_, known_, full_case("NLWD-2026-000001").data);
    select_webhook(connection_, known_, "s", "50");
    select_idempotency_key(connection_, "50");
    select_open_rejected(connection_, "s", "50");
    was_rejected(connection_, "s", "50", "{");
    select_setting(connection_, "x");
    EXPECT_THAT(scanning(connection_), IsEmpty());
}

TEST_F(Scans, a_page_of_a_walk_scans_nothing) {
    select_running_clocks(connection_, {now_, RequestNumber("NLWD-2026-000050"), 2}, 10);
    select_stored_requests(connection_, RequestNumber("NLWD-2026-000050"), Instant{}, 10);
    EXPECT_THAT(scanning(connection_), IsEmpty());
}

// The statements that name their index, with how SQLite runs them.
std::vector<std::string> plans_by_index(Connection& connection) {
    std::vector<std::string> plans;
    sqlite3* handle = connection.database().getHandle();
    for (sqlite3_stmt* it = sqlite3_next_stmt(handle, nullptr); it;
         it = sqlite3_next_stmt(handle, it)) {
        const std::string sql = sqlite3_sql(it);
        if (sql.find("INDEXED BY") == sql.npos) continue;
        SQLite::Statement plan(connection.database(), "EXPLAIN QUERY PLAN " + sql);
        while (plan.executeStep()) plans.push_back(plan.getColumn("detail").getString());
    }
    return plans;
}

TEST_F(Scans, what_a_digest_counts_it_counts_by_index_alone) {
    select_referral_marks(connection_, RegionKey("midden-brabant"), now_, [](const auto&) {});
    select_open_request_marks(connection_, std::nullopt, 10, [](const auto&) {});
    select_region_work(connection_, RegionKey("midden-brabant"), now_);
    const auto plans = plans_by_index(connection_);
    EXPECT_EQ(plans.size(), 3U);
    EXPECT_THAT(plans, ::testing::Each(::testing::HasSubstr("USING COVERING INDEX")));
}

TEST_F(Scans, mail_and_lists_scan_nothing) {
    select_mails_due(connection_, now_, 10);
    select_next_mail(connection_);
    select_mails(connection_, MailState::parked, 10, std::nullopt);
    select_mails(connection_, MailState::parked, 10, 5);
    select_mail(connection_, 50);
    select_mails_dated_after(connection_, now_, 10);
    select_journal(connection_, 50, 10, std::nullopt);
    select_journal(connection_, 0, 10, RequestNumber("NLWD-2026-000050"));
    select_deadlines(connection_, {}, now_, 10);
    select_referral_marks(connection_, RegionKey("midden-brabant"), now_, [](const auto&) {});
    select_digest_row(connection_, RequestNumber("NLWD-2026-000050"), 1);
    select_team_row(connection_, RequestNumber("NLWD-2026-000050"));
    RequestFilter of_region;
    of_region.region = RegionKey("midden-brabant");
    select_requests(connection_, of_region);
    RequestFilter missed;
    missed.clock = "missed";
    select_requests(connection_, missed);
    RequestFilter work;
    work.owner = MemberKey("anna");
    work.open_only = true;
    select_requests(connection_, work);
    EXPECT_THAT(scanning(connection_), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
