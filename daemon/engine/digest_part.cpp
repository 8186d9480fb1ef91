#include "engine/digest_part.hpp"

#include <limits>
#include <string>

#include "core/digest.hpp"
#include "engine/queue_mail.hpp"

namespace werktdoord {

namespace {

std::string template_of(DigestKind kind) {
    return kind == DigestKind::team ? "digest_team" : "digest_contact";
}

void skip(const DigestDesk& desk, const DigestPlan& plan, DigestVerdict why) {
    Event skipped;
    skipped.at = desk.now;
    skipped.name = EventName::digest_skipped;
    skipped.template_name = template_of(desk.kind);
    skipped.recipients = {plan.to};
    skipped.reason = std::string(name_of(why));
    desk.recorder.record(skipped);
}

void tell(const DigestDesk& desk, const DigestPlan& plan, Digest digest) {
    if (digest.empty && desk.rules.digests.skip_empty)
        return skip(desk, plan, DigestVerdict::empty);
    queue_mail(desk.recorder, EventName::digest_queued, template_of(desk.kind), plan.to,
               std::move(digest.facts), desk.now);
    set_since(desk.store, plan, desk.now);
}

DigestSpan span_of(const DigestDesk& desk, const DigestRound& round, const DigestPlan& plan) {
    const auto next = next_digest(desk.rules.digests, desk.rules.calendar, desk.kind, desk.now);
    return {round.since_of(plan, desk.now), desk.now, next.value_or(desk.now)};
}

Digest of_contact(const DigestDesk& desk, const DigestPlan& plan, const DigestSpan& span) {
    ContactDigest digest(plan, desk.rules, span);
    for (const RegionKey& region : plan.regions)
        desk.store.referral_marks(region, span.since,
                                  [&](const ReferralMark& mark) { digest.add(mark); });
    return digest.written([&](const ReferralMark& mark) {
        return desk.store.digest_row(mark.request, mark.referral);
    });
}

Digest of_team(const DigestDesk& desk, const DigestSpan& span) {
    Store& store = desk.store;
    TeamDigest digest(desk.rules, span);
    store.request_marks(span.since, [&](const RequestMark& mark) { digest.add(mark); });
    for (const RegionWork& work : store.region_work(desk.now)) digest.add(work);
    for (const RejectedSubmission& rejected : store.rejected("open"))
        digest.add(RejectedItem{rejected.id, rejected.webhook_id, rejected.at, rejected.problems});
    for (const OutboxMail& parked : store.outbox("parked", std::numeric_limits<int>::max()))
        digest.add(ParkedItem{parked.request, parked.to, parked.queued_at});
    Digest written =
        digest.written([&](const RequestNumber& number) { return store.team_row(number); });
    add_balance(written.facts, store.tallies(), desk.rules);
    return written;
}

}  // namespace

std::vector<std::vector<DigestPlan>> parts_of(const DigestDesk& desk, const DigestRound& round) {
    const LocalDay today = desk.rules.calendar.zone().day_of(desk.now);
    std::vector<DigestPlan> plans = digest_plan(desk.rules, desk.kind, today);
    std::erase_if(plans, [&](const DigestPlan& plan) { return round.had(plan.to); });
    const bool together = desk.verdict != DigestVerdict::send || desk.kind == DigestKind::team;
    if (together || plans.empty()) return {std::move(plans)};
    std::vector<std::vector<DigestPlan>> parts;
    for (DigestPlan& plan : plans) parts.push_back({std::move(plan)});
    return parts;
}

void work_part(const DigestDesk& desk, const DigestRound& round,
               const std::vector<DigestPlan>& part) {
    std::optional<Digest> team;
    for (const DigestPlan& plan : part) {
        if (desk.verdict != DigestVerdict::send) {
            skip(desk, plan, desk.verdict);
        } else if (desk.kind == DigestKind::regional_contact) {
            tell(desk, plan, of_contact(desk, plan, span_of(desk, round, plan)));
        } else {
            if (!team) team = of_team(desk, span_of(desk, round, plan));
            tell(desk, plan, addressed_to(*team, plan.to));
        }
    }
}

}  // namespace werktdoord
