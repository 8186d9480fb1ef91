// The names of the files in the rules folder (docs/rules.md), for who reads them and for who tells
// where something stands in them.
#pragma once

namespace werktdoord::rules_file {

constexpr const char* calendar = "calendar.yaml";
constexpr const char* deadlines = "deadlines.yaml";
constexpr const char* digests = "digests.yaml";
constexpr const char* regions = "regions.yaml";
constexpr const char* roster = "roster.yaml";
constexpr const char* routing = "routing.yaml";
constexpr const char* signposts = "signposts.yaml";
constexpr const char* tests = "tests.yaml";

constexpr const char* coordinates = "reference/coordinates.csv";
constexpr const char* former_municipalities = "reference/former_municipalities.csv";
constexpr const char* municipalities = "reference/municipalities.csv";
constexpr const char* postcodes = "reference/postcodes.csv";
constexpr const char* split_postcodes = "reference/split_postcodes.csv";

}  // namespace werktdoord::rules_file
