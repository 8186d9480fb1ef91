// No limbo (contract section 6): in every state but closed a clock is open and somebody owns it.
// Walks breadth-first through everything that people and time can do, and looks at every case that
// comes about: a demand that goes to two regions, and one that goes to one region and is introduced
// to an offer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <set>

#include "core/escalation.hpp"
#include "core/lifecycle.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using build::twente;

const RequestNumber number_of_demand("NLWD-2026-000001");
const RequestNumber number_of_offer("NLWD-2026-000002");

struct World {
    Case demand;
    Case offer;
    Instant now;
};

// How the case stands with one region; without its name, for no region is different from another.
std::string abstract(const Case& c, const RegionKey& region) {
    std::string key = c.route.find(region) != nullptr ? "(proposed" : "(";
    const Referral* referral = c.last_referral(region);
    if (referral != nullptr) key += referral->open() ? " open" : " ended";
    if (referral != nullptr && referral->open()) {
        key += referral->forwarded_at ? " forwarded" : "";
        for (const WspAsk& ask : referral->asks) key += ask.awaited() ? " awaited" : "";
        for (const Clock& clock : c.clocks)
            if (clock.open() && clock.referral == referral->ordinal)
                key += " " + std::string(name_of(clock.name));
    }
    return key + ")";
}

// What distinguishes two cases for what can happen next; times, people and texts do not.
std::string abstract(const Case& c) {
    std::string key(name_of(c.state));
    key += c.taken_up_at ? " taken" : "";
    key += c.introductions.empty() ? "" : " introduced";
    key += c.happened.has(EventName::request_referred) ? " was_referred" : "";
    const auto& all = c.introductions;
    if (std::any_of(all.begin(), all.end(), [](const Introduction& i) { return i.open; }))
        key += " partner";
    std::set<ClockName> clocks;
    for (const Clock& clock : c.clocks)
        if (clock.open() && clock.referral == 0) clocks.insert(clock.name);
    for (const ClockName clock : clocks) key += " " + std::string(name_of(clock));
    const std::multiset<std::string> regions{abstract(c, brabant), abstract(c, twente)};
    for (const std::string& region : regions) key += " " + region;
    return key;
}

bool has_owner(const Case& c, const Clock& clock, const RuleSet& rules) {
    if (scope_of(clock.name) == ClockScope::request) return rules.roster.team.contains(c.owner);
    const auto region = clock.region ? rules.regions.find(*clock.region) : rules.regions.end();
    if (region == rules.regions.end()) return false;
    if (scope_of(clock.name) == ClockScope::wsp)
        return clock.wsp && region->second.find_wsp(*clock.wsp) != nullptr;
    return !region->second.contact.email.empty();
}

bool in_limbo(const Case& c, const RuleSet& rules) {
    if (c.state == State::closed) return false;
    return std::none_of(c.clocks.begin(), c.clocks.end(), [&](const Clock& clock) {
        return clock.open() && has_owner(c, clock, rules);
    });
}

Event by_anna(EventName name) {
    Event draft;
    draft.name = name;
    draft.by = "anna";
    return draft;
}

enum class Stage { two_regions, a_region_and_an_offer };

// Everything that can be recorded, in each of its forms.
std::vector<Event> everything_people_do(Stage stage) {
    using enum EventName;
    std::vector<Event> drafts;
    for (const EventName name : {request_taken_up, request_referred, request_continued,
                                 request_followed_up, request_note, request_reopened})
        drafts.push_back(by_anna(name));
    for (const RegionKey& region : {brabant, twente}) {
        if (region == twente && stage != Stage::two_regions) continue;
        drafts.push_back(by_anna(request_referred));
        drafts.back().regions = {region};
        for (const EventName name :
             {referral_forwarded, referral_declined, referral_wsp_withdrawn, referral_wsp_responded,
              referral_feedback, referral_reported_back}) {
            drafts.push_back(by_anna(name));
            drafts.back().region = region;
            if (name == referral_wsp_withdrawn)
                drafts.back().wsp = WspKey(region == brabant ? "wsp-tilburg" : "wsp-twente");
        }
    }
    if (stage == Stage::a_region_and_an_offer) {
        drafts.push_back(by_anna(request_introduced));
        drafts.back().with = number_of_offer;
    } else {
        drafts.push_back(by_anna(request_amended));
        drafts.back().request_data = std::make_shared<const RequestData>(
            build::a_request_at({{"5038 AB", ""}, {"7551 AA", ""}}));
    }
    drafts.push_back(by_anna(request_closed));
    drafts.back().outcome = "discontinued";
    return drafts;
}

