#include "net/outbox_sender.hpp"

#include <algorithm>
#include <csignal>
#include <exception>

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

// The system clock may jump, and a person may send mail again from another process, which pokes
// nobody: so no wait is longer.
constexpr std::chrono::milliseconds longest_wait = 3s;
constexpr std::chrono::milliseconds after_trouble = 5s;

// Signals are the main thread's business; a closed connection must not end the process.
void block_signals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

OutboxSender::OutboxSender(OutboxPorts ports, std::function<void(const std::string&)> on_trouble)
    : round_(ports),
      transport_(ports.transport),
      time_(ports.time),
      on_trouble_(std::move(on_trouble)) {}

OutboxSender::~OutboxSender() {
    stop();
}

void OutboxSender::start() {
    thread_ = std::thread([this] { run(); });
}

void OutboxSender::poke() {
    const std::lock_guard lock(mutex_);
    poked_ = true;
    wake_.notify_all();
}

void OutboxSender::stop() {
    stopping_ = true;
    transport_.interrupt();
    poke();
    if (thread_.joinable()) thread_.join();
}

void OutboxSender::run() {
    block_signals();
    while (!stopping_) wait(round());
}

std::chrono::milliseconds OutboxSender::round() {
    try {
        const std::optional<Instant> next = round_.run(stopping_);
        if (!next) return longest_wait;
        return std::clamp<std::chrono::milliseconds>(*next - time_.now(), 0ms, longest_wait);
    } catch (const std::exception& trouble) {
        on_trouble_(trouble.what());
        return after_trouble;
    }
}

void OutboxSender::wait(std::chrono::milliseconds pause) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, pause, [this] { return poked_ || stopping_; });
    poked_ = false;
}

}  // namespace werktdoord
