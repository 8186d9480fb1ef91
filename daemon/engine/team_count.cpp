#include "engine/team_count.hpp"

#include <utility>

namespace werktdoord {

bool TeamCount::count_on(StoreReader& store, int most) {
    // The closed ones first: what is closed while the open ones are counted is for the next digest.
    if (!std::exchange(begun_, true))
        store.closed_request_marks(span_.since,
                                   [&](const RequestMark& mark) { digest_.add(mark); });
    int counted = 0;
    if (!requests_done_) counted = count_requests(store, most);
    if (requests_done_ && counted < most) counted += count_regions(store, most - counted);
    return counted < most;
}

int TeamCount::count_requests(StoreReader& store, int most) {
    int counted = 0;
    store.open_request_marks(last_request_, most, [&](const RequestMark& mark) {
        ++counted;
        last_request_ = mark.number;
        // It came while this counted.
        if (mark.registered_at <= span_.now) digest_.add(mark);
    });
    requests_done_ = counted < most;
    return counted;
}

int TeamCount::count_regions(StoreReader& store, int most) {
    int counted = 0;
    auto next = last_region_ ? rules_.regions.upper_bound(*last_region_) : rules_.regions.begin();
    for (; next != rules_.regions.end() && counted < most; ++next) {
        const RegionWork work = store.region_work(next->first, span_.now);
        if (work.open > 0) digest_.add(work);
        counted += work.open;
        last_region_ = next->first;
    }
    return counted;
}

namespace {

// What waits for a person: as many as are shown, and how many more there are.
void add_waiting(TeamDigest& digest, StoreReader& store) {
    constexpr int shown = static_cast<int>(digest_list_limit);
    const DeskCounts counts = store.desk_counts();
    const auto rejected = store.rejected(RejectedState::open, 0, shown);
    for (const RejectedSubmission& one : rejected)
        digest.add(RejectedItem{one.id, one.webhook_id, one.at, one.problems});
    const auto parked = store.parked_longest(shown);
    for (const OutboxMail& one : parked) digest.add(ParkedItem{one.request, one.to, one.queued_at});
    digest.leave_out_rejected(static_cast<std::size_t>(counts.rejected_open) - rejected.size());
    digest.leave_out_parked(static_cast<std::size_t>(counts.mails_parked) - parked.size());
}

}  // namespace

Digest TeamCount::written(StoreReader& store) const {
    TeamDigest digest = digest_;
    add_waiting(digest, store);
    Digest written =
        digest.written([&](const RequestNumber& number) { return store.team_row(number); });
    add_balance(written.facts, store.tallies(), rules_);
    return written;
}

}  // namespace werktdoord
