#include "codec/rules_digests.hpp"

#include "codec/quantities.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

std::optional<DigestRule> read_digest(Node node) {
    if (!node) return std::nullopt;
    DigestRule rule;
    if (const auto at = node.required("at").parsed(parse_time_of_day)) rule.at = *at;
    const auto working_days =
        node.required("on").one_of<bool>({{"working_days", true}, {"days", false}});
    rule.working_days_only = working_days.value_or(true);
    node.finish();
    return rule;
}

std::optional<MonthlyReportRule> read_monthly_report(Node node) {
    if (!node) return std::nullopt;
    constexpr int last_day_of_every_month = 28;
    MonthlyReportRule rule;
    if (const Node to = node.optional("to"))
        rule.to = read_roles(to, {Role::coordinator, Role::team});
    if (const auto day = node.optional("day").integer(1, last_day_of_every_month)) rule.day = *day;
    if (const auto at = node.optional("at").parsed(parse_time_of_day)) rule.at = *at;
    node.finish();
    return rule;
}

}  // namespace

DigestRules read_digests(Node root) {
    DigestRules rules;
    rules.regional_contact = read_digest(root.optional("regional_contact"));
    rules.team = read_digest(root.optional("team"));
    const auto skip = root.optional("empty").one_of<bool>({{"skip", true}, {"send", false}});
    rules.skip_empty = skip.value_or(true);
    rules.monthly_report = read_monthly_report(root.optional("monthly_report"));
    root.finish();
    return rules;
}

}  // namespace werktdoord
