#include "core/clock_times.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

constexpr Span overdue_every{5, Unit::working_days};

// Every send of the ladder's `after` steps, each counted from due in one step.
std::vector<AlertAt> ladder_sends(const std::vector<EscalationStep>& ladder,
                                  const WorkCalendar& calendar, Instant due) {
    std::vector<AlertAt> sends;
    for (const EscalationStep& step : ladder) {
        if (step.on != AlertStep::after) continue;
        for (int k = 1; k <= step.repeat + 1; ++k)
            sends.push_back(
                {calendar.forward(due, times(step.after, k)), AlertStep::after, k, &step});
    }
    std::stable_sort(sends.begin(), sends.end(),
                     [](const AlertAt& a, const AlertAt& b) { return a.at < b.at; });
    return sends;
}

}  // namespace

ClockTimes times_of(const ClockRule& rule, const WorkCalendar& calendar, Instant start) {
    ClockTimes times{std::nullopt, calendar.forward(start, rule.within)};
    if (rule.warn) {
        const Instant warn = rule.warn->before ? calendar.backward(times.due, rule.warn->span)
                                               : calendar.forward(start, rule.warn->span);
        times.warn = std::max(warn, start);
    }
    return times;
}

AlertAt alert_after(const std::vector<EscalationStep>& ladder, const WorkCalendar& calendar,
                    Instant due, int sent) {
    std::vector<AlertAt> sends = ladder_sends(ladder, calendar, due);
    const int of_ladder = static_cast<int>(sends.size());
    if (sent < of_ladder) return sends[static_cast<std::size_t>(sent)];
    const Instant last = sends.empty() ? due : sends.back().at;
    const int send = sent - of_ladder + 1;
    return {calendar.forward(last, times(overdue_every, send)), AlertStep::overdue, send, nullptr};
}

}  // namespace werktdoord
