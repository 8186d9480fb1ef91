// The index of open requests that matching looks in (core/match_keys.hpp), kept with each case.
#pragma once

#include <optional>

#include "core/case.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// Writes what differs between the keys of `before` (empty for a new case) and of `after`. New ones
// lie in the order of arrival at first.
void save_match_keys(Connection& connection, const std::optional<Case>& before, const Case& after);

// The keys of every open request, for a store of schema 3 that has none yet.
void fill_match_keys(Connection& connection);

// Whether all of its keys are kept of this case.
bool has_its_match_keys(Connection& connection, const Case& it);

// Whether so many requests have keys that lie in the order of arrival, about.
bool many_match_keys_are_new(Connection& connection, int requests);

// Puts those where all others are, in their order: a page that gets several is written once.
void settle_match_keys(Connection& connection);

// The same of at most so many rows, the first of that order.
void settle_match_keys(Connection& connection, int rows);

}  // namespace werktdoord
