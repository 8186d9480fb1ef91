// A store that holds many open requests, made fast.
#pragma once

#include <string>

#include "base/instant.hpp"
#include "core/ruleset.hpp"

namespace werktdoord::bench {

// When the requests of a filled store were referred: a Monday at 09:12.
Instant filled_at();

// Makes the new store `path` with so many open requests, each taken up and referred to its regions:
// a thousand by the engine, the rest as copies of their rows with numbers and instants of their
// own. The hashes of the copied journal lines are not those of a chain. REQUIRES: a multiple of
// 1,000.
void make_filled_store(const std::string& path, int requests, const RulesPtr& rules);

}  // namespace werktdoord::bench
