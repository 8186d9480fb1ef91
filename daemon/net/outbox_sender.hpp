// The thread that empties the outbox: waits until a mail is due or it is poked.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "net/outbox_round.hpp"

namespace werktdoord {

class OutboxSender {
public:
    // `on_trouble` is told, on the sending thread, why a round failed (the store, a defect); never
    // an address. Nothing runs before start().
    OutboxSender(OutboxPorts ports, std::function<void(const std::string&)> on_trouble);
    ~OutboxSender();
    OutboxSender(const OutboxSender&) = delete;
    OutboxSender& operator=(const OutboxSender&) = delete;

    void start();

    // There is new mail: look at once. From any thread.
    void poke();

    // Interrupts a send under way and waits for the thread. What was sent is recorded first, so the
    // desk must still work. Ends within what MailTransport::interrupt promises. Idempotent.
    void stop();

private:
    void run();
    void wait(std::chrono::milliseconds pause);
    std::chrono::milliseconds round();

    OutboxRound round_;
    MailTransport& transport_;
    const TimeSource& time_;
    std::function<void(const std::string&)> on_trouble_;
    std::atomic<bool> stopping_ = false;
    bool poked_ = false;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::thread thread_;
};

}  // namespace werktdoord
