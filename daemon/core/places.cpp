#include "core/places.hpp"

#include <algorithm>

#include "base/items.hpp"

namespace werktdoord {
namespace {

using Found = std::vector<const Municipality*>;

enum : std::size_t { whole_names, short_names, former_names };

bool one_region(const Found& found) {
    return std::all_of(found.begin(), found.end(),
                       [&](const Municipality* m) { return m->region == found.front()->region; });
}

Found common(const Found& some, const Found& others) {
    Found both;
    for (const Municipality* m : some)
        if (has(others, m)) both.push_back(m);
    return both;
}

std::string with_regions(const Found& found, std::string_view last_joint) {
    std::string text;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i > 0) text += i + 1 == found.size() ? last_joint : ", ";
        text += found[i]->name + " (regio " + found[i]->region.text() + ")";
    }
    return text;
}

// The first part of a postcode is the one in the table of postcodes.
std::string postcode_row(int pc4, const Municipality& m, const Found& parts) {
    const bool main = &m == parts.front();
    return (main ? "postcodes.csv: " : "split_postcodes.csv: ") + std::to_string(pc4) + "," +
           m.code.text();
}

std::string municipality_row(const Municipality& m) {
    return "municipalities.csv: " + m.code.text() + "," + m.name + "," + m.region.text() + "," +
           m.province;
}

Placement placed(const Municipality& m, std::string why, std::string row) {
    return {m.code, m.region, m.province, std::move(why), std::move(row), {}};
}

Placement by_name(const Found& named) {
    const Municipality& m = *named.front();
    std::string why = "de gemeente " + m.name + " ligt in regio " + m.region.text();
    if (named.size() > 1)
        why = "de gemeentenaam kan " + with_regions(named, " of ") + " zijn, in dezelfde regio";
    return placed(m, std::move(why), municipality_row(m));
}

// A postcode within one region: it decides. A named part of it says which part.
Placement by_postcode(int pc4, const Found& parts, const Found& named) {
    const Found both = common(named, parts);
    const Municipality& m = both.empty() ? *parts.front() : *both.front();
    const std::string postcode = "postcode " + std::to_string(pc4);
    Placement placement = placed(m, postcode + " ligt in " + m.name + ", regio " + m.region.text(),
                                 postcode_row(pc4, m, parts));
    if (!named.empty() && both.empty())
        placement.disagreement = postcode + " hoort bij " + with_regions({&m}, "") +
                                 ", de opgegeven gemeente is " + with_regions(named, " of ") +
                                 ": de postcode telt";
    return placement;
}

// A postcode over a region border: the municipality decides where one is named.
Placement by_straddling(int pc4, const Found& parts, const Found& named) {
    const std::string border = "postcode " + std::to_string(pc4) +
                               " ligt in meer dan één regio: " + with_regions(parts, " en ");
    const Found both = common(named, parts);
    if (!both.empty() && one_region(both)) {
        const Municipality& m = *both.front();
        return placed(m, border + "; de opgegeven gemeente " + m.name + " telt",
                      postcode_row(pc4, m, parts));
    }
    if (both.empty() && !named.empty() && one_region(named)) {
        Placement placement = by_name(named);
        placement.why = border + "; de opgegeven gemeente " + named.front()->name + " telt";
        placement.disagreement = "postcode " + std::to_string(pc4) + " hoort bij " +
                                 with_regions(parts, " en ") + ", de opgegeven gemeente is " +
                                 with_regions(named, " of ") + ": de gemeente telt";
        return placement;
    }
    const Municipality& m = *parts.front();
    return placed(m, border + "; zonder duidelijke gemeente telt de hoofdgemeente " + m.name,
                  postcode_row(pc4, m, parts));
}

std::string unknown_postcode(const Site& site, std::optional<int> pc4) {
    if (fold(site.postcode).empty()) return "er is geen postcode opgegeven";
    if (!pc4) return "de postcode is niet goed geschreven";
    return "postcode " + std::to_string(*pc4) + " staat niet in de lijst";
}

}  // namespace

