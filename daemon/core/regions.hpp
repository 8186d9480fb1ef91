// The labour-market regions with the people who receive requests there (W6, W7, W8).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/key.hpp"
#include "base/zone.hpp"
#include "core/role.hpp"

namespace werktdoord {

// Both days belong to the absence; local days (contract section 3).
struct Absence {
    LocalDay from;
    LocalDay until;
    bool covers(LocalDay day) const { return from <= day && day <= until; }
    friend bool operator==(const Absence&, const Absence&) = default;
};

struct Person {
    std::string name;
    std::string email;
    std::vector<Absence> absent;
    bool is_absent(LocalDay day) const;
    friend bool operator==(const Person&, const Person&) = default;
};

struct Wsp {
    WspKey key;
    std::string name;
    std::string email;
    std::vector<MunicipalityCode> municipalities;  // none: the whole region
    bool covers(const MunicipalityCode& municipality) const;
    friend bool operator==(const Wsp&, const Wsp&) = default;
};

struct Region {
    RegionKey key;
    std::string code;  // "AM28"
    std::string name;
    Person contact;
    std::optional<Person> backup;
    std::vector<Wsp> wsps;          // in the order of the file
    std::map<Role, Person> inform;  // wsp_manager, employers_association, pow_director

    const Wsp* find_wsp(const WspKey& wsp) const;

    // Whether its contact and its backup are one address, so that nobody stands in.
    bool is_own_backup() const;

    // The WSPs that cover any of the municipalities, in the order of the file. A municipality that
    // no WSP covers, or none at all, calls for all of them (contract section 3).
    std::vector<WspKey> wsps_for(const std::vector<MunicipalityCode>& municipalities) const;

    friend bool operator==(const Region&, const Region&) = default;
};

using Regions = std::map<RegionKey, Region>;

// Null where these rules have none of that key: what is stored may name one that others had.
const Region* find_region(const Regions& regions, const RegionKey& key);
const Wsp* find_wsp(const Regions& regions, const RegionKey& region, const WspKey& wsp);

}  // namespace werktdoord
