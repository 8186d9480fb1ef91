// Who owns a request and by when what is promised, told to a person.
#include <algorithm>

#include "core/clock_times.hpp"
#include "core/explain_parts.hpp"

namespace werktdoord {
namespace {

std::string why_on_duty(const Duty& duty) {
    std::string why;
    if (duty.instead_of) why = duty.instead_of->text() + " is afwezig, ";
    switch (duty.by) {
        case Duty::By::override_:
            return why + "volgens de uitzondering (overrides) voor die dag";
        case Duty::By::week:
            return why + "volgens de week";
        case Duty::By::stand_in:
            return why + "de eerste aanwezige van stand_in";
        case Duty::By::coordinator:
            break;
    }
    return why + "niemand anders is er, dus de coördinator";
}

bool has_any(const std::vector<EventName>& events, const std::vector<EventName>& wanted) {
    return std::find_first_of(events.begin(), events.end(), wanted.begin(), wanted.end()) !=
           events.end();
}

// What happens at registration, by itself.
std::vector<EventName> at_registration(const Route& route) {
    std::vector<EventName> events{
        EventName::request_registered, EventName::request_assigned,
        route.regions.empty() ? EventName::request_unroutable : EventName::request_routed};
    const bool referred = !route.regions.empty() && route.mode() == Mode::immediately;
    if (referred) {
        events.push_back(EventName::request_referred);
        events.push_back(EventName::referral_sent);
    }
    return events;
}

std::string clock_words(ClockName name, const ClockRule& rule) {
    std::string words =
        "  " + std::string(name_of(name)) + ": " + to_string(rule.within) + " vanaf " +
        listed_or_geen(rule.from, [](EventName event) { return std::string(name_of(event)); });
    if (rule.warn)
        words += ", waarschuwing " + to_string(rule.warn->span) +
                 (rule.warn->before ? " ervoor" : " na het begin");
    return words;
}

std::string policy_words(const Walk& walk) {
    for (const Rule* rule : walk.decided)
        if (!rule->deadlines.empty()) return "regel " + rule->name;
    return "de standaard";
}

}  // namespace

void explain_owner(Lines& lines, const RuleSet& rules, Instant now) {
    const LocalDay day = duty_day(rules.calendar, now);
    const Duty duty = duty_on(rules.roster, day);
    lines.push_back("Eigenaar: " + duty.member.text() + ", van dienst op " + to_string(day) + ": " +
                    why_on_duty(duty));
}

void explain_policy(Lines& lines, const Walk& walk, const RuleSet& rules, Instant now,
                    Occasion occasion) {
    const bool later = occasion == Occasion::later;
    lines.push_back("Termijnen: " + walk.route.policy + " (" + policy_words(walk) + ")" +
                    (later ? ", voor klokken die nog beginnen; wat loopt houdt zijn tijd" : ""));
    const std::vector<EventName> starting =
        later ? std::vector<EventName>{} : at_registration(walk.route);
    for (const auto& [name, clock] : rules.deadlines.policy(walk.route.policy).clocks) {
        lines.push_back(clock_words(name, clock));
        if (!has_any(clock.from, starting)) continue;
        for (const std::string& line : explain_forward(rules.calendar, now, clock.within))
            lines.push_back("    " + line);
        if (const auto warn = times_of(clock, rules.calendar, now).warn)
            lines.push_back("    " + rules.calendar.zone().to_rfc3339(*warn) + "  waarschuwing");
    }
}

}  // namespace werktdoord
