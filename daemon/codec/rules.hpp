// Reads the folder `rules/` into the rules the organisation decides (contract section 3).
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/zone.hpp"
#include "codec/finding.hpp"
#include "codec/locator.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

struct RulesRead {
    std::shared_ptr<const RuleSet> rules;  // null where there is any error
    Findings findings;                     // errors and warnings, in the order of reading
    Locator at;                            // where things stand in the files that were read
};

// Reads reference/*.csv, regions, deadlines, routing, calendar and roster, which must be there, and
// digests, signposts and tests, which may (split_postcodes.csv, former_municipalities.csv and
// coordinates.csv too). Everything that is wrong is found in one run, each once and at
// file:line:column: a file that lacks names for an error of its own is not held against the files
// that use them, and of one file 100 findings are told. `check_rules` then runs the examples.
// `hash` changes with any byte of any of the files.
RulesRead read_rules(const std::filesystem::path& folder, const Zone& zone);

// The same from files that were kept (RuleSet::files). `folder` names them in findings.
RulesRead read_rules(const std::vector<RulesFile>& files, const Zone& zone,
                     const std::filesystem::path& folder = {});

}  // namespace werktdoord
