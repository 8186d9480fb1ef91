#include "net/task_group.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>
#include <utility>
#include <vector>

namespace werktdoord {
namespace asio = boost::asio;

TaskGroup::TaskGroup(asio::any_io_executor executor, Report report)
    : executor_(executor), report_(std::move(report)), bound_(executor) {}

void TaskGroup::spawn(std::string name, asio::awaitable<void> task) {
    tasks_.emplace_back();
    const Place place = std::prev(tasks_.end());
    place->name = std::move(name);
    auto on_end = [this, place](std::exception_ptr error) { ended(place, std::move(error)); };
    asio::co_spawn(executor_, std::move(task),
                   asio::bind_cancellation_slot(place->signal.slot(), std::move(on_end)));
}

void TaskGroup::cancel() {
    for (Task& task : tasks_) task.cancelled = true;
    // An emit may end tasks at once, so the walk must not hold on to the one it cancels.
    for (auto place = tasks_.begin(); place != tasks_.end();) {
        const auto current = place++;
        current->signal.emit(asio::cancellation_type::all);
    }
}

void TaskGroup::drain(Millis bound, std::function<void()> drained) {
    if (tasks_.empty()) return drained();
    drained_ = std::move(drained);
    bound_.expires_after(bound);
    bound_.async_wait([this](const boost::system::error_code& error) {
        if (!error) cancel();
    });
}

void TaskGroup::ended(Place place, std::exception_ptr error) {
    const std::string name = std::move(place->name);
    const bool cancelled = place->cancelled;
    tasks_.erase(place);
    try {
        if (error) std::rethrow_exception(error);
    } catch (const boost::system::system_error& failure) {
        if (!cancelled || failure.code() != asio::error::operation_aborted)
            report_(name, failure.what());
    } catch (const std::exception& failure) {
        report_(name, failure.what());
    } catch (...) {
        report_(name, "an exception of an unknown type");
    }
    if (!tasks_.empty() || !drained_) return;
    bound_.cancel();
    const auto drained = std::exchange(drained_, nullptr);
    drained();
}

}  // namespace werktdoord
