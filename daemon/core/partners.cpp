#include "core/partners.hpp"

#include <algorithm>
#include <set>

#include "base/items.hpp"
#include "base/listed.hpp"
#include "core/fold.hpp"
#include "core/locations.hpp"
#include "core/match_keys.hpp"
#include "core/occupation.hpp"
#include "core/partner_score.hpp"
#include "core/place_words.hpp"

namespace werktdoord {
namespace {

constexpr int candidates_most = 200;
constexpr std::size_t partners_most = 10;
constexpr int least_score = 30;
constexpr int good_score = 65;

// A candidate of related work, or of the same sector, must be this much nearer.
constexpr double related_costs = 40;
constexpr double sector_costs = 80;
constexpr double unknown_costs = 150;  // kilometres of a request that cannot be placed

bool may_serve(const OpenRequest& subject, const OpenRequest& candidate) {
    const auto& known = subject.introduced;
    return candidate.state != State::closed && candidate.left() > 0 &&
           candidate.data.kind != subject.data.kind && candidate.number != subject.number &&
           !same_employer(subject.data.employer, candidate.data.employer) &&
           !has(known, candidate.number);
}

Compared compared(const OpenRequest& request, const RuleSet& rules) {
    return {&request, rules.locations.of(request.data.sites, rules.places)};
}

Partner partner_of(const OpenRequest& candidate, PartnerScore score) {
    Partner partner;
    partner.number = candidate.number;
    partner.kind = candidate.data.kind;
    partner.score = score.points;
    partner.good = score.points >= good_score && !score.weighty;
    partner.state = candidate.state;
    partner.owner = candidate.owner;
    partner.employer = candidate.data.employer.name;
    partner.occupation = candidate.data.occupation;
    if (!candidate.data.sites.empty()) partner.place = short_place(candidate.data.sites.front());
    partner.headcount = candidate.data.headcount;
    partner.left = candidate.left();
    partner.km = score.km;
    partner.why = std::move(score.why);
    partner.against = std::move(score.against);
    return partner;
}

// Best first; of equals the nearer, then the one that waits longer.
bool comes_first(const Partner& a, const Partner& b) {
    constexpr int far_away = 10'000;
    return std::tuple(-a.score, a.km.value_or(far_away), a.number) <
           std::tuple(-b.score, b.km.value_or(far_away), b.number);
}

}  // namespace

bool same_employer(const Employer& a, const Employer& b) {
    if (!a.kvk_number.empty() && a.kvk_number == b.kvk_number) return true;
    return !a.contact.email.empty() && same_address(a.contact.email, b.contact.email);
}

OpenRequest open_request_of(const Case& it) {
    OpenRequest request;
    request.number = it.number;
    request.data = it.data;
    request.state = it.state;
    request.owner = it.owner;
    request.filled = it.filled();
    for (const Introduction& introduction : it.introductions)
        request.introduced.push_back(introduction.with);
    return request;
}

int told_by_partners(const Case& it, const std::vector<Case>& partners) {
    int more = 0;
    for (const Introduction& own : it.introductions)
        for (const Case& partner : partners)
            for (const Introduction& other : partner.introductions)
                if (own.with == partner.number && other.with == it.number && own.at == other.at)
                    more += std::max(other.filled - own.filled, 0);
    return more;
}

PartnerSearch partner_search(const OpenRequest& subject, const RuleSet& rules) {
    PartnerSearch search;
    search.kind = subject.data.kind == Kind::demand ? Kind::offer : Kind::demand;
    search.limit = candidates_most;
    std::set<std::string> seen;
    const auto add = [&](const std::string& word, double costs) {
        if (!word.empty() && seen.insert(word).second) search.words.emplace_back(word, costs);
    };
    const auto words = occupation_words(subject.data.occupation);
    for (const OccupationWord& word : words) add(word.head, 0);
    for (const OccupationWord& word : words)
        for (const std::string& related : related_heads(word.head)) add(related, related_costs);
    add(sector_key(subject.data.sector), words.empty() ? 0 : sector_costs);
    search.how_far = [places = rules.locations.of(subject.data.sites, rules.places),
                      &rules](const std::string& area) {
        if (area == everywhere) return 0.0;
        const auto middle = rules.locations.of_area(area, rules.places);
        if (!middle) return unknown_costs;
        return km_between(places, {*middle}).value_or(unknown_costs);
    };
    return search;
}

std::vector<Partner> partners_of(const OpenRequest& subject,
                                 const std::vector<OpenRequest>& candidates, const RuleSet& rules,
                                 Instant now) {
    std::vector<Partner> partners;
    if (subject.state == State::closed || subject.left() <= 0) return partners;
    const LocalDay today = rules.calendar.zone().day_of(now);
    const Compared own = compared(subject, rules);
    for (const OpenRequest& candidate : candidates) {
        if (!may_serve(subject, candidate)) continue;
        const Compared other = compared(candidate, rules);
        const bool wanted = subject.data.kind == Kind::demand;
        PartnerScore score = score_partner(wanted ? own : other, wanted ? other : own, today);
        if (!score.fits || score.points < least_score) continue;
        partners.push_back(partner_of(candidate, std::move(score)));
    }
    std::sort(partners.begin(), partners.end(), comes_first);
    if (partners.size() > partners_most) partners.resize(partners_most);
    return partners;
}

std::string in_one_line(const Partner& partner) {
    std::string line = listed(partner.why);
    if (!partner.against.empty()) line += "; let op: " + listed(partner.against);
    return line;
}

}  // namespace werktdoord
