// Submissions taken in by the engine alone, on a store on disk: no network.
#pragma once

#include <cstdint>
#include <string>

#include "core/command.hpp"
#include "core/ruleset.hpp"
#include "intake/raw_rows.hpp"

namespace werktdoord::bench {

// The rules of the country as they are shipped.
RulesPtr shipped_rules();

// The n-th submission as the intake hands it to the engine.
Submit submission(std::uint64_t n);

// Writes so many requests into the new store `path`, so many in a commit, as the daemon would.
Written write_by_engine(const std::string& path, int requests, int per_commit);

}  // namespace werktdoord::bench
