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
#include "base/result.hpp"
#include "core/fold.hpp"
#include "core/model.hpp"

namespace werktdoord {

struct Municipality {
    MunicipalityCode code;
    std::string name;
    RegionKey region;
    std::string province;
    friend bool operator==(const Municipality&, const Municipality&) = default;
};

// Where a site was placed and why. `why` and `disagreement` are Dutch sentences for a person; they
// name only what stands in the reference, never what the employer typed, so that they may be
// journalled.
struct Placement {
    MunicipalityCode municipality;
    RegionKey region;
    std::string province;
    std::string why;
    std::string row;           // of the reference: "postcodes.csv: 5038,GM0855"
    std::string disagreement;  // not empty: postcode and municipality name different places
    friend bool operator==(const Placement&, const Placement&) = default;
};

class Places {
public:
    // A later municipality with the same code replaces the earlier one.
    void add(Municipality municipality);

    // REQUIRES: 1000 <= pc4 <= 9999. The first municipality of a postcode is its main one; further
    // ones, by either function, make it a split postcode.
    void add_postcode(int pc4, const MunicipalityCode& municipality);
    void add_split(int pc4, const MunicipalityCode& municipality);

    // A former or other name leads to its successors; a name in use goes before it.
    void add_former(const std::string& name, const MunicipalityCode& successor);

    // The postcode decides, except one that straddles a region border and an unknown one: then
    // the municipality does. A straddling one alone: its main municipality. Fails with a Dutch
    // reason when the site cannot be placed.
    Result<Placement> place(const Site& site) const;

    const Municipality* find(const MunicipalityCode& code) const;

    // What a former or other name leads to, in the order it was added; empty for any other name.
    std::vector<const Municipality*> successors(std::string_view name) const;

    // The main municipality of a postcode. REQUIRES: 1000 <= pc4 <= 9999.
    std::optional<MunicipalityCode> main_municipality(int pc4) const;

    const std::map<MunicipalityCode, Municipality>& municipalities() const {
        return municipalities_;
    }

    friend bool operator==(const Places&, const Places&) = default;

private:
    using Found = std::vector<const Municipality*>;

    // The municipalities that a written name can mean; case, diacritics and suffixes aside.
    Found named(std::string_view name) const;
    Found with_suffix(std::string_view name) const;
    Found in_postcode(int pc4) const;  // the main one first
    Found all_of(const std::vector<MunicipalityCode>& codes) const;

    std::map<MunicipalityCode, Municipality> municipalities_;
    std::vector<MunicipalityCode> codes_;                  // what postcodes_ points into
    std::array<std::uint16_t, 10000> postcodes_{};         // 0: unknown, else index in codes_ + 1
    std::map<int, std::vector<MunicipalityCode>> splits_;  // the further ones
    // By name_key: whole names, names without their suffix, former names.
    std::array<std::map<std::string, std::vector<MunicipalityCode>, std::less<>>, 3> names_;
};

// The four digits of a Dutch postcode written as people do ("5038AB", "5038 ab", "5038"): digits
// that do not begin with 0, two letters or none, spaces around and between them. Nothing for a text
// that is no postcode by its form; whether it exists is another matter.
std::optional<int> pc4_of(std::string_view postcode);

// A name of a municipality as compared: folded, without brackets, dots, hyphens and apostrophes,
// in its official form ("Den Haag" and "'s-Gravenhage" are one).
std::string name_key(std::string_view name);

// A name of a municipality without its bracketed suffix: "Hengelo (O.)" gives "Hengelo".
std::string_view without_suffix(std::string_view name);

}  // namespace werktdoord
