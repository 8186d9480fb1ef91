#include "codec/json_write.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace werktdoord {

namespace {

void write_escape(std::string& out, char c) {
    static constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
    }
}

constexpr std::size_t word_size = sizeof(std::uint64_t);

bool is_escaped(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Eight bytes at once; may say yes where there is none. `zeros` marks bytes that are zero.
bool may_be_escaped(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = ones * 0x80;
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, word_size);
    const auto zeros = [&](std::uint64_t value) { return (value - ones) & ~value & highs; };
    const std::uint64_t controls = (eight - ones * 0x20) & ~eight & highs;
    return (controls | zeros(eight ^ ones * '"') | zeros(eight ^ ones * '\\')) != 0;
}

void write_object(std::string& out, const boost::json::object& object) {
    out += '{';
    bool first = true;
    for (const auto& member : object) {
        if (!first) out += ',';
        first = false;
        write_json_string(out, member.key());
        out += ':';
        write_json(out, member.value());
    }
    out += '}';
}

void write_array(std::string& out, const boost::json::array& array) {
    out += '[';
    bool first = true;
    for (const auto& item : array) {
        if (!first) out += ',';
        first = false;
        write_json(out, item);
    }
    out += ']';
}

}  // namespace

void write_json(std::string& out, const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::null:
            out += "null";
            return;
        case boost::json::kind::bool_:
            out += value.get_bool() ? "true" : "false";
            return;
        case boost::json::kind::int64:
            return write_number(out, value.get_int64());
        case boost::json::kind::uint64:
            return write_number(out, value.get_uint64());
        case boost::json::kind::double_:
            write_number(out, value.get_double());
            // "-0" would come back as the whole number 0.
            if (value.get_double() == 0 && std::signbit(value.get_double())) out += ".0";
            return;
        case boost::json::kind::string:
            return write_json_string(out, value.get_string());
        case boost::json::kind::array:
            return write_array(out, value.get_array());
        case boost::json::kind::object:
            return write_object(out, value.get_object());
    }
}

std::string to_json(const boost::json::value& value) {
    std::string out;
    write_json(out, value);
    return out;
}

void write_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(at + word_size, text.size());
        if (end - at == word_size && !may_be_escaped(text.data() + at)) {
            at = end;
            continue;
        }
        for (; at < end; ++at) {
            if (!is_escaped(text[at])) continue;
            out.append(text, done, at - done);
            write_escape(out, text[at]);
            done = at + 1;
        }
    }
    out.append(text, done, text.size() - done);
    out += '"';
}

}  // namespace werktdoord
