// What the writer knows of all that is stored by its fingerprint.
#pragma once

#include <cstdint>
#include <optional>

#include "store/connection.hpp"
#include "store/fingerprint_filter.hpp"

namespace werktdoord {

// Nothing is lost with it: it is read from the store again. One thread at a time, as the
// connection.
class KnownFingerprints {
public:
    explicit KnownFingerprints(Connection& connection) : connection_(connection) {}

    // Reads them anew where another process has written, or where too many of what was added are
    // gone since. REQUIRES: inside a transaction, at its beginning.
    void refresh();

    // False: nothing is stored under it. REQUIRES: all that this process stores is added.
    bool may_be_stored(std::int64_t fingerprint);

    void add(std::int64_t fingerprint);

private:
    std::int64_t version() const;
    void read(std::int64_t version);

    Connection& connection_;
    FingerprintFilter filter_;
    std::optional<std::int64_t> version_;  // of the store when they were read, as SQLite counts
    std::size_t most_ = 0;                 // of filter_.added(), until they are read anew
};

}  // namespace werktdoord
