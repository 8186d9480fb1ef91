#include "engine/writer_health.hpp"

#include <utility>

#include "store/store_fault.hpp"

namespace werktdoord {

std::string WriterHealth::why_not() const {
    const std::lock_guard lock(mutex_);
    return failing_;
}

void WriterHealth::stored() {
    set_failing("");
    if (!std::exchange(storing_failed_, false)) return;
    listener_.recovered(std::exchange(refused_, 0));
    told_.forget();
}

void WriterHealth::not_stored(const std::exception& fault, std::size_t commands, Instant now) {
    set_failing(fault.what());
    refused_ += commands;
    storing_failed_ = true;
    const bool disk = dynamic_cast<const StoreFault*>(&fault) != nullptr;
    tell(disk ? Trouble::store : Trouble::work, fault.what(), now);
    if (dynamic_cast<const StoreLost*>(&fault) == nullptr || lost_) return;
    lost_ = true;
    listener_.lost();
}

void WriterHealth::set_failing(std::string why) {
    const std::lock_guard lock(mutex_);
    failing_ = std::move(why);
}

void WriterHealth::tell(Trouble trouble, const std::string& why, Instant now) {
    if (told_.tells(why, now)) listener_.failed(trouble, why);
}

}  // namespace werktdoord
