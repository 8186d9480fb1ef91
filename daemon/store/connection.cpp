#include "store/connection.hpp"

#include <sqlite3.h>

#include <stdexcept>

#include "store/open_database.hpp"
#include "store/sql_functions.hpp"

namespace werktdoord {
namespace {

// Pages in the log from which on it is brought into the database: SQLite's own measure while
// somebody waits, and half of it else, so that it is done in a pause, if there is one.
constexpr int log_pages_idle = 500;
constexpr int log_pages_busy = 1000;
constexpr int log_pages_most = 4000;

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
                        code == SQLITE_LOCKED || code == SQLITE_NOMEM || code == SQLITE_CANTOPEN ||
                        code == SQLITE_PROTOCOL;
    return StoreFault(std::string("store: ") + error.what(), passes, code == SQLITE_CORRUPT);
}

Connection::Connection(const std::string& path, Access access)
    : database_(open_database(path, access)) {
    try {
        configure(access);
    } catch (const SQLite::Exception& error) {
        fail_opening(path, access, error);
    }
}

Connection::~Connection() {
    // After a failed sync the log is the only whole copy: the next opening reads it from its start.
    if (!lost_.empty())
        sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Connection::configure(Access access) {
    sqlite3* const handle = database_.getHandle();
    add_sql_functions(database_);
    if (access == Access::read) {
        // Who only reads leaves the log to who writes, also when it is the last to go.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        database_.exec(read_pragmas);
        return;
    }
    database_.exec(write_pragmas);
    // Instead of SQLite's own checkpoints, which keep quiet about what goes wrong in them.
    sqlite3_wal_hook(
        handle,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Connection*>(self)->log_pages_ = pages;
            return SQLITE_OK;
        },
        this);
    recover();
}

// The log may hold a transaction whose sync failed before the process ended: whole to look at, and
// not on disk. Once it lies in the database, synced, it may be acknowledged. Busy: others have the
// store open, so it was not read from the log just now.
void Connection::recover() {
    const int done = sqlite3_wal_checkpoint_v2(database_.getHandle(), nullptr,
                                               SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (done != SQLITE_OK && (done & 0xff) != SQLITE_BUSY)
        throw SQLite::Exception(database_.getHandle(), done);
}

// The commit before it stands, whatever happens here. When a sync of the database fails, the system
// drops what it could not write and the next sync is well again; SQLite would then throw the log
// away while the database lacks pages of it. So it never comes to a next one.
void Connection::bring_in_log() {
    sqlite3* const handle = database_.getHandle();
    log_pages_ = 0;  // until the next commit
    const int done =
        sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (done == SQLITE_OK || (done & 0xff) == SQLITE_BUSY) return;
    trouble_ = std::string("store: the log stays as it is: ") + sqlite3_errmsg(handle);
    if (sqlite3_extended_errcode(handle) == SQLITE_IOERR_FSYNC)
        lost_ = "store: a sync of the database failed; it is opened anew";
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
    if (!lost_.empty()) throw StoreLost(lost_);
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
    if (log_pages_ >= log_pages_most) bring_in_log();
}

void Connection::when_it_suits(const std::function<void()>& work) {
    try {
        work();
    } catch (const StoreFault& fault) {
        trouble_ = std::string("put off: ") + fault.what();
    }
}

void Connection::tidy(bool anyone_waits) {
    if (log_pages_ >= (anyone_waits ? log_pages_busy : log_pages_idle)) bring_in_log();
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
