#include <algorithm>

#include "base/listed.hpp"
#include "core/clocks.hpp"
#include "core/dutch.hpp"
#include "core/evolve.hpp"
#include "core/letters.hpp"
#include "core/place_words.hpp"
#include "core/proposal.hpp"
#include "core/status_mail.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

const Referral& open_referral(const Progress& progress, const Event& draft) {
    return *progress.subject().open_referral(*draft.region);
}

// The event with the ordinal of the open referral it is about.
Event about_referral(const Progress& progress, const Event& draft) {
    Event event = draft;
    event.referral = open_referral(progress, draft).ordinal;
    return event;
}

// The last open referral ended: the team decides (W10).
void decide_when_last(Progress& progress, const Event& draft) {
    if (!progress.subject().any_open_referral())
        start_deciding(progress, "last_referral_ended", draft.happened_at);
}

std::vector<WspKey> not_yet_asked(const Case& c, const Referral& referral, const RuleSet& rules) {
    std::vector<WspKey> wsps = proposed_wsps(c, referral, rules);
    std::erase_if(wsps, [&](const WspKey& wsp) { return referral.was_asked(wsp); });
    return wsps;
}

Refused check_not_awaited(const Progress& progress, const Referral& referral,
                          const std::vector<WspKey>& wsps) {
    for (std::size_t i = 0; i < wsps.size(); ++i) {
        const WspAsk* ask = referral.find_ask(wsps[i]);
        if (ask != nullptr && ask->awaited())
            return conflict(progress.subject(), "/wsps/" + std::to_string(i),
                            "an answer of '" + wsps[i].text() + "' is awaited already");
    }
    return std::nullopt;
}

// The WSP an answer is from: as named, or the one that is awaited.
Result<WspKey, Refusal> answering_wsp(const Progress& progress, const Referral& referral,
                                      const Event& draft) {
    if (draft.wsp) {
        const WspAsk* ask = referral.find_ask(*draft.wsp);
        if (ask == nullptr)
            return invalid("/wsp", "the referral was not forwarded to '" + draft.wsp->text() + "'");
        if (!ask->awaited())
            return conflict(progress.subject(), "/wsp",
                            "'" + draft.wsp->text() + "' has answered already");
        return *draft.wsp;
    }
    std::vector<WspKey> awaited;
    for (const WspAsk& ask : referral.asks)
        if (ask.awaited()) awaited.push_back(ask.wsp);
    if (awaited.size() == 1) return awaited.front();
    if (awaited.empty()) return conflict(progress.subject(), "/wsp", "no answer is awaited");
    return invalid("/wsp", "several answers are awaited: name the WSP");
}

Refused check_forwarded_before(const Referral& referral, const WspKey& wsp, const Event& draft) {
    const WspAsk* ask = referral.find_ask(wsp);
    if (ask != nullptr && lies_before(draft, ask->forwarded_at))
        return invalid("/happenedAt", "lies before the forwarding to '" + wsp.text() + "'");
    return std::nullopt;
}

}  // namespace

bool is_filled(const Case& c) {
    return c.filled() >= c.data.headcount;
}

void tell_when_filled(Progress& progress, bool before, int told_by) {
    const Case& c = progress.subject();
    if (before || !is_filled(c)) return;
    const std::string what = "Alle plaatsen van deze melding zijn ingevuld.";
    write_owner_update(progress, 0, what, "");
    for (const Referral& referral : c.referrals)
        if (referral.open() && referral.ordinal != told_by)
            write_worker_updates(progress, referral, what, "");
}

Refused forward(Progress& progress, const Event& draft) {
    const Referral before = open_referral(progress, draft);
    Event forwarded = about_referral(progress, draft);
    if (forwarded.wsps.empty()) {
        forwarded.wsps = not_yet_asked(progress.subject(), before, progress.rules());
        if (forwarded.wsps.empty())
            return invalid("/wsps", "it was forwarded to all proposed WSPs: name another one");
    }
    if (Refused refused = check_not_awaited(progress, before, forwarded.wsps)) return refused;
    std::sort(forwarded.wsps.begin(), forwarded.wsps.end());
    forwarded.wsps.erase(std::unique(forwarded.wsps.begin(), forwarded.wsps.end()),
                         forwarded.wsps.end());
    progress.happen(forwarded);
    const Referral referral = open_referral(progress, draft);
    const LetterValues values{{"note", draft.note}};
    for (const WspKey& wsp : forwarded.wsps)
        write_wsp(progress, referral, wsp, MailKind::wsp_request, values);
    write_for_information(progress, referral, forwarded.inform, values);
    return std::nullopt;
}

