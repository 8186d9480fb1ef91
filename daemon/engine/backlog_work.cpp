#include "engine/backlog_work.hpp"

#include <functional>

namespace werktdoord {

namespace {

using Change = std::function<Events(Case&)>;

void change(const Work& work, const RequestNumber& number, const Change& decide) {
    const auto before = work.store.load(number);
    if (!before) return;
    Case after = *before;
    work.recorder.record(decide(after));
    if (!(after == *before)) work.store.save(before, after);
}

// Whether a walk in order of number has yet to come to a request.
bool is_ahead(const std::optional<RequestNumber>& after, const RequestNumber& number) {
    return !after || *after < number;
}

// What is left of a page after a walk took its part of it; whether the walk is done.
struct Page {
    int left;

    bool took(std::size_t requests) {
        const bool done = requests < static_cast<std::size_t>(left);
        left -= static_cast<int>(requests);
        return done;
    }
};

struct Walker {
    const Work& work;

    void step(const RequestNumber& number, const Change& decide) {
        work.isolation.run(number.text(), [&] { change(work, number, decide); });
    }

    bool walk_on(RulesWalk& walk, Page& page) {
        const auto numbers = work.store.open_requests(walk.after, page.left);
        for (const RequestNumber& number : numbers)
            step(number, [&](Case& c) {
                return decide_rules_change(c, walk.change, work.rules, work.now);
            });
        if (!numbers.empty()) walk.after = numbers.back();
        return page.took(numbers.size());
    }

    bool walk_on(AbsenceWalk& walk, Page& page) {
        const auto numbers = work.store.not_taken_up(walk.member, walk.after, page.left);
        for (const RequestNumber& number : numbers)
            step(number,
                 [&](Case& c) { return decide_absence(c, walk.member, work.rules, work.now); });
        if (!numbers.empty()) walk.after = numbers.back();
        return page.took(numbers.size());
    }

    bool walk_on(StandInWalk& walk, Page& page) {
        const auto referrals = work.store.not_forwarded(walk.region, walk.after, page.left);
        for (const auto& [number, referral] : referrals)
            step(number, [&, ordinal = referral](Case& c) {
                return decide_stand_in(c, ordinal, walk.since, work.rules, work.now);
            });
        if (!referrals.empty()) walk.after = referrals.back().first;
        return page.took(referrals.size());
    }

    template <class Walk>
    void walk_all(std::vector<Walk>& walks, Page& page) {
        while (page.left > 0 && !walks.empty())
            if (walk_on(walks.front(), page)) walks.erase(walks.begin());
    }
};

}  // namespace

void work_backlog(const Work& work, int limit) {
    const Backlog before = read_backlog(work.store);
    if (before.empty()) return;
    Backlog backlog = before;
    Page page{limit};
    Walker walker{work};
    if (backlog.rules && walker.walk_on(*backlog.rules, page)) backlog.rules.reset();
    walker.walk_all(backlog.absences, page);
    walker.walk_all(backlog.stand_ins, page);
    write_backlog(work.store, backlog);
}

void bring_up(const Work& work, const Backlog& backlog, const RequestNumber& number) {
    if (backlog.rules && is_ahead(backlog.rules->after, number))
        return change(work, number, [&](Case& c) {
            return decide_rules_change(c, backlog.rules->change, work.rules, work.now);
        });
    for (const AbsenceWalk& walk : backlog.absences)
        if (is_ahead(walk.after, number))
            change(work, number,
                   [&](Case& c) { return decide_absence(c, walk.member, work.rules, work.now); });
}

}  // namespace werktdoord
