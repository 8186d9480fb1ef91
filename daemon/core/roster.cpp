#include "core/roster.hpp"

#include <algorithm>

namespace werktdoord {
namespace {

// Who an override or the week names for a day, present or not.
const MemberKey* entry_of(const Roster& roster, LocalDay day) {
    if (const auto it = roster.overrides.find(day); it != roster.overrides.end())
        return &it->second;
    const std::chrono::weekday weekday(day);
    const auto& entry = roster.week.at(weekday.iso_encoding() - 1U);
    return entry ? &*entry : nullptr;
}

bool is_present(const Roster& roster, const MemberKey& member, LocalDay day) {
    return roster.team.contains(member) && !roster.is_absent(member, day);
}

// Nobody but the coordinator: null.
const MemberKey* present_on(const Roster& roster, LocalDay day) {
    const MemberKey* entry = entry_of(roster, day);
    if (entry && is_present(roster, *entry, day)) return entry;
    const auto stand_in =
        std::find_if(roster.stand_in.begin(), roster.stand_in.end(),
                     [&](const MemberKey& member) { return is_present(roster, member, day); });
    return stand_in == roster.stand_in.end() ? nullptr : &*stand_in;
}

}  // namespace

const TeamMember* Roster::find_member(const MemberKey& member) const {
    const auto found = team.find(member);
    return found == team.end() ? nullptr : &found->second;
}

bool Roster::is_absent(const MemberKey& member, LocalDay day) const {
    return std::any_of(absent.begin(), absent.end(), [&](const MemberAbsence& absence) {
        return absence.who == member && absence.when.covers(day);
    });
}

LocalDay duty_day(const WorkCalendar& calendar, Instant instant) {
    const LocalDay day = calendar.zone().day_of(instant);
    if (calendar.is_working_day(day) && instant < calendar.closing(day)) return day;
    return calendar.next_working_day(day);
}

Duty duty_on(const Roster& roster, LocalDay day) {
    const MemberKey* entry = entry_of(roster, day);
    const MemberKey* present = present_on(roster, day);
    if (entry != nullptr && present == entry)
        return {*entry, roster.overrides.contains(day) ? Duty::By::override_ : Duty::By::week, {}};
    const auto absent = entry == nullptr ? std::nullopt : std::optional(*entry);
    if (present == nullptr) return {roster.coordinator, Duty::By::coordinator, absent};
    return {*present, Duty::By::stand_in, absent};
}

MemberKey on_duty_on(const Roster& roster, LocalDay day) {
    return duty_on(roster, day).member;
}

MemberKey on_duty(const Roster& roster, const WorkCalendar& calendar, Instant instant) {
    return on_duty_on(roster, duty_day(calendar, instant));
}

std::vector<LocalDay> roster_gaps(const Roster& roster, const WorkCalendar& calendar, LocalDay from,
                                  int days) {
    std::vector<LocalDay> gaps;
    for (LocalDay day = from; day < from + std::chrono::days(days); day += std::chrono::days(1))
        if (calendar.is_working_day(day) && (!entry_of(roster, day) || !present_on(roster, day)))
            gaps.push_back(day);
    return gaps;
}

}  // namespace werktdoord
