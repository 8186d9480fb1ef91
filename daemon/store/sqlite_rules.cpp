#include "store/sqlite_rules.hpp"

#include "codec/sha256.hpp"
#include "store/query.hpp"
#include "store/setting_names.hpp"
#include "store/sqlite_settings.hpp"

namespace werktdoord {
namespace {

constexpr const char* known_sql = "SELECT 1 FROM rules WHERE hash = ? LIMIT 1";
constexpr const char* insert_file_sql =
    "INSERT INTO rules_files(hash, text) VALUES(?, ?) ON CONFLICT DO NOTHING";
constexpr const char* insert_rules_sql =
    "INSERT INTO rules(hash, position, name, file) VALUES(?, ?, ?, ?)";
constexpr const char* files_sql =
    "SELECT r.name, f.text FROM rules r JOIN rules_files f ON f.hash = r.file"
    " WHERE r.hash = ? ORDER BY r.position";

bool known(Connection& connection, const std::string& hash) {
    Query query(connection, known_sql, hash);
    return query.step();
}

}  // namespace

void put_rules(Connection& connection, const std::string& hash,
               const std::vector<RulesFile>& files) {
    put_setting(connection, setting::rules_in_force, hash);
    if (known(connection, hash)) return;
    int position = 0;
    for (const RulesFile& file : files) {
        const std::string content = sha256_hex(file.text);
        run(connection, insert_file_sql, content, file.text);
        run(connection, insert_rules_sql, hash, ++position, file.name, content);
    }
}

std::vector<RulesFile> select_rules_files(Connection& connection, const std::string& hash) {
    std::vector<RulesFile> files;
    Query query(connection, files_sql, hash);
    while (query.step()) {
        RulesFile& file = files.emplace_back();
        file.name = query.text();
        file.text = query.text();
    }
    return files;
}

std::optional<std::string> select_rules_in_force(Connection& connection) {
    return select_setting(connection, setting::rules_in_force);
}

}  // namespace werktdoord
