#include "codec/source_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>

namespace werktdoord {

namespace {

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
    return std::nullopt;
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
    if (!std::filesystem::exists(path, failure)) return problem("there is no such file");
    if (!std::filesystem::is_regular_file(path, failure)) return problem("this is not a file");
    std::ifstream in(path, std::ios::binary);
    if (!in) return problem("the file cannot be read");
    SourceText source{path.string(), {}};
    std::array<char, 64 * 1024> piece{};
    while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
        source.bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
        if (source.bytes.size() > source_text_most_bytes)
            return problem("the file is larger than 8 MiB");
    }
    if (in.bad()) return problem("the file cannot be read");
    return source;
}

Findings text_findings(const SourceText& source) {
    Findings findings;
    const std::string_view bytes = source.bytes;
    const LineIndex lines(bytes);
    const auto report = [&](std::size_t position, std::string text) {
        findings.push_back({Finding::Severity::error,
                            {where_of(source.file, lines.at(position)), std::move(text)}});
    };
    if (auto text = mark_of_another_encoding(bytes)) {
        report(0, std::move(*text));
        return findings;
    }
    for (std::size_t position = 0; position < bytes.size();) {
        auto text = refused_character(bytes, position);
        if (!text) {
            position += character_length(bytes, position);
            continue;
        }
        report(position, std::move(*text));
        position = std::min(bytes.find('\n', position), bytes.size());
    }
    return findings;
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
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\n') starts_.push_back(i + 1);
}

Place LineIndex::at(std::size_t position) const {
    position = std::min(position, bytes_.size());
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), position);
    const std::size_t start = *(next - 1);
    // A stray byte that continues no character counts as one: what is shown stays near the truth.
    std::size_t characters = 0;
    for (std::size_t i = start; i < position;) {
        i += std::max<std::size_t>(1, character_length(bytes_, i));
        ++characters;
    }
    return {static_cast<int>(next - starts_.begin()), static_cast<int>(characters) + 1};
}

}  // namespace werktdoord
