#include "codec/csv.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

// Takes one row after the other off a text; a quoted field may hold commas, quotes and line ends.
class CsvScanner {
public:
    CsvScanner(const SourceText& source, Findings& findings)
        : source_(source), bytes_(source.bytes), findings_(findings) {}

    bool at_end() const { return position_ >= bytes_.size(); }
    std::string where() const { return where_of(source_.file, place_); }

    // The fields of the next row; nothing when its quotes do not hold together.
    std::optional<std::vector<CsvField>> row() {
        std::vector<CsvField> fields;
        bool sound = true;
        while (true) {
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

    void error(const std::string& where, std::string text) {
        findings_.push_back({Finding::Severity::error, {where, std::move(text)}});
    }

private:
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
    for (const auto& column : columns) {
        const auto found = std::find_if(header.begin(), header.end(), [&](const CsvField& field) {
            return field.text == column;
        });
        if (found == header.end())
            scanner.error(header.front().where,
                          "the header lacks the column \"" + std::string(column) + "\"");
        else
            indexes.push_back(static_cast<std::size_t>(found - header.begin()));
    }
    if (indexes.size() != columns.size()) return std::nullopt;
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
    while (!scanner.at_end()) {
        const std::string where = scanner.where();
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

}  // namespace werktdoord
