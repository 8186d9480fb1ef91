#include "engine/roster_work.hpp"

#include <set>
#include <string>

namespace werktdoord {

namespace {

const std::string handled_key = "roster.handled_until";

std::optional<Instant> handled_until(Store& store) {
    const auto text = store.get(handled_key);
    if (!text) return std::nullopt;
    const auto instant = parse_rfc3339(*text);
    return instant ? std::optional<Instant>(*instant) : std::nullopt;
}

void hand_over(Store& store, Recorder& recorder, const RuleSet& rules, const MemberKey& owner,
               bool not_taken_up_only, Instant now) {
    for (const RequestNumber& number : store.owned_by(owner, not_taken_up_only)) {
        const auto before = store.load(number);
        if (!before) continue;
        Case after = *before;
        recorder.record(decide_handover(after, rules, now));
        store.save(before, after);
    }
}

void mail_stand_in(Store& store, Recorder& recorder, const RuleSet& rules, const RegionKey& region,
                   Instant now) {
    for (const auto& [number, referral] : store.open_referrals(region, true)) {
        const auto before = store.load(number);
        if (!before) continue;
        Case after = *before;
        recorder.record(decide_stand_in(after, referral, rules, now));
        store.save(before, after);
    }
}

Instant begin_of(const Absence& absence, const RuleSet& rules) {
    return rules.calendar.zone().to_instant(LocalTime(absence.from));
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

// A region whose contact is away, and whose contact or backup went away just now.
bool stand_in_begins(const Region& region, const RuleSet& rules, const Since& since) {
    const LocalDay today = rules.calendar.zone().day_of(since.until);
    if (!region.contact.is_absent(today)) return false;
    const auto begins = [&](const Person& person) {
        for (const Absence& absence : person.absent)
            if (absence.covers(today) && since.holds(begin_of(absence, rules))) return true;
        return false;
    };
    return begins(region.contact) || (region.backup && begins(*region.backup));
}

}  // namespace

void work_roster(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    const Instant after = handled_until(store).value_or(now);
    if (after >= now) {
        if (!handled_until(store)) store.set(handled_key, to_rfc3339(now));
        return;
    }
    const auto next = next_roster_work(store, rules);
    if (!next || *next > now) return;
    const Since since{after, now};
    for (const MemberKey& member : members_leaving(rules, since))
        hand_over(store, recorder, rules, member, true, now);
    for (const auto& [key, region] : rules.regions)
        if (stand_in_begins(region, rules, since)) mail_stand_in(store, recorder, rules, key, now);
    store.set(handled_key, to_rfc3339(now));
}

std::optional<Instant> next_roster_work(Store& store, const RuleSet& rules) {
    const auto handled = handled_until(store);
    std::optional<Instant> next;
    const auto consider = [&](const Absence& absence) {
        const Instant begin = begin_of(absence, rules);
        if (handled && begin > *handled && (!next || begin < *next)) next = begin;
    };
    for (const MemberAbsence& absence : rules.roster.absent) consider(absence.when);
    for (const auto& [key, region] : rules.regions) {
        for (const Absence& absence : region.contact.absent) consider(absence);
        if (region.backup)
            for (const Absence& absence : region.backup->absent) consider(absence);
    }
    return next;
}

void hand_over_absent(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    const LocalDay today = rules.calendar.zone().day_of(now);
    for (const auto& [key, member] : rules.roster.team)
        if (rules.roster.is_absent(key, today)) hand_over(store, recorder, rules, key, true, now);
    for (const MemberKey& owner : store.owners())
        if (!rules.roster.team.contains(owner))
            hand_over(store, recorder, rules, owner, false, now);
}

}  // namespace werktdoord
