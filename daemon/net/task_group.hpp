// A group of coroutines: nothing runs on its own. It counts, cancels, drains and reports what they
// throw.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <functional>
#include <list>
#include <string>

#include "net/limits.hpp"

namespace werktdoord {

// All members are called on the one network thread. REQUIRES: empty when destroyed, or the
// io_context is never run again.
class TaskGroup {
public:
    // Told of a task that ended by an exception other than its cancellation.
    using Report = std::function<void(const std::string& task, const std::string& what)>;

    TaskGroup(boost::asio::any_io_executor executor, Report report);
    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    void spawn(std::string name, boost::asio::awaitable<void> task);
    std::size_t size() const { return tasks_.size(); }

    // Cancels what runs now. Each task ends at its next point of waiting.
    void cancel();

    // Gives the tasks until `bound`, then cancels the rest. `drained` is called once when the
    // group is empty, at once when it is so already.
    void drain(Millis bound, std::function<void()> drained);

private:
    struct Task {
        std::string name;
        boost::asio::cancellation_signal signal;
        bool cancelled = false;
    };
    using Place = std::list<Task>::iterator;

    void ended(Place place, std::exception_ptr error);

    boost::asio::any_io_executor executor_;
    Report report_;
    std::list<Task> tasks_;
    boost::asio::steady_timer bound_;
    std::function<void()> drained_;
};

}  // namespace werktdoord
