#include <algorithm>

#include "core/actors.hpp"
#include "core/decide.hpp"
#include "core/escalation.hpp"
#include "core/lifecycle.hpp"
#include "core/status_mail.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

Problems check_actor(const Event& draft, const RuleSet& rules) {
    const auto role = actor_of(draft.by, rules.roster);
    if (!role)
        return {{"/by", "'" + draft.by +
                            "' is no team member; else regional_contact, backup, wsp or "
                            "employer"}};
    if (may_record(*role, draft.name)) return {};
    return {{"/by", "'" + draft.by + "' may not record " + std::string(name_of(draft.name))}};
}

// The open referral that the event is about. What the employer heard may be of one before it
// (steps_heard.cpp).
const Referral* open_referral_of(const Case& c, const Event& draft) {
    const bool of_open =
        is_referral_event(draft.name) && draft.name != EventName::referral_heard_back;
    return of_open && draft.region ? c.open_referral(*draft.region) : nullptr;
}

Problems check_time(const Case& c, const Event& draft, Instant now) {
    if (!draft.happened_at) return {};
    if (*draft.happened_at > now) return {{"/happenedAt", "lies in the future"}};
    if (lies_before(draft, c.registered_at))
        return {{"/happenedAt", "lies before the registration"}};
    const Referral* referral = open_referral_of(c, draft);
    if (referral != nullptr && lies_before(draft, referral->sent_at))
        return {{"/happenedAt", "lies before the referral was sent"}};
    return {};
}

// What was told by the second or minute is of no earlier than what it follows from.
Event in_time(const Case& c, const Event& draft) {
    const Referral* referral = open_referral_of(c, draft);
    const Event told = no_earlier_than(draft, c.registered_at);
    return referral == nullptr ? told : no_earlier_than(told, referral->sent_at);
}

void check_regions(Problems& problems, const std::vector<RegionKey>& regions,
                   const std::string& pointer, const RuleSet& rules) {
    for (std::size_t i = 0; i < regions.size(); ++i)
        if (!rules.regions.contains(regions[i]))
            problems.push_back({pointer + "/" + std::to_string(i),
                                "no region is named '" + regions[i].text() + "'"});
}

// That the regions, WSPs and members the event names exist.
Problems check_names(const Case& c, const Event& draft, const RuleSet& rules) {
    Problems problems;
    check_regions(problems, draft.regions, "/regions", rules);
    check_regions(problems, draft.suggests, "/suggests", rules);
    if (draft.name == EventName::request_reassigned &&
        !rules.roster.team.contains(MemberKey(draft.to)))
        problems.push_back({"/to", "no team member is named '" + draft.to + "'"});
    if (!draft.region) return problems;
    const Region* region = find_region(rules.regions, *draft.region);
    if (region == nullptr) {
        if (c.last_referral(*draft.region) == nullptr)
            problems.push_back({"/region", "no region is named '" + draft.region->text() + "'"});
        return problems;
    }
    for (std::size_t i = 0; i < draft.wsps.size(); ++i)
        if (region->find_wsp(draft.wsps[i]) == nullptr)
            problems.push_back({"/wsps/" + std::to_string(i), "region '" + draft.region->text() +
                                                                  "' has no WSP named '" +
                                                                  draft.wsps[i].text() + "'"});
    return problems;
}

Refused check_referral(const Case& c, const Event& draft) {
    if (!is_referral_event(draft.name) || !draft.region) return std::nullopt;
    if (draft.name == EventName::referral_heard_back) return std::nullopt;  // ended ones too
    const Referral* referral = c.open_referral(*draft.region);
    if (referral == nullptr)
        return conflict(c, "/region",
                        "there is no open referral to '" + draft.region->text() + "'");
    const bool needs_forwarding = draft.name == EventName::referral_wsp_withdrawn ||
                                  draft.name == EventName::referral_wsp_responded;
    if (needs_forwarding && !referral->forwarded_at)
        return conflict(c, "/region", "the referral was not forwarded yet");
    return std::nullopt;
}

// At one place the first problem is enough: what is missing is no known name either.
void add_at_other_places(Problems& problems, const Problems& more) {
    for (const Problem& one : more)
        if (std::ranges::find(problems, one.where, &Problem::where) == problems.end())
            problems.push_back(one);
}

Refused check(const Case& c, const Event& draft, const Problems& of_its_form, const RuleSet& rules,
              Instant now) {
    Refusal refusal;
    refusal.problems = of_its_form;
    for (const Problems& more :
         {check_actor(draft, rules), check_time(c, draft, now), check_names(c, draft, rules)})
        add_at_other_places(refusal.problems, more);
    if (!refusal.problems.empty()) return refusal;
    if (!fits(c, draft.name))
        return conflict(c, "/event",
                        std::string(name_of(draft.name)) + " does not fit a request that is " +
                            std::string(name_of(c.state)));
    return check_referral(c, draft);
}

Refused step(Progress& progress, Cases& cases, const Event& draft, Events& out) {
    switch (draft.name) {
        case EventName::request_taken_up:
            return take_up(progress, draft);
        case EventName::request_amended:
            return amend(progress, draft);
        case EventName::request_referred:
            return refer(progress, draft);
        case EventName::request_continued:
            return continue_others(progress, draft);
        case EventName::referral_forwarded:
            return forward(progress, draft);
        case EventName::referral_declined:
            return decline(progress, draft);
        case EventName::referral_wsp_withdrawn:
            return withdraw_wsp(progress, draft);
        case EventName::referral_wsp_responded:
            return wsp_responded(progress, draft);
        case EventName::referral_feedback:
            return feedback(progress, draft);
        case EventName::referral_reported_back:
            return report_back(progress, draft);
        case EventName::referral_heard_back:
            return heard_back(progress, draft);
        case EventName::request_introduced:
            return introduce(progress, cases, draft, out);
        case EventName::request_followed_up:
            return follow_up(progress, draft);
        case EventName::request_reassigned:
            return reassign(progress, draft);
        case EventName::request_closed:
            return close_request(progress, cases, draft, out);
        case EventName::request_reopened:
            return reopen(progress, draft);
        default:
            progress.happen(draft);
            return std::nullopt;  // request.note
    }
}

}  // namespace

bool lies_before(const Event& draft, Instant other) {
    if (!draft.happened_at) return false;
    if (draft.link.empty())
        return *draft.happened_at < std::chrono::floor<std::chrono::seconds>(other);
    return *draft.happened_at < std::chrono::floor<std::chrono::minutes>(other);
}

Event no_earlier_than(Event event, Instant other) {
    if (event.happened_at && *event.happened_at < other) event.happened_at = other;
    if (event.happened_at == event.at) event.happened_at.reset();
    return event;
}

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

Decision decide_event(Cases& cases, const RecordEvent& command, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(cases.subject, rules, now, events);
    std::vector<Case*> all{&cases.subject};
    for (auto& [number, partner] : cases.partners) all.push_back(&partner);
    fire_all_due(all, rules, now, events);

    Event draft = command.draft;
    draft.at = now;
    draft.request = cases.subject.number;
    if (draft.happened_at == now) draft.happened_at.reset();
    if (Refused refused = check(cases.subject, draft, command.problems, rules, now))
        return *refused;
    const Case before = cases.subject;
    if (Refused refused = step(progress, cases, in_time(before, draft), events)) return *refused;
    progress.send_letters();
    keep_status_fresh(progress, before);

    fire_all_due(all, rules, now, events);
    return events;
}

}  // namespace werktdoord
