#include "codec/report_words.hpp"

#include <map>

#include "base/listed.hpp"
#include "core/dutch.hpp"

namespace werktdoord {

namespace {

using TableRow = std::vector<std::string>;

std::string counted(std::int64_t count, const char* one, const char* more) {
    return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string length_or_dash(std::optional<std::chrono::seconds> time) {
    return time ? dutch_length(*time) : "-";
}

std::string share_or_dash(std::optional<int> permille) {
    return permille ? dutch_share(*permille) : "-";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// A masked figure has no bar.
double height(const Figure& figure) {
    return figure.shown == Figure::Shown::plain ? static_cast<double>(figure.value) : 0;
}

double longest_of(const std::vector<ReportBar>& bars) {
    double longest = 0;
    for (const ReportBar& bar : bars) longest = std::max(longest, bar.value);
    return longest;
}

TableRow volume_cells(std::string label, const VolumeRow& row) {
    return {std::move(label), dutch_short(row.kind), dutch_figure(row.requests),
            dutch_figure(row.people), dutch_figure(row.placed)};
}

template <class Label>
ReportSection volumes(const char* id, std::string heading, const char* column,
                      const std::vector<VolumeRow>& rows, Label label) {
    ReportSection section;
    section.id = id;
    section.heading = std::move(heading);
    section.columns = {column, "Soort", "Meldingen", "Mensen", "Geplaatst"};
    section.headings = 2;
    for (const VolumeRow& row : rows) section.rows.push_back(volume_cells(label(row.key), row));
    return section;
}

// Weeks without a request have an empty place of their own.
ReportPlot weeks_plot(const ReportFigures& figures) {
    ReportPlot plot;
    plot.kind = ReportPlot::Kind::columns;
    plot.title = "Meldingen per week";
    std::map<std::string, std::int64_t> counts;
    for (const VolumeRow& row : figures.weeks) counts[row.key] += row.requests.value;
    if (counts.empty()) return {};
    const std::string last = counts.rbegin()->first;
    for (LocalDay day = figures.period.from; week_of(day) < last; day += std::chrono::days(7))
        if (week_of(day) > counts.begin()->first) counts.try_emplace(week_of(day), 0);
    for (const auto& [week, count] : counts)
        plot.bars.push_back({week, static_cast<double>(count), std::to_string(count)});
    plot.full = longest_of(plot.bars);
    return plot;
}

ReportSection outcomes(const ReportFigures& figures) {
    ReportSection section;
    section.id = "uitkomst";
    section.heading = "Wat ervan kwam";
    section.columns = {"Uitkomst", "Soort", "Meldingen", "Geplaatst"};
    section.headings = 2;
    section.plot.kind = ReportPlot::Kind::bars;
    section.plot.title = "Meldingen per uitkomst";
    for (const OutcomeRow& row : figures.outcomes) {
        const std::string words = capitalised(dutch_result(row.outcome));
        section.rows.push_back(
            {words, dutch_short(row.kind), dutch_figure(row.requests), dutch_figure(row.placed)});
        section.plot.bars.push_back({words + " (" + dutch_short(row.kind) + ")",
                                     height(row.requests), dutch_figure(row.requests)});
    }
    section.plot.full = longest_of(section.plot.bars);
    return section;
}

ReportSection outcomes_by_region(const ReportFigures& figures, const RegionNames& names) {
    ReportSection section;
    section.id = "uitkomst-regio";
    section.heading = "Wat ervan kwam per regio";
    section.columns = {"Regio", "Soort", "Uitkomst", "Meldingen", "Geplaatst"};
    section.headings = 3;
    for (const OutcomeRow& row : figures.region_outcomes)
        section.rows.push_back({names(row.region), dutch_short(row.kind), dutch_result(row.outcome),
                                dutch_figure(row.requests), dutch_figure(row.placed)});
    return section;
}

ReportSection times(const char* id, const char* heading, std::vector<std::string> keys,
                    const std::vector<TimesRow>& rows,
                    const std::function<TableRow(const TimesRow&)>& label) {
    ReportSection section;
    section.id = id;
    section.heading = heading;
    section.headings = keys.size();
    section.columns = std::move(keys);
    for (const char* column : {"Beoordeeld", "Op tijd", "Helft binnen", "9 van de 10 binnen",
                               "Langste", "Open", "Waarvan te laat"})
        section.columns.emplace_back(column);
    for (const TimesRow& row : rows) {
        TableRow cells = label(row);
        const ResponseTimes& of = row.times;
        const std::string name = listed(cells);
        if (const auto share = of.permille_in_time())
            section.plot.bars.push_back({name, static_cast<double>(*share), dutch_share(*share)});
        for (std::string& cell :
             TableRow{std::to_string(of.judged()), share_or_dash(of.permille_in_time()),
                      length_or_dash(of.percentile(50)), length_or_dash(of.percentile(90)),
                      length_or_dash(of.longest()), std::to_string(of.open()),
                      std::to_string(of.overdue())})
            cells.push_back(std::move(cell));
        section.rows.push_back(std::move(cells));
    }
    section.plot.kind = ReportPlot::Kind::bars;
    section.plot.title = "Op tijd";
    section.plot.full = 1000;
    return section;
}

ReportSection heard_back(const ReportFigures& figures, const RegionNames& names) {
    ReportSection section;
    section.id = "gesproken";
    section.heading = "Heeft het WSP de werkgever gesproken?";
    section.paragraphs = {
        "Als een WSP antwoord heeft gegeven, vragen wij de werkgever of dat klopt."};
    section.columns = {"Regio", "Antwoorden van het WSP", "Werkgever zegt ja",
                       "Werkgever zegt nee"};
    for (const HeardRow& row : figures.region_heard)
        section.rows.push_back({names(row.region), std::to_string(row.answers),
                                std::to_string(row.heard), std::to_string(row.not_heard)});
    if (!section.rows.empty())
        section.rows.push_back({"Alle regio's", std::to_string(figures.heard.answers),
                                std::to_string(figures.heard.heard),
                                std::to_string(figures.heard.not_heard)});
    return section;
}

std::vector<std::string> summary(const ReportFigures& figures) {
    std::vector<std::string> lines{"Dit gaat over de meldingen die in deze periode binnenkwamen: " +
                                   counted(figures.received, "melding", "meldingen") + ". " +
                                   counted(figures.rejected, "inzending was niet leesbaar",
                                           "inzendingen waren niet leesbaar") +
                                   "."};
    if (const auto share = figures.promises.permille_in_time())
        lines.push_back("Van alle beloften (" + std::to_string(figures.promises.judged()) +
                        ") is " + dutch_share(*share) + " op tijd nagekomen.");
    lines.push_back(
        "Een belofte die nog open staat en al te laat is, telt mee als niet op tijd. Een belofte "
        "die nog open staat en niet te laat is, telt nog niet mee.");
    lines.push_back(
        "Aantallen van 1 tot en met 4 staan er als <5. Een * betekent: weggelaten, omdat een ander "
        "aantal anders is uit te rekenen.");
    return lines;
}

}  // namespace

ReportWords report_words(const ReportFigures& figures, const RegionNames& names) {
    const auto plain = [](const std::string& key) { return key; };
    const auto region = [&](const std::string& key) { return names(RegionKey(key)); };
    const auto sector = [](const std::string& key) {
        return key == "unknown" ? std::string("onbekend") : "SBI " + key;
    };
    ReportWords words;
    words.heading = "Rapport van " + dutch_day(figures.period.from) + " tot en met " +
                    dutch_day(figures.period.until);
    words.paragraphs = summary(figures);
    auto& sections = words.sections;
    sections.push_back(volumes("alles", "Meldingen in totaal", "Periode", figures.totals,
                               [](const std::string&) { return std::string("Hele periode"); }));
    sections.push_back(volumes("week", "Meldingen per week", "Week", figures.weeks, plain));
    sections.back().plot = weeks_plot(figures);
    sections.push_back(outcomes(figures));
    sections.push_back(times("wie", "Op tijd per schakel", {"Schakel"}, figures.hop_times,
                             [](const TimesRow& row) { return TableRow{dutch_hop(*row.hop)}; }));
    sections.push_back(
        times("belofte", "Op tijd per belofte", {"Belofte"}, figures.clock_times,
              [](const TimesRow& row) { return TableRow{capitalised(dutch(*row.clock))}; }));
    sections.push_back(times("regio", "Op tijd per regio", {"Regio"}, figures.region_times,
                             [&](const TimesRow& row) { return TableRow{names(row.region)}; }));
    sections.push_back(times("regio-belofte", "Op tijd per regio en belofte", {"Regio", "Belofte"},
                             figures.region_clock_times, [&](const TimesRow& row) {
                                 return TableRow{names(row.region), dutch(*row.clock)};
                             }));
    sections.back().plot = {};
    sections.push_back(heard_back(figures, names));
    sections.push_back(
        volumes("regio-meldingen", "Meldingen per regio", "Regio", figures.regions, region));
    sections.push_back(outcomes_by_region(figures, names));
    sections.push_back(
        volumes("sector", "Meldingen per sector", "Sector", figures.sectors, sector));
    sections.push_back(volumes("thema", "Meldingen per thema", "Thema", figures.themes, plain));
    return words;
}

}  // namespace werktdoord