void Places::add(Municipality municipality) {
    const MunicipalityCode code = municipality.code;
    add_once(names_[whole_names][name_key(municipality.name)], code);
    const std::string_view base = without_suffix(municipality.name);
    if (base != municipality.name) add_once(names_[short_names][name_key(base)], code);
    municipalities_.insert_or_assign(code, std::move(municipality));
}

void Places::add_postcode(int pc4, const MunicipalityCode& municipality) {
    std::uint16_t& entry = postcodes_.at(static_cast<std::size_t>(pc4));
    if (entry != 0) {
        if (codes_[entry - 1U] != municipality) add_once(splits_[pc4], municipality);
        return;
    }
    // Postcodes come in order, so neighbours mostly share their municipality: look from the end.
    std::size_t index = codes_.size();
    while (index > 0 && codes_[index - 1] != municipality) --index;
    if (index == 0) {
        codes_.push_back(municipality);
        index = codes_.size();
    }
    entry = static_cast<std::uint16_t>(index);
}

void Places::add_split(int pc4, const MunicipalityCode& municipality) {
    add_postcode(pc4, municipality);
}

void Places::add_former(const std::string& name, const MunicipalityCode& successor) {
    add_once(names_[former_names][name_key(name)], successor);
}

Result<Placement> Places::place(const Site& site) const {
    const std::optional<int> pc4 = pc4_of(site.postcode);
    const Found parts = pc4 ? in_postcode(*pc4) : Found{};
    const Found found = named(site.municipality);
    if (!parts.empty())
        return one_region(parts) ? by_postcode(*pc4, parts, found)
                                 : by_straddling(*pc4, parts, found);

    const std::string postcode = unknown_postcode(site, pc4);
    if (fold(site.municipality).empty())
        return Problem{"", postcode + " en er is geen gemeente opgegeven"};
    if (found.empty())
        return Problem{"", postcode + " en de opgegeven gemeente staat niet in de lijst"};
    if (!one_region(found))
        return Problem{"", postcode + " en de gemeentenaam kan " + with_regions(found, " of ") +
                               " zijn: een postcode is nodig"};
    return by_name(found);
}

const Municipality* Places::find(const MunicipalityCode& code) const {
    const auto it = municipalities_.find(code);
    return it == municipalities_.end() ? nullptr : &it->second;
}

Places::Found Places::successors(std::string_view name) const {
    const auto& former = names_[former_names];
    const auto found = former.find(name_key(name));
    return found == former.end() ? Found{} : all_of(found->second);
}

std::optional<MunicipalityCode> Places::main_municipality(int pc4) const {
    const std::uint16_t entry = postcodes_.at(static_cast<std::size_t>(pc4));
    if (entry == 0) return std::nullopt;
    return codes_[entry - 1U];
}

Places::Found Places::all_of(const std::vector<MunicipalityCode>& codes) const {
    Found found;
    for (const MunicipalityCode& code : codes)
        if (const Municipality* m = find(code)) found.push_back(m);
    return found;
}

Places::Found Places::in_postcode(int pc4) const {
    const std::uint16_t entry = postcodes_.at(static_cast<std::size_t>(pc4));
    if (entry == 0) return {};
    std::vector<MunicipalityCode> codes{codes_[entry - 1U]};
    if (const auto split = splits_.find(pc4); split != splits_.end())
        codes.insert(codes.end(), split->second.begin(), split->second.end());
    return all_of(codes);
}

Places::Found Places::named(std::string_view name) const {
    const std::string key = name_key(name);
    if (key.empty()) return {};
    for (const auto& names : names_)
        if (const auto it = names.find(key); it != names.end()) return all_of(it->second);
    return with_suffix(name);
}

}  // namespace werktdoord
