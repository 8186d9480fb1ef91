// Conditions on a request, as rules and signposts write them (contract section 3). Pure.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/model.hpp"
#include "core/places.hpp"

namespace werktdoord {

enum class Field {
    kind,
    employer_name,
    employer_kvk_number,
    employer_size,
    employer_contact_name,
    employer_contact_email,
    employer_contact_phone,
    sites_postcode,
    sites_municipality,
    sector,
    occupation,
    headcount,
    hours_per_week,
    period_from,
    period_until,
    themes,
    urgency,
    description,
    consent_to_introduce,
    region,
    province,
    municipality
};

// As written in YAML: the path of section 4 with dots.
template <>
struct Names<Field> {
    static constexpr std::array<std::pair<Field, std::string_view>, 22> table{
        {{Field::kind, "kind"},
         {Field::employer_name, "employer.name"},
         {Field::employer_kvk_number, "employer.kvkNumber"},
         {Field::employer_size, "employer.size"},
         {Field::employer_contact_name, "employer.contact.name"},
         {Field::employer_contact_email, "employer.contact.email"},
         {Field::employer_contact_phone, "employer.contact.phone"},
         {Field::sites_postcode, "sites.postcode"},
         {Field::sites_municipality, "sites.municipality"},
         {Field::sector, "sector"},
         {Field::occupation, "occupation"},
         {Field::headcount, "headcount"},
         {Field::hours_per_week, "hoursPerWeek"},
         {Field::period_from, "period.from"},
         {Field::period_until, "period.until"},
         {Field::themes, "themes"},
         {Field::urgency, "urgency"},
         {Field::description, "description"},
         {Field::consent_to_introduce, "consentToIntroduce"},
         {Field::region, "region"},
         {Field::province, "province"},
         {Field::municipality, "municipality"}}};
};

enum class FieldType { text, number, day, truth, code };  // code: dots and spaces ignored
FieldType type_of(Field field);

// A test of one field. A value list matches when any value of the field equals any of `values`;
// a missing field matches only `not` and `exists: false`.
struct Condition {
    enum class Op { equals, prefix, range, exists, negation };
    Op op = Op::equals;
    std::vector<std::string> values;      // equals, prefix
    std::optional<std::string> at_least;  // range; numbers and days
    std::optional<std::string> at_most;   // range
    bool exists = true;                   // exists
    std::vector<Condition> inner;         // negation: one
    friend bool operator==(const Condition&, const Condition&) = default;
};

// A tree: a test of one field, or all / any / none of its children. No children and `all`:
// matches everything.
struct Matcher {
    enum class Op { all, any, none, field };
    Op op = Op::all;
    std::vector<Matcher> children;
    Field field = Field::kind;
    Condition condition;
    friend bool operator==(const Matcher&, const Matcher&) = default;
};

// What a matcher looks at: the request and where its sites lie.
struct MatchFacts {
    const RequestData& data;
    const std::vector<Placement>& placements;  // of the sites that could be placed
    const Places& places;                      // for names of municipalities
};

// The values of a field as compared; none: the field is missing.
std::vector<std::string> values_of(Field field, const MatchFacts& facts);

// A value as compared: folded text, a code without dots, a day, a number.
std::string comparable(Field field, std::string_view value);

bool matches(const Matcher& matcher, const MatchFacts& facts);

// The first test that failed or, for a match, that all held; one English line for a person:
// `sector: "86.10" starts with "86"`.
std::string explain(const Matcher& matcher, const MatchFacts& facts);

}  // namespace werktdoord
