// The reload of the rules on a thread of its own: all or nothing (contract section 1, `serve`).
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace werktdoord {

// Runs `work` on its own thread for each request(); requests that come meanwhile become one.
class Reloader {
public:
    explicit Reloader(std::function<void()> work);
    ~Reloader();
    Reloader(const Reloader&) = delete;
    Reloader& operator=(const Reloader&) = delete;

    void request();

    // Waits for a reload under way; tells whether another one was asked for, which is not done.
    // Idempotent.
    enum class Ending { done, asked_again };
    Ending stop();

private:
    void run();

    std::function<void()> work_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool asked_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace werktdoord
