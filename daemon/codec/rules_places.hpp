// The reference files: municipalities and postcodes (contract section 3).
#pragma once

#include <vector>

#include "codec/csv.hpp"
#include "codec/rules_files.hpp"
#include "core/locations.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"

namespace werktdoord {

struct PlacesRead {
    Places places;
    Locations locations;
    std::vector<CsvField> regions;  // each region that a municipality lies in, where first named
};

// reference/municipalities.csv and postcodes.csv, which must be there, and split_postcodes.csv and
// former_municipalities.csv and coordinates.csv, which may. Empty where municipalities.csv has an
// error, so that nothing else is blamed for the rows it lacks.
PlacesRead read_places(RulesFiles& files);

// An error for each region of the reference files that `regions` lacks; where there is none, a
// warning for each region in which no municipality lies (at `where`).
void check_region_names(const PlacesRead& read, const Regions& regions, const std::string& where,
                        Findings& findings);

}  // namespace werktdoord
