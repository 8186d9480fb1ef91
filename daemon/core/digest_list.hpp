// One list of a digest: oldest first, counted in full, kept up to a limit. Pure.
#pragma once

#include <cstddef>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "base/instant.hpp"
#include "base/key.hpp"

namespace werktdoord {

// Items a list shows. At some 300 bytes an item five full lists stay below the 100 kB beyond which
// mail readers cut a mail off; more than this nobody reads in a mail anyway.
inline constexpr std::size_t digest_list_limit = 50;

template <class Item>
class DigestList {
public:
    // Counts an item and keeps it while it is among the oldest: by instant, then number, then in
    // the order they came.
    void add(Instant since, const RequestNumber& number, const Item& item) {
        const std::size_t place = count_++;
        const bool full = kept_.size() == digest_list_limit;
        if (full && since > std::get<Instant>(kept_.rbegin()->first)) return;
        kept_.emplace(Order{since, number, place}, item);
        if (full) kept_.erase(std::prev(kept_.end()));
    }

    // Further items, all later than those added, that nobody need keep.
    void leave_out(std::size_t items) { count_ += items; }

    std::size_t count() const { return count_; }
    std::size_t left_out() const { return count_ - kept_.size(); }

    // What was kept, oldest first.
    std::vector<Item> items() const {
        std::vector<Item> items;
        items.reserve(kept_.size());
        for (const auto& [order, item] : kept_) items.push_back(item);
        return items;
    }

private:
    using Order = std::tuple<Instant, RequestNumber, std::size_t>;

    std::map<Order, Item> kept_;
    std::size_t count_ = 0;
};

}  // namespace werktdoord
