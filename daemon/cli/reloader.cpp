#include "cli/reloader.hpp"

namespace werktdoord {

Reloader::Reloader(std::function<void()> work)
    : work_(std::move(work)), thread_([this] { run(); }) {}

Reloader::~Reloader() {
    stop();
}

void Reloader::request() {
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    wake_.notify_one();
}

Reloader::Ending Reloader::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
    const std::lock_guard lock(mutex_);
    return asked_ ? Ending::asked_again : Ending::done;
}

void Reloader::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return asked_ || stopping_; });
            if (stopping_) return;
            asked_ = false;
        }
        work_();
    }
}

}  // namespace werktdoord
