#include "engine/calendar_moves.hpp"

namespace werktdoord {

MovesSummary calendar_moves(StoreReader& store, const RuleSet& rules, Instant now,
                            const EachMove& each) {
    constexpr int page = 1000;
    MovesSummary summary;
    // What is due by now is missed and stays so.
    ClockCursor after{now + std::chrono::milliseconds(1), {}, 0};
    for (;;) {
        const std::vector<DeadlineRow> rows = store.running_clocks(after, page);
        for (const DeadlineRow& row : rows) {
            ++summary.running;
            const auto times = moved_times(row.clock, rules.calendar, now);
            if (!times) continue;
            summary.add(row.clock, *times, rules.calendar.zone());
            if (each) each(row, *times);
        }
        if (rows.size() < static_cast<std::size_t>(page)) return summary;
        const DeadlineRow& last = rows.back();
        after = {last.clock.due, last.request, last.clock.id};
    }
}

}  // namespace werktdoord
