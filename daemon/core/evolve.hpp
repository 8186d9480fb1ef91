// evolve: the only writer of a case. Total: a journalled event is never refused. Pure.
#pragma once

#include "core/case.hpp"
#include "core/event.hpp"

namespace werktdoord {

// Why a request was routed again (`reason` of request.routed and request.unroutable).
inline constexpr const char* routed_by_amendment = "amended";
inline constexpr const char* routed_by_rules = "rules_changed";

// Builds the event into the case it concerns. Events that change no case (mail, digests, the
// daemon) leave it as it is.
void evolve(Case& c, const Event& event);

// When an event counts: `happenedAt` where given, else `at`.
Instant when_of(const Event& event);

}  // namespace werktdoord
