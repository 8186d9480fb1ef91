#include "store/schema.hpp"

#include <array>
#include <string>

#include "store/query.hpp"
#include "store/schema_1.hpp"
#include "store/schema_2.hpp"
#include "store/schema_3.hpp"
#include "store/schema_4.hpp"
#include "store/schema_5.hpp"
#include "store/sqlite_case_base.hpp"
#include "store/sqlite_employers.hpp"
#include "store/sqlite_match_keys.hpp"
#include "store/sqlite_webhooks.hpp"

namespace werktdoord {
namespace {

struct Migration {
    int version;
    const char* sql;
    void (*fill)(Connection&) = nullptr;  // what SQL alone cannot work out
};

void fill_schema_3(Connection& connection) {
    fill_match_keys(connection);
    fill_case_base(connection);
}

void fill_schema_4(Connection& connection) {
    fill_webhook_fingerprints(connection);
    fill_employer_fingerprints(connection);
}

// In order. What was released is never changed; a change of the tables is a new row.
constexpr std::array migrations{
    Migration{1, schema_1},
    Migration{2, schema_2},
    Migration{3, schema_3, fill_schema_3},
    Migration{4, schema_4, fill_schema_4},
    Migration{5, schema_5},
};

// "NLWD": marks the file as ours.
constexpr std::int64_t application_id = 0x4e4c5744;

int version_of(Connection& connection) {
    const bool ours = integer_of(connection, "PRAGMA application_id") == application_id;
    const bool empty = integer_of(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (!ours && !empty)
        throw StoreFault("this database is not a store of werktdoord; set store.path to another",
                         false);
    return static_cast<int>(integer_of(connection, "PRAGMA user_version"));
}

void refuse_newer(int version) {
    if (version <= schema_version()) return;
    throw StoreFault("the store has schema " + std::to_string(version) + ", this program knows " +
                         std::to_string(schema_version()) +
                         "; install the version that wrote it, or put back a backup",
                     false);
}

}  // namespace

int schema_version() {
    return migrations.back().version;
}

void migrate(Connection& connection) {
    for (const Migration& migration : migrations) {
        connection.transaction([&] {
            // Read inside the transaction: another process may have migrated meanwhile.
            const int version = version_of(connection);
            refuse_newer(version);
            if (version >= migration.version) return;
            connection.run_script(migration.sql);
            if (migration.fill != nullptr) migration.fill(connection);
            connection.run_script(
                ("PRAGMA application_id = " + std::to_string(application_id)).c_str());
            connection.run_script(
                ("PRAGMA user_version = " + std::to_string(migration.version)).c_str());
        });
    }
}

void require_current_schema(Connection& connection) {
    const int version = version_of(connection);
    refuse_newer(version);
    if (version == schema_version()) return;
    if (version == 0 && integer_of(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        throw StoreFault(
            "the store is empty, as if it was never written; put back a backup, or start the "
            "daemon once to begin a new one",
            false);
    throw StoreFault("the store has schema " + std::to_string(version) + ", this program reads " +
                         std::to_string(schema_version()) + "; start the daemon once to migrate it",
                     false);
}

}  // namespace werktdoord
