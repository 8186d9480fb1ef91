// What one request would change under other rules, and the sums over many.
#include "core/backtest.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "build.hpp"
#include "core/backtest_summary.hpp"
#include "core/chance.hpp"
#include "core/recipients.hpp"

namespace werktdoord {
namespace {

using namespace build;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

using Edit = std::function<void(RuleSet&)>;

RuleSet edited(const Edit& edit) {
    RuleSet rules = a_ruleset();
    edit(rules);
    return rules;
}

Difference difference(const Edit& edit, const RequestData& data = a_request(),
                      Instant when = monday_morning()) {
    const RuleSet before = a_ruleset();
    const RuleSet after = edited(edit);
    return Backtest(before, after).compare(data, when);
}

Region& brabant_of(RuleSet& rules) {
    return rules.regions.at(brabant);
}

void close(RuleSet& rules, const char* which) {
    CalendarRules calendar = rules.calendar.rules();
    calendar.closed.insert(day(which));
    rules.calendar = WorkCalendar(calendar, amsterdam());
}

// What differs, in one word each: "region contacts", "policy".
std::vector<std::string> kinds(const Difference& found) {
    std::vector<std::string> words;
    const auto add = [&](bool differs, const char* word) {
        if (differs) words.emplace_back(word);
    };
    add(found.rules.any(), "rules");
    for (const auto& [region, before, after] : found.regions) {
        add(!before, "added");
        add(!after, "gone");
        if (!before || !after) continue;
        add(before->mode != after->mode, "mode");
        add(before->lead != after->lead, "lead");
        add(before->sites != after->sites, "sites");
        add(before->contacts != after->contacts, "contacts");
        add(before->wsps != after->wsps, "wsps");
        add(before->inform != after->inform, "inform");
    }
    add(found.unplaced.any(), "unplaced");
    add(found.policy.any(), "policy");
    for (const ClockDifference& clock : found.clocks) words.emplace_back(name_of(clock.clock));
    add(found.signposts.any(), "signposts");
    return words;
}

struct EditRow {
    const char* what;
    Edit edit;
    std::vector<std::string> differs;
};

Refer informing(Refer refer, Role role) {
    refer.inform = {role};
    return refer;
}

const std::vector<EditRow> routing_rows{
    {"nothing", [](RuleSet&) {}, {}},
    {"another hash", [](RuleSet& r) { r.hash = std::string(64, 'b'); }, {}},
    {"the name of the rule", [](RuleSet& r) { r.routing[0].name = "all"; }, {"rules"}},
    {"a rule that does not match",
     [](RuleSet& r) {
         r.routing.insert(r.routing.begin(),
                          a_rule("offers", is(Field::kind, {"offer"}), to_regions({"twente"})));
     },
     {}},
    {"to another region",
     [](RuleSet& r) { r.routing[0].refer = to_regions({"twente"}); },
     {"gone", "added"}},
    {"to one region more",
     [](RuleSet& r) {
         r.routing[0].refer = to_regions({"midden-brabant", "twente"});
     },
     {"added"}},
    {"at once",
     [](RuleSet& r) { r.routing[0].refer = to_region_of_site(Mode::immediately); },
     {"mode"}},
};

const std::vector<EditRow> people_rows{
    {"the contact",
     [](RuleSet& r) { brabant_of(r).contact.email = "nieuw@x.example"; },
     {"contacts"}},
    {"an absence then",
     [](RuleSet& r) {
         brabant_of(r).contact.absent = {{day("2026-11-23"), day("2026-11-24")}};
     },
     {"contacts"}},
    {"an absence at another time",
     [](RuleSet& r) {
         brabant_of(r).contact.absent = {{day("2026-11-24"), day("2026-11-24")}};
     },
     {}},
    {"the contact of another region",
     [](RuleSet& r) { r.regions.at(RegionKey("twente")).contact.email = "nieuw@x.example"; },
     {}},
    {"the backup of a contact who is there",
     [](RuleSet& r) { brabant_of(r).backup->email = "nieuw@x.example"; },
     {}},
    {"the address of its WSP",
     [](RuleSet& r) { brabant_of(r).wsps[0].email = "nieuw@x.example"; },
     {"wsps"}},
    {"the order of the WSPs",
     [](RuleSet& r) { std::swap(brabant_of(r).wsps[0], brabant_of(r).wsps[1]); },
     {}},
    {"which WSP covers it", [](RuleSet& r) { brabant_of(r).wsps[0].municipalities.clear(); }, {}},
    {"a WSP more", [](RuleSet& r) { brabant_of(r).wsps[1].municipalities.clear(); }, {"wsps"}},
    {"who is informed",
     [](RuleSet& r) { r.routing[0].refer = informing(to_region_of_site(), Role::wsp_manager); },
     {"inform"}},
    {"a role that the region lacks",
     [](RuleSet& r) { r.routing[0].refer = informing(to_region_of_site(), Role::pow_director); },
     {}},
};

const std::vector<EditRow> other_rows{
    {"the postcode's municipality",
     [](RuleSet& r) {
         r.places = Places();
         r.places.add({MunicipalityCode("GM0758"), "Breda", RegionKey("west-brabant"), "NB"});
         r.places.add_postcode(5038, MunicipalityCode("GM0758"));
     },
     {"gone", "added"}},
    {"a country without it", [](RuleSet& r) { r.places = Places(); }, {"gone", "unplaced"}},
    {"a policy of the same times",
     [](RuleSet& r) {
         r.deadlines.policies["other"] = r.deadlines.policies["blueprint"];
         r.deadlines.default_policy = "other";
     },
     {"policy"}},
    {"a shorter time",
     [](RuleSet& r) {
         r.deadlines.policies["blueprint"].clocks[ClockName::take_up].within = {
             4, Unit::working_hours};
     },
     {"take_up"}},
    {"no warning",
     [](RuleSet& r) { r.deadlines.policies["blueprint"].clocks[ClockName::take_up].warn.reset(); },
     {"take_up"}},
    {"a clock less",
     [](RuleSet& r) { r.deadlines.policies["blueprint"].clocks.erase(ClockName::forward); },
     {"forward"}},
    {"other ladders", [](RuleSet& r) { r.deadlines.escalation.clear(); }, {}},
    {"a closed day soon",
     [](RuleSet& r) { close(r, "2026-11-24"); },
     {"assess", "decide", "forward", "take_up", "wsp_response"}},
    {"a closed day long after", [](RuleSet& r) { close(r, "2027-11-24"); }, {}},
    {"a signpost",
     [](RuleSet& r) {
         r.signposts = {{"zorg", "Zorg", "", "", everything(), {}, {}}};
     },
     {"signposts"}},
    {"a signpost that is over",
     [](RuleSet& r) {
         r.signposts = {{"zorg", "Zorg", "", "", everything(), {{}, day("2026-11-22")}, {}}};
     },
     {}},
    {"the roster", [](RuleSet& r) { r.roster.week.fill(MemberKey("chris")); }, {}},
};

std::vector<EditRow> rows() {
    std::vector<EditRow> all = routing_rows;
    all.insert(all.end(), people_rows.begin(), people_rows.end());
    all.insert(all.end(), other_rows.begin(), other_rows.end());
    return all;
}

TEST(Backtest, names_all_that_differs_and_nothing_else) {
    for (const EditRow& row : rows()) {
        const Difference found = difference(row.edit);
        EXPECT_EQ(kinds(found), row.differs) << row.what;
        EXPECT_EQ(found.any(), !row.differs.empty()) << row.what;
    }
}

TEST(Backtest, tells_who_received_it_and_who_would) {
    const Difference found = difference([](RuleSet& r) {
        brabant_of(r).contact = {"Nieuw", "nieuw@x.example", {}};
    });
    ASSERT_EQ(found.regions.size(), 1u);
    EXPECT_THAT(found.rules.after, ElementsAre("default"));
    EXPECT_THAT(
        found.regions[0].before->contacts,
        ElementsAre(Recipient{Role::regional_contact, "midden-brabant",
                              "Regiocontact Midden-Brabant", "contact@midden-brabant.example"}));
    EXPECT_THAT(found.regions[0].after->contacts,
                ElementsAre(Recipient{Role::regional_contact, "midden-brabant", "Nieuw",
                                      "nieuw@x.example"}));
}

TEST(Backtest, counts_due_instants_from_the_registration) {
    const Difference found = difference([](RuleSet& r) { close(r, "2026-11-24"); });
    const ClockDifference& take_up = found.clocks[3];
    EXPECT_EQ(take_up.before->due, at("2026-11-24T09:12:00+01:00"));
    EXPECT_EQ(take_up.after->due, at("2026-11-25T09:12:00+01:00"));
    EXPECT_EQ(take_up.before->warn, take_up.after->warn) << "four hours before, on Monday still";
}

TEST(Backtest, tells_the_absent_coordinator_where_nobody_else_stands_in) {
    const Edit all_away = [](RuleSet& r) {
        brabant_of(r).contact.absent = {{day("2026-11-01"), day("2026-12-01")}};
        brabant_of(r).backup.reset();
    };
    const RuleSet before = edited(all_away);
    RuleSet after = before;
    after.roster.coordinator = MemberKey("anna");
    const Difference found = Backtest(before, after).compare(a_request(), monday_morning());
    EXPECT_THAT(kinds(found), ElementsAre("contacts"));
    EXPECT_EQ(found.regions[0].after->contacts[0].key, "anna");
}

TEST(Backtest, compares_region_by_region_where_there_are_several) {
    const RequestData data = a_request_at({{"5038 AB", ""}, {"4811", ""}, {"7551", ""}});
    const Difference found = difference(
        [](RuleSet& r) {
            r.routing[0].refer = to_regions({"west-brabant", "twente"});
        },
        data);
    EXPECT_THAT(kinds(found), ElementsAre("gone", "lead"));
    EXPECT_EQ(found.regions[1].region, RegionKey("west-brabant"));
}

// A request and rules at random, out of the edits above.
class RandomInput {
public:
    RuleSet rules() {
        RuleSet made = a_ruleset();
        for (int edits = chance_.pick(0, 3); edits > 0; --edits) chance_.one_of(rows_).edit(made);
        return made;
    }
    RequestData request() {
        RequestData data = a_request();
        data.kind = chance_.percent(50) ? Kind::demand : Kind::offer;
        data.sites.clear();
        for (int sites = chance_.pick(1, 3); sites > 0; --sites)
            data.sites.push_back({chance_.one_of(postcodes_), ""});
        return data;
    }
    Instant instant() { return monday_morning() + std::chrono::hours(chance_.below(24 * 60)); }

private:
    Chance chance_{20261123};
    const std::vector<EditRow> rows_ = rows();
    const std::vector<std::string> postcodes_{"5038", "4811", "7551", "2511", "1234"};
};

TEST(Backtest, equal_rules_never_differ_and_differences_mirror) {
    RandomInput random;
    int differing = 0;
    for (int round = 0; round < 300; ++round) {
        const RuleSet a = random.rules();
        const RuleSet same = a;
        const RuleSet b = random.rules();
        const Backtest none(a, same), there(a, b), back(b, a);
        for (int i = 0; i < 5; ++i) {
            const RequestData data = random.request();
            const Instant when = random.instant();
            ASSERT_FALSE(none.compare(data, when).any());
            const Difference one = there.compare(data, when);
            const Difference other = back.compare(data, when);
            ASSERT_EQ(one.any(), other.any());
            ASSERT_EQ(one.regions.size(), other.regions.size());
            ASSERT_EQ(one.clocks.size(), other.clocks.size());
            for (std::size_t k = 0; k < one.regions.size(); ++k) {
                ASSERT_EQ(one.regions[k].before, other.regions[k].after);
                ASSERT_EQ(one.regions[k].after, other.regions[k].before);
            }
            differing += one.any();
        }
    }
    EXPECT_GT(differing, 100);
}

// Without any short cut: the regions and clocks that differ.
std::vector<std::string> slowly(const RuleSet& a, const RuleSet& b, const RequestData& data,
                                Instant when) {
    std::vector<std::string> differ;
    const Route before = route(data, a, when);
    const Route after = route(data, b, when);
    for (const auto& [key, region] : a.regions) {
        const Proposal* mine = before.find(key);
        const Proposal* theirs = after.find(key);
        if ((mine == nullptr) != (theirs == nullptr) ||
            (mine && contact_recipients(key, a, when) != contact_recipients(key, b, when)))
            differ.push_back(key.text());
    }
    const auto& mine = a.deadlines.policy(before.policy).clocks;
    const auto& theirs = b.deadlines.policy(after.policy).clocks;
    for (const auto& [clock, name] : Names<ClockName>::table) {
        const auto times = [&](const auto& clocks, const WorkCalendar& calendar) {
            const auto rule = clocks.find(clock);
            return rule == clocks.end() ? std::nullopt
                                        : std::optional(times_of(rule->second, calendar, when));
        };
        if (times(mine, a.calendar) != times(theirs, b.calendar)) differ.emplace_back(name);
    }
    return differ;
}

TEST(Backtest, skips_nothing_that_differs) {
    RandomInput random;
    for (int round = 0; round < 1000; ++round) {
        const RuleSet a = random.rules();
        const RuleSet b = random.rules();
        const RequestData data = random.request();
        const Instant when = random.instant();
        const Difference found = Backtest(a, b).compare(data, when);
        std::vector<std::string> told;
        for (const auto& [key, mine, theirs] : found.regions)
            if (!mine || !theirs || mine->contacts != theirs->contacts) told.push_back(key.text());
        for (const ClockDifference& clock : found.clocks) told.emplace_back(name_of(clock.clock));
        ASSERT_EQ(told, slowly(a, b, data, when));
    }
}

TEST(BacktestSummary, adds_up_by_region_rule_policy_clock_and_signpost) {
    BacktestSummary summary;
    const Edit moved = [](RuleSet& r) {
        r.routing[0] = a_rule("away", everything(), to_regions({"twente"}));
    };
    summary.add(difference([](RuleSet&) {}));
    summary.add(difference(moved));
    summary.add(difference(moved));
    summary.add(difference([](RuleSet& r) { brabant_of(r).contact.name = "Nieuw"; }));
    summary.add(difference([](RuleSet& r) {
        r.deadlines.policies["short"] = r.deadlines.policies["blueprint"];
        r.deadlines.policies["short"].clocks.erase(ClockName::forward);
        r.deadlines.default_policy = "short";
        r.signposts = {{"zorg", "Zorg", "", "", everything(), {}, {}}};
    }));
    EXPECT_EQ(summary.tried, 5);
    EXPECT_EQ(summary.changed, 4);
    EXPECT_EQ(summary.regions[RegionKey("twente")].in, 2);
    EXPECT_EQ(summary.regions[RegionKey("midden-brabant")].out, 2);
    EXPECT_EQ(summary.regions[RegionKey("midden-brabant")].contacts, 1);
    using Rules = BacktestSummary::Rules;
    const Rules usual{"default"};
    EXPECT_THAT(summary.rules,
                ElementsAre(Pair(Pair(usual, Rules{"away"}), 2), Pair(Pair(usual, usual), 2)));
    EXPECT_THAT(summary.policies, ElementsAre(Pair(Pair("blueprint", "short"), 1)));
    EXPECT_THAT(summary.clocks, ElementsAre(Pair(ClockName::forward, 1)));
    EXPECT_EQ(summary.signposts["zorg"], (SignpostTally{1, 0}));
}

}  // namespace
}  // namespace werktdoord
