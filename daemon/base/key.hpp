// Strong ids: a RegionKey does not pass for a WspKey.
#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <utility>

namespace werktdoord {

template <class Tag>
class Key {
public:
    Key() = default;
    explicit Key(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

    friend bool operator==(const Key&, const Key&) = default;
    friend auto operator<=>(const Key&, const Key&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Key& key) { return out << key.text_; }

private:
    std::string text_;
};

using RegionKey = Key<struct RegionTag>;               // "midden-brabant"
using WspKey = Key<struct WspTag>;                     // "wsp-midden-brabant"
using MemberKey = Key<struct MemberTag>;               // "anna"
using RequestNumber = Key<struct RequestNumberTag>;    // "NLWD-2026-000001"
using MunicipalityCode = Key<struct MunicipalityTag>;  // "GM0855"

}  // namespace werktdoord

template <class Tag>
struct std::hash<werktdoord::Key<Tag>> {
    std::size_t operator()(const werktdoord::Key<Tag>& key) const noexcept {
        return std::hash<std::string>()(key.text());
    }
};
