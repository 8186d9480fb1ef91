// The tables and how an older store becomes a newer one: numbered migrations, each all or nothing.
#pragma once

#include "store/connection.hpp"

namespace werktdoord {

// The version that this program reads and writes (PRAGMA user_version).
int schema_version();

// Brings the store to schema_version(), from an empty file too. Throws StoreFault for a store of a
// newer version, for a file that is not a store, and when the disk fails.
void migrate(Connection& connection);

// Throws StoreFault unless the store is of schema_version(): a reader never migrates.
void require_current_schema(Connection& connection);

}  // namespace werktdoord
