#include "codec/csv.hpp"

#include <algorithm>

#include "base/listed.hpp"

namespace werktdoord {

namespace {

// Takes one row after the other off a text; a quoted field may hold commas, quotes and line ends.
class CsvScanner {
public:
    // Line ends at the end of the file are no rows.
    CsvScanner(const SourceText& source, Findings& findings)
        : source_(source), bytes_(source.bytes), findings_(findings) {
        const std::size_t last = bytes_.find_last_not_of("\r\n");
        bytes_ = bytes_.substr(0, last == std::string_view::npos ? 0 : last + 1);
    }

    bool at_end() const { return position_ >= bytes_.size(); }
    std::string where() const { return where_of(source_.file, place_); }

    // The fields of the next row; nothing when its quotes do not hold together.
    std::optional<std::vector<CsvField>> row() {
        std::vector<CsvField> fields;
        bool sound = true;
        while (true) {
            if (fields.size() == csv_most_fields) return too_many_fields();
            fields.push_back({"", where()});
            sound = (peek() == '"' ? quoted(fields.back()) : plain(fields.back())) && sound;
            if (peek() != ',') break;
            advance();
        }
        if (peek() == '\r') advance();
        if (peek() == '\n') advance();
        if (!sound) return std::nullopt;
        return fields;
    }

    bool at_empty_line() const { return peek() == '\n' || peek() == '\r'; }

    void error(const std::string& where, std::string text) {
        tell(findings_, source_.file, {Finding::Severity::error, {where, std::move(text)}});
    }

private:
    std::optional<std::vector<CsvField>> too_many_fields() {
        error(where(), "more than " + std::to_string(csv_most_fields) + " fields");
        while (!at_end() && peek() != '\n') advance();
        advance();
        return std::nullopt;
    }

    char peek() const { return at_end() ? '\n' : bytes_[position_]; }

    void advance() {
        if (at_end()) return;
        const char letter = bytes_[position_++];
        if (letter == '\n') place_ = {place_.line + 1, 1};
        // Bytes that continue a character do not count.
        else if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80U)
            ++place_.column;
    }

    bool plain(CsvField& field) {
        bool sound = true;
        while (peek() != ',' && peek() != '\n' && peek() != '\r') {
            if (peek() == '"') sound = false;
            field.text += peek();
            advance();
        }
        if (!sound) error(field.where, "a quote inside a field that does not begin with one");
        return sound;
    }

    bool quoted(CsvField& field) {
        advance();
        while (!at_end()) {
            const char letter = peek();
            advance();
            if (letter != '"') {
                field.text += letter;
                continue;
            }
            if (at_end() || peek() != '"') return closed(field);
            field.text += '"';
            advance();
        }
        error(field.where, "the quote does not close");
        return false;
    }

    bool closed(const CsvField& field) {
        if (peek() == ',' || peek() == '\n' || peek() == '\r') return true;
        error(field.where, "text behind the closing quote");
        while (peek() != ',' && peek() != '\n') advance();
        return false;
    }

    const SourceText& source_;
    std::string_view bytes_;
    Findings& findings_;
    std::size_t position_ = 0;
    Place place_;
};

using Indexes = std::vector<std::size_t>;

std::optional<Indexes> find_columns(const std::vector<CsvField>& header,
                                    const std::vector<std::string_view>& columns,
                                    CsvScanner& scanner) {
    Indexes indexes;
    std::vector<std::string_view> lacking;
    bool twice = false;
    for (const auto& column : columns) {
        const auto is_it = [&](const CsvField& field) { return field.text == column; };
        const auto found = std::find_if(header.begin(), header.end(), is_it);
        if (found == header.end()) {
            lacking.push_back(column);
            continue;
        }
        indexes.push_back(static_cast<std::size_t>(found - header.begin()));
        const auto again = std::find_if(found + 1, header.end(), is_it);
        if (again == header.end()) continue;
        scanner.error(again->where, "the column " + std::string(column) + " is given twice");
        twice = true;
    }
    if (!lacking.empty()) {
        const bool other_comma =
            header.size() == 1 && header[0].text.find_first_of(";\t") != std::string::npos;
        scanner.error(header.front().where,
                      other_comma
                          ? "the fields must be separated by commas"
                          : "the first line must name the columns; it lacks " + listed(lacking));
    }
    if (!lacking.empty() || twice) return std::nullopt;
    return indexes;
}

}  // namespace

std::optional<CsvRows> parse_csv(const SourceText& source,
                                 const std::vector<std::string_view>& columns, Findings& findings) {
    Findings unclean = text_findings(source);
    findings.insert(findings.end(), unclean.begin(), unclean.end());
    if (!unclean.empty()) return std::nullopt;
    CsvScanner scanner(source, findings);
    const auto header = scanner.row();
    if (!header) return std::nullopt;
    const auto indexes = find_columns(*header, columns, scanner);
    if (!indexes) return std::nullopt;
    CsvRows rows;
    while (!scanner.at_end() && !is_full(findings, source.file)) {
        const std::string where = scanner.where();
        if (rows.size() == csv_most_rows) {
            scanner.error(where, "more than " + std::to_string(csv_most_rows) + " rows");
            return std::nullopt;
        }
        if (scanner.at_empty_line()) {
            scanner.error(where, "an empty line; take it out");
            scanner.row();
            continue;
        }
        const auto fields = scanner.row();
        if (!fields) continue;
        if (fields->size() != header->size()) {
            scanner.error(where, "expected " + std::to_string(header->size()) + " fields, found " +
                                     std::to_string(fields->size()));
            continue;
        }
        auto& row = rows.emplace_back();
        for (const std::size_t index : *indexes) row.push_back((*fields)[index]);
    }
    return rows;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

}  // namespace werktdoord
