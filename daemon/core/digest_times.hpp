// When digests go out, and what becomes of one whose time passed (contract section 3). Pure.
#pragma once

#include <optional>

#include "core/names.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

enum class DigestKind { regional_contact, team };

// The rule of a kind; nothing where there is no such digest.
const std::optional<DigestRule>& digest_rule(const DigestRules& rules, DigestKind kind);

// The first time of this digest strictly after `after`: its local time of day, on working days
// only where the rule says so. Nothing where there is no such digest. A time that daylight saving
// skips becomes the first instant after the gap, one that occurs twice the first.
std::optional<Instant> next_digest(const DigestRules& rules, const WorkCalendar& calendar,
                                   DigestKind kind, Instant after);

// What becomes of a digest; all but `send` are reasons of `digest.skipped`.
enum class DigestVerdict {
    send,
    down,   // the daemon was down at its time and it is too late now
    empty,  // there is nothing to say
};

// A digest that was due at `due` and is handled at `now`. After downtime it still goes out on the
// same local day; one of working days only before closing, unless its time lies after closing.
DigestVerdict digest_verdict(const DigestRules& rules, const WorkCalendar& calendar,
                             DigestKind kind, Instant due, Instant now);

template <>
struct Names<DigestKind> {
    static constexpr std::array<std::pair<DigestKind, std::string_view>, 2> table{
        {{DigestKind::regional_contact, "regional_contact"}, {DigestKind::team, "team"}}};
};

template <>
struct Names<DigestVerdict> {
    static constexpr std::array<std::pair<DigestVerdict, std::string_view>, 3> table{
        {{DigestVerdict::send, "send"},
         {DigestVerdict::down, "down"},
         {DigestVerdict::empty, "empty"}}};
};

}  // namespace werktdoord
