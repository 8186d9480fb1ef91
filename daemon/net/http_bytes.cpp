#include "net/http_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "codec/media_type.hpp"

namespace werktdoord {
namespace {

struct Phrase {
    int status;
    std::string_view text;
};

constexpr std::array<Phrase, 21> phrases{{{200, "OK"},
                                          {201, "Created"},
                                          {202, "Accepted"},
                                          {204, "No Content"},
                                          {303, "See Other"},
                                          {400, "Bad Request"},
                                          {401, "Unauthorized"},
                                          {403, "Forbidden"},
                                          {404, "Not Found"},
                                          {405, "Method Not Allowed"},
                                          {408, "Request Timeout"},
                                          {409, "Conflict"},
                                          {410, "Gone"},
                                          {413, "Content Too Large"},
                                          {415, "Unsupported Media Type"},
                                          {417, "Expectation Failed"},
                                          {429, "Too Many Requests"},
                                          {431, "Request Header Fields Too Large"},
                                          {500, "Internal Server Error"},
                                          {501, "Not Implemented"},
                                          {503, "Service Unavailable"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> common_headers{
    {{"Cache-Control", "no-store"},
     {"X-Content-Type-Options", "nosniff"},
     {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
     {"API-Version", WERKTDOOR_VERSION}}};

bool has_header(const HttpResponse& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](const auto& header) { return header.first == name; });
}

void add_header(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    // A line break here would let a value write headers of its own.
    std::copy_if(value.begin(), value.end(), std::back_inserter(out),
                 [](unsigned char c) { return c >= 0x20 && c != 0x7f; });
    out.append("\r\n");
}

}  // namespace

std::optional<std::string> HttpRequest::header(std::string_view lower_case_name) const {
    std::optional<std::string> found;
    for (const auto& [name, value] : headers) {
        if (name != lower_case_name) continue;
        if (found) return std::nullopt;
        found = value;
    }
    return found;
}

bool HttpRequest::has_type(std::string_view type) const {
    return media_type(header("content-type").value_or("")) == type;
}

std::string_view reason_phrase(int status) {
    const auto found = std::find_if(phrases.begin(), phrases.end(),
                                    [&](const Phrase& phrase) { return phrase.status == status; });
    return found == phrases.end() ? "Unknown" : found->text;
}

std::string http_date(Instant instant) {
    static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                          "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(instant - day));
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days.at(std::chrono::weekday(day).c_encoding()),
        static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
        time.seconds().count());
}

std::string to_bytes(const HttpResponse& response, HttpFraming framing, Instant now) {
    std::string out =
        fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
    add_header(out, "Date", http_date(now));
    for (const auto& [name, value] : response.headers) add_header(out, name, value);
    for (const auto& [name, value] : common_headers)
        if (!has_header(response, name)) add_header(out, name, value);
    if (response.status != 204)
        add_header(out, "Content-Length", std::to_string(response.body.size()));
    add_header(out, "Connection", framing.keep_alive ? "keep-alive" : "close");
    out.append("\r\n");
    if (!framing.head_only) out.append(response.body);
    return out;
}

}  // namespace werktdoord
