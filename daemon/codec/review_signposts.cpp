#include <algorithm>

#include "codec/review.hpp"
#include "codec/rules_file_names.hpp"
#include "core/implication.hpp"

namespace werktdoord {

namespace {

Matcher size_test(Condition condition) {
    Matcher matcher;
    matcher.op = Matcher::Op::field;
    matcher.field = Field::employer_size;
    matcher.condition = std::move(condition);
    return matcher;
}

// A size that is not known, or one of a tier.
Matcher sizes_of(const std::vector<Tier>& tiers) {
    Condition missing;
    missing.op = Condition::Op::exists;
    missing.exists = false;
    Matcher any;
    any.op = Matcher::Op::any;
    any.children.push_back(size_test(missing));
    for (const Tier& tier : tiers) {
        Condition range;
        range.op = Condition::Op::range;
        range.at_least = std::to_string(tier.employees_from);
        if (tier.employees_until) range.at_most = std::to_string(*tier.employees_until);
        any.children.push_back(size_test(std::move(range)));
    }
    return any;
}

void review_fit(const Review& review, const Signpost& signpost) {
    if (Ways(signpost.when).none())
        return review.warn_at_key(rules_file::signposts, {"signposts", signpost.key, "when"},
                                  "this signpost fits no request: its conditions exclude each "
                                  "other; take one of them out");
    if (signpost.tiers.empty()) return;
    Matcher both;
    both.children = {signpost.when, sizes_of(signpost.tiers)};
    if (Ways(both).none())
        review.warn_at_key(rules_file::signposts, {"signposts", signpost.key, "tiers"},
                           "this signpost fits no request: no employer that fits \"when\" has a "
                           "size of a tier");
}

void review_gaps(const Review& review, const Signpost& signpost) {
    std::vector<std::size_t> order(signpost.tiers.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto from = [&](std::size_t i) { return signpost.tiers[i].employees_from; };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return from(a) < from(b); });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const int last = signpost.tiers[order[i - 1]].employees_until.value_or(from(order[i]));
        if (last >= from(order[i]) - 1) continue;
        const std::string gap = last + 2 == from(order[i]) ? std::to_string(last + 1)
                                                           : std::to_string(last + 1) + " to " +
                                                                 std::to_string(from(order[i]) - 1);
        review.warn(rules_file::signposts,
                    {"signposts", signpost.key, "tiers", order[i], "employees"},
                    "no tier has " + gap +
                        " employees, so such an employer is not pointed here; add a tier or widen "
                        "one");
    }
}

}  // namespace

void review_signposts(const Review& review) {
    for (const Signpost& signpost : review.rules.signposts) {
        const auto& until = signpost.valid.until;
        if (until && *until < review.today)
            review.warn(rules_file::signposts, {"signposts", signpost.key, "valid", "until"},
                        "signpost " + named(signpost.key) + " ended on " + to_string(*until) +
                            " and is shown to nobody; renew \"valid\" or take it out");
        review_fit(review, signpost);
        review_gaps(review, signpost);
    }
}

}  // namespace werktdoord
