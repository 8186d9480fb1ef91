// The catalogue of events: for each its severity in the log and its journal members in order.
// The journal, the log and docs/events.md are printed from this one table.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/event.hpp"

namespace werktdoord {

enum class Severity { info, warning, error };

// The members an event can have beside seq, at, event, request and hash.
enum class Member {
    region,  // stands before the event's own members; listed by no entry
    by,
    happened_at,
    link,
    owner,
    to,
    wsp,
    wsps,
    inform,
    regions,
    suggests,
    with,
    of,
    recipients,  // "to": roles and keys
    recipient,   // "to": one role and key
    source,
    kind,
    headcount,
    sector,
    themes,  // those that are counted (countable.hpp)
    outcome,
    filled,
    heard,
    form,
    reason,       // one of a closed set of words
    reason_text,  // "reason" as a person wrote it; personal: by digest
    rules,
    mode,
    policy,
    lead,
    unplaced,
    signposts,
    why,
    clock,
    start,
    warn,
    due,
    old_warn,
    old_due,
    late,
    step,
    send,
    skipped,
    mail_kind,
    mail,
    together,
    rejected,
    not_before,
    rules_hash,
    version,
    note,      // personal: by digest
    story,     // personal: by digest
    data,      // personal: by digest
    problems,  // personal: by digest; the last
};

inline constexpr std::size_t member_count = static_cast<std::size_t>(Member::problems) + 1;

// The JSON name of a member, and whether it is personal (enters by its salted digest).
std::string_view json_name(Member member);
bool is_personal(Member member);

struct Entry {
    EventName name;
    Severity severity;
    std::vector<Member> members;
};

const std::vector<Entry>& catalogue();
const Entry& entry_of(EventName name);

}  // namespace werktdoord
