// The limit of the intake: SQLite writing the same rows into the same tables, and nothing else.
#pragma once

#include <string>

namespace werktdoord::bench {

struct Written {
    int requests = 0;
    double seconds = 0;      // of all commits together
    double slow_commit = 0;  // 99 % of the commits took less, in seconds
    double bytes = 0;        // that the database file grew by
};

// Reads the rows of the requests in the store `source` into memory, then writes them into the new
// store `target`, so many requests in a commit, by prepared statements with the settings of the
// daemon. Throws std::runtime_error.
Written write_raw_rows(const std::string& source, const std::string& target, int per_commit);

}  // namespace werktdoord::bench
