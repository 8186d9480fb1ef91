#include "codec/rules_signposts.hpp"

#include <algorithm>

#include "codec/quantities.hpp"
#include "codec/rules_matcher.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t most_tiers = 100;

std::string read_link(const Node& node) {
    if (!node) return {};
    std::string link = node.text();
    const std::string::size_type begin = link.starts_with("https://")  ? 8
                                         : link.starts_with("http://") ? 7
                                                                       : link.size();
    const bool host = begin < link.size() && link.find_first_of("/:?#", begin) != begin;
    if (!link.empty() && (!host || link.find_first_of(" \"<>") != std::string::npos))
        node.error("expected an address such as https://werk.example");
    return link;
}

Period read_valid(Node node) {
    Period period;
    const Node until = node.optional("until");
    period.from = node.optional("from").day();
    period.until = until.day();
    if (period.from && period.until && *period.until < *period.from)
        until.error("\"until\" is before \"from\"");
    node.finish();
    return period;
}

bool overlap(const Tier& left, const Tier& right) {
    const bool left_is_before =
        left.employees_until && *left.employees_until < right.employees_from;
    const bool right_is_before =
        right.employees_until && *right.employees_until < left.employees_from;
    return !left_is_before && !right_is_before;
}

std::vector<Tier> read_tiers(const Node& node) {
    std::vector<Tier> tiers;
    if (node.is_list() && node.list().size() > most_tiers) {
        node.error("more than 100 tiers");
        return tiers;
    }
    for (Node item : node.list()) {
        const Node employees = item.required("employees");
        const auto tier = employees.parsed(parse_employees);
        const std::string amount = item.required("amount").text();
        item.finish();
        if (!tier) continue;
        if (std::any_of(tiers.begin(), tiers.end(),
                        [&](const Tier& other) { return overlap(other, *tier); }))
            employees.error("these numbers of employees overlap a tier above");
        tiers.push_back(*tier);
        tiers.back().amount = amount;
    }
    return tiers;
}

}  // namespace

std::vector<Signpost> read_signposts(Node root, const Regions& regions, const Places& places) {
    std::vector<Signpost> signposts;
    for (const auto& member : root.required("signposts").entries()) {
        check_key(member, "signpost");
        Node node = member.value;
        Signpost& signpost = signposts.emplace_back();
        signpost.key = member.key;
        signpost.title = node.required("title").text();
        signpost.text = node.required("text").paragraph();
        signpost.link = read_link(node.optional("link"));
        signpost.when = read_matcher(node.optional("when"), regions, places);
        signpost.valid = read_valid(node.optional("valid"));
        signpost.tiers = read_tiers(node.optional("tiers"));
        node.finish();
    }
    root.finish();
    return signposts;
}

}  // namespace werktdoord
