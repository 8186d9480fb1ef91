// After a clock that was far ahead nothing waits for the date that it showed.
#include "engine/clock_leap.hpp"

#include "engine/digest_work.hpp"
#include "engine/monthly_work.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::IsEmpty;

const std::string real = "2026-11-24 11:00";

RuleSet with_all_digests() {
    RuleSet rules = build::a_ruleset();
    rules.digests.team = DigestRule{Minutes(8 * 60 + 15), true};
    rules.digests.regional_contact = DigestRule{Minutes(8 * 60 + 30), true};
    rules.digests.monthly_report = MonthlyReportRule{{Role::coordinator}, 1, Minutes(8 * 60 + 30)};
    return rules;
}

// Ran as ever on Monday and Tuesday; then its clock stood two months ahead.
struct Leapt : World {
    Leapt() : World(with_all_digests()) {
        referred(*this);
        at(real);
        at("2027-01-22 18:00");  // a Friday, after closing: mail is held until Monday
        submits({"demand", "meel"});
    }
    void set_back(const std::string& to = real) {
        store.transaction([&] { undo_leap(store, engine->rules(), werktdoord::at(to)); });
    }
    std::optional<Instant> next_digest() { return next_digest_work(store, engine->rules()); }
};

TEST(ClockLeap, digests_and_the_report_come_at_their_next_time) {
    Leapt world;
    ASSERT_GT(*world.next_digest(), at("2027-01-22 18:00"));
    world.set_back();
    EXPECT_EQ(world.next_digest(), at("2026-11-25 08:15"));
    EXPECT_EQ(next_monthly_report(world.store, world.engine->rules()), at("2026-12-01 08:30"));
}

TEST(ClockLeap, the_next_digest_tells_what_came_since) {
    Leapt world;
    world.set_back();
    for (const char* key : {"digest.since.team", "digest.since.region.midden-brabant"})
        EXPECT_EQ(world.store.get(key), to_rfc3339(at(real))) << key;
}

TEST(ClockLeap, mail_that_waits_for_that_date_leaves_at_the_next_opening) {
    Leapt world;
    ASSERT_EQ(mail_of(world, MailKind::new_request).next_attempt, at("2027-01-25 09:00"));
    world.set_back("2026-11-24 20:00");
    EXPECT_EQ(mail_of(world, MailKind::new_request).next_attempt, at("2026-11-25 09:00"));
    EXPECT_EQ(mail_of(world, MailKind::confirmation).next_attempt, at("2026-11-24 20:00"));
}

TEST(ClockLeap, within_a_day_and_where_time_runs_as_it_should_nothing_changes) {
    World world(with_all_digests());
    world.submits();
    world.at("2026-11-27 18:00");  // a Friday: what is held leaves on Monday
    world.submits();
    const auto held_until = mail_of(world, MailKind::new_request).next_attempt;
    const auto handled = world.store.get("digest.handled.team");
    for (const char* now : {"2026-11-27 18:00", "2026-11-27 08:00"}) {
        world.store.transaction([&] { undo_leap(world.store, world.engine->rules(), at(now)); });
        EXPECT_EQ(mail_of(world, MailKind::new_request).next_attempt, held_until);
        EXPECT_EQ(world.store.get("digest.handled.team"), handled);
    }
}

TEST(ClockLeap, the_engine_undoes_it_when_the_day_is_another) {
    Leapt world;
    world.store.transaction([&] { world.engine->check_daily(at(real)); });
    EXPECT_EQ(world.next_digest(), at("2026-11-25 08:15"));
    EXPECT_THAT(world.engine->take_troubles(), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
