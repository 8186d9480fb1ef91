// One list of a digest: oldest first, counted in full, kept up to a limit. Pure.
#pragma once

#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/instant.hpp"
#include "base/key.hpp"
#include "core/facts.hpp"

namespace werktdoord {

class DigestList {
public:
    // Items a list shows. At some 300 bytes an item five full lists stay below the 100 kB beyond
    // which mail readers cut a mail off; more than this nobody reads in a mail anyway.
    static constexpr std::size_t limit = 50;

    // Counts an item and keeps it while it is among the oldest: by instant, then number, then in
    // the order they came. `make` is called only for an item that is kept.
    template <class Make>
    void add(Instant since, const RequestNumber& number, Make make) {
        Order order{since, number.text().size(), number.text(), count_++};
        if (kept_.size() == limit && !(order < kept_.rbegin()->first)) return;
        kept_.emplace(std::move(order), make());
        if (kept_.size() > limit) kept_.erase(std::prev(kept_.end()));
    }

    std::size_t count() const { return count_; }
    std::size_t left_out() const { return count_ - kept_.size(); }

    // What was kept, oldest first.
    std::vector<Facts> items() const {
        std::vector<Facts> items;
        items.reserve(kept_.size() + 1);
        for (const auto& [order, item] : kept_) items.push_back(item);
        return items;
    }

private:
    // Numbers have six digits, and seven from 1,000,000 on: the shorter one is the older.
    using Order = std::tuple<Instant, std::size_t, std::string, std::size_t>;

    std::map<Order, Facts> kept_;
    std::size_t count_ = 0;
};

}  // namespace werktdoord
