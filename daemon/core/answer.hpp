// What the reader of a mail can answer about a request now, by the role the mail was sent to. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/event_name.hpp"
#include "core/role.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// Who answers, and about what: the request as a whole, or its referral to a region.
struct Asker {
    Role role = Role::owner;
    std::string key;   // anna, midden-brabant, wsp-midden-brabant; of an employer the WSP it is
                       // asked about
    RegionKey region;  // empty: the request as a whole
};

// The `by` of what an asker records (contract section 5): a role word or a member's key.
std::string by_of(const Asker& asker);

// Whether this role has pages to work on; an employer has only that of one question, and who is
// informed has none.
bool can_answer(Role role);

// The events an asker may ever record, whatever the state: the contact and the backup those of
// their referral, a WSP its answer, the team those of the request, the coordinator (who stands in
// for an absent contact) both, an employer whether a WSP spoke to them. Others are refused without
// a look at the request.
std::vector<EventName> answers_of(const Asker& asker);

// A WSP, role or region that can be chosen; `proposed`: ticked from the start.
template <class Key>
struct Choice {
    Key key;
    std::string name;
    bool proposed = false;
};

// What fits now.
struct AnswerOffers {
    std::vector<EventName> events;           // of answers_of(), what is asked for first
    std::vector<Choice<WspKey>> wsps;        // to forward to
    std::vector<Choice<Role>> inform;        // beside them (W8)
    std::vector<Choice<WspKey>> awaited;     // have not answered yet; of a WSP its own only
    std::vector<Choice<RegionKey>> regions;  // to refer to: the rest of the proposal
    std::vector<Choice<RegionKey>> others;   // to suggest when the region declines
};
AnswerOffers answer_offers(const Case& c, const RuleSet& rules, const Asker& asker);

// How things stand for the asker.
enum class Standing {
    open,       // something can be done
    none,       // there is no such referral, or the WSP was never asked
    ended,      // the referral ended
    withdrawn,  // the WSP was taken off it
    closed,     // the request is closed
    forgotten,  // and its data are erased
};
Standing standing_of(const Case& c, const Asker& asker);

}  // namespace werktdoord
