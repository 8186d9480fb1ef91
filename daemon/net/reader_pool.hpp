// Threads that read the store, so that no list or report holds up the network.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "net/limits.hpp"
#include "store/store.hpp"

namespace werktdoord {

// One thread for each reader; thread-safe.
class ReaderPool {
public:
    using Work = std::function<void(StoreReader&)>;

    explicit ReaderPool(std::vector<std::unique_ptr<StoreReader>> readers);

    // Finishes what is queued.
    ~ReaderPool();
    ReaderPool(const ReaderPool&) = delete;
    ReaderPool& operator=(const ReaderPool&) = delete;

    // Queues `work`; false when too much waits already or the pool stops. REQUIRES: `work` does
    // not throw.
    bool post(Work work);

    // Takes no more work, finishes what is queued and ends the threads. Idempotent.
    void stop();

private:
    void run(StoreReader& reader);

    std::vector<std::unique_ptr<StoreReader>> readers_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Work> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace werktdoord
