// One connection to the database: how it is opened, its transactions and its faults.
#pragma once

#include <functional>
#include <string>

#include "store/statements.hpp"
#include "store/store.hpp"

namespace werktdoord {

enum class Access { write, read };

// The pragmas that a connection that writes is opened with.
const char* write_settings();

// The fault behind an error of SQLite. Full disk, I/O error and a busy file may pass: retry.
StoreFault fault_of(const SQLite::Exception& error);

// One thread at a time. Everything here throws StoreFault when SQLite reports an error.
class Connection {
public:
    // Opens `path`, or a database in memory for ":memory:". Only `write` creates a missing file.
    // A reader cannot change anything and never waits for the writer.
    Connection(const std::string& path, Access access);

    // Runs statements without parameters, none of them cached.
    void run_script(const char* sql);

    // REQUIRES: `sql` is a literal.
    PreparedStatement& prepare(const char* sql);
    PreparedStatement& prepare(const std::string& sql);

    // One write transaction around `work`: commits, or rolls back and throws what `work` threw.
    // REQUIRES: no transaction is open.
    void transaction(const std::function<void()>& work);

    // A savepoint around `work`: undone and thrown on when `work` throws.
    // REQUIRES: inside transaction().
    void savepoint(const std::function<void()>& work);

    // Whether the caller is inside transaction().
    bool writing() const { return writing_; }

    // Several reads that see one state of the database, inside or outside a transaction.
    class Snapshot {
    public:
        explicit Snapshot(Connection& connection);
        ~Snapshot();
        Snapshot(const Snapshot&) = delete;
        Snapshot& operator=(const Snapshot&) = delete;

    private:
        Connection& connection_;
        bool opened_;
    };

    // For pragmas and measurements that concern the connection itself.
    SQLite::Database& database() { return database_; }

    int changes() const { return database_.getChanges(); }

private:
    bool sqlite_in_transaction() const;
    void check_alive() const;
    void run(const char* literal);
    void roll_back() noexcept;

    SQLite::Database database_;
    Statements statements_{database_};
    bool writing_ = false;
};

}  // namespace werktdoord
