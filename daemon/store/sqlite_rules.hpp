// The rules that decisions were made under: kept whole, each version of a file once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/rules_file.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// Keeps them where they are new, and remembers that they are in force now.
void put_rules(Connection& connection, const std::string& hash,
               const std::vector<RulesFile>& files);

std::vector<RulesFile> select_rules_files(Connection& connection, const std::string& hash);
std::optional<std::string> select_rules_in_force(Connection& connection);

}  // namespace werktdoord
