// Which municipality and region a site lies in (contract section 3, reference files). Pure.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/key.hpp"
#include "core/model.hpp"

namespace werktdoord {

struct Municipality {
    MunicipalityCode code;
    std::string name;
    RegionKey region;
    std::string province;
    friend bool operator==(const Municipality&, const Municipality&) = default;
};

// Where a site was placed and why; `why` is a Dutch sentence for a person.
struct Placement {
    MunicipalityCode municipality;
    RegionKey region;
    std::string province;
    std::string why;
    std::string disagreement;  // not empty: postcode and municipality name different regions
    friend bool operator==(const Placement&, const Placement&) = default;
};

class Places {
public:
    // A postcode of four digits; a former or other name leads to its successors.
    void add(Municipality municipality);
    void add_postcode(int pc4, const MunicipalityCode& municipality);
    void add_split(int pc4, const MunicipalityCode& municipality);
    void add_former(const std::string& name, const MunicipalityCode& successor);

    // The postcode decides, except one that straddles a region border and an unknown one: then
    // the municipality does. Fails with a Dutch reason when the site cannot be placed.
    Result<Placement> place(const Site& site) const;

    const Municipality* find(const MunicipalityCode& code) const;
    const std::map<MunicipalityCode, Municipality>& municipalities() const {
        return municipalities_;
    }

private:
    // The municipalities that a written name can mean; case, diacritics and suffixes aside.
    std::vector<MunicipalityCode> named(std::string_view name) const;

    std::map<MunicipalityCode, Municipality> municipalities_;
    std::vector<MunicipalityCode> codes_;           // what postcodes_ points into
    std::array<std::uint16_t, 10000> postcodes_{};  // 0: unknown, else index in codes_ + 1
    std::map<int, std::vector<MunicipalityCode>> splits_;
    std::map<std::string, std::vector<MunicipalityCode>> names_;  // folded name
};

// The four digits of a Dutch postcode written as people do ("5038AB", "5038 ab", "5038").
// Nothing for a text that is no postcode.
std::optional<int> pc4_of(std::string_view postcode);

// Lower case, without diacritics and doubled spaces: how names and words are compared.
std::string fold(std::string_view text);

}  // namespace werktdoord
