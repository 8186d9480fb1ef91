// Where log records go: stderr, or the journal of systemd when it started us.
#pragma once

#include <memory>

#include "net/log_format.hpp"

namespace werktdoord {

// Thread-safe. Never throws: a log that fails does not stop the work.
class LogSink {
public:
    virtual ~LogSink() = default;
    virtual void write(const LogRecord& record) noexcept = 0;
};

// A reader that takes nothing for a second misses records; `log.untold` counts them once it takes
// some again.
std::unique_ptr<LogSink> make_stderr_sink(LogFormat format);

// Structured entries: MESSAGE, PRIORITY, SYSLOG_IDENTIFIER, WERKTDOOR_EVENT and a WERKTDOOR_ field
// for each member.
std::unique_ptr<LogSink> make_journald_sink();

// Whether stderr is the journal (JOURNAL_STREAM of systemd.exec names it). `journal_stream` is the
// value of that variable, or null.
bool stderr_is_journal(const char* journal_stream);

}  // namespace werktdoord
