// Every released schema becomes the one of today, all or nothing, and loses nothing on the way.
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "store/schema.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::IsEmpty;
namespace fs = std::filesystem;

// data/schema_N.sql is a store as the program of that time left it.
class Migration : public ::testing::TestWithParam<int> {
protected:
    static std::string text_of(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static std::string released() {
        return text_of(fs::path(WERKTDOOR_SOURCE_DIR) / "tests/store/data" /
                       ("schema_" + std::to_string(GetParam()) + ".sql"));
    }

    void SetUp() override {
        SQLite::Database raw(made_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        raw.exec(released());
        fs::copy_file(made_, path());
    }

    std::string path() const { return (folder_.path() / "store.db").string(); }

    void put_back() {
        for (const char* end : {"-wal", "-shm"}) fs::remove(path() + end);
        fs::copy_file(made_, path(), fs::copy_options::overwrite_existing);
    }

    std::int64_t number(const std::string& sql) {
        SQLite::Database raw(path());
        return raw.execAndGet(sql).getInt64();
    }

    std::vector<std::string> problems() {
        std::vector<std::string> told;
        open_reader(path())->verify(
            [&](const Problem& problem) { told.push_back(problem.where + ": " + problem.text); });
        return told;
    }

    // Migrates in a process of its own, which is killed after so many steps of SQLite; whether it
    // came to its end before.
    bool migrates_until(int steps) {
        const pid_t child = ::fork();
        if (child == 0) {
            Connection connection(path(), Access::write);
            static int left;
            left = steps;
            const auto kill = [](void*) { return --left > 0 ? 0 : ::raise(SIGKILL); };
            sqlite3_progress_handler(connection.database().getHandle(), 1, kill, nullptr);
            migrate(connection);
            ::_exit(0);
        }
        int status = 0;
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        return WIFEXITED(status);
    }

    TempFolder folder_;
    std::string made_ = (folder_.path() / "made.db").string();
    SeqSalts salts_;
};

TEST_P(Migration, brings_a_released_store_to_the_schema_of_today_and_it_holds_together) {
    ASSERT_EQ(number("PRAGMA user_version"), GetParam());
    const std::int64_t lines = number("SELECT count(*) FROM journal");
    open_store(path(), salts_);
    EXPECT_EQ(number("PRAGMA user_version"), schema_version());
    EXPECT_EQ(number("SELECT count(*) FROM journal"), lines);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(Migration, gives_the_tables_of_a_new_store) {
    open_store(path(), salts_);
    const std::string other = (folder_.path() / "new.db").string();
    open_store(other, salts_);
    SQLite::Database both(path(), SQLite::OPEN_READWRITE);
    both.exec("ATTACH '" + other + "' AS other");
    for (const char* columns :
         {"SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM %.sqlite_schema m,"
          " pragma_table_xinfo(m.name, '%') c WHERE m.type = 'table'",
          "SELECT type, name, tbl_name, 1, 1, 1 FROM %.sqlite_schema"}) {
        const auto of = [&](const std::string& schema) {
            std::string sql = columns;
            for (auto at = sql.find('%'); at != sql.npos; at = sql.find('%'))
                sql.replace(at, 1, schema);
            return sql;
        };
        EXPECT_EQ(
            both.execAndGet("SELECT count(*) FROM (" + of("main") + " EXCEPT " + of("other") + ")")
                .getInt(),
            0);
        EXPECT_EQ(
            both.execAndGet("SELECT count(*) FROM (" + of("other") + " EXCEPT " + of("main") + ")")
                .getInt(),
            0);
    }
}

TEST_P(Migration, leaves_the_old_store_or_the_new_one_whenever_it_is_killed) {
    std::vector<std::int64_t> versions;
    for (int steps = 1;; steps += steps / 3 + 1) {
        put_back();
        const bool ended = migrates_until(steps);
        versions.push_back(number("PRAGMA user_version"));
        const std::int64_t tables =
            number("SELECT count(*) FROM sqlite_schema WHERE name IN ('rules', 'rules_files')");
        EXPECT_EQ(tables, versions.back() >= 2 ? 2 : 0) << steps;
        EXPECT_EQ(
            number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
        open_store(path(), salts_);
        EXPECT_THAT(problems(), IsEmpty()) << steps;
        if (ended) break;
    }
    EXPECT_EQ(versions.front(), GetParam());
    EXPECT_EQ(versions.back(), schema_version());
    const std::size_t least = GetParam() < schema_version() ? 10 : 1;
    EXPECT_GE(versions.size(), least);
}

TEST_P(Migration, of_two_at_once_is_done_once) {
    for (int i = 0; i < 3; ++i) {
        put_back();
        const pid_t other = ::fork();
        if (other == 0) {
            open_store(path(), salts_);
            ::_exit(0);
        }
        open_store(path(), salts_);
        int status = 0;
        ASSERT_EQ(::waitpid(other, &status, 0), other);
        EXPECT_EQ(status, 0);
        EXPECT_THAT(problems(), IsEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(Released, Migration, ::testing::Values(1, 2, 3, 4));

}  // namespace
}  // namespace werktdoord
