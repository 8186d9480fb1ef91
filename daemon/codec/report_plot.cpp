#include "codec/report_plot.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "codec/html_text.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

constexpr int plot_width = 720;

// Pixels of a value, at least one where it is more than nothing.
int pixels(double value, double full, int most) {
    if (value <= 0 || full <= 0) return 0;
    return std::max(1, static_cast<int>(std::lround(value / full * most)));
}

std::string rectangle(const char* kind, int x, int y, int w, int h) {
    return std::string("<rect class=\"") + kind + "\" x=\"" + std::to_string(x) + "\" y=\"" +
           std::to_string(y) + "\" width=\"" + std::to_string(w) + "\" height=\"" +
           std::to_string(h) + "\"/>";
}

std::string label(int x, int y, const char* anchor, const std::string& text) {
    return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" +
           anchor + "\">" + escape_html(text) + "</text>";
}

// Cut between two characters of UTF-8.
std::string shortened(const std::string& text, std::size_t most) {
    if (character_count(text) <= most) return text;
    std::string cut;
    std::size_t count = 0;
    for (const char c : text) {
        if (begins_character(c) && ++count == most) break;
        cut += c;
    }
    return cut + "\xE2\x80\xA6";
}

std::string bars(const ReportPlot& plot, int& height) {
    constexpr int row = 26;
    constexpr int thick = 16;
    constexpr int left = 300;
    constexpr int right = 70;
    constexpr std::size_t longest_label = 38;
    std::string out;
    int y = 4;
    for (const ReportBar& bar : plot.bars) {
        const int length = pixels(bar.value, plot.full, plot_width - left - right);
        out += label(0, y + thick - 2, "start", shortened(bar.label, longest_label)) +
               rectangle("rest", left, y, plot_width - left - right, thick) +
               rectangle("bar", left, y, length, thick) +
               label(plot_width, y + thick - 2, "end", bar.text) + "\n";
        y += row;
    }
    height = y;
    return out;
}

// Of many columns only some are named, so that names do not run into each other.
std::string columns(const ReportPlot& plot, int& height) {
    constexpr int tall = 180;
    constexpr int top = 24;
    constexpr int name_width = 90;
    const int count = static_cast<int>(plot.bars.size());
    const int step = std::clamp(plot_width / count, 1, 60);
    const int gap = step > 3 ? std::max(1, step / 5) : 0;
    const int every = (name_width + step - 1) / step;
    std::string out;
    for (int i = 0; i < count; ++i) {
        const ReportBar& bar = plot.bars[static_cast<std::size_t>(i)];
        const int h = pixels(bar.value, plot.full, tall);
        out += rectangle("bar", i * step, top + tall - h, step - gap, h);
        if (step >= 36 && bar.value > 0)
            out += label(i * step + (step - gap) / 2, top + tall - h - 5, "middle", bar.text);
        if (i % every == 0)
            out += i * step + name_width <= plot_width
                       ? label(i * step, top + tall + 20, "start", bar.label)
                       : label(plot_width, top + tall + 20, "end", bar.label);
        out += "\n";
    }
    out += "<line class=\"axis\" x1=\"0\" y1=\"" + std::to_string(top + tall) + "\" x2=\"" +
           std::to_string(plot_width) + "\" y2=\"" + std::to_string(top + tall) + "\"/>";
    height = top + tall + 28;
    return out;
}

std::string description(const ReportPlot& plot) {
    const auto most = std::max_element(
        plot.bars.begin(), plot.bars.end(),
        [](const ReportBar& one, const ReportBar& other) { return one.value < other.value; });
    return "Grafiek met " + std::to_string(plot.bars.size()) +
           (plot.bars.size() == 1 ? " staaf" : " staven") + ". Het hoogste: " + most->label + ", " +
           most->text + ". De getallen staan in de tabel hieronder.";
}

}  // namespace

std::string report_svg(const ReportPlot& plot, const std::string& id) {
    if (plot.kind == ReportPlot::Kind::none || plot.bars.empty()) return {};
    int height = 0;
    const std::string drawn =
        plot.kind == ReportPlot::Kind::bars ? bars(plot, height) : columns(plot, height);
    const std::string name = "plot-" + id;
    return "<svg role=\"img\" viewBox=\"0 0 " + std::to_string(plot_width) + " " +
           std::to_string(height) + "\" aria-labelledby=\"" + name + "-title " + name +
           "-desc\">\n<title id=\"" + name + "-title\">" + escape_html(plot.title) +
           "</title>\n<desc id=\"" + name + "-desc\">" + escape_html(description(plot)) +
           "</desc>\n" + drawn + "</svg>\n";
}

}  // namespace werktdoord
