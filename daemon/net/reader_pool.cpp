#include "net/reader_pool.hpp"

namespace werktdoord {

ReaderPool::ReaderPool(std::vector<std::unique_ptr<StoreReader>> readers)
    : readers_(std::move(readers)) {
    for (const auto& reader : readers_) threads_.emplace_back([this, &reader] { run(*reader); });
}

ReaderPool::~ReaderPool() {
    stop();
}

bool ReaderPool::post(Work work) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || queue_.size() >= reader_queue_max) return false;
        queue_.push_back(std::move(work));
    }
    wake_.notify_one();
    return true;
}

void ReaderPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

void ReaderPool::run(StoreReader& reader) {
    for (;;) {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        const Work work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work(reader);
    }
}

}  // namespace werktdoord
