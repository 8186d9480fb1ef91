#include "engine/digest_part.hpp"

#include <string>

#include "core/digest.hpp"
#include "engine/queue_mail.hpp"

namespace werktdoord {

namespace {

MailKind mail_kind_of(DigestKind kind) {
    return kind == DigestKind::team ? MailKind::digest_team : MailKind::digest_contact;
}

void skip(const DigestDesk& desk, const DigestPlan& plan, DigestVerdict why) {
    Event skipped;
    skipped.at = desk.work.now;
    skipped.name = EventName::digest_skipped;
    skipped.mail_kind = mail_kind_of(desk.kind);
    skipped.recipients = {plan.to};
    skipped.reason = std::string(name_of(why));
    desk.work.recorder.record(skipped);
}

// `told`: until when the digest tells.
void tell(const DigestDesk& desk, const DigestPlan& plan, Digest digest, Instant told) {
    if (digest.empty && desk.work.rules.digests.skip_empty)
        return skip(desk, plan, DigestVerdict::empty);
    queue_mail(desk.work.recorder, EventName::digest_queued, mail_kind_of(desk.kind), plan.to,
               std::move(digest.facts), desk.work.now);
    set_since(desk.work.store, plan, told);
}

DigestSpan span_of(const DigestDesk& desk, Instant since) {
    const auto next =
        next_digest(desk.work.rules.digests, desk.work.rules.calendar, desk.kind, desk.work.now);
    return {since, desk.work.now, next.value_or(desk.work.now)};
}

// Each region is told from where its own last digest ended, whoever got that.
Digest of_contact(const DigestDesk& desk, const DigestRound& round, const DigestPlan& plan) {
    const Instant now = desk.work.now;
    ContactDigest digest(plan, desk.work.rules, span_of(desk, now));
    for (const RegionKey& region : plan.regions) {
        const Instant since = round.since_of(region, now);
        desk.work.store.referral_marks(region, since,
                                       [&](const ReferralMark& mark) { digest.add(mark, since); });
    }
    return digest.written([&](const ReferralMark& mark) {
        return desk.work.store.digest_row(mark.request, mark.referral);
    });
}

// All members get the same one, so the first plan speaks for all. False while it is counted.
bool tell_team(const DigestDesk& desk, const DigestRound& round,
               const std::vector<DigestPlan>& part) {
    std::optional<TeamCount>& count = desk.team_count;
    if (!count || count->day() != round.day)
        count.emplace(desk.work.rules, round.day,
                      span_of(desk, round.since_of(RegionKey(), desk.work.now)));
    if (!count->count_on(desk.work.store)) return false;
    const Digest digest = count->written(desk.work.store);
    for (const DigestPlan& plan : part)
        tell(desk, plan, addressed_to(digest, plan.to), count->began());
    count.reset();
    return true;
}

}  // namespace

std::vector<std::vector<DigestPlan>> parts_of(const DigestDesk& desk, const DigestRound& round) {
    const LocalDay today = desk.work.rules.calendar.zone().day_of(desk.work.now);
    std::vector<DigestPlan> plans = digest_plan(desk.work.rules, desk.kind, today);
    std::erase_if(plans, [&](const DigestPlan& plan) { return round.had(plan.to); });
    const bool together = desk.verdict != DigestVerdict::send || desk.kind == DigestKind::team;
    if (together || plans.empty()) return {std::move(plans)};
    std::vector<std::vector<DigestPlan>> parts;
    for (DigestPlan& plan : plans) parts.push_back({std::move(plan)});
    return parts;
}

bool work_part(const DigestDesk& desk, const DigestRound& round,
               const std::vector<DigestPlan>& part) {
    const bool send = desk.verdict == DigestVerdict::send;
    if (send && desk.kind == DigestKind::team && !part.empty()) return tell_team(desk, round, part);
    for (const DigestPlan& plan : part) {
        if (send)
            tell(desk, plan, of_contact(desk, round, plan), desk.work.now);
        else
            skip(desk, plan, desk.verdict);
    }
    return true;
}

}  // namespace werktdoord
