#include "codec/report_facts.hpp"

#include "core/dutch.hpp"

namespace werktdoord {

namespace {

// "november 2026"
std::string month_words(LocalDay day) {
    const std::string words = dutch_day(day);
    const auto weekday = words.find(' ');
    return words.substr(words.find(' ', weekday + 1) + 1);
}

std::string length(std::optional<std::chrono::seconds> time) {
    return time ? dutch_length(*time) : "";
}

Facts times_item(const std::string& name, const ResponseTimes& times) {
    const auto share = times.permille_in_time();
    return {{{"name", name},
             {"count", std::to_string(times.judged())},
             {"share", share ? dutch_share(*share) : ""},
             {"half", length(times.percentile(50))},
             {"most", length(times.percentile(90))},
             {"longest", length(times.longest())},
             {"open", times.open() > 0 ? std::to_string(times.open()) : ""},
             {"late", times.overdue() > 0 ? std::to_string(times.overdue()) : ""}},
            {}};
}

}  // namespace

Facts report_facts(const ReportFigures& figures, const RegionNames& names) {
    Facts facts;
    facts.values["period"] = month_words(figures.period.from);
    facts.values["received_count"] = std::to_string(figures.received);
    facts.values["rejected_count"] = figures.rejected > 0 ? std::to_string(figures.rejected) : "";
    const auto share = figures.promises.permille_in_time();
    facts.values["promises_share"] = share ? dutch_share(*share) : "";
    facts.values["promises_count"] = share ? std::to_string(figures.promises.judged()) : "";
    for (const OutcomeRow& row : figures.outcomes)
        facts.lists["report_outcomes"].push_back(
            {{{"name", dutch_result(row.outcome)},
              {"kind_nl", dutch(row.kind)},
              {"requests", dutch_figure(row.requests)},
              {"placed", row.placed.value > 0 ? dutch_figure(row.placed) : ""}},
             {}});
    for (const TimesRow& row : figures.clock_times)
        facts.lists["report_clocks"].push_back(times_item(dutch(*row.clock), row.times));
    for (const TimesRow& row : figures.region_times)
        facts.lists["report_regions"].push_back(times_item(names(row.region), row.times));
    return facts;
}

}  // namespace werktdoord
