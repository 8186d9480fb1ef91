// A report in plain Dutch: headings, explanations, tables and plots as values. What its text, its
// page and its mail are made from.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/report.hpp"

namespace werktdoord {

// The name of a region as people know it.
using RegionNames = std::function<std::string(const RegionKey&)>;

struct ReportBar {
    std::string label;
    double value = 0;
    std::string text;  // the value in words
};

// One series of values from 0; `full`: the value of a whole bar.
struct ReportPlot {
    enum class Kind { none, bars, columns };
    Kind kind = Kind::none;
    std::string title;
    double full = 0;
    std::vector<ReportBar> bars;
};

struct ReportSection {
    std::string id;
    std::string heading;
    std::vector<std::string> paragraphs;
    ReportPlot plot;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // the first of each is its heading
    std::size_t headings = 1;                    // leading columns that are no numbers
};

struct ReportWords {
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<ReportSection> sections;
};

ReportWords report_words(const ReportFigures& figures, const RegionNames& names);

// "3 dagen 4 uur", "5 uur 12 min", "12 min": rounded up, as what was done "within" it is told.
std::string dutch_length(std::chrono::seconds time);
// "87,5%"
std::string dutch_share(int permille);
// Of masked figures "<5" and "*".
std::string dutch_figure(const Figure& figure);
std::string dutch_hop(Hop hop);
// "ingevuld"; "nog open" of one that was not closed.
std::string dutch_result(const std::string& outcome);

// For a terminal: every table with its columns below each other.
std::string report_text(const ReportWords& words);

// A page that needs nothing else: style, plots as SVG, a table beside each.
std::string report_html(const ReportWords& words);

}  // namespace werktdoord
