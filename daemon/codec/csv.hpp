// CSV (RFC 4180): reads a file strictly, with one header row and the place of every field; writes
// fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/finding.hpp"
#include "codec/source_text.hpp"

namespace werktdoord {

struct CsvField {
    std::string text;
    std::string where;  // file:line:column
};

// The rows below the header, each with the fields of the wanted columns, in the wanted order.
using CsvRows = std::vector<std::vector<CsvField>>;

constexpr std::size_t csv_most_rows = 100'000;
constexpr std::size_t csv_most_fields = 100;

// Reads a file whose header has at least `columns`; others are skipped, and so are empty lines at
// the end. Errors: what text_findings finds, a missing column or one given twice, a row with too
// few or too many fields, quotes that do not close, more rows than a table may have. A row with an
// error is left out; nothing is returned only where the header cannot be used.
std::optional<CsvRows> parse_csv(const SourceText& source,
                                 const std::vector<std::string_view>& columns, Findings& findings);

// A text as a field: in quotes where it has to be.
std::string csv_field(const std::string& text);

}  // namespace werktdoord
