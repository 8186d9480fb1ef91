#include "store/sqlite_settings.hpp"

#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* select_setting_sql = "SELECT value FROM settings WHERE name = ?";
constexpr const char* put_setting_sql =
    "INSERT INTO settings(name, value) VALUES(?1, ?2)"
    " ON CONFLICT(name) DO UPDATE SET value = ?2";

}  // namespace

std::map<std::string, std::string> select_settings(Connection& connection) {
    std::map<std::string, std::string> settings;
    Query row(connection, "SELECT name, value FROM settings");
    while (row.step()) {
        std::string name = row.text();
        settings[std::move(name)] = row.text();
    }
    return settings;
}

std::optional<std::string> select_setting(Connection& connection, const std::string& name) {
    Query row(connection, select_setting_sql, name);
    if (!row.step()) return std::nullopt;
    return row.text();
}

void put_setting(Connection& connection, const std::string& name, const std::string& value) {
    run(connection, put_setting_sql, name, value);
}

}  // namespace werktdoord
