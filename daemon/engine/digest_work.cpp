#include "engine/digest_work.hpp"

#include <array>
#include <string>

#include "engine/digest_keys.hpp"
#include "engine/digest_part.hpp"
#include "engine/kept_instant.hpp"

namespace werktdoord {

namespace {

constexpr std::array<DigestKind, 2> kinds{DigestKind::team, DigestKind::regional_contact};

// The next one after an instant. A day that had its digest has no second one when the rules put its
// time later.
std::optional<Instant> next_after(Store& store, const RuleSet& rules, DigestKind kind,
                                  Instant after) {
    const auto day = store.get(digest_day_key(kind));
    auto next = next_digest(rules.digests, rules.calendar, kind, after);
    while (next && day && to_string(rules.calendar.zone().day_of(*next)) <= *day)
        next = next_digest(rules.digests, rules.calendar, kind, *next);
    return next;
}

std::optional<Instant> next_of(Store& store, const RuleSet& rules, DigestKind kind) {
    const auto handled = kept_instant(store.get(digest_handled_key(kind)));
    if (!handled) return std::nullopt;
    return next_after(store, rules, kind, *handled);
}

// The last digest time at or before `now`; after downtime the earlier ones are covered by it.
std::optional<Instant> last_due(Store& store, const RuleSet& rules, DigestKind kind, Instant now) {
    std::optional<Instant> due;
    for (auto next = next_of(store, rules, kind); next && *next <= now;
         next = next_after(store, rules, kind, *next))
        due = next;
    return due;
}

// That part of the round is done; with its last part the day.
void note_done(const DigestDesk& desk, DigestRound round, const std::vector<DigestPlan>& part,
               bool last) {
    Store& store = desk.work.store;
    for (const DigestPlan& plan : part) round.add(plan.to);
    if (!last) return write_round(store, desk.kind, round);
    end_round(store, desk.kind);
    store.set(digest_handled_key(desk.kind), to_rfc3339(desk.work.now));
    store.set(digest_day_key(desk.kind), to_string(round.day));
}

}  // namespace

bool work_digests(const Work& work, std::optional<TeamCount>& team_count) {
    const WorkCalendar& calendar = work.rules.calendar;
    for (DigestKind kind : kinds) {
        const auto due = last_due(work.store, work.rules, kind, work.now);
        if (!due) continue;
        const DigestDesk desk{work, kind,
                              digest_verdict(work.rules.digests, calendar, kind, *due, work.now),
                              team_count};
        const DigestRound round =
            round_of(work.store, work.rules, kind, calendar.zone().day_of(*due), work.now);
        const auto parts = parts_of(desk, round);
        // One that cannot be made holds up no other.
        for (const std::vector<DigestPlan>& part : parts) {
            const bool done =
                work.isolation.run("the digests for " + std::string(name_of(kind)), [&] {
                    if (work_part(desk, round, part))
                        note_done(desk, round, part, parts.size() == 1);
                });
            if (done) return true;
            team_count.reset();
        }
    }
    return false;
}

std::optional<Instant> next_digest_work(Store& store, const RuleSet& rules) {
    std::optional<Instant> next;
    for (DigestKind kind : kinds) next = earlier_of(next, next_of(store, rules, kind));
    return next;
}

void start_digests(Store& store, const RuleSet& rules, Instant now) {
    for (DigestKind kind : kinds)
        if (!store.get(digest_handled_key(kind)))
            store.set(digest_handled_key(kind), to_rfc3339(now));
    start_since(store, rules, now);
}

}  // namespace werktdoord
