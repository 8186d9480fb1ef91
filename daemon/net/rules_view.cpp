#include "net/rules_view.hpp"

#include <boost/json/array.hpp>

#include "net/limits.hpp"

namespace werktdoord {
namespace json = boost::json;
namespace {

json::object absence_view(const Absence& absence) {
    json::object view;
    view["from"] = to_string(absence.from);
    view["until"] = to_string(absence.until);
    return view;
}

json::object person_view(const Person& person) {
    json::object view;
    view["name"] = person.name;
    view["email"] = person.email;
    json::array absent;
    for (const Absence& absence : person.absent) absent.push_back(absence_view(absence));
    view["absent"] = std::move(absent);
    return view;
}

json::object wsp_view(const Wsp& wsp) {
    json::object view;
    view["key"] = wsp.key.text();
    view["name"] = wsp.name;
    view["email"] = wsp.email;
    json::array municipalities;
    for (const auto& code : wsp.municipalities) municipalities.emplace_back(code.text());
    view["municipalities"] = std::move(municipalities);
    return view;
}

json::object region_view(const Region& region) {
    json::object view;
    view["key"] = region.key.text();
    view["code"] = region.code;
    view["name"] = region.name;
    view["contact"] = person_view(region.contact);
    if (region.backup) view["backup"] = person_view(*region.backup);
    json::array wsps;
    for (const Wsp& wsp : region.wsps) wsps.push_back(wsp_view(wsp));
    view["wsps"] = std::move(wsps);
    json::object inform;
    for (const auto& [role, person] : region.inform)
        inform[std::string(name_of(role))] = person_view(person);
    view["inform"] = std::move(inform);
    return view;
}

json::array days_view(const Roster& roster, const WorkCalendar& calendar, LocalDay today) {
    json::array days;
    for (int i = 0; i < roster_days; ++i) {
        const LocalDay day = today + std::chrono::days(i);
        const auto why = calendar.why_not_worked(day);
        json::object view;
        view["date"] = to_string(day);
        view["workingDay"] = !why;
        if (why) {
            view["why"] = *why;
        } else {
            view["onDuty"] = on_duty_on(roster, day).text();
        }
        days.push_back(std::move(view));
    }
    return days;
}

json::array absences_view(const Roster& roster, LocalDay today) {
    json::array absences;
    for (const MemberAbsence& absence : roster.absent) {
        if (absence.when.until < today) continue;
        json::object view;
        view["who"] = absence.who.text();
        for (auto& member : absence_view(absence.when)) view[member.key()] = member.value();
        absences.push_back(std::move(view));
    }
    return absences;
}

}  // namespace

json::object regions_view(const Regions& regions) {
    json::array items;
    for (const auto& [key, region] : regions) items.push_back(region_view(region));
    json::object view;
    view["items"] = std::move(items);
    return view;
}

json::object roster_view(const Roster& roster, const WorkCalendar& calendar, Instant now) {
    const LocalDay today = calendar.zone().day_of(now);
    json::object view;
    view["onDuty"] = on_duty(roster, calendar, now).text();
    view["coordinator"] = roster.coordinator.text();
    json::array team;
    for (const auto& [key, member] : roster.team) {
        json::object person;
        person["key"] = key.text();
        person["name"] = member.name;
        person["email"] = member.email;
        team.push_back(std::move(person));
    }
    view["team"] = std::move(team);
    json::array stand_in;
    for (const MemberKey& member : roster.stand_in) stand_in.emplace_back(member.text());
    view["standIn"] = std::move(stand_in);
    view["days"] = days_view(roster, calendar, today);
    view["absences"] = absences_view(roster, today);
    return view;
}

}  // namespace werktdoord