std::string what_declined(const Progress& progress, const Event& draft) {
    std::string what = region_name(*draft.region, progress.rules()) +
                       " geeft de melding terug: " + dutch_reason(draft.reason) + ".";
    const std::string regions = listed(draft.suggests, "", [&](const RegionKey& region) {
        return region_name(region, progress.rules());
    });
    return regions.empty() ? what : what + " Voorstel voor een andere regio: " + regions + ".";
}

Refused decline(Progress& progress, const Event& draft) {
    const Event declined = about_referral(progress, draft);
    progress.happen(declined);
    decide_when_last(progress, draft);
    write_owner_update(progress, declined.referral, what_declined(progress, draft), draft.note);
    return std::nullopt;
}

Refused withdraw_wsp(Progress& progress, const Event& draft) {
    const Referral before = open_referral(progress, draft);
    if (before.find_ask(*draft.wsp) == nullptr)
        return invalid("/wsp", "the referral was not forwarded to '" + draft.wsp->text() + "'");
    if (Refused refused = check_forwarded_before(before, *draft.wsp, draft)) return refused;
    const Event withdrawn =
        no_earlier_than(about_referral(progress, draft), before.find_ask(*draft.wsp)->forwarded_at);
    progress.happen(withdrawn);
    if (!open_referral(progress, draft).any_ask())
        start_clock(progress, ClockName::forward, withdrawn.referral, std::nullopt,
                    when_of(withdrawn));
    return std::nullopt;
}

Refused wsp_responded(Progress& progress, const Event& draft) {
    const Referral before = open_referral(progress, draft);
    const auto wsp = answering_wsp(progress, before, draft);
    if (!wsp) return wsp.error();
    if (Refused refused = check_forwarded_before(before, *wsp, draft)) return refused;
    Event responded =
        no_earlier_than(about_referral(progress, draft), before.find_ask(*wsp)->forwarded_at);
    responded.wsp = *wsp;
    progress.happen(std::move(responded));
    return std::nullopt;
}

Refused feedback(Progress& progress, const Event& draft) {
    const Event told = about_referral(progress, draft);
    const bool filled_before = is_filled(progress.subject());
    progress.happen(told);
    write_status(progress, draft.region, draft.note);
    write_owner_update(
        progress, told.referral,
        region_name(*draft.region, progress.rules()) + " geeft de stand van zaken door.",
        draft.note);
    tell_when_filled(progress, filled_before, told.referral);
    return std::nullopt;
}

// The places that the others leave to this referral: "filled" without a number means all of them.
int places_left_to(const Progress& progress, int ordinal) {
    const Case& c = progress.subject();
    const Referral* own = c.find_referral(ordinal);
    const int left = c.data.headcount - c.filled() + (own == nullptr ? 0 : own->filled);
    return std::max(left, 0);
}

std::string what_reported(const Progress& progress, const Event& reported) {
    const std::string places = reported.filled.value_or(0) > 0
                                   ? " (" + std::to_string(*reported.filled) + ")"
                                   : std::string();
    return region_name(*reported.region, progress.rules()) +
           " meldt terug: " + dutch_outcome(reported.outcome) + places + ".";
}

Refused report_back(Progress& progress, const Event& draft) {
    Event reported = about_referral(progress, draft);
    const bool filled_before = is_filled(progress.subject());
    if (reported.outcome == "filled" && !reported.filled)
        reported.filled = places_left_to(progress, reported.referral);
    progress.happen(reported);
    decide_when_last(progress, draft);
    write_owner_update(progress, reported.referral, what_reported(progress, reported), draft.note);
    tell_when_filled(progress, filled_before, reported.referral);
    return std::nullopt;
}

}  // namespace werktdoord
