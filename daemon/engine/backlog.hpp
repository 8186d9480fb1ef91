// The backlog: work that reaches many requests at once and is done in pages, so that it never holds
// up the intake. It is kept in the store: a restart goes on where it was.
#pragma once

#include <optional>
#include <vector>

#include "core/decide.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Every open request is brought up to other rules; `after`: up to and with this one it is done.
struct RulesWalk {
    RulesChange change;
    std::optional<RequestNumber> after;
    friend bool operator==(const RulesWalk&, const RulesWalk&) = default;
};

// The absence of a member began: what nobody took up is handed over.
struct AbsenceWalk {
    MemberKey member;
    std::optional<RequestNumber> after;
    friend bool operator==(const AbsenceWalk&, const AbsenceWalk&) = default;
};

// The absence of a regional contact began: who stands in gets the referrals sent before it.
struct StandInWalk {
    RegionKey region;
    Instant since;
    std::optional<RequestNumber> after;
    friend bool operator==(const StandInWalk&, const StandInWalk&) = default;
};

struct Backlog {
    std::optional<RulesWalk> rules;
    std::vector<AbsenceWalk> absences;
    std::vector<StandInWalk> stand_ins;

    bool empty() const { return !rules && absences.empty() && stand_ins.empty(); }
    friend bool operator==(const Backlog&, const Backlog&) = default;
};

// What is left to do. Needs no transaction.
Backlog read_backlog(Store& store);

// The same of its text. Throws StoreFault for what is none.
Backlog backlog_of(const std::string& text);

// REQUIRES: a transaction.
void write_backlog(Store& store, const Backlog& backlog);

}  // namespace werktdoord
