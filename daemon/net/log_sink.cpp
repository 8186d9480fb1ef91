#include "net/log_sink.hpp"

#include <poll.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <exception>
#include <mutex>

namespace werktdoord {
namespace {

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

// How long a reader of the log may keep us waiting before its records are left out.
constexpr std::chrono::milliseconds patience{1000};

class StderrSink final : public LogSink {
public:
    explicit StderrSink(LogFormat format)
        : format_(format),
          logger_("werktdoord", std::make_shared<spdlog::sinks::stderr_sink_st>()) {
        logger_.set_pattern("%v");
        logger_.set_level(spdlog::level::trace);
    }

    void write(const LogRecord& record) noexcept override {
        try {
            const std::lock_guard lock(mutex_);
            if (!reader_keeps_up()) {
                ++untold_;
                return;
            }
            if (untold_ > 0) tell_what_was_left_out(record.time);
            print(record);
        } catch (const std::exception&) {
            return;  // no memory or no stderr: there is nowhere left to say so
        }
    }

private:
    // A pipe that nobody empties would hold up the daemon. One that takes anything takes 4 KiB
    // (PIPE_BUF), and few records are longer.
    bool reader_keeps_up() const {
        pollfd reader{STDERR_FILENO, POLLOUT, 0};
        return ::poll(&reader, 1, untold_ > 0 ? 0 : static_cast<int>(patience.count())) != 0;
    }

    void tell_what_was_left_out(Instant now) {
        print({now, LogLevel::warning, "log.untold", {{"records", std::to_string(untold_)}}});
        untold_ = 0;
    }

    void print(const LogRecord& record) {
        const std::string line =
            format_ == LogFormat::json ? to_log_json(record) : to_logfmt(record);
        // With our own time, so that the clock is asked in one place only.
        logger_.log(record.time, spdlog::source_loc(), level_of(record.level), line);
    }

    std::mutex mutex_;
    LogFormat format_;
    spdlog::logger logger_;
    std::uint64_t untold_ = 0;
};

}  // namespace

std::unique_ptr<LogSink> make_stderr_sink(LogFormat format) {
    return std::make_unique<StderrSink>(format);
}

bool stderr_is_journal(const char* journal_stream) {
    struct stat file {};
    if (journal_stream == nullptr || ::fstat(STDERR_FILENO, &file) != 0) return false;
    return std::string(journal_stream) ==
           std::to_string(file.st_dev) + ":" + std::to_string(file.st_ino);
}

}  // namespace werktdoord
