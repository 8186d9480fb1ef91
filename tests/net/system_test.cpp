// What we say to systemd and hear from the system.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include "net/signals.hpp"
#include "net/system_clock.hpp"
#include "net/systemd.hpp"

namespace werktdoord::test {
namespace {

// The socket of a systemd: keeps what was notified.
class Notified {
public:
    Notified() : socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string name = "@werktdoord-test-" + std::to_string(::getpid());
        std::memcpy(address.sun_path, name.data(), name.size());
        address.sun_path[0] = '\0';
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size), 0);
        ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
    }
    ~Notified() {
        ::unsetenv("NOTIFY_SOCKET");
        ::close(socket_);
    }
    Notified(const Notified&) = delete;
    Notified& operator=(const Notified&) = delete;

    std::string next() {
        std::array<char, 1024> bytes{};
        const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
        return count < 0 ? "" : std::string(bytes.data(), static_cast<std::size_t>(count));
    }

private:
    int socket_;
};

TEST(Systemd, is_told_each_turn_of_our_life) {
    Notified notified;
    SystemdNotes notes;
    notes.ready("Draait.\nREADY=0");
    EXPECT_EQ(notified.next(), "READY=1\nSTATUS=Draait. READY=0");
    notes.reloading();
    EXPECT_TRUE(notified.next().starts_with("RELOADING=1\nMONOTONIC_USEC="));
    notify_watchdog();
    EXPECT_EQ(notified.next(), "WATCHDOG=1");
    notes.stopping();
    EXPECT_TRUE(notified.next().starts_with("STOPPING=1\n"));
    notes.reloading();
    notes.ready("Draait.");
    EXPECT_EQ(notified.next(), "");
}

TEST(Systemd, is_not_needed) {
    ::unsetenv("NOTIFY_SOCKET");
    SystemdNotes().ready("x");
    EXPECT_FALSE(watchdog_interval());
}

TEST(Systemd, its_watchdog_is_fed_twice_as_often_as_it_asks) {
    ::setenv("WATCHDOG_USEC", "30000000", 1);
    ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
    EXPECT_EQ(watchdog_interval(), std::chrono::seconds(15));
    ::unsetenv("WATCHDOG_USEC");
    ::unsetenv("WATCHDOG_PID");
}

// What the signals became, for a test that waits for it.
class Heard {
public:
    void add(const std::string& what) {
        const std::lock_guard lock(mutex_);
        all_ += what;
        more_.notify_all();
    }
    bool becomes(const std::string& all) {
        std::unique_lock lock(mutex_);
        return more_.wait_for(lock, std::chrono::seconds(30), [&] { return all_ == all; });
    }

private:
    std::mutex mutex_;
    std::condition_variable more_;
    std::string all_;
};

TEST(Signals, become_calls) {
    Heard heard;
    Signals signals;
    signals.listen([&] { heard.add("stop "); }, [&] { heard.add("reload "); });
    std::raise(SIGHUP);
    EXPECT_TRUE(heard.becomes("reload "));
    std::raise(SIGHUP);
    EXPECT_TRUE(heard.becomes("reload reload "));
    std::raise(SIGTERM);
    EXPECT_TRUE(heard.becomes("reload reload stop "));
    signals.hush();
}

TEST(Signals, are_kept_while_nobody_listens) {
    Heard heard;
    Signals signals;
    std::raise(SIGHUP);
    signals.listen([&] { heard.add("stop "); }, nullptr);
    std::raise(SIGINT);
    EXPECT_TRUE(heard.becomes("stop "));
    signals.hush();
    signals.listen([&] { heard.add("stop "); }, [&] { heard.add("reload "); });
    EXPECT_TRUE(heard.becomes("stop reload "));
    signals.hush();
    signals.keep_reload();
    signals.listen([&] { heard.add("stop "); }, [&] { heard.add("reload "); });
    EXPECT_TRUE(heard.becomes("stop reload reload "));
}

TEST(SystemClock, goes_on) {
    const Stopwatch watch;
    const SystemClock clock;
    const Instant before = clock.now();
    EXPECT_LE(before, clock.now());
    EXPECT_GT(before, parse_rfc3339("2026-01-01T00:00:00Z").value());
    EXPECT_GE(watch.seconds(), 0.0);
}

}  // namespace
}  // namespace werktdoord::test
