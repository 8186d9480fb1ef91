#include "core/case_base.hpp"

#include <algorithm>
#include <set>

#include "base/items.hpp"
#include "core/lead_region.hpp"
#include "core/match_keys.hpp"
#include "core/occupation.hpp"
#include "core/place_words.hpp"
#include "core/without_persons.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t similar_most = 3;
constexpr int least_alike = 20;

std::string form_of(const Case& it) {
    for (auto i = it.introductions.rbegin(); i != it.introductions.rend(); ++i)
        if (!i->form.empty()) return i->form;
    return {};
}

std::string took(const SolvedCase& solved) {
    return std::to_string(solved.placed) + " van de " + std::to_string(solved.headcount) +
           (solved.headcount == 1 ? " plaats" : " plaatsen") + " in " +
           std::to_string(solved.days) + (solved.days == 1 ? " dag" : " dagen");
}

class Resemblance {
public:
    Resemblance(const OpenRequest& subject, const std::vector<RegionKey>& regions,
                const RuleSet& rules)
        : data_(subject.data), regions_(regions), rules_(rules) {}

    SimilarCase of(const SolvedCase& solved) const {
        SimilarCase similar;
        similar.solved = solved;
        const auto add = [&](int points, const std::string& why) {
            similar.score += points;
            similar.why.push_back(why);
        };
        work(solved, add);
        if (similar.score == 0) return similar;
        if (solved.kind == data_.kind) similar.score += 10;
        for (const RegionKey& region : regions_)
            if (has(solved.regions, region)) {
                add(15, "zelfde regio (" + region_name(region, rules_) + ")");
                break;
            }
        for (const std::string& theme : data_.themes)
            if (has(solved.themes, theme)) {
                add(10, "ook " + theme);
                break;
            }
        if (!solved.story.empty()) similar.score += 5;
        add(0, took(solved));
        return similar;
    }

private:
    template <class Add>
    void work(const SolvedCase& solved, Add add) const {
        switch (likeness(occupation_words(data_.occupation), occupation_words(solved.occupation))) {
            case Likeness::same:
                add(45, "zelfde beroep");
                break;
            case Likeness::close:
                add(35, "beroep lijkt: " + solved.occupation);
                break;
            case Likeness::related:
                add(20, "verwant werk: " + solved.occupation);
                break;
            case Likeness::none:
                break;
        }
        const std::string sector = sector_key(data_.sector);
        if (!sector.empty() && sector == sector_key(solved.sector))
            add(15, "zelfde sector (" + sector.substr(1) + ")");
    }

    const RequestData& data_;
    const std::vector<RegionKey>& regions_;
    const RuleSet& rules_;
};

}  // namespace

bool is_solved(const Case& it) {
    return it.state == State::closed && !it.forgotten && it.placed.value_or(it.filled()) > 0;
}

std::string size_class(const std::optional<int>& employees) {
    if (!employees) return {};
    if (*employees < 10) return "1-9";
    if (*employees < 50) return "10-49";
    return *employees < 250 ? "50-249" : "250-";
}

std::vector<std::string> case_keys(const std::string& occupation, const std::string& sector) {
    std::vector<std::string> keys;
    for (const OccupationWord& word : occupation_words(occupation)) keys.push_back(word.head);
    if (const std::string key = sector_key(sector); !key.empty())
        keys.push_back("sbi" + key.substr(1));
    return keys;
}

SolvedCase solved_case(const Case& it, const std::string& story,
                       const std::vector<RequestData>& strangers) {
    std::vector<std::string> names;
    add_person_names(names, it.data.employer);
    for (const RequestData& stranger : strangers) add_person_names(names, stranger.employer);
    SolvedCase solved;
    solved.request = it.number;
    solved.closed_at = it.closed_at.value_or(it.registered_at);
    solved.kind = it.data.kind;
    solved.sector = it.data.sector;
    solved.occupation = without_persons(it.data.occupation, names);
    solved.size = size_class(it.data.employer.size);
    solved.headcount = it.data.headcount;
    solved.placed = it.placed.value_or(it.filled());
    solved.outcome = it.outcome;
    solved.form = form_of(it);
    solved.days = static_cast<int>(
        std::chrono::floor<std::chrono::days>(solved.closed_at - it.registered_at).count());
    const std::set<RegionKey> regions = regions_of(it);
    solved.regions.assign(regions.begin(), regions.end());
    for (const std::string& theme : it.data.themes)
        solved.themes.push_back(without_persons(theme, names));
    solved.story = without_persons(story, names);
    return solved;
}

std::vector<SimilarCase> similar_cases(const OpenRequest& subject,
                                       const std::vector<RegionKey>& regions,
                                       const std::vector<SolvedCase>& candidates,
                                       const RuleSet& rules) {
    const Resemblance resemblance(subject, regions, rules);
    std::vector<SimilarCase> similar;
    for (const SolvedCase& candidate : candidates) {
        if (candidate.request == subject.number) continue;
        SimilarCase one = resemblance.of(candidate);
        if (one.score >= least_alike) similar.push_back(std::move(one));
    }
    std::stable_sort(similar.begin(), similar.end(), [](const auto& a, const auto& b) {
        return std::tuple(-a.score, b.solved.closed_at, a.solved.request) <
               std::tuple(-b.score, a.solved.closed_at, b.solved.request);
    });
    if (similar.size() > similar_most) similar.resize(similar_most);
    return similar;
}

}  // namespace werktdoord
