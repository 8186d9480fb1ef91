// The text of a file that people write: UTF-8, bounded, with places by line and column.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "codec/finding.hpp"

namespace werktdoord {

// Both from 1; the column counts characters, not bytes.
struct Place {
    int line = 1;
    int column = 1;
    friend bool operator==(const Place&, const Place&) = default;
};

// "rules/roster.yaml:3:1".
std::string where_of(const std::string& file, Place place);

struct SourceText {
    std::string file;  // as it is named in findings
    std::string bytes;
};

constexpr std::size_t source_text_most_bytes = std::size_t{8} << 20;

// Reads a whole file. Fails (at 1:1) when it is missing, no file, unreadable or over 8 MiB, which
// is seen before it is read.
Result<SourceText> read_source(const std::filesystem::path& path);

// The first thing in the bytes that no text may hold, and how many more lines hold one: a byte
// order mark, UTF-16, bytes that are not UTF-8, control characters, characters that nobody sees,
// lone carriage returns.
Findings text_findings(const SourceText& source);

// " (and on 2 more lines)"; nothing for 0.
std::string and_on_more_lines(std::size_t lines);

bool is_utf8(std::string_view bytes);

// Turns byte positions into places.
class LineIndex {
public:
    explicit LineIndex(std::string_view bytes);

    // A position past the end is the end.
    Place at(std::size_t position) const;

private:
    std::string_view bytes_;
    std::size_t characters_before(std::size_t position) const;

    std::vector<std::size_t> starts_;
    std::vector<std::size_t> characters_;  // before every so many bytes: lines may be long
};

}  // namespace werktdoord
