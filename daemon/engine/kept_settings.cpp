#include "engine/kept_settings.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "base/request_number.hpp"
#include "base/zone.hpp"
#include "engine/backlog.hpp"
#include "engine/digest_round.hpp"
#include "engine/pending_alert.hpp"
#include "engine/stand_in_line.hpp"
#include "store/setting_names.hpp"

namespace werktdoord {

namespace {

bool is_kept_instant(const std::string& text) {
    return static_cast<bool>(parse_rfc3339(text));
}

bool is_kept_day(const std::string& text) {
    return static_cast<bool>(parse_day(text));
}

bool is_nothing_or_instant(const std::string& text) {
    return text.empty() || is_kept_instant(text);
}

bool is_place_of_walk(const std::optional<RequestNumber>& after) {
    return !after || is_request_number(after->text());
}

bool is_backlog(const std::string& text) {
    try {
        const Backlog backlog = backlog_of(text);
        const auto stands = [](const auto& walk) { return is_place_of_walk(walk.after); };
        return (!backlog.rules || stands(*backlog.rules)) &&
               std::ranges::all_of(backlog.absences, stands) &&
               std::ranges::all_of(backlog.stand_ins, stands);
    } catch (const StoreFault&) {
        return false;
    }
}

bool is_round(const std::string& text) {
    std::istringstream lines(text);
    std::string day;
    if (!std::getline(lines, day)) return true;
    if (!is_kept_day(day)) return false;
    try {
        read_round(lines);
        return true;
    } catch (const StoreFault&) {
        return false;
    }
}

bool is_standing_in(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!is_stand_in_line(line)) return false;
    return true;
}

bool is_pending_alert(const std::string& text) {
    std::istringstream words(text);
    return text.empty() || (read_pending_alert(words) && words.eof());
}

using Form = bool (*)(const std::string& text);

// By the beginning of the name.
constexpr std::array<std::pair<std::string_view, Form>, 11> forms{{
    {setting::backlog, is_backlog},
    {setting::digest_handled, is_kept_instant},
    {setting::digest_day, is_kept_day},
    {setting::digest_since, is_kept_instant},
    {setting::digest_round, is_round},
    {setting::roster_handled_until, is_kept_instant},
    {setting::roster_standing_in, is_standing_in},
    {setting::monthly_report_handled, is_nothing_or_instant},
    {setting::monthly_report_month, is_kept_day},
    {setting::mail_failed_last, is_kept_instant},
    {setting::mail_failed_pending, is_pending_alert},
}};

bool is_in_its_form(const std::string& name, const std::string& value) {
    for (const auto& [beginning, form] : forms)
        if (name.starts_with(beginning)) return form(value);
    return true;
}

}  // namespace

Problems unreadable_settings(const std::map<std::string, std::string>& settings) {
    Problems problems;
    for (const auto& [name, value] : settings)
        if (!is_in_its_form(name, value)) problems.push_back({"setting " + name, "cannot be read"});
    return problems;
}

}  // namespace werktdoord
