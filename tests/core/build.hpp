// Builders for tests: a request, a rule set and its parts, as small as a test wants them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ruleset.hpp"

namespace werktdoord::build {

inline Zone amsterdam() {
    return Zone::find("Europe/Amsterdam").value();
}

// "2026-11-23"; a text that is no day fails the test by its exception, as below.
inline LocalDay day(std::string_view text) {
    return parse_day(text).value();
}

// "2026-11-23T09:12:00+01:00"; or "2026-11-23 09:00" in Amsterdam, the first of two.
inline Instant at(std::string_view text) {
    if (text.find('T') != std::string_view::npos) return parse_rfc3339(text).value();
    const std::chrono::hours hour(std::stoi(std::string(text.substr(11, 2))));
    const std::chrono::minutes minute(std::stoi(std::string(text.substr(14, 2))));
    return amsterdam().to_instant(day(text.substr(0, 10)) + hour + minute);
}

// The region of the site of a_request(), and another one.
inline const RegionKey brabant("midden-brabant");
inline const RegionKey twente("twente");

// The Monday on which tests take place unless they say otherwise.
inline Instant monday_morning() {
    return at("2026-11-23T09:12:00+01:00");
}

// The example of contract section 4.
inline RequestData a_request() {
    RequestData data;
    data.kind = Kind::demand;
    data.employer = {"Zorggroep De Linde",
                     "01234567",
                     120,
                     {"Personeelszaken", "werk@delinde.example", "013 000 00 00"}};
    data.sites = {{"5038 AB", "Tilburg"}};
    data.sector = "86.10";
    data.occupation = "verpleegkundige";
    data.headcount = 4;
    data.hours_per_week = 32;
    data.period = {day("2026-12-01"), day("2027-02-28")};
    data.themes = {"collegiale-in-en-uitleen"};
    data.urgency = Urgency::normal;
    data.description = "Tijdelijk extra handen.";
    data.consent_to_introduce = true;
    return data;
}

inline RequestData a_request_at(std::vector<Site> sites) {
    RequestData data = a_request();
    data.sites = std::move(sites);
    return data;
}

// Matchers, prepared as the loader of the rules does it.
inline Matcher field_matcher(Field field, Condition condition) {
    Matcher matcher;
    matcher.op = Matcher::Op::field;
    matcher.field = field;
    matcher.condition = std::move(condition);
    return prepare(matcher);
}

inline Condition equals(std::vector<std::string> values) {
    Condition condition;
    condition.values = std::move(values);
    return condition;
}

inline Condition prefix(std::vector<std::string> values) {
    Condition condition = equals(std::move(values));
    condition.op = Condition::Op::prefix;
    return condition;
}

inline Condition range(std::optional<std::string> at_least, std::optional<std::string> at_most) {
    Condition condition;
    condition.op = Condition::Op::range;
    condition.at_least = std::move(at_least);
    condition.at_most = std::move(at_most);
    return condition;
}

inline Condition exists(bool whether) {
    Condition condition;
    condition.op = Condition::Op::exists;
    condition.exists = whether;
    return condition;
}

inline Condition negated(Condition inner) {
    Condition condition;
    condition.op = Condition::Op::negation;
    condition.inner = {std::move(inner)};
    return condition;
}

inline Matcher is(Field field, std::vector<std::string> values) {
    return field_matcher(field, equals(std::move(values)));
}

inline Matcher tree(Matcher::Op op, std::vector<Matcher> children) {
    Matcher matcher;
    matcher.op = op;
    matcher.children = std::move(children);
    return matcher;
}

inline Matcher everything() {
    return {};
}

inline Refer to_region_of_site(Mode mode = Mode::after_assessment) {
    Refer refer;
    refer.mode = mode;
    return refer;
}

inline Refer to_regions(std::vector<std::string> keys, Mode mode = Mode::after_assessment) {
    Refer refer;
    refer.region_of_site = false;
    refer.mode = mode;
    for (std::string& key : keys) refer.regions.emplace_back(std::move(key));
    return refer;
}

inline Rule a_rule(std::string name, Matcher when, Refer refer, bool go_on = false,
                   std::string deadlines = {}) {
    return {std::move(name), std::move(when), std::move(refer), std::move(deadlines), go_on};
}

// A small country: straddling postcode 7933, split postcode 5383, two Bergens, former names.
inline Places some_places() {
    Places places;
    const auto add = [&](const char* code, const char* name, const char* region,
                         const char* province, std::vector<int> postcodes) {
        const MunicipalityCode key(code);
        places.add({key, name, RegionKey(region), province});
        for (const int pc4 : postcodes) places.add_postcode(pc4, key);
    };
    add("GM0855", "Tilburg", "midden-brabant", "Noord-Brabant", {5038});
    add("GM0798", "Hilvarenbeek", "midden-brabant", "Noord-Brabant", {5081});
    add("GM0785", "Goirle", "midden-brabant", "Noord-Brabant", {5051});
    add("GM0758", "Breda", "west-brabant", "Noord-Brabant", {4811});
    add("GM0796", "'s-Hertogenbosch", "noordoost-brabant", "Noord-Brabant", {5211, 5383});
    add("GM1721", "Bernheze", "noordoost-brabant", "Noord-Brabant", {});
    add("GM0983", "Venlo", "noord-limburg", "Limburg", {5911});
    add("GM0893", "Bergen (L.)", "noord-limburg", "Limburg", {5854});
    add("GM0373", "Bergen (NH.)", "noord-holland-noord", "Noord-Holland", {1861});
    add("GM0164", "Hengelo (O.)", "twente", "Overijssel", {7551});
    add("GM0518", "'s-Gravenhage", "haaglanden", "Zuid-Holland", {2511});
    add("GM0118", "Hoogeveen", "drenthe", "Drenthe", {7933});
    add("GM1701", "Westerveld", "regio-zwolle", "Drenthe", {});
    add("GM1900", "Súdwest-Fryslân", "friesland", "Fryslân", {8601});
    places.add_split(5383, MunicipalityCode("GM1721"));
    places.add_split(7933, MunicipalityCode("GM1701"));
    places.add_former("Maasdonk", MunicipalityCode("GM0796"));
    places.add_former("Maasdonk", MunicipalityCode("GM1721"));
    places.add_former("Oud-Zuiden", MunicipalityCode("GM0855"));
    places.add_former("Oud-Zuiden", MunicipalityCode("GM0758"));
    return places;
}

// One region with contact, backup and one WSP for all of it.
inline Region a_region(const std::string& key, const std::string& name) {
    Region region;
    region.key = RegionKey(key);
    region.code = "AM00";
    region.name = name;
    region.contact = {"Regiocontact " + name, "contact@" + key + ".example", {}};
    region.backup = Person{"Achtervang " + name, "achtervang@" + key + ".example", {}};
    region.wsps = {
        {WspKey("wsp-" + key), "Werkgeversservicepunt " + name, "wsp@" + key + ".example", {}}};
    return region;
}

// Regions for all of some_places() but friesland; midden-brabant has a WSP for each of two
// municipalities and none for Goirle.
inline Regions some_regions() {
    Regions regions;
    for (const auto& [key, name] : std::initializer_list<std::pair<const char*, const char*>>{
             {"midden-brabant", "Midden-Brabant"},
             {"west-brabant", "West-Brabant"},
             {"noordoost-brabant", "Noordoost-Brabant"},
             {"noord-limburg", "Noord-Limburg"},
             {"noord-holland-noord", "Noord-Holland Noord"},
             {"twente", "Twente"},
             {"haaglanden", "Haaglanden"},
             {"drenthe", "Drenthe"},
             {"regio-zwolle", "Regio Zwolle"}})
        regions.emplace(RegionKey(key), a_region(key, name));
    Region& divided = regions.at(brabant);
    divided.wsps = {
        {WspKey("wsp-tilburg"), "WSP Tilburg", "wsp@tilburg.example", {MunicipalityCode("GM0855")}},
        {WspKey("wsp-hilvarenbeek"),
         "WSP Hilvarenbeek",
         "wsp@hilvarenbeek.example",
         {MunicipalityCode("GM0798")}}};
    divided.inform[Role::wsp_manager] = {"Manager WSP", "manager@midden-brabant.example", {}};
    return regions;
}

inline CalendarRules monday_to_friday() {
    CalendarRules rules;
    for (std::size_t weekday = 0; weekday < 5; ++weekday)
        rules.hours.at(weekday) = WorkingHours{Minutes(9 * 60), Minutes(17 * 60)};
    return rules;
}

inline WorkCalendar a_calendar() {
    return {monday_to_friday(), amsterdam()};
}

inline WorkCalendar a_calendar_closed_on(std::string_view date) {
    CalendarRules rules = monday_to_friday();
    rules.closed.insert(day(date));
    return {rules, amsterdam()};
}

// Anna from Monday to Wednesday, Bram on Thursday and Friday; Chris, then Bram, stand in.
inline Roster a_roster() {
    Roster roster;
    for (const char* key : {"anna", "bram", "chris", "dirk"})
        roster.team[MemberKey(key)] = {MemberKey(key), key, std::string(key) + "@team.example"};
    roster.coordinator = MemberKey("dirk");
    const MemberKey anna("anna");
    const MemberKey bram("bram");
    roster.week = {anna, anna, anna, bram, bram, std::nullopt, std::nullopt};
    roster.stand_in = {MemberKey("chris"), bram};
    return roster;
}

// The policy of contract section 3, with its ladders.
inline Deadlines the_blueprint() {
    using enum EventName;
    const auto before = [](int count, Unit unit) { return Warning{{count, unit}, true}; };
    const auto after = [](int count, Unit unit) { return Warning{{count, unit}, false}; };
    Policy policy;
    policy.name = "blueprint";
    auto& clocks = policy.clocks;
    clocks[ClockName::take_up] = {{1, Unit::working_days},
                                  before(4, Unit::working_hours),
                                  {request_registered},
                                  {request_taken_up},
                                  {}};
    clocks[ClockName::wsp_response] = {{2, Unit::working_days},
                                       after(1, Unit::working_days),
                                       {referral_forwarded},
                                       {referral_wsp_responded},
                                       {}};
    clocks[ClockName::feedback] = {
        {14, Unit::days}, before(2, Unit::working_days), {referral_sent}, {referral_feedback}, {}};
    clocks[ClockName::report_back] = {{4, Unit::weeks},
                                      before(3, Unit::working_days),
                                      {referral_sent},
                                      {referral_reported_back},
                                      {}};
    clocks[ClockName::forward] = {
        {1, Unit::working_days}, std::nullopt, {referral_sent}, {referral_forwarded}, {}};
    clocks[ClockName::assess] = {{2, Unit::working_days},
                                 std::nullopt,
                                 {request_taken_up},
                                 {request_referred, request_introduced, request_closed},
                                 {request_referred}};
    clocks[ClockName::decide] = {
        {2, Unit::working_days},
        std::nullopt,
        {request_deciding, referral_declined, referral_reported_back},
        {request_referred, request_introduced, request_continued, request_closed},
        {}};
    clocks[ClockName::follow_up] = {
        {4, Unit::weeks},
        std::nullopt,
        {request_introduced},
        {request_introduced, request_followed_up, request_referred, request_closed},
        {}};
    Deadlines deadlines;
    deadlines.policies["blueprint"] = policy;
    deadlines.default_policy = "blueprint";
    const Span day_later{1, Unit::working_days};
    deadlines.escalation[ClockName::take_up] = {
        {AlertStep::warned, {}, 0, {Role::owner}},
        {AlertStep::missed, {}, 0, {Role::owner, Role::team}},
        {AlertStep::after, day_later, 5, {Role::coordinator}}};
    deadlines.escalation[ClockName::wsp_response] = {
        {AlertStep::warned, {}, 0, {Role::wsp}},
        {AlertStep::missed, {}, 0, {Role::wsp, Role::regional_contact}},
        {AlertStep::after, day_later, 0, {Role::backup, Role::team, Role::wsp_manager}}};
    return deadlines;
}

// All of the above; one rule: everything to the region of its site after assessment.
inline RuleSet a_ruleset() {
    return {some_regions(),
            some_places(),
            {a_rule("default", everything(), to_region_of_site())},
            the_blueprint(),
            a_calendar(),
            a_roster(),
            {},
            {},
            {},
            std::string(64, 'a')};
}

inline RuleSet a_ruleset(std::vector<Rule> routing) {
    RuleSet rules = a_ruleset();
    rules.routing = std::move(routing);
    return rules;
}

inline std::vector<std::string> texts_of(const auto& keys) {
    std::vector<std::string> texts;
    for (const auto& key : keys) texts.push_back(key.text());
    return texts;
}

}  // namespace werktdoord::build
