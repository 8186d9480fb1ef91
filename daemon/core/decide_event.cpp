#include <algorithm>

#include "core/decide.hpp"
#include "core/escalation.hpp"
#include "core/lifecycle.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

bool is_referral_event(EventName event) { return name_of(event).starts_with("referral."); }

// Who may record what (contract section 5).
bool may_record(const std::string& by, EventName event) {
    if (by == "regional_contact" || by == "backup")
        return is_referral_event(event) || event == EventName::request_note;
    if (by == "wsp") return event == EventName::referral_wsp_responded;
    return event == EventName::request_note || event == EventName::request_closed;  // employer
}

Problems check_actor(const Event& draft, const RuleSet& rules) {
    if (rules.roster.team.contains(MemberKey(draft.by))) return {};
    const bool known = draft.by == "regional_contact" || draft.by == "backup" ||
                       draft.by == "wsp" || draft.by == "employer";
    if (!known)
        return {{"/by", "'" + draft.by +
                            "' is no team member; else regional_contact, backup, wsp or "
                            "employer"}};
    if (may_record(draft.by, draft.name)) return {};
    return {{"/by", "'" + draft.by + "' may not record " + std::string(name_of(draft.name))}};
}

Problems check_time(const Case& c, const Event& draft, Instant now) {
    if (!draft.happened_at) return {};
    if (*draft.happened_at > now) return {{"/happenedAt", "lies in the future"}};
    if (*draft.happened_at < c.registered_at)
        return {{"/happenedAt", "lies before the registration"}};
    const Referral* referral =
        is_referral_event(draft.name) && draft.region ? c.open_referral(*draft.region) : nullptr;
    if (referral != nullptr && *draft.happened_at < referral->sent_at)
        return {{"/happenedAt", "lies before the referral was sent"}};
    return {};
}

Refused check_region(const Case& c, const Event& draft, const RuleSet& rules) {
    if (!is_referral_event(draft.name) || !draft.region) return std::nullopt;
    const Referral* referral = c.open_referral(*draft.region);
    if (referral == nullptr) {
        if (!rules.regions.contains(*draft.region) && c.last_referral(*draft.region) == nullptr)
            return invalid("/region", "no region is named '" + draft.region->text() + "'");
        return conflict(c, "/region", "there is no open referral to '" + draft.region->text() + "'");
    }
    const bool needs_forwarding = draft.name == EventName::referral_wsp_withdrawn ||
                                  draft.name == EventName::referral_wsp_responded;
    if (needs_forwarding && !referral->forwarded_at)
        return conflict(c, "/region", "the referral was not forwarded yet");
    return std::nullopt;
}

Refused check(const Case& c, const Event& draft, const RuleSet& rules, Instant now) {
    Refusal refusal;
    refusal.problems = check_actor(draft, rules);
    const Problems time = check_time(c, draft, now);
    refusal.problems.insert(refusal.problems.end(), time.begin(), time.end());
    if (!refusal.problems.empty()) return refusal;
    if (!fits(c, draft.name))
        return conflict(c, "/event",
                        std::string(name_of(draft.name)) + " does not fit a request that is " +
                            std::string(name_of(c.state)));
    return check_region(c, draft, rules);
}

Refused step(Progress& progress, Cases& cases, const Event& draft, Events& out) {
    switch (draft.name) {
        case EventName::request_taken_up: return take_up(progress, draft);
        case EventName::request_amended: return amend(progress, draft);
        case EventName::request_referred: return refer(progress, draft);
        case EventName::request_continued: return continue_others(progress, draft);
        case EventName::referral_forwarded: return forward(progress, draft);
        case EventName::referral_declined: return decline(progress, draft);
        case EventName::referral_wsp_withdrawn: return withdraw_wsp(progress, draft);
        case EventName::referral_wsp_responded: return wsp_responded(progress, draft);
        case EventName::referral_feedback: return feedback(progress, draft);
        case EventName::referral_reported_back: return report_back(progress, draft);
        case EventName::request_introduced: return introduce(progress, cases, draft, out);
        case EventName::request_followed_up: return follow_up(progress, draft);
        case EventName::request_reassigned: return reassign(progress, draft);
        case EventName::request_closed: return close_request(progress, cases, draft, out);
        case EventName::request_reopened: return reopen(progress, draft);
        default: progress.happen(draft); return std::nullopt;  // request.note
    }
}

}  // namespace

Refusal invalid(const std::string& pointer, const std::string& text) {
    Refusal refusal;
    refusal.problems.push_back({pointer, text});
    return refusal;
}

Refusal conflict(const Case& c, const std::string& pointer, const std::string& text) {
    Refusal refusal;
    refusal.kind = RefusalKind::conflict;
    refusal.problems.push_back({pointer, text});
    refusal.fits = events_that_fit(c);
    refusal.state = c.state;
    return refusal;
}

Decision decide_event(Cases& cases, const RecordEvent& command, const RuleSet& rules,
                      Instant now) {
    Events events;
    Progress progress(cases.subject, rules, now, events);
    fire_all_due(progress);

    Event draft = command.draft;
    draft.at = now;
    draft.request = cases.subject.number;
    if (draft.happened_at == now) draft.happened_at.reset();
    if (Refused refused = check(cases.subject, draft, rules, now)) return *refused;
    if (Refused refused = step(progress, cases, draft, events)) return *refused;
    progress.send_letters();

    fire_all_due(progress);
    for (auto& [number, partner] : cases.partners) {
        Progress other(partner, rules, now, events);
        fire_all_due(other);
    }
    return events;
}

Events decide_due(Case& c, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    fire_all_due(progress);
    return events;
}

}  // namespace werktdoord
