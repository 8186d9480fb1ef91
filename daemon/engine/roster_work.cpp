#include "engine/roster_work.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "engine/backlog.hpp"
#include "engine/kept_instant.hpp"
#include "engine/stand_in_line.hpp"
#include "store/setting_names.hpp"

namespace werktdoord {

namespace {

std::optional<Instant> handled_until(Store& store) {
    return kept_instant(store.get(setting::roster_handled_until));
}

Instant begin_of(const Absence& absence, const RuleSet& rules) {
    return rules.calendar.zone().to_instant(LocalTime(absence.from));
}

// Those of its contact and of its backup.
void each_absence(const Region& region, const std::function<void(const Absence&)>& tell) {
    std::ranges::for_each(region.contact.absent, tell);
    if (region.backup) std::ranges::for_each(region.backup->absent, tell);
}

struct Since {
    Instant after;
    Instant until;
    bool holds(Instant instant) const { return after < instant && instant <= until; }
};

std::set<MemberKey> members_leaving(const RuleSet& rules, const Since& since) {
    const LocalDay today = rules.calendar.zone().day_of(since.until);
    std::set<MemberKey> members;
    for (const MemberAbsence& absence : rules.roster.absent)
        if (absence.when.covers(today) && since.holds(begin_of(absence.when, rules)))
            members.insert(absence.who);
    return members;
}

// The absences of a region's contact and backup that hold on a day; none while the contact is
// there.
std::vector<std::string> absences_of(const Region& region, LocalDay day) {
    std::vector<std::string> lines;
    if (!region.contact.is_absent(day)) return lines;
    const auto add = [&](const Person& person, Absentee who) {
        for (const Absence& absence : person.absent)
            if (absence.covers(day))
                lines.push_back(stand_in_line(region.key, who, absence.from) + "\n");
    };
    add(region.contact, Absentee::contact);
    if (region.backup) add(*region.backup, Absentee::backup);
    return lines;
}

// An absence is mailed once, when it begins or when the rules announce it later than that. A walk
// that is under way starts anew when a further absence begins (the backup's), and ends when its
// absence is withdrawn.
void begin_stand_ins(Store& store, const RuleSet& rules, Instant now) {
    Backlog backlog = read_backlog(store);
    const std::string known = "\n" + store.get(setting::roster_standing_in).value_or("");
    const LocalDay today = rules.calendar.zone().day_of(now);
    std::string lines;
    for (const auto& [key, region] : rules.regions) {
        const std::vector<std::string> absences = absences_of(region, today);
        const bool begins = std::ranges::any_of(absences, [&](const std::string& line) {
            return known.find("\n" + line) == std::string::npos;
        });
        for (const std::string& line : absences) lines += line;
        if (begins || absences.empty())
            std::erase_if(backlog.stand_ins,
                          [&gone = key](const auto& walk) { return walk.region == gone; });
        if (begins) backlog.stand_ins.push_back({key, now, std::nullopt});
    }
    if ("\n" + lines != known) store.set(setting::roster_standing_in, lines);
    write_backlog(store, backlog);
}

}  // namespace

void work_roster(Store& store, const RuleSet& rules, Instant now) {
    const auto next = next_roster_work(store, rules);
    if (!next || *next > now) return;
    const Since since{handled_until(store).value_or(now), now};
    Backlog backlog = read_backlog(store);
    for (const MemberKey& member : members_leaving(rules, since)) {
        std::erase_if(backlog.absences, [&](const auto& walk) { return walk.member == member; });
        backlog.absences.push_back({member, std::nullopt});
    }
    write_backlog(store, backlog);
    begin_stand_ins(store, rules, now);
    store.set(setting::roster_handled_until, to_rfc3339(now));
}

std::optional<Instant> next_roster_work(Store& store, const RuleSet& rules) {
    const auto handled = handled_until(store);
    std::optional<Instant> next;
    const auto consider = [&](const Absence& absence) {
        const Instant begin = begin_of(absence, rules);
        if (handled && begin > *handled) next = earlier_of(next, begin);
    };
    for (const MemberAbsence& absence : rules.roster.absent) consider(absence.when);
    for (const auto& [key, region] : rules.regions) each_absence(region, consider);
    return next;
}

std::vector<Instant> handovers_to_come(const std::vector<DeadlineRow>& open, const RuleSet& rules,
                                       Instant now) {
    std::set<MemberKey> owners;
    std::set<RegionKey> regions;
    for (const DeadlineRow& row : open) {
        if (row.clock.name == ClockName::take_up) owners.insert(row.owner);
        if (row.clock.name == ClockName::forward && row.clock.region)
            regions.insert(*row.clock.region);
    }
    std::vector<Instant> begins;
    const auto consider = [&](const Absence& absence) {
        if (const Instant begin = begin_of(absence, rules); begin > now) begins.push_back(begin);
    };
    for (const MemberAbsence& absence : rules.roster.absent)
        if (owners.contains(absence.who)) consider(absence.when);
    for (const RegionKey& key : regions) {
        const Region* region = find_region(rules.regions, key);
        if (region != nullptr) each_absence(*region, consider);
    }
    return begins;
}

void take_roster(Store& store, const RuleSet& rules, bool other, Instant now) {
    if (!other && handled_until(store)) return work_roster(store, rules, now);
    begin_stand_ins(store, rules, now);
    store.set(setting::roster_handled_until, to_rfc3339(now));
}

}  // namespace werktdoord
