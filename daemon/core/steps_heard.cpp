// What the employer says of a WSP's answer (L2: nobody may never hear back).

#include <algorithm>

#include "base/items.hpp"
#include "core/evolve.hpp"
#include "core/letters.hpp"
#include "core/place_words.hpp"
#include "core/recipients.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

// The answer that is meant: of the WSP that is named, or the only one there is. A region that was
// referred to again may not have answered anew yet: then its answer before that is meant.
Result<WspKey, Refusal> answered_wsp(const Case& c, const Event& draft) {
    const Referral* referral = c.answered_referral(*draft.region, draft.wsp);
    std::vector<WspKey> answered;
    if (referral != nullptr)
        for (const WspAsk& ask : referral->asks)
            if (ask.responded_at && !has(answered, ask.wsp) &&
                (!draft.wsp || ask.wsp == *draft.wsp))
                answered.push_back(ask.wsp);
    if (answered.size() == 1) return answered.front();
    if (!answered.empty()) return invalid("/wsp", "several answered: name the WSP");
    return conflict(c, draft.wsp ? "/wsp" : "/region", "no answer of a WSP is on record here");
}

// Somebody says that what is on record did not happen: the contact and the team look into it.
void alert_not_heard(Progress& progress, const Referral& referral, const WspKey& wsp) {
    const RuleSet& rules = progress.rules();
    Event raised = progress.event(EventName::alert_raised);
    raised.region = referral.region;
    raised.referral = referral.ordinal;
    raised.wsp = wsp;
    raised.step = AlertStep::not_heard;
    raised.recipients = contact_recipients(referral.region, rules, progress.now());
    for (Recipient& member : whole_team(rules)) raised.recipients.push_back(std::move(member));
    progress.tell(raised);

    const auto desk = wsp_recipient(referral.region, wsp, rules);
    const std::string what = "De werkgever zegt dat " + (desk ? desk->name : wsp.text()) + " (" +
                             region_name(referral.region, rules) +
                             ") niet met hem heeft gesproken. Er is wel vastgelegd dat het WSP "
                             "heeft geantwoord.";
    for (const Recipient& to : raised.recipients)
        write_update(progress, to, referral.ordinal, what, "");
}

}  // namespace

Refused heard_back(Progress& progress, const Event& draft) {
    const Case& c = progress.subject();
    const Result<WspKey, Refusal> wsp = answered_wsp(c, draft);
    if (!wsp) return wsp.error();
    const Referral referral = *c.answered_referral(*draft.region, *wsp);
    const WspAsk& answered = *referral.find_answered(*wsp);
    if (lies_before(draft, *answered.responded_at))
        return invalid("/happenedAt", "lies before the answer of '" + wsp->text() + "'");
    if (answered.heard == draft.heard) return conflict(c, "/heard", "the employer said so already");
    Event heard = no_earlier_than(draft, *answered.responded_at);
    heard.referral = referral.ordinal;
    heard.wsp = *wsp;
    progress.happen(heard);
    if (draft.heard == false) alert_not_heard(progress, referral, *wsp);
    return std::nullopt;
}

}  // namespace werktdoord
