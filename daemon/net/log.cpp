#include "net/log.hpp"

#include "core/catalogue.hpp"

namespace werktdoord {
namespace {

LogLevel level_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return LogLevel::info;
        case Severity::warning:
            return LogLevel::warning;
        case Severity::error:
            return LogLevel::error;
    }
    return LogLevel::info;
}

}  // namespace

Log::Log(std::unique_ptr<LogSink> sink, LogLevel least, const TimeSource& time)
    : sink_(std::move(sink)), least_(least), time_(time) {}

void Log::event(const Event& event) {
    const LogLevel level = level_of(entry_of(event.name).severity);
    if (level < least_) return;
    LogFields fields = log_fields(event);
    std::erase_if(fields, [](const auto& field) { return field.first == "event"; });
    line(level, name_of(event.name), std::move(fields));
}

void Log::line(LogLevel level, std::string_view name, LogFields fields) {
    if (level < least_) return;
    LogRecord record;
    record.time = time_.now();
    record.level = level;
    record.event = std::string(name);
    record.fields = std::move(fields);
    sink_->write(record);
}

void Log::sparingly(LogLevel level, std::string_view name, LogFields fields) {
    std::string what(name);
    for (const auto& [field, value] : fields) what.append(1, '\n').append(value);
    {
        const std::lock_guard lock(mutex_);
        if (!told_.tells(what, time_.now())) return;
    }
    line(level, name, std::move(fields));
}

std::unique_ptr<LogSink> make_log_sink(LogFormat format, const char* journal_stream) {
    return stderr_is_journal(journal_stream) ? make_journald_sink() : make_stderr_sink(format);
}

}  // namespace werktdoord
