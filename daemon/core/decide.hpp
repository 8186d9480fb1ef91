// decide: what follows from a command, by the rules, at an instant (architecture, "The idea").
// Pure: works on copies of the cases and gives the events in the order of the journal.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/case.hpp"
#include "core/command.hpp"
#include "core/digest_rows.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

using Events = std::vector<Event>;
using Decision = std::variant<Events, Refusal>;

// The cases a command works on: its own, and those of its introductions.
struct Cases {
    Case subject;
    std::map<RequestNumber, Case> partners;
};

// Registers a request under `number` (W1, W3, W4); fills `c`. Never refused.
Events decide_submit(Case& c, const Submit& command, const RequestNumber& number,
                     std::vector<RequestNumber> possible_duplicates, const RuleSet& rules,
                     Instant now);

// Keeps an authentic submission that is no request on the record.
Event decide_reject(const RejectSubmission& command, Instant now);

// Tells the duty contact of it, once it has its id.
Event tell_of_rejection(const RejectedItem& rejected, const RuleSet& rules, Instant now);

// Problems as text, one a line: `/data/kind: is missing`.
std::string to_lines(const Problems& problems);

// Records what a person did (contract section 5). Refused when it does not fit the state (409) or
// is not valid (400). `cases.partners` must hold the requests of `with` and `of`, and on
// request.closed those introduced to it, with those introduced to these. On a refusal the cases are
// of no further use.
Decision decide_event(Cases& cases, const RecordEvent& command, const RuleSet& rules, Instant now);

// Whether who owns it is gone: no member any more, or absent before they took it up (W3).
bool needs_owner(const Case& c, const RuleSet& rules, Instant now);

// Gives the request to who is on duty at `now`, by the rules (absence, a member who left).
Events decide_handover(Case& c, const RuleSet& rules, Instant now);

// The same when an absence of `member` began: only what is its own still and nobody took up.
Events decide_absence(Case& c, const MemberKey& member, const RuleSet& rules, Instant now);

// Mails the referral to who stands in for a regional contact whose absence came up at `since`,
// while not yet forwarded. One sent later has reached them.
Events decide_stand_in(Case& c, int referral, Instant since, const RuleSet& rules, Instant now);

// That other rules came into force. A case may be brought up to them some time later.
struct RulesChange {
    Instant loaded_at;                      // when they did
    std::optional<Instant> calendar_since;  // the calendar differs; clocks that ran then move
    friend bool operator==(const RulesChange&, const RulesChange&) = default;
};

// Brings a case up to other rules (contract sections 1, 3 and 6): moves running clocks where the
// calendar differs (missed ones stay missed), routes it anew, and gives it to who is on duty when
// its owner left the team, or is absent and nobody took it up. `request.routed` or
// `request.unroutable` is told only where the decision differs in more than the words of `why`;
// what is under way stays: open referrals with their sites, WSPs and lead region, and nothing is
// referred. Nothing when called once more.
Events decide_rules_change(Case& c, const RulesChange& change, const RuleSet& rules, Instant now);

}  // namespace werktdoord
