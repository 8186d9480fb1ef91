#include "store/connection.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace werktdoord {
namespace {

constexpr int busy_timeout_ms = 5000;

int flags_of(Access access) {
    const int write = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    return access == Access::write ? write | SQLite::OPEN_CREATE : write;
}

SQLite::Database open_database(const std::string& path, Access access) {
    try {
        return SQLite::Database(path, flags_of(access), busy_timeout_ms);
    } catch (const SQLite::Exception& error) {
        throw StoreFault("store " + path + " cannot be opened: " + error.what(), false);
    }
}

// FULL: what is answered survives a power cut. Deleted personal data is overwritten. A writer
// keeps 32 MiB of pages, whatever the size of the store; a long transaction does not leave a
// log file of its size behind.
constexpr const char* write_pragmas =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -32768;"
    "PRAGMA journal_size_limit = 67108864;";

constexpr const char* read_pragmas =
    "PRAGMA query_only = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -8192;";

}  // namespace

const char* write_settings() {
    return write_pragmas;
}

StoreFault fault_of(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    const bool passes = code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_BUSY ||
                        code == SQLITE_LOCKED || code == SQLITE_NOMEM;
    return StoreFault(std::string("store: ") + error.what(), passes);
}

Connection::Connection(const std::string& path, Access access)
    : database_(open_database(path, access)) {
    try {
        database_.exec(access == Access::write ? write_pragmas : read_pragmas);
    } catch (const SQLite::Exception& error) {
        throw StoreFault("store " + path + " cannot be opened: " + error.what(), false);
    }
}

void Connection::run_script(const char* sql) {
    try {
        database_.exec(sql);
    } catch (const SQLite::Exception& error) {
        throw fault_of(error);
    }
}

PreparedStatement& Connection::prepare(const char* sql) {
    check_alive();
    try {
        return statements_.of_literal(sql);
    } catch (const SQLite::Exception& error) {
        throw fault_of(error);
    }
}

PreparedStatement& Connection::prepare(const std::string& sql) {
    check_alive();
    try {
        return statements_.of_text(sql);
    } catch (const SQLite::Exception& error) {
        throw fault_of(error);
    }
}

bool Connection::sqlite_in_transaction() const {
    return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

// SQLite gives up the whole transaction on some faults. What came after would be committed piece
// by piece, so nothing may come after.
void Connection::check_alive() const {
    if (writing_ && !sqlite_in_transaction())
        throw StoreFault("store: the transaction was given up after a fault", true);
}

void Connection::run(const char* literal) {
    SQLite::Statement& statement = prepare(literal).statement;
    try {
        statement.exec();
        statement.reset();
    } catch (const SQLite::Exception& error) {
        const StoreFault fault = fault_of(error);
        statement.tryReset();
        throw fault;
    }
}

void Connection::transaction(const std::function<void()>& work) {
    if (writing_) throw std::logic_error("a transaction inside a transaction");
    run("BEGIN IMMEDIATE");
    writing_ = true;
    try {
        work();
        run("COMMIT");
        writing_ = false;
    } catch (...) {
        writing_ = false;
        roll_back();
        throw;
    }
}

void Connection::savepoint(const std::function<void()>& work) {
    if (!writing_) throw std::logic_error("a savepoint outside a transaction");
    run("SAVEPOINT work");
    try {
        work();
    } catch (...) {
        if (sqlite_in_transaction()) {
            run("ROLLBACK TO work");
            run("RELEASE work");
        }
        throw;
    }
    run("RELEASE work");
}

void Connection::roll_back() noexcept {
    if (sqlite_in_transaction()) database_.tryExec("ROLLBACK");
}

Connection::Snapshot::Snapshot(Connection& connection)
    : connection_(connection), opened_(!connection.sqlite_in_transaction()) {
    if (opened_) connection_.run("BEGIN");
}

Connection::Snapshot::~Snapshot() {
    if (opened_) connection_.roll_back();
}

}  // namespace werktdoord
