// Says what does not hold, and aborts: so the fuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace werktdoord {

inline void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

}  // namespace werktdoord
