// Open requests by their employer.
#pragma once

#include <optional>
#include <vector>

#include "core/case.hpp"
#include "store/known_fingerprints.hpp"

namespace werktdoord {

// What an open request is found by: of the KvK number, of the address, each with its kind and
// occupation. None of a closed one. Upper and lower case are the same.
std::vector<std::int64_t> employer_fingerprints(const Case& it);

// Keeps them with the case, and in `known`; see save_case.
void save_employer_fingerprints(Connection& connection, KnownFingerprints& known,
                                const std::optional<Case>& before, const Case& after);

// Of all open requests, for a store that has none yet.
void fill_employer_fingerprints(Connection& connection);

bool has_its_employer_fingerprints(Connection& connection, const Case& it);

// Open requests of the same employer, kind and occupation, in the order of their numbers.
std::vector<RequestNumber> select_same_employer(Connection& connection, KnownFingerprints& known,
                                                const RequestData& data);

}  // namespace werktdoord
