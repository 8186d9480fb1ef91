#include "core/surroundings.hpp"

namespace werktdoord {
namespace {

Matcher any_of_values(Field field, const std::set<std::string>& values) {
    Matcher matcher;
    matcher.op = Matcher::Op::field;
    matcher.field = field;
    matcher.condition.values.assign(values.begin(), values.end());
    return matcher;
}

}  // namespace

Surroundings::Surroundings(const Places& places) {
    for (const auto& [code, municipality] : places.municipalities()) {
        const std::string region = comparable(Field::region, municipality.region.text());
        const std::string province = comparable(Field::province, municipality.province);
        for (const std::string_view name :
             {std::string_view(code.text()), std::string_view(municipality.name),
              without_suffix(municipality.name)}) {
            Around& around = municipalities_[comparable(Field::municipality, name)];
            around.regions.insert(region);
            around.provinces.insert(province);
        }
        regions_[region].provinces.insert(province);
    }
}

Matcher Surroundings::with(Matcher place, const Around& around) const {
    Matcher all;
    all.children.push_back(std::move(place));
    if (!around.regions.empty())
        all.children.push_back(any_of_values(Field::region, around.regions));
    all.children.push_back(any_of_values(Field::province, around.provinces));
    return all;
}

Matcher Surroundings::named_in(Matcher matcher) const {
    if (matcher.op == Matcher::Op::none) return matcher;
    for (Matcher& child : matcher.children) child = named_in(std::move(child));
    const bool place = matcher.field == Field::municipality || matcher.field == Field::region;
    if (matcher.op != Matcher::Op::field || !place || matcher.condition.op != Condition::Op::equals)
        return matcher;
    const auto& known = matcher.field == Field::municipality ? municipalities_ : regions_;
    Matcher any;
    any.op = Matcher::Op::any;
    for (const std::string& value : matcher.condition.values) {
        Matcher one = any_of_values(matcher.field, {value});
        const auto around = known.find(value);
        any.children.push_back(around == known.end() ? one : with(one, around->second));
    }
    return any;
}

}  // namespace werktdoord
