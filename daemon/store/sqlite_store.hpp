// The store on SQLite: opening it to write or to read.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "codec/journal.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Opens the store to write, creates it where the file is missing and migrates an older one.
// ":memory:" gives one that ends with the object. `salts` must live as long. Throws StoreFault for
// what is no store, one of a newer version, and when the disk fails.
std::unique_ptr<Store> open_store(const std::string& path, SaltSource& salts);

// Opens an existing store to read, with a connection of its own: sees what is committed. Throws
// StoreFault where there is none, or one that this program does not read.
std::unique_ptr<StoreReader> open_reader(const std::string& path);

// What the store keeps for the program by name, for who looks at all of it. Throws like
// open_reader.
std::map<std::string, std::string> stored_settings(const std::string& path);

}  // namespace werktdoord
