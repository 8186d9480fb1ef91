// What the configuration lets choose and other layers act on (codec/config.hpp has all of it).
#pragma once

#include <chrono>

#include "core/names.hpp"

namespace werktdoord {

enum class LogLevel { debug, info, warning, error };

template <>
struct Names<LogLevel> {
    static constexpr std::array<std::pair<LogLevel, std::string_view>, 4> table{
        {{LogLevel::debug, "debug"},
         {LogLevel::info, "info"},
         {LogLevel::warning, "warning"},
         {LogLevel::error, "error"}}};
};

enum class LogFormat { logfmt, json };

template <>
struct Names<LogFormat> {
    static constexpr std::array<std::pair<LogFormat, std::string_view>, 2> table{
        {{LogFormat::logfmt, "logfmt"}, {LogFormat::json, "json"}}};
};

// `read` may look, `team` may also record what happened.
enum class ApiRole { team, read };

template <>
struct Names<ApiRole> {
    static constexpr std::array<std::pair<ApiRole, std::string_view>, 2> table{
        {{ApiRole::team, "team"}, {ApiRole::read, "read"}}};
};

enum class SmtpSecurity {
    none,
    starttls,  // required: a server that does not offer it gets no mail
    tls,       // from the first byte
};

template <>
struct Names<SmtpSecurity> {
    static constexpr std::array<std::pair<SmtpSecurity, std::string_view>, 3> table{
        {{SmtpSecurity::none, "none"},
         {SmtpSecurity::starttls, "starttls"},
         {SmtpSecurity::tls, "tls"}}};
};

// Pauses after which a mail that could not be sent is tried again, and when it is given up.
struct RetryRule {
    std::chrono::milliseconds first{std::chrono::minutes(1)};
    std::chrono::milliseconds most{std::chrono::hours(1)};
    std::chrono::milliseconds give_up{std::chrono::hours(48)};
    friend bool operator==(const RetryRule&, const RetryRule&) = default;
};

}  // namespace werktdoord
