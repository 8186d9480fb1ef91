// `route`: where requests go, as JSON Lines or told to a person.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>
#include <set>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/json.hpp"
#include "codec/json_write.hpp"
#include "codec/request_json.hpp"
#include "core/recipients.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {

namespace {

template <class Texts>
boost::json::array array_of(const Texts& texts) {
    boost::json::array array;
    for (const auto& text : texts) array.emplace_back(text);
    return array;
}

boost::json::array contacts_of(const RegionKey& region, const RuleSet& rules, Instant now) {
    boost::json::array contacts;
    for (const Recipient& contact : contact_recipients(region, rules, now)) {
        boost::json::object one;
        one["region"] = region.text();
        one["role"] = name_of(contact.role);
        one["key"] = contact.key;
        one["name"] = contact.name;
        one["email"] = contact.address;
        contacts.push_back(std::move(one));
    }
    return contacts;
}

boost::json::object proposal_object(const Proposal& proposal) {
    boost::json::object object;
    object["region"] = proposal.region.text();
    object["mode"] = name_of(proposal.mode);
    boost::json::array sites;
    for (std::size_t site : proposal.sites) sites.emplace_back(site);
    object["sites"] = std::move(sites);
    boost::json::array wsps;
    for (const WspKey& wsp : proposal.wsps) wsps.emplace_back(wsp.text());
    object["wsps"] = std::move(wsps);
    boost::json::array inform;
    for (Role role : proposal.inform) inform.emplace_back(name_of(role));
    object["inform"] = std::move(inform);
    return object;
}

boost::json::object line_of(const Route& route, const RuleSet& rules, Instant now) {
    boost::json::object line;
    line["rules"] = array_of(route.rules);
    boost::json::array regions, contacts, proposals, unplaced;
    std::set<std::string> wsps;
    for (const Proposal& proposal : route.regions) {
        regions.emplace_back(proposal.region.text());
        for (const WspKey& wsp : proposal.wsps) wsps.insert(wsp.text());
        for (auto& contact : contacts_of(proposal.region, rules, now)) contacts.push_back(contact);
        proposals.push_back(proposal_object(proposal));
    }
    for (const UnplacedSite& site : route.unplaced)
        unplaced.push_back({{"site", site.site}, {"why", site.why}});
    line["regions"] = std::move(regions);
    line["contacts"] = std::move(contacts);
    line["wsps"] = array_of(wsps);
    line["policy"] = route.policy;
    line["signposts"] = array_of(route.signposts);
    if (!route.lead.empty()) line["lead"] = route.lead.text();
    if (route.regions.empty()) line["unroutable"] = true;
    line["mode"] = name_of(route.mode());
    line["proposals"] = std::move(proposals);
    line["unplaced"] = std::move(unplaced);
    line["why"] = array_of(route.why);
    return line;
}

// A line of request data, or of a whole submission.
Parsed<RequestData> read_line(const std::string& text) {
    const Parsed<boost::json::value> value = parse_json(text);
    if (!value) return value.error();
    const boost::json::object* object = value->if_object();
    const boost::json::value* data = object == nullptr ? nullptr : object->if_contains("data");
    return data != nullptr && object->contains("type") ? read_request_data(*data)
                                                       : read_request_data(*value, "");
}

void tell_problems(std::size_t number, const Problems& problems) {
    boost::json::array errors;
    for (const Problem& problem : problems)
        errors.push_back({{"pointer", problem.where}, {"detail", problem.text}});
    boost::json::object line;
    line["line"] = number;
    line["errors"] = std::move(errors);
    std::cout << to_json(line) << "\n";
}

}  // namespace

int route_requests(const RouteOptions& options) {
    const auto loaded = load_all(options.config);
    if (!loaded) return exit_usage;
    const auto input = open_input(options.input);
    if (!input) return exit_usage;
    const Instant now = SystemClock().now();
    bool all = true;
    std::size_t number = 0;
    for (std::string line; std::getline(*input, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const Parsed<RequestData> data = read_line(line);
        if (!data) {
            tell_problems(number, data.error());
            all = false;
        } else if (options.explain) {
            for (const std::string& told : explain_route(*data, *loaded->rules, now))
                std::cout << told << "\n";
            std::cout << "\n";
        } else {
            std::cout << to_json(line_of(route(*data, *loaded->rules, now), *loaded->rules, now))
                      << "\n";
        }
    }
    return all ? exit_done : exit_problems;
}

}  // namespace werktdoord
