// Small values by name (store/setting_names.hpp). All throw StoreFault when the disk fails.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "store/connection.hpp"

namespace werktdoord {

// All there are, by name.
std::map<std::string, std::string> select_settings(Connection& connection);

// Nothing when there is none of that name.
std::optional<std::string> select_setting(Connection& connection, const std::string& name);

// Puts a value in place of the one before.
void put_setting(Connection& connection, const std::string& name, const std::string& value);

}  // namespace werktdoord
