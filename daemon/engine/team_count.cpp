#include "engine/team_count.hpp"

#include <limits>
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

Digest TeamCount::written(StoreReader& store) const {
    TeamDigest digest = digest_;
    for (const RejectedSubmission& rejected : store.rejected(RejectedState::open))
        digest.add(RejectedItem{rejected.id, rejected.webhook_id, rejected.at, rejected.problems});
    for (const OutboxMail& parked :
         store.outbox(MailState::parked, std::numeric_limits<int>::max()))
        digest.add(ParkedItem{parked.request, parked.to, parked.queued_at});
    Digest written =
        digest.written([&](const RequestNumber& number) { return store.team_row(number); });
    add_balance(written.facts, store.tallies(), rules_);
    return written;
}

}  // namespace werktdoord
