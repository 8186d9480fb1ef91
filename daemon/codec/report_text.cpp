#include <algorithm>

#include "codec/report_words.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

void pad(std::string& out, const std::string& text, std::size_t width, bool right) {
    const std::string space(width - std::min(width, character_count(text)), ' ');
    out += right ? space + text : text + space;
}

// Columns of numbers to the right, those before them to the left.
void add_text_table(std::string& out, const ReportSection& section) {
    std::vector<std::size_t> widths;
    for (const std::string& column : section.columns) widths.push_back(character_count(column));
    for (const auto& row : section.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], character_count(row[i]));
    const auto add_row = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) line += "  ";
            pad(line, cells[i], widths[i], i >= section.headings);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    };
    add_row(section.columns);
    for (const auto& row : section.rows) add_row(row);
}

}  // namespace

std::string report_text(const ReportWords& words) {
    std::string out = words.heading + "\n\n";
    for (const std::string& paragraph : words.paragraphs) out += paragraph + "\n";
    for (const ReportSection& section : words.sections) {
        out += "\n" + section.heading + "\n";
        for (const std::string& paragraph : section.paragraphs) out += paragraph + "\n";
        if (section.rows.empty())
            out += "Niets in deze periode.\n";
        else
            add_text_table(out, section);
    }
    return out;
}

}  // namespace werktdoord
