#include "cli/check_store.hpp"

#include <filesystem>
#include <iostream>

#include "cli/counted.hpp"
#include "codec/backtest_text.hpp"
#include "codec/rules_file_names.hpp"
#include "core/lost_work.hpp"
#include "engine/calendar_moves.hpp"
#include "engine/rules_work.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t moves_told = 20;
// At the key below which it stood: that of its region, or that of all of them.
std::string place_of_lost(const OpenWork::value_type& lost, const RulesRead& read) {
    const std::string region = lost.first.text();
    if (!read.rules->regions.contains(lost.first))
        return read.at.where_key(rules_file::regions, {"regions"});
    return read.at.where_key(rules_file::regions, {"regions", region, "wsps"});
}

void add_lost_work(StoreReader& store, const RulesRead& read, Findings& findings) {
    for (const auto& lost : work_lost_under(store, *read.rules))
        findings.push_back(
            {Finding::Severity::error, {place_of_lost(lost, read), lost_work_text(lost)}});
}

void add_moves(StoreReader& store, const RulesRead& read, Instant now, Findings& findings) {
    const Zone& zone = read.rules->calendar.zone();
    std::vector<std::string> told;
    const MovesSummary moves = calendar_moves(
        store, *read.rules, now, [&](const DeadlineRow& clock, const ClockTimes& times) {
            if (told.size() == moves_told) return;
            told.push_back(move_text(clock, times, zone));
            told.back().pop_back();  // its line end
        });
    if (moves.moved == 0) return;
    const auto count = static_cast<std::size_t>(moves.moved);
    told.insert(told.begin(),
                counted(moves.moved, "running clock") + " would move under this calendar");
    if (count > moves_told)
        told.push_back("and " + std::to_string(count - moves_told) +
                       " more; backtest --calendar-only tells all");
    for (std::string& text : told)
        findings.push_back({Finding::Severity::warning,
                            {read.at.where(rules_file::calendar, Path{}), std::move(text)}});
}

}  // namespace

Findings check_store(const Config& config, const RulesRead& read, Instant now) {
    Findings findings;
    if (!std::filesystem::exists(config.store)) return findings;
    try {
        const auto store = open_reader(config.store.string());
        add_lost_work(*store, read, findings);
        add_moves(*store, read, now, findings);
    } catch (const StoreFault& fault) {
        std::cerr << "the store was not looked at: " << fault.what() << "\n";
    }
    return findings;
}

}  // namespace werktdoord