// What the partner does: its own way on, and its end.
std::vector<Event> everything_the_partner_does() {
    using enum EventName;
    return {by_anna(request_followed_up), by_anna(request_closed), by_anna(request_reopened)};
}

class BreadthFirst {
public:
    BreadthFirst(RuleSet rules, Stage stage)
        : rules_(std::move(rules)), people_(everything_people_do(stage)) {
        if (stage == Stage::a_region_and_an_offer) partner_ = everything_the_partner_does();
    }

    // The limbos that were found, with how they came about; stops at the first and at `most` cases.
    std::vector<std::string> limbos(std::size_t most = 20'000) {
        begin();
        while (!open_.empty() && seen_.size() < most && limbos_.empty()) {
            const auto [world, way] = std::move(open_.front());
            open_.pop_front();
            for (const Event& draft : people_) record(world, draft, true, way);
            for (const Event& draft : partner_) record(world, draft, false, way);
            let_time_pass(world, way);
        }
        return limbos_;
    }

    bool finished() const { return open_.empty(); }
    std::size_t cases() const { return seen_.size(); }
    const std::set<State>& states() const { return states_; }

private:
    void begin() {
        World world;
        world.now = at("2026-11-23 09:12");
        Submit command;
        command.data = build::a_request();
        decide_submit(world.demand, command, number_of_demand, {}, rules_, world.now);
        command.data.kind = Kind::offer;
        command.data.employer = {"De Vijver", "", 20, {"Smit", "smit@vijver.example", ""}};
        decide_submit(world.offer, command, number_of_offer, {}, rules_, world.now);
        look_at(world, "registered");
        Cases cases{world.offer, {}};
        decide_event(cases, {number_of_offer, by_anna(EventName::request_taken_up)}, rules_,
                     world.now);
        world.offer = cases.subject;
        look_at(world, "registered");
    }

    void record(const World& world, const Event& draft, bool on_demand, const std::string& way) {
        const Case& subject = on_demand ? world.demand : world.offer;
        if (!fits(subject, draft.name)) return;
        Cases cases{subject, {}};
        const Case& other = on_demand ? world.offer : world.demand;
        cases.partners.emplace(other.number, other);
        const Instant now = world.now + std::chrono::minutes(1);
        const Decision decision = decide_event(cases, {subject.number, draft}, rules_, now);
        if (std::holds_alternative<Refusal>(decision)) return;
        Case& partner = cases.partners.begin()->second;
        look_at(on_demand ? World{cases.subject, partner, now} : World{partner, cases.subject, now},
                way + (on_demand ? "; " : "; partner ") + std::string(name_of(draft.name)));
    }

    // Once in each pair of states: time alone makes running clocks missed, and these stay open.
    void let_time_pass(World world, const std::string& way) {
        if (!passed_.insert({world.demand.state, world.offer.state}).second) return;
        world.now += std::chrono::hours(24 * 60);
        Events told;
        fire_all_due({&world.demand, &world.offer}, rules_, world.now, told);
        look_at(world, way + "; two months");
    }

    void look_at(const World& world, const std::string& way) {
        states_.insert(world.demand.state);
        for (const Case* c : {&world.demand, &world.offer})
            if (in_limbo(*c, rules_)) limbos_.push_back(way + ": " + abstract(*c));
        if (seen_.insert(abstract(world.demand) + " | " + abstract(world.offer)).second)
            open_.push_back({world, way});
    }

    RuleSet rules_;
    std::vector<Event> people_;
    std::vector<Event> partner_;
    std::deque<std::pair<World, std::string>> open_;
    std::set<std::string> seen_;
    std::set<State> states_;
    std::set<std::pair<State, State>> passed_;
    std::vector<std::string> limbos_;
};

