#include "engine/due_work.hpp"

#include "core/escalation.hpp"
#include "engine/backlog_work.hpp"

namespace werktdoord {

namespace {

struct DueCase {
    Case before;
    Case after;
};

// Other rules may have moved a clock: it is not missed by its old due while the backlog is on its
// way to it.
std::vector<DueCase> load_due(Store& store, Recorder& recorder, const RuleSet& rules, Instant now,
                              const std::vector<DueClock>& due) {
    const Backlog backlog = read_backlog(store);
    std::vector<DueCase> cases;
    for (const DueClock& clock : due) {
        if (!backlog.empty()) bring_up(store, recorder, rules, backlog, clock.request, now);
        auto loaded = store.load(clock.request);
        if (!loaded) continue;
        Case copy = *loaded;
        cases.push_back({std::move(*loaded), std::move(copy)});
    }
    return cases;
}

void work_off(Store& store, Recorder& recorder, const RuleSet& rules, Instant now,
              const std::vector<DueClock>& due) {
    std::vector<DueCase> cases = load_due(store, recorder, rules, now, due);
    std::vector<Case*> subjects;
    for (DueCase& due_case : cases) subjects.push_back(&due_case.after);
    Events events;
    fire_all_due(subjects, rules, now, events);
    recorder.record(std::move(events));
    for (DueCase& due_case : cases)
        if (!(due_case.before == due_case.after)) store.save(due_case.before, due_case.after);
}

}  // namespace

bool work_clocks(Store& store, Recorder& recorder, Isolation& isolation, const RuleSet& rules,
                 Instant now, int limit) {
    std::optional<DueClock> after;
    for (;;) {
        const std::vector<DueClock> due = store.due(now, after, limit);
        const bool full = static_cast<int>(due.size()) >= limit;
        const bool together = isolation.run("what is due together",
                                            [&] { work_off(store, recorder, rules, now, due); });
        if (together) return full;
        // One by one their order over the cases is lost, but only the one that fails is left out.
        bool any = false;
        for (const DueClock& clock : due)
            any |= isolation.run(clock.request.text(),
                                 [&] { work_off(store, recorder, rules, now, {clock}); });
        if (any || !full) return full;
        after = due.back();
    }
}

}  // namespace werktdoord
