#include "codec/backtest_text.hpp"

#include <cstdlib>

#include "base/listed.hpp"

namespace werktdoord {

namespace {

template <class Items, class Text>
std::string listed_or_none(const Items& items, Text text) {
    return listed(items, "none", text);
}

std::string names_text(const std::vector<std::string>& names) {
    return listed_or_none(names, [](const std::string& name) { return name; });
}

// Sites count from 1 for a person.
std::string sites_text(const std::vector<std::size_t>& sites) {
    return listed_or_none(sites, [](std::size_t site) { return std::to_string(site + 1); });
}

// Who stands in for a contact is told by the role.
std::string contacts_text(const std::vector<Recipient>& people) {
    return listed_or_none(people, [](const Recipient& one) {
        const std::string who = one.name + " <" + one.address + ">";
        return one.role == Role::regional_contact ? who
                                                  : std::string(name_of(one.role)) + " " + who;
    });
}

std::string wsps_text(const std::vector<Recipient>& wsps) {
    return listed_or_none(wsps, [](const Recipient& one) {
        return one.key + " " + one.name + " <" + one.address + ">";
    });
}

std::string inform_text(const std::vector<Recipient>& people) {
    return listed_or_none(people, [](const Recipient& one) {
        return std::string(name_of(one.role)) + " " + one.name + " <" + one.address + ">";
    });
}

std::string arrow(const std::string& before, const std::string& after) {
    return before + " -> " + after;
}

// Short: keys and roles where they say enough.
std::string outcome_text(const RegionOutcome& outcome) {
    const auto key = [](const Recipient& one) { return one.key; };
    const auto role = [](const Recipient& one) { return std::string(name_of(one.role)); };
    return std::string(name_of(outcome.mode)) + (outcome.lead ? ", lead region" : "") + ", sites " +
           sites_text(outcome.sites) + ", contact " + contacts_text(outcome.contacts) + ", WSPs " +
           listed_or_none(outcome.wsps, key) +
           (outcome.inform.empty() ? ""
                                   : ", for information " + listed_or_none(outcome.inform, role));
}

void tell_region(std::string& out, const RegionDifference& difference) {
    const std::string start = "  region " + difference.region.text() + ": ";
    const auto& [region, before, after] = difference;
    if (!before || !after) {
        out += start + (before ? "gone (" : "added (") + outcome_text(before ? *before : *after) +
               ")\n";
        return;
    }
    const auto tell = [&](const char* what, const std::string& mine, const std::string& theirs) {
        if (mine != theirs) out += start + what + arrow(mine, theirs) + "\n";
    };
    tell("", std::string(name_of(before->mode)), std::string(name_of(after->mode)));
    tell("lead region ", before->lead ? "yes" : "no", after->lead ? "yes" : "no");
    tell("sites ", sites_text(before->sites), sites_text(after->sites));
    tell("contact ", contacts_text(before->contacts), contacts_text(after->contacts));
    tell("WSPs ", wsps_text(before->wsps), wsps_text(after->wsps));
    tell("for information ", inform_text(before->inform), inform_text(after->inform));
}

std::string instant_text(const std::optional<Instant>& instant, const Zone& zone) {
    return instant ? zone.to_rfc3339(*instant) : "none";
}

// "due … -> …, warn … -> …", each only where it differs.
std::string times_text(const ClockTimes& before, const ClockTimes& after, const Zone& zone) {
    std::string text;
    if (before.due != after.due)
        text += "due " + arrow(zone.to_rfc3339(before.due), zone.to_rfc3339(after.due));
    if (before.warn != after.warn)
        text += (text.empty() ? "warn " : ", warn ") +
                arrow(instant_text(before.warn, zone), instant_text(after.warn, zone));
    return text;
}

void tell_clock(std::string& out, const ClockDifference& difference, const Zone& zone) {
    out += "  clock " + std::string(name_of(difference.clock)) + ": ";
    const auto& [clock, before, after] = difference;
    if (before && after)
        out += times_text(*before, *after, zone);
    else
        out += (before ? "gone (due " : "added (due ") +
               zone.to_rfc3339(before ? before->due : after->due) + ")";
    out += "\n";
}

// "3 in, 1 out, contact of 4 changes": only what is not zero.
std::string tally_text(const RegionTally& tally) {
    std::string text;
    const auto tell = [&](long count, const char* what) {
        if (count == 0) return;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    };
    tell(tally.in, "in");
    tell(tally.out, "out");
    tell(tally.contacts, "with another contact");
    tell(tally.wsps, "with other WSPs");
    tell(tally.inform, "with others for information");
    tell(tally.mode, "in another mode");
    tell(tally.lead, "with another lead region");
    tell(tally.sites, "with other sites");
    return text;
}

std::string rule_text(const BacktestSummary::Rules& rules) {
    return names_text(rules);
}

std::string shift_text(std::chrono::minutes shift) {
    using std::chrono::minutes;
    if (shift == minutes(0)) return "only their warning";
    const long all = std::labs(shift.count());
    const auto part = [](long count, const char* one) {
        return count == 0 ? std::string()
                          : std::to_string(count) + " " + one + (count == 1 ? " " : "s ");
    };
    return part(all / (24 * 60), "day") + part(all / 60 % 24, "hour") + part(all % 60, "minute") +
           (shift < minutes(0) ? "earlier" : "later");
}

}  // namespace

std::string difference_text(const TriedRequest& tried, const Difference& difference,
                            const Zone& zone) {
    const auto& [rules, regions, unplaced, policy, clocks, signposts] = difference;
    std::string out = tried.number ? tried.number->text() : "line " + std::to_string(tried.line);
    out += ", " + zone.to_rfc3339(tried.at) + ", rule " + rule_text(rules.after) + "\n";
    if (rules.any())
        out += "  rule " + arrow(rule_text(rules.before), rule_text(rules.after)) + "\n";
    for (const RegionDifference& region : regions) tell_region(out, region);
    if (unplaced.any())
        out += "  unplaced sites " +
               arrow(sites_text(unplaced.before), sites_text(unplaced.after)) + "\n";
    if (policy.any()) out += "  policy " + arrow(policy.before, policy.after) + "\n";
    for (const ClockDifference& clock : clocks) tell_clock(out, clock, zone);
    if (signposts.any())
        out += "  signposts " + arrow(names_text(signposts.before), names_text(signposts.after)) +
               "\n";
    return out;
}

std::string summary_text(const BacktestSummary& summary) {
    std::string out = std::to_string(summary.changed) + " of " + std::to_string(summary.tried) +
                      " requests change";
    if (summary.unreadable > 0)
        out += "; " + std::to_string(summary.unreadable) + " could not be read";
    if (summary.forgotten > 0)
        out += "; " + std::to_string(summary.forgotten) + " forgotten, not tried";
    out += "\n";
    for (const auto& [region, tally] : summary.regions)
        out += "region " + region.text() + ": " + tally_text(tally) + "\n";
    if (summary.unplaced > 0)
        out += "other unplaced sites: " + std::to_string(summary.unplaced) + "\n";
    for (const auto& [rules, count] : summary.rules)
        out +=
            "rule " +
            (rules.first == rules.second ? rule_text(rules.first)
                                         : arrow(rule_text(rules.first), rule_text(rules.second))) +
            ": " + std::to_string(count) + "\n";
    for (const auto& [policies, count] : summary.policies)
        out += "policy " + arrow(policies.first, policies.second) + ": " + std::to_string(count) +
               "\n";
    for (const auto& [clock, count] : summary.clocks)
        out += "clock " + std::string(name_of(clock)) + ": " + std::to_string(count) + "\n";
    for (const auto& [key, tally] : summary.signposts)
        out += "signpost " + key + ": " + std::to_string(tally.in) + " in, " +
               std::to_string(tally.out) + " out\n";
    return out;
}

std::string move_text(const DeadlineRow& row, const ClockTimes& times, const Zone& zone) {
    const Clock& clock = row.clock;
    return row.request.text() + (clock.region ? " region " + clock.region->text() : "") +
           (clock.wsp ? " WSP " + clock.wsp->text() : "") + " clock " +
           std::string(name_of(clock.name)) + ": " +
           times_text({clock.warn, clock.due}, times, zone) + "\n";
}

std::string moves_summary_text(const MovesSummary& summary) {
    std::string out = std::to_string(summary.moved) + " of " + std::to_string(summary.running) +
                      " running clocks move\n";
    for (const auto& [clock, shifts] : summary.by)
        for (const auto& [shift, count] : shifts)
            out += "clock " + std::string(name_of(clock)) + ": " + std::to_string(count) +
                   " move " + shift_text(shift) + "\n";
    return out;
}

}  // namespace werktdoord
