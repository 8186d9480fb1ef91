// What a request has to say to each field of a matcher.
#include <algorithm>

#include "base/items.hpp"
#include "core/matcher.hpp"

namespace werktdoord {
namespace {

using Values = std::vector<std::string>;

Values one(const std::string& text) {
    return text.empty() ? Values{} : Values{text};
}

Values one(const std::optional<int>& number) {
    return number ? Values{std::to_string(*number)} : Values{};
}

Values one(const std::optional<LocalDay>& day) {
    return day ? Values{to_string(*day)} : Values{};
}

template <class Item, class Text>
Values values_in(const std::vector<Item>& items, Text text) {
    Values values;
    for (const Item& item : items)
        if (std::string value = text(item); !value.empty()) add_once(values, std::move(value));
    return values;
}

std::string municipality_name(const Placement& placement, const Places& places) {
    const Municipality* municipality = places.find(placement.municipality);
    return municipality ? municipality->name : placement.municipality.text();
}

Values employer_values(Field field, const Employer& employer) {
    switch (field) {
        case Field::employer_name:
            return one(employer.name);
        case Field::employer_kvk_number:
            return one(employer.kvk_number);
        case Field::employer_size:
            return one(employer.size);
        case Field::employer_contact_name:
            return one(employer.contact.name);
        case Field::employer_contact_email:
            return one(employer.contact.email);
        default:
            return one(employer.contact.phone);
    }
}

Values place_values(Field field, const MatchFacts& facts) {
    const auto& sites = facts.data().sites;
    const auto& placements = facts.placements();
    switch (field) {
        case Field::sites_postcode:
            return values_in(sites, [](const Site& s) { return s.postcode; });
        case Field::sites_municipality:
            return values_in(sites, [](const Site& s) { return s.municipality; });
        case Field::region:
            return values_in(placements, [](const Placement& p) { return p.region.text(); });
        case Field::province:
            return values_in(placements, [](const Placement& p) { return p.province; });
        default:
            return values_in(placements, [&](const Placement& p) {
                return municipality_name(p, facts.places());
            });
    }
}

Values make_comparable(Field field, const Values& written) {
    Values values;
    for (const std::string& value : written) {
        add_once(values, comparable(field, value));
        // A rule may name a municipality without its suffix: "Hengelo" for "Hengelo (O.)".
        if (type_of(field) == FieldType::place)
            add_once(values, comparable(field, without_suffix(value)));
    }
    std::erase(values, std::string());
    return values;
}

}  // namespace

FieldType type_of(Field field) {
    switch (field) {
        case Field::employer_size:
        case Field::headcount:
        case Field::hours_per_week:
            return FieldType::number;
        case Field::period_from:
        case Field::period_until:
            return FieldType::day;
        case Field::consent_to_introduce:
            return FieldType::truth;
        case Field::employer_kvk_number:
        case Field::sites_postcode:
        case Field::sector:
            return FieldType::code;
        case Field::sites_municipality:
        case Field::municipality:
            return FieldType::place;
        case Field::region:
        case Field::province:
            return FieldType::key;
        default:
            return FieldType::text;
    }
}

std::vector<std::string> written_values_of(Field field, const MatchFacts& facts) {
    const RequestData& data = facts.data();
    switch (field) {
        case Field::kind:
            return {std::string(name_of(data.kind))};
        case Field::sector:
            return one(data.sector);
        case Field::occupation:
            return one(data.occupation);
        case Field::headcount:
            return {std::to_string(data.headcount)};
        case Field::hours_per_week:
            return one(data.hours_per_week);
        case Field::period_from:
            return one(data.period.from);
        case Field::period_until:
            return one(data.period.until);
        case Field::themes:
            return values_in(data.themes, [](const std::string& t) { return t; });
        case Field::urgency:
            return data.urgency ? Values{std::string(name_of(*data.urgency))} : Values{};
        case Field::description:
            return one(data.description);
        case Field::consent_to_introduce:
            if (!data.consent_to_introduce) return {};
            return {*data.consent_to_introduce ? "true" : "false"};
        case Field::sites_postcode:
        case Field::sites_municipality:
        case Field::region:
        case Field::province:
        case Field::municipality:
            return place_values(field, facts);
        default:
            return employer_values(field, data.employer);
    }
}

const std::vector<std::string>& MatchFacts::values_of(Field field) const {
    auto& known = known_.at(static_cast<std::size_t>(field));
    if (!known) {
        known = make_comparable(field, written_values_of(field, *this));
        if (field == Field::municipality)  // by its code as well
            for (const Placement& placement : placements_)
                add_once(*known, fold(placement.municipality.text()));
    }
    return *known;
}

}  // namespace werktdoord
