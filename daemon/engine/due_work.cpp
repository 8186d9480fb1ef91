#include "engine/due_work.hpp"

#include "core/escalation.hpp"
#include "engine/backlog_work.hpp"

namespace werktdoord {

namespace {

// A clock that is missed, its alert and mails to as many people as most ladders name.
constexpr std::size_t events_of_a_case = 8;

struct DueCase {
    Case before;
    Case after;
};

// Other rules may have moved a clock: it is not missed by its old due while the backlog is on its
// way to it.
std::vector<DueCase> load_due(const Work& work, const std::vector<DueClock>& due) {
    const Backlog backlog = read_backlog(work.store);
    std::vector<DueCase> cases;
    for (const DueClock& clock : due) {
        if (!backlog.empty()) bring_up(work, backlog, clock.request);
        auto loaded = work.store.load(clock.request);
        if (!loaded) continue;
        Case copy = *loaded;
        cases.push_back({std::move(*loaded), std::move(copy)});
    }
    return cases;
}

void work_off(const Work& work, const std::vector<DueClock>& due) {
    std::vector<DueCase> cases = load_due(work, due);
    std::vector<Case*> subjects;
    for (DueCase& due_case : cases) subjects.push_back(&due_case.after);
    Events events;
    events.reserve(events_of_a_case * cases.size());  // an event is large: it is not moved about
    fire_all_due(subjects, work.rules, work.now, events);
    work.recorder.record(std::move(events));
    for (DueCase& due_case : cases)
        if (!(due_case.before == due_case.after)) work.store.save(due_case.before, due_case.after);
}

}  // namespace

bool work_clocks(const Work& work, int limit) {
    std::optional<DueClock> after;
    for (;;) {
        const std::vector<DueClock> due = work.store.due(work.now, after, limit);
        const bool full = static_cast<int>(due.size()) >= limit;
        const bool together =
            work.isolation.run("what is due together", [&] { work_off(work, due); });
        if (together) return full;
        // One by one their order over the cases is lost, but only the one that fails is left out.
        bool any = false;
        for (const DueClock& clock : due)
            any |= work.isolation.run(clock.request.text(), [&] { work_off(work, {clock}); });
        if (any || !full) return full;
        after = due.back();
    }
}

}  // namespace werktdoord
