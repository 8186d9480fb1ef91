// What waits for the one thread that works it off.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace werktdoord {

// Thread-safe; take() is for one thread only.
template <class Job>
class JobQueue {
public:
    // Moves `job` in; false, and `job` as it was, when `most` wait already or after stop().
    bool push(Job& job, std::size_t most);
    // A job is being made and comes in a moment, perhaps: whoever waits in take() wakes up now,
    // which takes about as long as reading a request.
    void expect();
    // Waits until there are jobs, for `wait` at most, and gives up to `most` in the order they
    // came; at once what there is after stop(). Nothing: one was expected and did not come, so the
    // wait is not over.
    std::optional<std::deque<Job>> take(std::chrono::milliseconds wait, std::size_t most);
    bool empty() const { return waiting_ == 0; }
    // Nothing is let in any more; what waits can still be taken.
    void stop();
    bool stopped() const { return stopped_; }

private:
    // How often an expected job is looked out for: some times as long as one is made, half a
    // millisecond where nobody else wants the processor.
    static constexpr int looks = 2000;

    bool has_work() const { return stopped_ || !jobs_.empty(); }
    void look_out(std::unique_lock<std::mutex>& lock);

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> jobs_;
    bool expected_ = false;
    // Written under the lock, read without it.
    std::atomic<std::size_t> waiting_ = 0;
    std::atomic<bool> asleep_ = false;
    std::atomic<bool> stopped_ = false;
};

template <class Job>
bool JobQueue<Job>::push(Job& job, std::size_t most) {
    {
        const std::lock_guard lock(mutex_);
        if (stopped_ || jobs_.size() >= most) return false;
        jobs_.push_back(std::move(job));
        waiting_ = jobs_.size();
    }
    wake_.notify_one();
    return true;
}

template <class Job>
void JobQueue<Job>::expect() {
    if (!asleep_) return;
    {
        const std::lock_guard lock(mutex_);
        expected_ = true;
    }
    wake_.notify_one();
}

template <class Job>
std::optional<std::deque<Job>> JobQueue<Job>::take(std::chrono::milliseconds wait,
                                                   std::size_t most) {
    std::unique_lock lock(mutex_);
    asleep_ = true;
    wake_.wait_for(lock, wait, [&] { return expected_ || has_work(); });
    asleep_ = false;
    if (std::exchange(expected_, false) && !has_work()) {
        look_out(lock);
        if (!has_work()) return std::nullopt;
    }
    std::deque<Job> taken;
    while (!jobs_.empty() && taken.size() < most) {
        taken.push_back(std::move(jobs_.front()));
        jobs_.pop_front();
    }
    waiting_ = jobs_.size();
    return taken;
}

// Awake: whoever pushes now need not wait until a sleeping thread runs.
template <class Job>
void JobQueue<Job>::look_out(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    for (int look = 0; look < looks && empty() && !stopped_; ++look) std::this_thread::yield();
    lock.lock();
}

template <class Job>
void JobQueue<Job>::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    wake_.notify_all();
}

}  // namespace werktdoord
