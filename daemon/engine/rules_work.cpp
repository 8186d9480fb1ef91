#include "engine/rules_work.hpp"

#include <string>

#include "base/listed.hpp"
#include "engine/backlog.hpp"
#include "engine/digest_work.hpp"
#include "engine/monthly_work.hpp"
#include "engine/roster_work.hpp"
#include "store/setting_names.hpp"

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

bool calendar_changed(Store& store, const WorkCalendar& calendar) {
    const std::string text = calendar_text(calendar);
    const auto known = store.get(setting::calendar);
    if (known != text) store.set(setting::calendar, text);
    return known && *known != text;
}

// Every open request is brought up to these rules. What earlier ones left to be done is part of it;
// their change of the calendar counts from when they came.
void begin_walk(Store& store, bool calendar, Instant now) {
    Backlog backlog = read_backlog(store);
    RulesWalk walk;
    walk.change.loaded_at = now;
    if (calendar) walk.change.calendar_since = now;
    if (backlog.rules && backlog.rules->change.calendar_since)
        walk.change.calendar_since = backlog.rules->change.calendar_since;
    backlog.rules = walk;
    backlog.absences.clear();
    write_backlog(store, backlog);
}

}  // namespace

OpenWork work_lost_under(StoreReader& store, const RuleSet& rules) {
    // Those in force lost nothing when they came, and open work comes of them alone: a start with
    // them does not read all that is open.
    if (store.rules_in_force() == rules.hash) return {};
    return lost_work(store.open_work(), rules);
}

std::string lost_open_work(StoreReader& store, const RuleSet& rules) {
    return joined(work_lost_under(store, rules), "; ", lost_work_text);
}

void put_rules_into_force(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    Event loaded;
    loaded.at = now;
    loaded.name = EventName::rules_loaded;
    loaded.rules_hash = rules.hash;
    recorder.record(loaded);
    const bool other = store.rules_in_force() != rules.hash;
    store.keep_rules(rules.hash, rules.files);

    const bool calendar = calendar_changed(store, rules.calendar);
    if ((other || calendar) && !store.open_requests(std::nullopt, 1).empty())
        begin_walk(store, calendar, now);
    take_roster(store, rules, other, now);
    start_digests(store, rules, now);
    start_monthly_report(store, rules, now);
}

}  // namespace werktdoord
