// Conditions on a request, as rules and signposts write them (contract section 3). Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
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

// code: dots and spaces ignored; place: a name of a municipality; key: spaces are hyphens.
enum class FieldType { text, number, day, truth, code, place, key };
FieldType type_of(Field field);

// A test of one field. It matches when any value of the field passes it; a missing field matches
// only `not` and `exists: false`. Values are as `comparable` gives them (see prepare).
struct Condition {
    enum class Op { equals, prefix, range, exists, negation };
    Op op = Op::equals;
    std::vector<std::string> values;      // equals, prefix: any of them
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

// What a matcher looks at: the request and where its sites lie. Remembers what it has worked out,
// so one object serves all rules of one decision, on one thread. Holds references only.
class MatchFacts {
public:
    MatchFacts(const RequestData& data, const std::vector<Placement>& placements,
               const Places& places)
        : data_(data), placements_(placements), places_(places) {}

    const RequestData& data() const { return data_; }
    const std::vector<Placement>& placements() const { return placements_; }
    const Places& places() const { return places_; }

    // The values of a field as compared; none: the field is missing.
    const std::vector<std::string>& values_of(Field field) const;

private:
    const RequestData& data_;
    const std::vector<Placement>& placements_;  // of the sites that could be placed
    const Places& places_;                      // for names of municipalities
    mutable std::array<std::optional<std::vector<std::string>>, Names<Field>::table.size()> known_;
};

// The values of a field as the request has them; none: the field is missing.
std::vector<std::string> written_values_of(Field field, const MatchFacts& facts);

// A value as compared: folded text, a code without dots, a day, a number.
std::string comparable(Field field, std::string_view value);

// Whether a value comes before another of the same field, as ranges see it. REQUIRES: both are
// comparable.
bool comes_before(Field field, std::string_view a, std::string_view b);

// The matcher with all its values made comparable: to be done once, where rules are loaded.
Matcher prepare(Matcher matcher);

// REQUIRES: `matcher` is prepared.
bool matches(const Matcher& matcher, const MatchFacts& facts);

// Why `matches` says what it says: all tests that held, or the first that failed; one Dutch line
// for a person: `sector "86.10" begint met "86"`. REQUIRES: `matcher` is prepared.
std::string explain(const Matcher& matcher, const MatchFacts& facts);

}  // namespace werktdoord
