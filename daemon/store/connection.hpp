// One connection to the database: how it is opened, its transactions and its faults.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "store/statements.hpp"
#include "store/store.hpp"

namespace werktdoord {

enum class Access { write, read };

// The pragmas that a connection that writes is opened with.
const char* write_settings();

// The fault behind an error of SQLite. Full disk, I/O error and a busy file may pass: retry.
StoreFault fault_of(const SQLite::Exception& error);

// Another process is opening the store at this instant.
struct StoreBusy : StoreFault {
    explicit StoreBusy(const std::string& what) : StoreFault(what, true) {}
};

// One thread at a time. Everything here throws StoreFault when SQLite reports an error.
class Connection {
public:
    // Opens `path`, or a database in memory for ":memory:". Only `write` creates a missing file;
    // what it finds in the log it brings into the database, synced, before anything relies on it.
    // A reader cannot change anything and never waits for the writer.
    Connection(const std::string& path, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Runs statements without parameters, none of them cached.
    void run_script(const char* sql);

    // REQUIRES: `sql` is a literal.
    PreparedStatement& prepare(const char* sql);
    PreparedStatement& prepare(const std::string& sql);

    // One write transaction around `work`: commits, or rolls back and throws what `work` threw.
    // REQUIRES: no transaction is open. Throws StoreLost from then on once a sync of the database
    // failed.
    void transaction(const std::function<void()>& work);

    // Runs `work` that may as well be done later: its failure is trouble to tell, see
    // take_trouble().
    void when_it_suits(const std::function<void()>& work);

    // A savepoint around `work`: undone and thrown on when `work` throws.
    // REQUIRES: inside transaction().
    void savepoint(const std::function<void()>& work);

    // Whether the caller is inside transaction().
    bool writing() const { return writing_; }

    // Brings the log into the database once that is worth it, sooner while nobody waits. A log that
    // nobody tidies is brought in after a commit once it is four times as large.
    void tidy(bool anyone_waits);

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

    // What could not be done after a commit, since the last call, and why.
    std::string take_trouble() { return std::exchange(trouble_, {}); }

    // For pragmas and measurements that concern the connection itself.
    SQLite::Database& database() { return database_; }

    int changes() const { return database_.getChanges(); }
    std::int64_t last_row() const { return database_.getLastInsertRowid(); }

private:
    bool sqlite_in_transaction() const;
    void check_alive() const;
    void run(const char* literal);
    void roll_back() noexcept;
    void configure(Access access);
    void recover();
    void bring_in_log();

    SQLite::Database database_;
    Statements statements_{database_};
    bool writing_ = false;
    int log_pages_ = 0;  // after the last commit
    std::string trouble_;
    std::string lost_;  // why nothing more may be stored; empty: all is well
};

}  // namespace werktdoord
