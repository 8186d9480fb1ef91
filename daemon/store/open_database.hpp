// Opening the file of a store, and what it means when that fails.
#pragma once

#include <string>

#include "store/connection.hpp"

namespace werktdoord {

// Throws StoreFault, with whether it may pass; StoreBusy when another opens it at this instant.
SQLite::Database open_database(const std::string& path, Access access);

// Throws the same for a fault in the first steps with a store just opened.
[[noreturn]] void fail_opening(const std::string& path, Access access,
                               const SQLite::Exception& error);

}  // namespace werktdoord
