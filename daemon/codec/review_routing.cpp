#include <algorithm>

#include "base/items.hpp"
#include "codec/review.hpp"
#include "codec/rules_file_names.hpp"
#include "core/implication.hpp"
#include "core/surroundings.hpp"

namespace werktdoord {

namespace {

std::string quoted_names(const std::vector<Rule>& rules, const std::vector<std::size_t>& which) {
    std::vector<std::string> names;
    for (const std::size_t index : which) names.push_back(named(rules[index].name));
    return in_words(names);
}

bool takes_everything(const Rule& rule) {
    return rule.when.op == Matcher::Op::all && rule.when.children.empty();
}

// The rules that end the search, met so far.
struct Above {
    std::vector<const Matcher*> when;
    std::vector<std::size_t> which;
};

void review_rule(const Review& review, std::size_t index, const Ways& ways, const Above& above) {
    const std::vector<Rule>& rules = review.rules.routing;
    if (ways.none())
        return review.warn_at_key(rules_file::routing, {"rules", index, "when"},
                                  "this rule never matches: its conditions exclude each other; "
                                  "take one of them out");
    // The last one often stands there to be safe.
    if (takes_everything(rules[index])) return;
    const auto takers = ways.taken_by(above.when);
    if (!takers) return;
    std::vector<std::size_t> which;
    for (const std::size_t taker : *takers) which.push_back(above.which[taker]);
    const std::string names = quoted_names(rules, which);
    review.warn(rules_file::routing, {"rules", index, "name"},
                "this rule never matches: " +
                    (which.size() == 1 ? "rule " + names + " above takes all that it would"
                                       : "rules " + names + " above together take all it would") +
                    "; move it above, or take it out");
}

// Whether each request meets a rule that names a region.
void review_end(const Review& review) {
    std::vector<const Matcher*> with_region;
    for (const Rule& rule : review.rules.routing)
        if (rule.refer) with_region.push_back(&rule.when);
    if (!Ways(Matcher()).taken_by(with_region))
        review.warn_at_key(rules_file::routing, {"rules"},
                           "a request that fits none of these rules is unroutable; end with a rule "
                           "without \"when\" that takes the rest");
}

bool leads_to(const Refer& refer, const RegionKey& region, bool has_sites) {
    if (refer.region_of_site) return has_sites;
    return has(refer.regions, region);
}

struct Led {
    bool region = false;             // some rule leads there
    bool by_site = false;            // to its WSPs by municipality
    std::vector<WspKey> named = {};  // to these
};

Led led_to(const RuleSet& rules, const Region& region, bool has_sites) {
    Led led;
    for (const Rule& rule : rules.routing) {
        if (!rule.refer || !leads_to(*rule.refer, region.key, has_sites)) continue;
        led.region = true;
        const std::size_t before = led.named.size();
        for (const WspKey& wsp : rule.refer->wsps)
            if (region.find_wsp(wsp)) led.named.push_back(wsp);
        led.by_site = led.by_site || led.named.size() == before;
    }
    return led;
}

}  // namespace

void review_routing(const Review& review) {
    Above above;
    const Surroundings around(review.rules.places);
    const std::vector<Rule>& rules = review.rules.routing;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        review_rule(review, i, Ways(around.named_in(rules[i].when)), above);
        if (rules[i].go_on) continue;
        above.when.push_back(&rules[i].when);
        above.which.push_back(i);
    }
    review_end(review);
}

void review_wsps(const Review& review) {
    std::vector<RegionKey> with_sites;
    for (const auto& [code, municipality] : review.rules.places.municipalities())
        with_sites.push_back(municipality.region);
    for (const auto& [key, region] : review.rules.regions) {
        const bool has_sites = has(with_sites, key);
        const Led led = led_to(review.rules, region, has_sites);
        if (!led.region && has_sites)  // one without municipalities is told where it is read
            review.warn_at_key(rules_file::regions, {"regions", key.text()},
                               "no rule leads to region " + named(key.text()) +
                                   "; name it in \"to\" of a rule, or write region_of_site there");
        if (!led.region || led.by_site) continue;
        for (const Wsp& wsp : region.wsps)
            if (!has(led.named, wsp.key))
                review.warn_at_key(rules_file::regions,
                                   {"regions", key.text(), "wsps", wsp.key.text()},
                                   "WSP " + named(wsp.key.text()) +
                                       " is never proposed: each rule that leads to its region "
                                       "names other WSPs; name it there or take it out");
    }
}

}  // namespace werktdoord
