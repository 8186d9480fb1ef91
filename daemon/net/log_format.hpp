// Log lines as text: logfmt for people, JSON for machines. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "codec/config_choices.hpp"
#include "codec/log_fields.hpp"

namespace werktdoord {

// `event` is a name of the catalogue or of the network side ("http.refused"). Values are keys,
// numbers, instants and words of ours, never personal data.
struct LogRecord {
    Instant time;
    LogLevel level = LogLevel::info;
    std::string event;
    LogFields fields;
};

// `time=… level=info event=clock.missed request=NLWD-2026-000001 clock=take_up`. Values with
// spaces, quotes, '=' or control characters are quoted; control characters are escaped, so that a
// value can never begin a line of its own.
std::string to_logfmt(const LogRecord& record);

// One JSON object with the same members, all text.
std::string to_log_json(const LogRecord& record);

}  // namespace werktdoord
