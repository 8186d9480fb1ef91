#include "engine/rules_work.hpp"

#include <string>

#include "engine/digest_work.hpp"
#include "engine/roster_work.hpp"

namespace werktdoord {

namespace {

// The calendar in one line of text, to see whether it changed.
std::string calendar_text(const WorkCalendar& calendar) {
    const CalendarRules& rules = calendar.rules();
    std::string text = calendar.zone().name() + (rules.netherlands ? " netherlands" : "");
    for (const auto& hours : rules.hours)
        text += hours ? " " + std::to_string(hours->opening.count()) + "-" +
                            std::to_string(hours->closing.count())
                      : " -";
    for (LocalDay day : rules.closed) text += " " + to_string(day);
    return text;
}

void move_clocks(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    constexpr int page = 500;
    std::optional<RequestNumber> after;
    for (;;) {
        const std::vector<RequestNumber> numbers = store.open_requests(after, page);
        for (const RequestNumber& number : numbers) {
            const auto before = store.load(number);
            if (!before) continue;
            Case moved = *before;
            recorder.record(decide_calendar_change(moved, rules, now));
            if (!(moved == *before)) store.save(before, moved);
        }
        if (numbers.size() < static_cast<std::size_t>(page)) return;
        after = numbers.back();
    }
}

}  // namespace

std::string lost_open_work(Store& store, const RuleSet& rules) {
    std::string lost;
    for (const auto& [key, wsp] : store.open_work()) {
        const auto region = rules.regions.find(key);
        const bool known = region != rules.regions.end();
        if (known && (!wsp || region->second.find_wsp(*wsp) != nullptr)) continue;
        if (!lost.empty()) lost += "; ";
        if (wsp) lost += "WSP " + wsp->text() + " of ";
        lost += "region " + key.text() + " has open work and cannot be removed";
    }
    return lost;
}

void put_rules_into_force(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    Event loaded;
    loaded.at = now;
    loaded.name = EventName::rules_loaded;
    loaded.rules_hash = rules.hash;
    recorder.record(loaded);
    store.keep_rules(rules.hash, rules.files);

    const std::string calendar = calendar_text(rules.calendar);
    const auto known = store.get("calendar");
    if (known && *known != calendar) move_clocks(store, recorder, rules, now);
    if (known != calendar) store.set("calendar", calendar);
    take_roster(store, recorder, rules, now);
    start_digests(store, rules, now);
}

}  // namespace werktdoord
