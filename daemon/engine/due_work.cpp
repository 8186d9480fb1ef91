#include "engine/due_work.hpp"

#include <iterator>
#include <map>

#include "core/escalation.hpp"
#include "core/status_mail.hpp"
#include "engine/backlog_work.hpp"

namespace werktdoord {

namespace {

struct DueCase {
    Case before;
    Case after;
    // The mails to the employer that were told of at this instant: regions that stay silent
    // together make one (contract section 9).
    Events told{};
};

// The next thing to tell, over all cases.
struct Next {
    DueOrder order;
    DueCase* due_case = nullptr;
    std::size_t clock = 0;
};

std::optional<Next> next_of(DueCase& due_case, Instant now) {
    std::optional<Next> next;
    for (std::size_t i = 0; i < due_case.after.clocks.size(); ++i) {
        const auto order = due_order(due_case.after, due_case.after.clocks[i], now);
        if (order && (!next || *order < next->order)) next = Next{*order, &due_case, i};
    }
    return next;
}

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

// Tells the next thing of a case, and puts it on record.
void tell(DueCase& due_case, std::size_t clock, Recorder& recorder, const RuleSet& rules,
          Instant now) {
    const std::size_t known = due_case.told.size();
    Progress progress(due_case.after, rules, now, due_case.told);
    fire(progress, due_case.after.clocks[clock]);
    Events events(
        std::make_move_iterator(due_case.told.begin() + static_cast<std::ptrdiff_t>(known)),
        std::make_move_iterator(due_case.told.end()));
    due_case.told.resize(known);
    for (Event& event : events) {
        if (event.template_name == status_template) due_case.told.push_back(event);
        recorder.record(std::move(event));
    }
}

void work_off(Store& store, Recorder& recorder, const RuleSet& rules, Instant now,
              const std::vector<DueClock>& due) {
    std::vector<DueCase> cases = load_due(store, recorder, rules, now, due);
    std::map<DueOrder, Next> agenda;
    const auto put = [&](DueCase& due_case) {
        if (const auto next = next_of(due_case, now)) agenda.emplace(next->order, *next);
    };
    for (DueCase& due_case : cases) put(due_case);

    while (!agenda.empty()) {
        const Next next = agenda.begin()->second;
        agenda.erase(agenda.begin());
        tell(*next.due_case, next.clock, recorder, rules, now);
        put(*next.due_case);
    }
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
