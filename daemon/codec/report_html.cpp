#include "codec/html_text.hpp"
#include "codec/page_source.hpp"
#include "codec/report_plot.hpp"

namespace werktdoord {

namespace {

std::string tagged(const char* tag, const std::string& text) {
    return std::string("<") + tag + ">" + escape_html(text) + "</" + tag + ">";
}

void add_row(std::string& out, const ReportSection& section, const std::vector<std::string>& row) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == 0)
            out += "<th scope=\"row\">" + escape_html(row[i]) + "</th>";
        else if (i < section.headings)
            out += tagged("td", row[i]);
        else
            out += "<td class=\"number\">" + escape_html(row[i]) + "</td>";
    }
    out += "</tr>\n";
}

// What is wider than the screen scrolls in its own frame, by keyboard too.
std::string wide_frame(const char* what, const std::string& heading) {
    return std::string("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"") + what +
           ": " + escape_html(heading) + "\">\n";
}

void add_html_plot(std::string& out, const ReportSection& section) {
    const std::string svg = report_svg(section.plot, section.id);
    if (!svg.empty()) out += wide_frame("Grafiek", section.heading) + svg + "</div>\n";
}

void add_html_table(std::string& out, const ReportSection& section) {
    out += wide_frame("Tabel", section.heading) + "<table>\n<caption>" +
           escape_html(section.heading) + "</caption>\n<thead><tr>";
    for (std::size_t i = 0; i < section.columns.size(); ++i)
        out += std::string("<th scope=\"col\"") +
               (i < section.headings ? ">" : " class=\"number\">") +
               escape_html(section.columns[i]) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : section.rows) add_row(out, section, row);
    out += "</tbody>\n</table>\n</div>\n";
}

void add_section(std::string& out, const ReportSection& section) {
    out += "<section aria-labelledby=\"" + section.id + "\">\n<h2 id=\"" + section.id + "\">" +
           escape_html(section.heading) + "</h2>\n";
    for (const std::string& paragraph : section.paragraphs) out += tagged("p", paragraph) + "\n";
    if (section.rows.empty()) {
        out += "<p>Niets in deze periode.</p>\n";
    } else {
        add_html_plot(out, section);
        add_html_table(out, section);
    }
    out += "</section>\n";
}

}  // namespace

std::string report_html(const ReportWords& words) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"robots\" content=\"noindex\">\n<title>";
    out += escape_html(words.heading) + " | NLWerktDoor</title>\n<style>\n";
    out += page_style();
    out += report_style();
    out += "</style>\n</head>\n<body>\n<header><p>NLWerktDoor</p></header>\n<main>\n";
    out += tagged("h1", words.heading) + "\n";
    for (const std::string& paragraph : words.paragraphs) out += tagged("p", paragraph) + "\n";
    out += "<nav aria-labelledby=\"inhoud\">\n<h2 id=\"inhoud\">Inhoud</h2>\n<ul>\n";
    for (const ReportSection& section : words.sections)
        out +=
            "<li><a href=\"#" + section.id + "\">" + escape_html(section.heading) + "</a></li>\n";
    out += "</ul>\n</nav>\n";
    for (const ReportSection& section : words.sections) add_section(out, section);
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace werktdoord
