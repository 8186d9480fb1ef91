// The value of a member of an event, for all that print events: the journal and the log.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "core/catalogue.hpp"
#include "core/event.hpp"

namespace werktdoord {

// Nothing, text, number, truth, instant, list of texts, recipients, one recipient, unplaced sites.
// Points into the event.
using MemberValue = std::variant<std::monostate, std::string_view, std::int64_t, bool, Instant,
                                 std::vector<std::string_view>, std::span<const Recipient>,
                                 const Recipient*, std::span<const UnplacedSite>>;

// Nothing for a member that this event was not given; empty text and empty lists are nothing.
MemberValue value_of(const Event& event, Member member);

}  // namespace werktdoord
