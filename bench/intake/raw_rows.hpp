// The limit of the intake: SQLite writing the same rows into the same tables, and nothing else.
#pragma once

#include <string>
#include <vector>

namespace werktdoord::bench {

struct Written {
    int requests = 0;
    double seconds = 0;  // of all commits together
    double bytes = 0;    // that the database file grew by
};

// How many requests each commit holds, in their order.
using Batches = std::vector<int>;

Batches even_batches(int requests, int per_commit);

// As the daemon committed them that wrote the store `source`: what is registered in one commit is
// so at one instant. Throws std::runtime_error.
Batches batches_of(const std::string& source);

// Reads the rows of the requests in the store `source` into memory, then writes them into the new
// store `target` in these batches, by prepared statements with the settings of the daemon. Throws
// std::runtime_error.
Written write_raw_rows(const std::string& source, const std::string& target,
                       const Batches& batches);

}  // namespace werktdoord::bench
