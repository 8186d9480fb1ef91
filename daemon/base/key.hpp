// Strong ids: a RegionKey does not pass for a WspKey.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

namespace werktdoord {

struct RequestNumberTag;

template <class Tag>
class Key {
public:
    Key() = default;
    explicit Key(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

    friend bool operator==(const Key&, const Key&) = default;
    // Request numbers have six digits, and seven from 1,000,000 on: within a year the longer one is
    // the later.
    friend std::strong_ordering operator<=>(const Key& a, const Key& b) {
        if constexpr (std::is_same_v<Tag, RequestNumberTag>) {
            constexpr std::size_t to_year = sizeof "NLWD-2026" - 1;
            const int years = a.text_.compare(0, to_year, b.text_, 0, to_year);
            if (years != 0) return years <=> 0;
            if (a.text_.size() != b.text_.size()) return a.text_.size() <=> b.text_.size();
        }
        return a.text_ <=> b.text_;
    }
    friend std::ostream& operator<<(std::ostream& out, const Key& key) { return out << key.text_; }

private:
    std::string text_;
};

using RegionKey = Key<struct RegionTag>;               // "midden-brabant"
using WspKey = Key<struct WspTag>;                     // "wsp-midden-brabant"
using MemberKey = Key<struct MemberTag>;               // "anna"
using RequestNumber = Key<RequestNumberTag>;           // "NLWD-2026-000001"
using MunicipalityCode = Key<struct MunicipalityTag>;  // "GM0855"

}  // namespace werktdoord

template <class Tag>
struct std::hash<werktdoord::Key<Tag>> {
    std::size_t operator()(const werktdoord::Key<Tag>& key) const noexcept {
        return std::hash<std::string>()(key.text());
    }
};
