// The monthly report: once a month, also after downtime, and never from before it was asked for.
#include "engine/monthly_work.hpp"

#include "engine/leaving_mail.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

RuleSet with_report(int day = 1, std::vector<Role> to = {Role::coordinator}) {
    RuleSet rules = build::a_ruleset();
    rules.digests.monthly_report = MonthlyReportRule{std::move(to), day, Minutes(8 * 60 + 30)};
    return rules;
}

OutboxMail kept_report(World& world) {
    for (OutboxMail& mail : world.store.outbox(std::nullopt, 1000))
        if (mail.kind == MailKind::report) return mail;
    ADD_FAILURE() << "no report was queued";
    return {};
}

// As it would leave now.
Facts last_report(World& world) {
    return as_it_leaves(world.store, kept_report(world), world.engine->rules(), world.now())
        .mail.facts;
}

TEST(MonthlyReport, tells_of_the_month_before_on_its_day) {
    World world(with_report());
    world.submits({"demand", "delinde", {"5038 AB"}, 4});
    world.forget().at("2027-01-02 12:00");
    EXPECT_THAT(world.dated("mail.queued report"),
                ElementsAre("12-01 08:30 mail.queued report -> coordinator:dirk",
                            "01-01 08:30 mail.queued report -> coordinator:dirk"));
    EXPECT_EQ(last_report(world).values.at("period"), "december 2026");
    EXPECT_EQ(last_report(world).values.at("received_count"), "0");
}

TEST(MonthlyReport, after_downtime_comes_once_and_of_the_last_month) {
    World world(with_report());
    world.submits({"demand", "delinde", {"5038 AB"}, 4});
    world.forget().down_until("2027-02-10 12:00");
    world.at("2027-02-11 12:00");
    EXPECT_THAT(world.told("mail.queued report"),
                ElementsAre("mail.queued report -> coordinator:dirk"));
    EXPECT_EQ(last_report(world).values.at("period"), "januari 2027");
}

TEST(MonthlyReport, keeps_its_month_alone_and_is_filled_in_when_it_leaves) {
    World world(with_report());
    world.submits({"demand", "delinde", {"5038 AB"}, 4});
    world.at("2026-12-01 12:00");
    EXPECT_THAT(kept_report(world).facts.values,
                ElementsAre(Pair("month", "2026-11-01"), Pair("recipient_name", "dirk")));
    const Facts report = last_report(world);
    EXPECT_EQ(report.values.at("received_count"), "1");
    EXPECT_EQ(report.values.at("recipient_name"), "dirk");
    world.at("2026-12-03 12:00");
    EXPECT_EQ(last_report(world), report);
}

TEST(MonthlyReport, goes_to_each_address_once) {
    World world(with_report(1, {Role::coordinator, Role::team}));
    world.forget().at("2026-12-01 12:00");
    EXPECT_EQ(world.told("mail.queued report").size(), world.engine->rules().roster.team.size());
}

TEST(MonthlyReport, is_not_repeated_when_its_day_is_put_later) {
    World world(with_report());
    world.at("2026-12-01 12:00");
    world.forget().reload(with_report(15));
    world.at("2026-12-20 12:00");
    EXPECT_THAT(world.told("mail.queued report"), IsEmpty());
}

TEST(MonthlyReport, does_not_go_out_without_a_rule_nor_at_once_with_a_new_one) {
    World world;
    world.at("2026-12-02 12:00");
    EXPECT_THAT(world.told("mail.queued report"), IsEmpty());
    world.reload(with_report());
    world.at("2026-12-31 12:00");
    EXPECT_THAT(world.told("mail.queued report"), IsEmpty());
    world.at("2027-01-01 12:00");
    EXPECT_EQ(world.told("mail.queued report").size(), 1U);
}

}  // namespace
}  // namespace werktdoord
