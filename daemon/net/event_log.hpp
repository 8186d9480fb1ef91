// The journal's events in the log, written by a thread of its own: a line is made and handed to the
// system while the next requests are stored.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <semaphore>
#include <vector>

#include "engine/recorder.hpp"
#include "net/log.hpp"

namespace werktdoord {

// Thread-safe. Keeps the order in which it is told.
class EventLog {
public:
    // `log` must outlive it.
    explicit EventLog(Log& log) : log_(log) {}
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;
    // Writes what it was told, then ends.
    ~EventLog();

    // Waits when 256 batches are not written yet; a reader that takes nothing ends that in a
    // second.
    void write(std::vector<Told> told);

private:
    static constexpr int most_waiting = 256;  // calls of write()

    Log& log_;
    std::counting_semaphore<most_waiting> room_{most_waiting};
    boost::asio::thread_pool thread_{1};
};

}  // namespace werktdoord
