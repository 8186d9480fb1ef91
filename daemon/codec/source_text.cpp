#include "codec/source_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>

#include "base/utf8.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t index_step = 4096;
constexpr const char* too_large = "the file is larger than 8 MiB";

unsigned char byte_at(std::string_view bytes, std::size_t position) {
    return static_cast<unsigned char>(bytes[position]);
}

bool continues(std::string_view bytes, std::size_t position) {
    return position < bytes.size() && (byte_at(bytes, position) & 0xC0U) == 0x80U;
}

// The length of the well-formed character at `position`; 0 where there is none (RFC 3629).
std::size_t character_length(std::string_view bytes, std::size_t position) {
    const unsigned char first = byte_at(bytes, position);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : (first & 0xF0U) == 0xE0U       ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!continues(bytes, position + i)) return 0;
    if (length < 3) return length;
    const unsigned char second = byte_at(bytes, position + 1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second > 0x9F;
    const bool too_high = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || too_high ? 0 : length;
}

std::string hex(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {digits[byte >> 4U], digits[byte & 0x0FU]};
}

// What a stray byte would be in Latin-1, where most of such files come from.
std::string not_utf8(unsigned char byte) {
    std::string text = "not UTF-8: byte 0x" + hex(byte);
    if (byte >= 0xA0) {
        const std::string letter{static_cast<char>(0xC0U | (byte >> 6U)),
                                 static_cast<char>(0x80U | (byte & 0x3FU))};
        text += " (\"" + letter + "\" in Latin-1)";
    }
    return text + "; save the file as UTF-8";
}

std::optional<std::string> mark_of_another_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return "a byte order mark; save the file as UTF-8 without one";
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return "UTF-16; save the file as UTF-8";
    return std::nullopt;
}

// They hide in keys and names, or turn what is shown around: zero width space, marks and overrides
// of direction, separators, a byte order mark inside.
std::optional<std::string> invisible(std::string_view rest) {
    struct Hidden {
        std::string_view bytes;
        std::string_view name;
    };
    constexpr std::array<Hidden, 16> all{{{"\u200B", "200B"},
                                          {"\u200E", "200E"},
                                          {"\u200F", "200F"},
                                          {"\u2028", "2028"},
                                          {"\u2029", "2029"},
                                          {"\u202A", "202A"},
                                          {"\u202B", "202B"},
                                          {"\u202C", "202C"},
                                          {"\u202D", "202D"},
                                          {"\u202E", "202E"},
                                          {"\u2060", "2060"},
                                          {"\u2066", "2066"},
                                          {"\u2067", "2067"},
                                          {"\u2068", "2068"},
                                          {"\u2069", "2069"},
                                          {"\uFEFF", "FEFF"}}};
    for (const auto& [bytes, name] : all)
        if (rest.starts_with(bytes))
            return "a character that nobody sees (U+" + std::string(name) + "); take it out";
    return std::nullopt;
}

std::optional<std::string> refused_character(std::string_view bytes, std::size_t position) {
    const unsigned char byte = byte_at(bytes, position);
    if (character_length(bytes, position) == 0) return not_utf8(byte);
    if (byte == '\r') {
        if (position + 1 < bytes.size() && bytes[position + 1] == '\n') return std::nullopt;
        return "a carriage return without a line feed";
    }
    const bool c1 = byte == 0xC2 && byte_at(bytes, position + 1) < 0xA0;
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F || c1)
        return "a control character (0x" + hex(c1 ? byte_at(bytes, position + 1) : byte) + ")";
    return byte < 0xE2 ? std::nullopt : invisible(bytes.substr(position));
}

}  // namespace

std::string where_of(const std::string& file, Place place) {
    return file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

Result<SourceText> read_source(const std::filesystem::path& path) {
    const auto problem = [&path](const std::string& text) {
        return Problem{where_of(path.string(), {}), text};
    };
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return problem("there is no such file");
    // Such as links that lead in a circle, or a folder that may not be entered.
    if (!std::filesystem::status_known(status))
        return problem("the file cannot be read: " + failure.message());
    if (!std::filesystem::is_regular_file(status)) return problem("this is not a file");
    if (const auto size = std::filesystem::file_size(path, failure);
        !failure && size > source_text_most_bytes)
        return problem(too_large);
    std::ifstream in(path, std::ios::binary);
    if (!in) return problem("the file cannot be read");
    SourceText source{path.string(), {}};
    std::array<char, 64 * 1024> piece{};
    while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
        source.bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
        if (source.bytes.size() > source_text_most_bytes) return problem(too_large);
    }
    if (in.bad()) return problem("the file cannot be read");
    return source;
}

std::string and_on_more_lines(std::size_t lines) {
    if (lines == 0) return {};
    return " (and on " + std::to_string(lines) + (lines == 1 ? " more line)" : " more lines)");
}

Findings text_findings(const SourceText& source) {
    const std::string_view bytes = source.bytes;
    const auto finding = [&](std::size_t position, std::string text) -> Findings {
        const std::string where = where_of(source.file, LineIndex(bytes).at(position));
        return {{Finding::Severity::error, {where, std::move(text)}}};
    };
    if (auto text = mark_of_another_encoding(bytes)) return finding(0, std::move(*text));
    std::optional<std::string> what;
    std::size_t first = 0;
    std::size_t more = 0;
    for (std::size_t position = 0; position < bytes.size();) {
        auto text = refused_character(bytes, position);
        if (!text) {
            position += character_length(bytes, position);
            continue;
        }
        if (what) {
            ++more;
        } else {
            what = std::move(text);
            first = position;
        }
        position = std::min(bytes.find('\n', position), bytes.size());
    }
    if (!what) return {};
    return finding(first, *what + and_on_more_lines(more));
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t position = 0; position < bytes.size();) {
        const std::size_t length = character_length(bytes, position);
        if (length == 0) return false;
        position += length;
    }
    return true;
}

LineIndex::LineIndex(std::string_view bytes) : bytes_(bytes), starts_{0} {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % index_step == 0) characters_.push_back(characters);
        if (bytes[i] == '\n') starts_.push_back(i + 1);
        if (begins_character(bytes[i])) ++characters;
    }
}

std::size_t LineIndex::characters_before(std::size_t position) const {
    if (characters_.empty()) return 0;
    const std::size_t step = std::min(position / index_step, characters_.size() - 1);
    const std::string_view rest = bytes_.substr(step * index_step, position - step * index_step);
    return characters_[step] +
           static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), begins_character));
}

Place LineIndex::at(std::size_t position) const {
    position = std::min(position, bytes_.size());
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), position);
    const std::size_t characters = characters_before(position) - characters_before(*(next - 1));
    return {static_cast<int>(next - starts_.begin()), static_cast<int>(characters) + 1};
}

}  // namespace werktdoord
