// Log records as structured entries of the systemd journal.
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <sys/uio.h>
#include <syslog.h>
#include <systemd/sd-journal.h>

#include <exception>

#include "net/log_sink.hpp"

namespace werktdoord {
namespace {

int priority_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return LOG_DEBUG;
        case LogLevel::info:
            return LOG_INFO;
        case LogLevel::warning:
            return LOG_WARNING;
        case LogLevel::error:
            return LOG_ERR;
    }
    return LOG_INFO;
}

// Journal fields are upper case letters, digits and '_': "happenedAt" is HAPPENED_AT.
std::string field_name(std::string_view name) {
    std::string field = "WERKTDOOR_";
    for (const char c : name) {
        if (c >= 'a' && c <= 'z') {
            field += static_cast<char>(c - 'a' + 'A');
        } else if (c >= 'A' && c <= 'Z') {
            field += '_';
            field += c;
        } else {
            field += c >= '0' && c <= '9' ? c : '_';
        }
    }
    return field;
}

// The record without time and level, which the journal has itself.
std::string message_of(const LogRecord& record) {
    const std::string line = to_logfmt(record);
    const std::size_t at = line.find(" event=");
    return line.substr(at + 1);
}

class JournaldSink final : public LogSink {
public:
    void write(const LogRecord& record) noexcept override {
        try {
            std::vector<std::string> entries{
                "MESSAGE=" + message_of(record),
                "PRIORITY=" + std::to_string(priority_of(record.level)),
                "SYSLOG_IDENTIFIER=werktdoord", "WERKTDOOR_EVENT=" + record.event};
            for (const auto& [name, value] : record.fields)
                entries.push_back(field_name(name) + "=" + value);
            std::vector<iovec> parts;
            for (std::string& entry : entries) parts.push_back({entry.data(), entry.size()});
            sd_journal_sendv(parts.data(), static_cast<int>(parts.size()));
        } catch (const std::exception&) {
            return;  // no memory: there is nowhere left to say so
        }
    }
};

}  // namespace

std::unique_ptr<LogSink> make_journald_sink() {
    return std::make_unique<JournaldSink>();
}

}  // namespace werktdoord
