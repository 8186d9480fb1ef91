#include "codec/finding.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/utf8.hpp"
#include "codec/clean_text.hpp"
#include "codec/json_write.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

// Takes the number at the end of "rules/roster.yaml:3:1" off; nothing where none is there.
std::optional<int> take_number(std::string_view& where) {
    const std::size_t colon = where.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    int number = 0;
    const char* const end = where.data() + where.size();
    const auto read = std::from_chars(where.data() + colon + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    where = where.substr(0, colon);
    return number;
}

boost::json::object object_of(const Finding& finding) {
    std::string_view file = finding.problem.where;
    const std::optional<int> column = take_number(file);
    const std::optional<int> line = column ? take_number(file) : std::nullopt;
    if (!line) file = finding.problem.where;
    const bool error = finding.severity == Finding::Severity::error;
    return {{"file", clean_text(file)},
            {"line", line.value_or(1)},
            {"column", line ? *column : 1},
            {"severity", error ? "error" : "warning"},
            {"text", clean_text(finding.problem.text)}};
}

// A field of a file may be as long as the file; a finding that quotes it need not be.
void shorten(std::string& text) {
    constexpr std::size_t most = 4000;
    if (text.size() <= most) return;
    text.resize(character_begin(text, most));
    text += "...";
}

std::size_t last_ones_of(const Findings& findings, const std::string& file) {
    const auto other =
        std::find_if(findings.rbegin(), findings.rend(), [&file](const Finding& finding) {
            const std::string& where = finding.problem.where;
            return !where.starts_with(file) || where.find(':', file.size()) != file.size();
        });
    return static_cast<std::size_t>(other - findings.rbegin());
}

}  // namespace

std::string json_of(const Findings& findings) {
    boost::json::array all;
    for (const Finding& finding : findings) all.push_back(object_of(finding));
    return to_json(all);
}

std::string to_string(const Finding& finding) {
    const bool error = finding.severity == Finding::Severity::error;
    // What is quoted from a file may hold line breaks: a field of a CSV file, between its quotes.
    return finding.problem.where + (error ? ": error: " : ": warning: ") +
           clean_line(finding.problem.text);
}

bool is_full(const Findings& findings, const std::string& file) {
    return last_ones_of(findings, file) > most_findings;
}

void tell(Findings& findings, const std::string& file, Finding finding) {
    const std::size_t told = last_ones_of(findings, file);
    if (told > most_findings) return;
    if (told == most_findings)
        finding.problem.text =
            "there is more; of one file " + std::to_string(most_findings) + " findings are told";
    shorten(finding.problem.text);
    findings.push_back(std::move(finding));
}

bool any_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::error;
    });
}

Problems errors_of(const Findings& findings) {
    Problems errors;
    for (const auto& finding : findings)
        if (finding.severity == Finding::Severity::error) errors.push_back(finding.problem);
    return errors;
}

}  // namespace werktdoord
