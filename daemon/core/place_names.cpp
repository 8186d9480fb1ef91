// How people write postcodes and municipalities.
#include <algorithm>
#include <array>
#include <utility>

#include "base/digits.hpp"
#include "base/trimmed.hpp"
#include "core/places.hpp"

namespace werktdoord {
namespace {

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Names in daily use beside the official one, as name_key writes them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> other_names{
    {{"den haag", "s gravenhage"},
     {"the hague", "s gravenhage"},
     {"den bosch", "s hertogenbosch"},
     {"s bosch", "s hertogenbosch"}}};

// What people put between brackets after a name, as name_key writes it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> suffixes{
    {{"dr", "drenthe"},        {"drente", "drenthe"},   {"fl", "flevoland"},
     {"fr", "fryslan"},        {"frl", "fryslan"},      {"friesland", "fryslan"},
     {"gld", "gelderland"},    {"gr", "groningen"},     {"l", "limburg"},
     {"lb", "limburg"},        {"li", "limburg"},       {"nb", "noord brabant"},
     {"nbr", "noord brabant"}, {"nh", "noord holland"}, {"o", "overijssel"},
     {"ov", "overijssel"},     {"ut", "utrecht"},       {"z", "zeeland"},
     {"zld", "zeeland"},       {"zh", "zuid holland"}}};

std::string_view province_of(std::string_view suffix) {
    for (const auto& [written, province] : suffixes)
        if (written == suffix) return province;
    return suffix;
}

}  // namespace

std::optional<int> pc4_of(std::string_view postcode) {
    const std::string_view text = trimmed(postcode);
    if (text.size() < 4 || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return {};
    if (text[0] == '0') return {};
    const std::string_view rest = trimmed(text.substr(4));
    const bool two_letters = rest.size() == 2 && is_letter(rest[0]) && is_letter(rest[1]);
    if (!rest.empty() && !two_letters) return {};
    return (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
}

std::string name_key(std::string_view name) {
    std::string text = fold(name);
    std::erase_if(text, [](char c) { return c == '.' || c == '\''; });
    for (char& c : text)
        if (c == '-' || c == '(' || c == ')' || c == ',') c = ' ';
    text = fold(text);  // the spaces that the signs left
    if (text.starts_with("gemeente ")) text.erase(0, 9);
    for (const auto& [other, official] : other_names)
        if (text == other) return std::string(official);
    return text;
}

std::string_view without_suffix(std::string_view name) {
    const std::size_t bracket = name.find('(');
    if (bracket == std::string_view::npos || bracket == 0) return name;
    name = name.substr(0, bracket);
    while (name.ends_with(' ')) name.remove_suffix(1);
    return name;
}

// A suffix of the employer's own making ("Bergen (Limburg)", "Tilburg (NB)") names a province.
Places::Found Places::with_suffix(std::string_view name) const {
    const std::string_view base = without_suffix(name);
    if (base == name) return {};
    const std::string suffix = name_key(name.substr(base.size()));
    Found found = named(base);
    std::erase_if(
        found, [&](const Municipality* m) { return name_key(m->province) != province_of(suffix); });
    return found;
}

}  // namespace werktdoord
