#include "net/event_log.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace werktdoord {

EventLog::~EventLog() {
    thread_.join();
}

void EventLog::write(std::vector<Told> told) {
    room_.acquire();
    boost::asio::post(thread_, [this, told = std::move(told)] {
        for (const Told& one : told) log_.event(one.event);
        room_.release();
    });
}

}  // namespace werktdoord