RuleSet immediately() {
    return build::a_ruleset(
        {build::a_rule("now", build::everything(), build::to_region_of_site(Mode::immediately))});
}

Policy& blueprint_of(RuleSet& rules) {
    return rules.deadlines.policies.at("blueprint");
}

// The limbos of the first walk that finds any; `cases` counts what was looked at.
std::vector<std::string> limbos_of(const RuleSet& rules, std::set<State>& states,
                                   std::size_t& cases) {
    std::vector<std::string> limbos;
    for (const Stage stage : {Stage::a_region_and_an_offer, Stage::two_regions}) {
        BreadthFirst walk(rules, stage);
        limbos = walk.limbos();
        if (!limbos.empty()) return limbos;
        EXPECT_TRUE(walk.finished());
        states.insert(walk.states().begin(), walk.states().end());
        cases += walk.cases();
    }
    return limbos;
}

std::vector<std::string> limbos_of(const RuleSet& rules) {
    std::set<State> states;
    std::size_t cases = 0;
    return limbos_of(rules, states, cases);
}

std::vector<std::string> limbos_of(const RuleSet& rules, Stage stage) {
    return BreadthFirst(rules, stage).limbos();
}

TEST(NoLimbo, TheBlueprintKeepsAnOwnedClockOpenInEveryStateButClosed) {
    std::set<State> states;
    std::size_t cases = 0;
    EXPECT_THAT(limbos_of(build::a_ruleset(), states, cases), testing::IsEmpty());
    EXPECT_EQ(states.size(), Names<State>::table.size());
    EXPECT_GT(cases, 300U);
    RecordProperty("cases", static_cast<int>(cases));
}

TEST(NoLimbo, IsFoundWhereAPolicyLacksAClockThatAStateRestsOn) {
    for (const ClockName clock : {ClockName::take_up, ClockName::assess, ClockName::decide,
                                  ClockName::report_back, ClockName::follow_up}) {
        RuleSet rules = build::a_ruleset();
        blueprint_of(rules).clocks.erase(clock);
        EXPECT_FALSE(limbos_of(rules).empty()) << name_of(clock);
    }
}

TEST(NoLimbo, IsFoundWhereAClockEndsWithoutTheStateEnding) {
    RuleSet noted = build::a_ruleset();
    blueprint_of(noted).clocks.at(ClockName::decide).until.push_back(EventName::request_note);
    EXPECT_FALSE(limbos_of(noted).empty());
    RuleSet told = build::a_ruleset();
    blueprint_of(told).clocks.at(ClockName::report_back).until = {EventName::referral_feedback};
    EXPECT_FALSE(limbos_of(told).empty());
}

// The leanest policy: only the clocks that a state rests on.
RuleSet lean(RuleSet rules) {
    for (const ClockName clock : {ClockName::feedback, ClockName::forward, ClockName::wsp_response})
        blueprint_of(rules).clocks.erase(clock);
    return rules;
}

TEST(NoLimbo, TheClocksOfTheBlueprintBesideThoseAreNotNeededForIt) {
    EXPECT_THAT(limbos_of(lean(build::a_ruleset())), testing::IsEmpty());
}

TEST(NoLimbo, NorAreTheyWhenRequestsAreReferredAtRegistration) {
    EXPECT_THAT(limbos_of(lean(immediately()), Stage::two_regions), testing::IsEmpty());
}

// What ends a clock may as well be what ends its state.
TEST(NoLimbo, ClocksMayEndWithWhatEndsTheirState) {
    RuleSet rules = lean(build::a_ruleset());
    auto& clocks = blueprint_of(rules).clocks;
    clocks.at(ClockName::take_up).until.push_back(EventName::request_closed);
    clocks.at(ClockName::report_back).until.push_back(EventName::request_closed);
    clocks.at(ClockName::report_back).until.push_back(EventName::referral_declined);
    EXPECT_THAT(limbos_of(rules, Stage::two_regions), testing::IsEmpty());
}

}  // namespace
}  // namespace werktdoord
