// What a backtest found, as lines for a person and as JSON Lines.
#include <gmock/gmock.h>

#include "codec/backtest_text.hpp"
#include "core/backtest_summary.hpp"
#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::amsterdam;
using build::at;
using ::testing::HasSubstr;

Recipient a_contact(const std::string& name) {
    return {Role::regional_contact, "twente", name, name + "@twente.example"};
}

RegionOutcome an_outcome(const std::string& contact) {
    RegionOutcome outcome;
    outcome.sites = {0};
    outcome.contacts = {a_contact(contact)};
    outcome.wsps = {{Role::wsp, "wsp-twente", "WSP Twente", "wsp@twente.example"}};
    return outcome;
}

const TriedRequest tried{RequestNumber("NLWD-2026-000001"), 0, at("2026-11-23T08:12:00Z")};

Difference other_contact() {
    Difference found;
    found.rules = {{"default"}, {"default"}};
    found.policy = {"blueprint", "blueprint"};
    found.regions = {{RegionKey("twente"), an_outcome("loes"), an_outcome("kees")}};
    return found;
}

Difference everything_else() {
    Difference found;
    found.rules = {{"large", "default"}, {"care"}};
    RegionOutcome before = an_outcome("loes");
    RegionOutcome after = before;
    after.mode = Mode::immediately;
    after.lead = true;
    after.sites = {0, 2};
    after.wsps.clear();
    after.inform = {{Role::wsp_manager, "twente", "Manager", "manager@twente.example"}};
    after.contacts = {{Role::backup, "twente", "Kees", "kees@twente.example"}};
    found.regions = {{RegionKey("drenthe"), std::nullopt, an_outcome("loes")},
                     {RegionKey("twente"), before, after},
                     {RegionKey("zeeland"), after, std::nullopt}};
    found.unplaced = {{1}, {}};
    found.policy = {"blueprint", "crisis"};
    const Instant warn = at("2026-11-23T12:00:00Z");
    const Instant due = at("2026-11-24T08:12:00Z");
    found.clocks = {
        {ClockName::decide, std::nullopt, ClockTimes{std::nullopt, due}},
        {ClockName::forward, ClockTimes{std::nullopt, due}, std::nullopt},
        {ClockName::take_up, ClockTimes{warn, due}, ClockTimes{std::nullopt, due}},
        {ClockName::wsp_response, ClockTimes{warn, warn}, ClockTimes{warn, due}},
    };
    found.signposts = {{}, {"zorg"}};
    return found;
}

TEST(BacktestText, is_one_short_line_for_each_thing_that_differs) {
    EXPECT_EQ(
        difference_text(tried, other_contact(), amsterdam()),
        "NLWD-2026-000001, 2026-11-23T09:12:00+01:00, rule default\n"
        "  region twente: contact loes <loes@twente.example> -> kees <kees@twente.example>\n");
    EXPECT_EQ(
        difference_text({std::nullopt, 7, tried.at}, everything_else(), amsterdam()),
        "line 7, 2026-11-23T09:12:00+01:00, rule care\n"
        "  rule large, default -> care\n"
        "  region drenthe: added (after_assessment, sites 1, contact loes <loes@twente.example>,"
        " WSPs wsp-twente)\n"
        "  region twente: after_assessment -> immediately\n"
        "  region twente: lead region no -> yes\n"
        "  region twente: sites 1 -> 1, 3\n"
        "  region twente: contact loes <loes@twente.example> -> backup Kees"
        " <kees@twente.example>\n"
        "  region twente: WSPs wsp-twente WSP Twente <wsp@twente.example> -> none\n"
        "  region twente: for information none -> wsp_manager Manager"
        " <manager@twente.example>\n"
        "  region zeeland: gone (immediately, lead region, sites 1, 3, contact backup Kees"
        " <kees@twente.example>, WSPs none, for information wsp_manager)\n"
        "  unplaced sites 2 -> none\n"
        "  policy blueprint -> crisis\n"
        "  clock decide: added (due 2026-11-24T09:12:00+01:00)\n"
        "  clock forward: gone (due 2026-11-24T09:12:00+01:00)\n"
        "  clock take_up: warn 2026-11-23T13:00:00+01:00 -> none\n"
        "  clock wsp_response: due 2026-11-23T13:00:00+01:00 -> 2026-11-24T09:12:00+01:00\n"
        "  signposts none -> zorg\n");
}

