#include "net/log_format.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "codec/json_write.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {
namespace {

bool is_plain(unsigned char c) {
    return c > 0x20 && c < 0x7f && c != '"' && c != '=' && c != '\\';
}

void add_escaped(std::string& out, std::string_view value) {
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\x{:02x}", byte);
        } else {
            out += c;
        }
    }
}

void add_pair(std::string& out, std::string_view name, std::string_view value) {
    if (!out.empty()) out += ' ';
    out.append(name).append("=");
    if (!value.empty() && std::all_of(value.begin(), value.end(), is_plain)) {
        out.append(value);
        return;
    }
    out += '"';
    add_escaped(out, value);
    out += '"';
}

void add_member(std::string& out, std::string_view name, std::string_view value) {
    out += out.empty() ? '{' : ',';
    write_json_string(out, name);
    out += ':';
    write_json_string(out, value);
}

}  // namespace

std::string to_logfmt(const LogRecord& record) {
    std::string out;
    add_pair(out, "time", to_rfc3339(record.time));
    add_pair(out, "level", name_of(record.level));
    add_pair(out, "event", record.event);
    for (const auto& [name, value] : record.fields) add_pair(out, name, value);
    return out;
}

std::string to_log_json(const LogRecord& record) {
    std::string out;
    add_member(out, "time", to_rfc3339(record.time));
    add_member(out, "level", name_of(record.level));
    add_member(out, "event", record.event);
    for (const auto& [name, value] : record.fields) add_member(out, name, value);
    return out + "}";
}

}  // namespace werktdoord
