#include "codec/rules_request.hpp"

#include <limits>

namespace werktdoord {

namespace {

constexpr std::size_t most_sites = 100;

// An absent text is an empty one.
std::string text_or_empty(const Node& node) {
    return node ? node.text() : std::string();
}

Employer read_employer(Node node) {
    Employer employer;
    employer.name = text_or_empty(node.optional("name"));
    employer.kvk_number = text_or_empty(node.optional("kvkNumber"));
    employer.size = node.optional("size").integer(0, std::numeric_limits<int>::max());
    Node contact = node.optional("contact");
    employer.contact.name = text_or_empty(contact.optional("name"));
    employer.contact.email = text_or_empty(contact.optional("email"));
    employer.contact.phone = text_or_empty(contact.optional("phone"));
    contact.warn_unknown();
    node.warn_unknown();
    return employer;
}

std::vector<Site> read_sites(const Node& node) {
    std::vector<Site> sites;
    for (Node item : node.list()) {
        Site site;
        site.postcode = text_or_empty(item.optional("postcode"));
        site.municipality = text_or_empty(item.optional("municipality"));
        item.warn_unknown();
        if ((item.is_map() || item.is_null()) && site.postcode.empty() && site.municipality.empty())
            item.error("a site needs a postcode or a municipality");
        sites.push_back(std::move(site));
    }
    if (node && (node.is_list() || node.is_null()) && (sites.empty() || sites.size() > most_sites))
        node.error("expected 1 to 100 sites");
    return sites;
}

Period read_period(Node node) {
    Period period;
    period.from = node.optional("from").day();
    period.until = node.optional("until").day();
    node.warn_unknown();
    return period;
}

}  // namespace

RequestData read_request(Node node) {
    RequestData data;
    data.kind = node.required("kind").one_of<Kind>().value_or(Kind::demand);
    data.employer = read_employer(node.optional("employer"));
    data.sites = read_sites(node.required("sites"));
    data.sector = text_or_empty(node.optional("sector"));
    data.occupation = text_or_empty(node.optional("occupation"));
    data.headcount = node.required("headcount").integer(1, people_most).value_or(1);
    data.hours_per_week = node.optional("hoursPerWeek").integer(0, 168);
    data.period = read_period(node.optional("period"));
    for (const Node& theme : node.optional("themes").list()) data.themes.push_back(theme.text());
    data.urgency = node.optional("urgency").one_of<Urgency>();
    const Node description = node.optional("description");
    if (description) data.description = description.paragraph();
    data.consent_to_introduce = node.optional("consentToIntroduce").boolean();
    node.warn_unknown();
    return data;
}

}  // namespace werktdoord
