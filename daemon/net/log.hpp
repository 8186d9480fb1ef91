// The log: the events of the journal with the same names, and what the daemon itself meets. It
// holds no personal data: keys, numbers, words of ours.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/sparingly.hpp"
#include "core/event.hpp"
#include "engine/limits.hpp"
#include "engine/time_source.hpp"
#include "net/log_sink.hpp"

namespace werktdoord {

// Thread-safe.
class Log {
public:
    // Writes records of `least` and above.
    Log(std::unique_ptr<LogSink> sink, LogLevel least, const TimeSource& time);

    // One event of the journal, at the severity of the catalogue.
    void event(const Event& event);

    // What is no event of the journal, named in the same way: "http.refused".
    void line(LogLevel level, std::string_view name, LogFields fields = {});

    // The same, but with the same fields only now and then: what every sender meets.
    void sparingly(LogLevel level, std::string_view name, LogFields fields = {});

private:
    std::unique_ptr<LogSink> sink_;
    LogLevel least_;
    const TimeSource& time_;
    std::mutex mutex_;
    Sparingly told_{limits::failing_told_every};
};

// To the journal when systemd started us with it, else to stderr in `format`.
std::unique_ptr<LogSink> make_log_sink(LogFormat format, const char* journal_stream);

}  // namespace werktdoord