TEST(BacktestText, sums_up_what_is_not_zero) {
    BacktestSummary summary;
    EXPECT_EQ(summary_text(summary), "0 of 0 requests change\n");
    summary.add(other_contact());
    summary.add(everything_else());
    summary.unreadable = 1;
    summary.forgotten = 2;
    EXPECT_EQ(summary_text(summary),
              "2 of 2 requests change; 1 could not be read; 2 forgotten, not tried\n"
              "region drenthe: 1 in\n"
              "region twente: 2 with another contact, 1 with other WSPs, 1 with others for"
              " information, 1 in another mode, 1 with another lead region, 1 with other sites\n"
              "region zeeland: 1 out\n"
              "other unplaced sites: 1\n"
              "rule default: 1\n"
              "rule large, default -> care: 1\n"
              "policy blueprint -> crisis: 1\n"
              "clock decide: 1\nclock forward: 1\nclock take_up: 1\nclock wsp_response: 1\n"
              "signpost zorg: 1 in, 0 out\n");
}

TEST(BacktestJson, holds_old_and_new_of_what_differs_and_nothing_else) {
    const std::string contact = R"({"role":"regional_contact","key":"twente","name":")";
    EXPECT_EQ(difference_json(tried, other_contact()),
              R"({"request":"NLWD-2026-000001","registeredAt":"2026-11-23T08:12:00Z",)"
              R"("rules":{"old":["default"],"new":["default"]},"regions":[{"region":"twente",)"
              R"("change":"changed","contacts":{"old":[)" +
                  contact + R"(loes","email":"loes@twente.example"}],"new":[)" + contact +
                  R"(kees","email":"kees@twente.example"}]}}]})");
    const std::string line = difference_json({std::nullopt, 7, tried.at}, everything_else());
    for (const char* part :
         {R"({"line":7,"registeredAt":)", R"({"region":"drenthe","change":"added","new":{"mode":)",
          R"({"region":"zeeland","change":"gone","old":{"mode":)",
          R"("lead":{"old":false,"new":true})", R"("sites":{"old":[0],"new":[0,2]})",
          R"("unplaced":{"old":[1],"new":[]})", R"("policy":{"old":"blueprint","new":"crisis"})",
          R"({"clock":"decide","old":null,"new":{"warn":null,"due":"2026-11-24T08:12:00Z"}})",
          R"("signposts":{"old":[],"new":["zorg"]}})"})
        EXPECT_THAT(line, HasSubstr(part));
}

TEST(BacktestJson, ends_in_a_summary_with_both_hashes) {
    BacktestSummary summary;
    summary.add(everything_else());
    const std::string line = summary_json(summary, {"aa", "bb"});
    for (const char* part :
         {R"({"summary":{"tried":1,"changed":1,"unreadable":0,"forgotten":0,"old":"aa","new":"bb")",
          R"("drenthe":{"in":1,"out":0,)",
          R"("rules":[{"old":["large","default"],"new":["care"],"requests":1}])",
          R"("policies":[{"old":"blueprint","new":"crisis","requests":1}])",
          R"("clocks":{"decide":1,)", R"("signposts":{"zorg":{"in":1,"out":0}}}})"})
        EXPECT_THAT(line, HasSubstr(part));
}

TEST(Moves, are_told_with_old_and_new_instants_and_summed_up_by_how_far) {
    DeadlineRow row;
    row.request = RequestNumber("NLWD-2026-000001");
    row.clock.name = ClockName::wsp_response;
    row.clock.region = RegionKey("twente");
    row.clock.wsp = WspKey("wsp-twente");
    row.clock.due = at("2026-11-24T08:12:00Z");
    const ClockTimes times{std::nullopt, at("2026-11-25T09:13:00Z")};
    EXPECT_EQ(move_text(row, times, amsterdam()),
              "NLWD-2026-000001 region twente WSP wsp-twente clock wsp_response: due"
              " 2026-11-24T09:12:00+01:00 -> 2026-11-25T10:13:00+01:00\n");
    EXPECT_EQ(move_json(row, times),
              R"({"request":"NLWD-2026-000001","region":"twente","wsp":"wsp-twente",)"
              R"("clock":"wsp_response","warn":{"old":null,"new":null},)"
              R"("due":{"old":"2026-11-24T08:12:00Z","new":"2026-11-25T09:13:00Z"}})");
    MovesSummary summary;
    summary.running = 9;
    summary.add(row.clock, times, amsterdam());
    summary.add(row.clock, {std::nullopt, row.clock.due}, amsterdam());
    summary.add(row.clock, {std::nullopt, row.clock.due - std::chrono::hours(2)}, amsterdam());
    EXPECT_EQ(moves_summary_text(summary),
              "3 of 9 running clocks move\n"
              "clock wsp_response: 1 move 2 hours earlier\n"
              "clock wsp_response: 1 move only their warning\n"
              "clock wsp_response: 1 move 1 day 1 hour 1 minute later\n");
    EXPECT_EQ(moves_summary_json(summary),
              R"({"summary":{"running":9,"moved":3,"clocks":{"wsp_response":[)"
              R"({"minutes":-120,"clocks":1},{"minutes":0,"clocks":1},)"
              R"({"minutes":1501,"clocks":1}]}}})");
}

}  // namespace
}  // namespace werktdoord
