// The closed roster of the team on working days (W3, contract section 3). Pure.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/key.hpp"
#include "core/calendar.hpp"
#include "core/regions.hpp"

namespace werktdoord {

struct TeamMember {
    MemberKey key;
    std::string name;
    std::string email;
    friend bool operator==(const TeamMember&, const TeamMember&) = default;
};

struct MemberAbsence {
    MemberKey who;
    Absence when;
    friend bool operator==(const MemberAbsence&, const MemberAbsence&) = default;
};

struct Roster {
    std::map<MemberKey, TeamMember> team;
    MemberKey coordinator;
    std::array<std::optional<MemberKey>, 7> week;  // starts at Monday
    std::map<LocalDay, MemberKey> overrides;
    std::vector<MemberAbsence> absent;
    std::vector<MemberKey> stand_in;

    const TeamMember* find_member(const MemberKey& member) const;  // null: nobody has this key
    bool is_absent(const MemberKey& member, LocalDay day) const;
    friend bool operator==(const Roster&, const Roster&) = default;
};

// The day whose entry counts at an instant: that day if it is a working day before closing, else
// the next working day.
LocalDay duty_day(const WorkCalendar& calendar, Instant instant);

// Who is on duty on a day and what made it so.
struct Duty {
    enum class By { override_, week, stand_in, coordinator };
    MemberKey member;
    By by = By::coordinator;
    std::optional<MemberKey> instead_of;  // who is named for the day but absent
};

Duty duty_on(const Roster& roster, LocalDay day);

// Who is on duty on a working day: override before week; if absent or missing, the first present
// stand-in, else the coordinator. Never nobody.
MemberKey on_duty_on(const Roster& roster, LocalDay day);

// Who is on duty at an instant.
MemberKey on_duty(const Roster& roster, const WorkCalendar& calendar, Instant instant);

// Working days in [from, from + days) that the roster names nobody for, or on which nobody is
// present but the coordinator by default (W3: a gap is found before it happens).
std::vector<LocalDay> roster_gaps(const Roster& roster, const WorkCalendar& calendar, LocalDay from,
                                  int days);

}  // namespace werktdoord
