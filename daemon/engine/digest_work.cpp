#include "engine/digest_work.hpp"

#include <array>
#include <limits>
#include <memory>
#include <string>

#include "core/digest.hpp"
#include "core/digest_plan.hpp"
#include "core/digest_times.hpp"

namespace werktdoord {

namespace {

constexpr std::array<DigestKind, 2> kinds{DigestKind::team, DigestKind::regional_contact};

std::string handled_key(DigestKind kind) {
    return "digest.handled." + std::string(name_of(kind));
}

// The last local day that had its digest.
std::string day_key(DigestKind kind) {
    return "digest.day." + std::string(name_of(kind));
}

// Since when a region's contact, or the team (an empty region), has not had a digest.
std::string since_key(const RegionKey& region) {
    return region.empty() ? "digest.since.team" : "digest.since.region." + region.text();
}

std::optional<Instant> get_instant(Store& store, const std::string& name) {
    const auto text = store.get(name);
    if (!text) return std::nullopt;
    const auto instant = parse_rfc3339(*text);
    return instant ? std::optional<Instant>(*instant) : std::nullopt;
}

// The next one after an instant. A day that had its digest has no second one when the rules put its
// time later.
std::optional<Instant> next_after(Store& store, const RuleSet& rules, DigestKind kind,
                                  Instant after) {
    const auto day = store.get(day_key(kind));
    auto next = next_digest(rules.digests, rules.calendar, kind, after);
    while (next && day && to_string(rules.calendar.zone().day_of(*next)) <= *day)
        next = next_digest(rules.digests, rules.calendar, kind, *next);
    return next;
}

std::optional<Instant> next_of(Store& store, const RuleSet& rules, DigestKind kind) {
    const auto handled = get_instant(store, handled_key(kind));
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

Instant since_of(Store& store, const DigestPlan& plan, Instant now) {
    if (plan.regions.empty()) return get_instant(store, since_key(RegionKey())).value_or(now);
    Instant since = now;
    for (const RegionKey& region : plan.regions)
        since = std::min(since, get_instant(store, since_key(region)).value_or(now));
    return since;
}

void set_since(Store& store, const DigestPlan& plan, Instant now) {
    if (plan.regions.empty()) store.set(since_key(RegionKey()), to_rfc3339(now));
    for (const RegionKey& region : plan.regions) store.set(since_key(region), to_rfc3339(now));
}

void skip(Recorder& recorder, const DigestPlan& plan, DigestKind kind, DigestVerdict why,
          Instant now) {
    Event skipped;
    skipped.at = now;
    skipped.name = EventName::digest_skipped;
    skipped.template_name = kind == DigestKind::team ? "digest_team" : "digest_contact";
    skipped.recipients = {plan.to};
    skipped.reason = std::string(name_of(why));
    recorder.record(skipped);
}

void queue(Recorder& recorder, const DigestPlan& plan, DigestKind kind, Facts facts, Instant now) {
    Mail mail;
    mail.to = plan.to;
    mail.facts = std::move(facts);
    Event queued;
    queued.at = now;
    queued.name = EventName::digest_queued;
    queued.template_name = kind == DigestKind::team ? "digest_team" : "digest_contact";
    queued.recipients = {plan.to};
    queued.letter = std::make_shared<const Mail>(std::move(mail));
    recorder.record(queued);
}

std::unique_ptr<TeamDigest> team_digest(Store& store, const RuleSet& rules,
                                        const DigestSpan& span) {
    auto digest = std::make_unique<TeamDigest>(rules, span);
    store.team_rows(span.since, [&](const RequestRow& row) { digest->add(row); });
    for (const RejectedSubmission& rejected : store.rejected("open"))
        digest->add(RejectedItem{rejected.webhook_id, rejected.at, rejected.problems});
    for (const OutboxMail& parked : store.outbox("parked", std::numeric_limits<int>::max()))
        digest->add(ParkedItem{parked.request, parked.to, parked.queued_at});
    return digest;
}

// The digests of one kind with the span each covers. All spans are read before any is moved on: a
// region may have two receivers.
std::vector<std::pair<DigestPlan, DigestSpan>> spans_of(Store& store, const RuleSet& rules,
                                                        DigestKind kind, Instant now) {
    const Instant next = next_digest(rules.digests, rules.calendar, kind, now).value_or(now);
    std::vector<std::pair<DigestPlan, DigestSpan>> spans;
    for (DigestPlan& plan : digest_plan(rules, kind, rules.calendar.zone().day_of(now))) {
        const DigestSpan span{since_of(store, plan, now), now, next};
        spans.emplace_back(std::move(plan), span);
    }
    return spans;
}

void send_digests(Store& store, Recorder& recorder, const RuleSet& rules, DigestKind kind,
                  Instant now) {
    std::unique_ptr<TeamDigest> team;
    for (const auto& [plan, span] : spans_of(store, rules, kind, now)) {
        if (kind == DigestKind::team && !team) team = team_digest(store, rules, span);
        Digest digest =
            team ? team->addressed_to(plan.to)
                 : contact_digest(plan, store.digest_rows(plan.regions, span.since), rules, span);
        if (digest.empty && rules.digests.skip_empty) {
            skip(recorder, plan, kind, DigestVerdict::empty, now);
            continue;
        }
        queue(recorder, plan, kind, std::move(digest.facts), now);
        set_since(store, plan, now);
    }
}

void work_kind(Store& store, Recorder& recorder, const RuleSet& rules, DigestKind kind, Instant due,
               Instant now) {
    const auto verdict = digest_verdict(rules.digests, rules.calendar, kind, due, now);
    if (verdict == DigestVerdict::send) return send_digests(store, recorder, rules, kind, now);
    for (const auto& [plan, span] : spans_of(store, rules, kind, now))
        skip(recorder, plan, kind, verdict, now);
}

}  // namespace

void work_digests(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    for (DigestKind kind : kinds) {
        const auto due = last_due(store, rules, kind, now);
        if (!due) continue;
        work_kind(store, recorder, rules, kind, *due, now);
        store.set(handled_key(kind), to_rfc3339(now));
        store.set(day_key(kind), to_string(rules.calendar.zone().day_of(*due)));
    }
}

std::optional<Instant> next_digest_work(Store& store, const RuleSet& rules) {
    std::optional<Instant> next;
    for (DigestKind kind : kinds) {
        const auto one = next_of(store, rules, kind);
        if (one && (!next || *one < *next)) next = one;
    }
    return next;
}

void start_digests(Store& store, const RuleSet& rules, Instant now) {
    for (DigestKind kind : kinds)
        if (!store.get(handled_key(kind))) store.set(handled_key(kind), to_rfc3339(now));
    if (!store.get(since_key(RegionKey()))) store.set(since_key(RegionKey()), to_rfc3339(now));
    for (const auto& [key, region] : rules.regions)
        if (!store.get(since_key(key))) store.set(since_key(key), to_rfc3339(now));
}

}  // namespace werktdoord
