#include "core/digest_facts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "core/dutch.hpp"
#include "core/dutch_problem.hpp"
#include "core/dutch_recipient.hpp"
#include "core/place_words.hpp"
#include "core/recipients.hpp"
#include "core/standing_in.hpp"

namespace werktdoord {
namespace {

// What a digest shows of the problems of a submission: enough to see what is wrong with it.
constexpr std::size_t problems_most = 600;

std::string what_words(Kind kind, int headcount, const std::string& occupation,
                       const std::string& sector) {
    std::string whom = occupation;
    if (whom.empty()) whom = sector.empty() ? "personeel" : "sector " + sector;
    return std::to_string(headcount) + " x " + whom +
           (kind == Kind::demand ? ", vraag" : ", aanbod");
}

std::string in_one_line(const std::string& lines) {
    std::string line;
    for (const char c : lines) {
        if (c == '\n') {
            line += "; ";
        } else {
            line += c;
        }
    }
    while (line.ends_with("; ")) line.resize(line.size() - 2);
    return line;
}

Facts request_item(const std::string& number, const std::string& what) {
    return {{{"number", number},
             {"what", what},
             {"where", ""},
             {"since", ""},
             {"due", ""},
             {"clock_nl", ""},
             {"who", ""},
             {"region", ""},
             {"link", ""}},
            {}};
}

Facts unplaced_words(const std::string& number, const std::string& what, const std::string& where) {
    return {{{"number", number}, {"what", what}, {"where", where}, {"link", ""}}, {}};
}

std::string how_long(LocalDay since, LocalDay today) {
    const auto count = (today - since).count();
    if (count <= 0) return " (vandaag)";
    return " (" + std::to_string(count) + (count == 1 ? " dag)" : " dagen)");
}

std::string not_here(std::size_t count) {
    return "nog " + std::to_string(count) + " die hier niet " + (count == 1 ? "staat" : "staan");
}

}  // namespace

std::string what_of(const DigestRow& row) {
    return what_words(row.kind, row.headcount, row.occupation, row.sector);
}

std::string what_of(const RequestRow& row) {
    return what_words(row.kind, row.headcount, row.occupation, row.sector);
}

std::string region_names(const std::vector<RegionKey>& regions, const RuleSet& rules) {
    if (regions.size() > 3) return std::to_string(regions.size()) + " regio's";
    std::string names;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (i > 0) names += i + 1 == regions.size() ? " en " : ", ";
        names += region_name(regions[i], rules);
    }
    return names;
}

std::string where_of(const std::string& place, const std::vector<RegionKey>& regions,
                     const RegionKey& lead, const RuleSet& rules) {
    std::string where = readable_place(place);
    const auto add = [&](const std::string& words) {
        where += (where.empty() || words.empty() ? "" : ", ") + words;
    };
    add(region_names(regions, rules));
    if (!lead.empty()) add(dutch_lead_region(region_name(lead, rules)));
    return where;
}

std::string who_must_act(const Clock* clock, const MemberKey& owner, const RuleSet& rules,
                         Instant now) {
    if (clock == nullptr || !clock->region) return member_recipient(Role::owner, owner, rules).name;
    if (clock->wsp) {
        const Wsp* wsp = find_wsp(rules.regions, *clock->region, *clock->wsp);
        return wsp == nullptr ? clock->wsp->text() : wsp->name;
    }
    const Region* region = find_region(rules.regions, *clock->region);
    if (region == nullptr) return clock->region->text();
    return who_is_there(*region, rules.roster, rules.calendar.zone().day_of(now)).name;
}

Facts digest_item(const ItemWords& words, const Zone& zone, Instant now) {
    Facts item = request_item(words.number.text(), words.what);
    item.values["where"] = words.where;
    item.values["region"] = words.region.text();
    item.values["who"] = words.who;
    item.values["since"] =
        dutch_day(zone.day_of(words.since)) + how_long(zone.day_of(words.since), zone.day_of(now));
    if (words.clock != nullptr) {
        item.values["due"] = dutch_time(zone, words.clock->due);
        item.values["clock_nl"] = dutch(words.clock->name);
    }
    return item;
}

Facts unplaced_item(const RequestRow& row) {
    return unplaced_words(row.number.text(), what_of(row), row.place);
}

Facts rejected_words(const RejectedItem& rejected, const Zone& zone) {
    return {{{"id", rejected.webhook_id},
             {"entry", std::to_string(rejected.id)},
             {"when", dutch_time(zone, rejected.at)},
             {"problems", dutch_problems(rejected.problems)}},
            {}};
}

Facts rejected_item(const RejectedItem& rejected, const Zone& zone) {
    Facts item = rejected_words(rejected, zone);
    std::string& problems = item.values["problems"];
    problems = shortened(in_one_line(problems), problems_most, " ...");
    return item;
}

Facts parked_item(const ParkedItem& parked) {
    return {{{"number", parked.request ? parked.request->text() : ""},
             {"to", dutch_recipient(parked.to.role, parked.to.key)}},
            {}};
}

Facts more_requests(std::size_t count) {
    return request_item("Verder", not_here(count));
}

Facts more_unplaced(std::size_t count) {
    return unplaced_words("Verder", not_here(count), "");
}

Facts more_rejected(std::size_t count) {
    return {{{"id", "Verder"},
             {"entry", ""},
             {"when", "nog " + std::to_string(count)},
             {"problems", "niet getoond"}},
            {}};
}

Facts more_parked(std::size_t count) {
    return {{{"number", "Verder nog " + std::to_string(count)},
             {"to", count == 1 ? "een ander" : "anderen"}},
            {}};
}

}  // namespace werktdoord
