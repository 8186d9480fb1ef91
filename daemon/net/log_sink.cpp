#include "net/log_sink.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/stat.h>
#include <unistd.h>

#include <exception>

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

class StderrSink final : public LogSink {
public:
    explicit StderrSink(LogFormat format)
        : format_(format),
          logger_("werktdoord", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
        logger_.set_pattern("%v");
        logger_.set_level(spdlog::level::trace);
    }

    void write(const LogRecord& record) noexcept override {
        try {
            const std::string line =
                format_ == LogFormat::json ? to_log_json(record) : to_logfmt(record);
            // With our own time, so that the clock is asked in one place only.
            logger_.log(record.time, spdlog::source_loc(), level_of(record.level), line);
        } catch (const std::exception&) {
            return;  // no memory or no stderr: there is nowhere left to say so
        }
    }

private:
    LogFormat format_;
    spdlog::logger logger_;
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
