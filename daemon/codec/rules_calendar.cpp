#include "codec/rules_calendar.hpp"

#include <algorithm>

#include "codec/quantities.hpp"

namespace werktdoord {

CalendarRules read_calendar(Node root) {
    CalendarRules rules;
    Node hours = root.required("working_hours");
    bool any_day = false;
    for (std::size_t day = 0; day < weekday_names.size(); ++day) {
        const Node node = hours.optional(weekday_names[day]);
        any_day = any_day || node;
        rules.hours[day] = node.parsed(parse_working_hours);
    }
    hours.finish();
    if (hours && !any_day && (hours.is_map() || hours.is_null()))
        hours.error("there must be a day with working hours");
    const auto netherlands =
        root.optional("holidays").one_of<bool>({{"netherlands", true}, {"none", false}});
    rules.netherlands = netherlands.value_or(true);
    for (const Node& item : root.optional("closed").list()) {
        const auto day = item.day();
        if (day && !rules.closed.insert(*day).second)
            item.error(to_string(*day) + " is given twice");
    }
    const auto notify = root.optional("notify").one_of<Notify>(
        {{"working_hours", Notify::working_hours}, {"always", Notify::always}});
    rules.notify = notify.value_or(Notify::working_hours);
    root.finish();
    return rules;
}

}  // namespace werktdoord
