// A small rules folder on disk that tests change one file of.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "codec/replaced.hpp"
#include "codec/told.hpp"

namespace werktdoord {

using RulesTexts = std::map<std::string, std::string>;

inline constexpr const char* small_regions =
    R"(regions:
  midden-brabant:
    code: AM28
    name: Midden-Brabant
    contact: { name: Contact, email: contact@mb.example }
    backup: { name: Achtervang, email: achtervang@mb.example }
    wsps:
      wsp-mb: { name: WSP, email: wsp@mb.example, municipalities: [GM0855] }
    inform:
      wsp_manager: { name: Manager, email: manager@mb.example }
  noordoost-brabant:
    code: AM29
    name: Noordoost-Brabant
    contact: { name: Contact, email: contact@nob.example }
    wsps:
      wsp-nob: { name: WSP, email: wsp@nob.example }
)";

inline constexpr const char* small_deadlines =
    R"(policies:
  blueprint:
    take_up: { within: 1 working_day, warn: 4 working_hours before, from: request.registered, until: request.taken_up }
    assess: { within: 2 working_days, from: request.taken_up, until: [request.referred, request.introduced, request.closed], unless: request.referred }
    report_back: { within: 4 weeks, from: referral.sent, until: referral.reported_back }
    decide: { within: 2 working_days, from: request.deciding, until: [request.referred, request.closed] }
    follow_up: { within: 4 weeks, from: request.introduced, until: request.followed_up }
default: blueprint
escalation:
  take_up: [ { on: warned, to: [owner] }, { after: 1 working_day, to: [coordinator], repeat: 5 } ]
)";

inline constexpr const char* small_routing =
    R"(rules:
  - name: care
    when: { kind: demand, sector: { prefix: ["86"] }, headcount: { at_least: 2 } }
    refer: { to: [midden-brabant], mode: immediately, wsps: [wsp-mb], inform: [wsp_manager] }
  - name: default
    refer: { to: region_of_site }
)";

inline constexpr const char* small_calendar =
    R"(working_hours:
  monday: "09:00-17:00"
  friday: "09:00-12:30"
holidays: netherlands
closed: [2026-12-24]
notify: always
)";

inline constexpr const char* small_roster =
    R"(team:
  anna: { name: Anna, email: anna@werk.example }
coordinator: anna
week: { monday: anna, friday: anna }
overrides: [ { date: 2027-01-04, on_duty: anna } ]
absent: [ { who: anna, from: 2027-02-01, until: 2027-02-05 } ]
stand_in: [anna]
)";

inline constexpr const char* small_signposts =
    R"(signposts:
  voucher:
    title: Voucher
    text: Twee regio's betalen mee.
    link: https://voucher.example
    when: { region: midden-brabant }
    valid: { from: 2026-11-01, until: 2027-07-31 }
    tiers: [ { employees: 50-100, amount: "€ 3.000" }, { employees: 251-, amount: "€ 4.000" } ]
)";

inline constexpr const char* small_tests =
    R"(tests:
  - name: care goes at once
    given: { kind: demand, sites: [ { postcode: "5038 AB" } ], sector: "86.10", headcount: 4 }
    expect: { rule: care, regions: [midden-brabant], wsps: wsp-mb, policy: blueprint, signposts: voucher }
)";

// Two regions, one member of the team; without a finding as it stands.
inline RulesTexts small_rules() {
    return {
        {"reference/municipalities.csv",
         "code,name,region,province\n"
         "GM0855,Tilburg,midden-brabant,Noord-Brabant\n"
         "GM0828,Oss,noordoost-brabant,Noord-Brabant\n"},
        {"reference/postcodes.csv", "pc4,municipality\n5038,GM0855\n5341,GM0828\n"},
        {"regions.yaml", small_regions},
        {"deadlines.yaml", small_deadlines},
        {"routing.yaml", small_routing},
        {"calendar.yaml", small_calendar},
        {"roster.yaml", small_roster},
        {"digests.yaml", "team: { at: \"08:15\", on: days }\nempty: send\n"},
        {"signposts.yaml", small_signposts},
        {"tests.yaml", small_tests},
    };
}

// A folder that lives as long as this object.
class RulesFolder {
public:
    explicit RulesFolder(const RulesTexts& texts, const std::string& name = "rules") {
        static int count = 0;
        path_ = std::filesystem::path(testing::TempDir()) /
                ("werktdoord-" + name + "-" + std::to_string(++count) + "-" +
                 std::to_string(reinterpret_cast<std::uintptr_t>(this)));
        for (const auto& [file, text] : texts) write(file, text);
    }
    ~RulesFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    RulesFolder(const RulesFolder&) = delete;
    RulesFolder& operator=(const RulesFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    void write(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file, std::ios::binary) << text;
    }

private:
    std::filesystem::path path_;
};

// Without the folder in front.
inline std::vector<std::string> told(const Findings& findings, const RulesFolder& folder) {
    const std::string prefix = folder.path().string() + "/";
    std::vector<std::string> lines;
    for (const std::string& line : told(findings))
        lines.push_back(line.starts_with(prefix) ? line.substr(prefix.size()) : line);
    return lines;
}

}  // namespace werktdoord
