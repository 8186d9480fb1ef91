// Plots of a report as SVG inside a page: bars beside labels, or columns in a row.
#pragma once

#include <string>

#include "codec/report_words.hpp"

namespace werktdoord {

// The drawing with its title and description, which say what stands in it; empty for a plot
// without bars. `id` is unique in the page.
std::string report_svg(const ReportPlot& plot, const std::string& id);

}  // namespace werktdoord
