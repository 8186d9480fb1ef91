// What `verify` and `backup` share: telling problems of a store, one a line.
#pragma once

#include <string>

#include "base/result.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Prints a problem to stdout: `NLWD-2026-000001 clock 3 due: is …, by the journal …`.
struct FindingPrinter {
    void operator()(const Problem& problem) const;
};

// "100000 requests, 812345 lines of the journal, 20000 mails: no problems".
std::string summary(const Verified& verified);

}  // namespace werktdoord
