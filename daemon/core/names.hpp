// Enumerations and their one spelling in YAML, JSON, SQL, the journal and docs.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace werktdoord {

template <class Enum>
struct Names;  // specialised with `static constexpr std::array<std::pair<Enum, std::string_view>,
               // N> table`

// The name of a value; "?" only for a value that is not in its table (a defect).
template <class Enum>
constexpr std::string_view name_of(Enum value) {
    for (const auto& [known, name] : Names<Enum>::table)
        if (known == value) return name;
    return "?";
}

// The value of a name; nothing where no value has it. Names are case-sensitive.
template <class Enum>
constexpr std::optional<Enum> find_name(std::string_view name) {
    for (const auto& [value, known] : Names<Enum>::table)
        if (known == name) return value;
    return std::nullopt;
}

template <class Enum>
std::vector<std::string> names_of() {
    std::vector<std::string> names;
    for (const auto& [value, name] : Names<Enum>::table) names.emplace_back(name);
    return names;
}

}  // namespace werktdoord
