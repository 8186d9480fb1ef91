#include "core/ruleset.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "base/listed.hpp"
#include "core/recipients.hpp"

namespace werktdoord {
namespace {

using Words = std::vector<std::string>;

std::string in_brackets(const Words& names) {
    return "[" + listed(names) + "]";
}

// The order in which an example lists things says nothing.
void compare(std::vector<std::string>& failures, std::string_view what,
             const std::optional<Words>& expected, const Words& got) {
    if (!expected) return;
    Words a = *expected;
    Words b = got;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    if (a != b)
        failures.push_back(std::string(what) + ": expected " + in_brackets(*expected) + ", got " +
                           in_brackets(got));
}

}  // namespace

std::vector<std::string> failures_of(const RuleTest& test, const RuleSet& rules, Instant now) {
    const Instant then = test.at.value_or(now);
    const Route routed = route(test.given, rules, then);
    Words regions;
    Words wsps;
    Words contacts;
    for (const Proposal& proposal : routed.regions) {
        regions.push_back(proposal.region.text());
        for (const WspKey& wsp : proposal.wsps) wsps.push_back(wsp.text());
        for (const Recipient& contact : contact_recipients(proposal.region, rules, then))
            contacts.push_back(contact.address);
    }
    std::vector<std::string> failures;
    const bool rule_decided = !test.rule || has(routed.rules, *test.rule);
    if (!rule_decided)
        failures.push_back("rule: expected " + *test.rule + ", got " + in_brackets(routed.rules));
    compare(failures, "regions", test.regions, regions);
    compare(failures, "wsps", test.wsps, wsps);
    if (test.policy && *test.policy != routed.policy)
        failures.push_back("policy: expected " + *test.policy + ", got " + routed.policy);
    compare(failures, "signposts", test.signposts, routed.signposts);
    compare(failures, "contacts", test.contacts, contacts);
    const std::string owner = on_duty(rules.roster, rules.calendar, then).text();
    if (test.owner && *test.owner != owner)
        failures.push_back("owner: expected " + *test.owner + ", got " + owner);
    return failures;
}

}  // namespace werktdoord
