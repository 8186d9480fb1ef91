// Opening: an empty file becomes a store, an older one is migrated, what is no store is refused.
#include "store/schema.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

class Opening : public ::testing::Test {
protected:
    std::string path() const { return (folder_.path() / "store.db").string(); }

    std::string refusal_to_write() {
        try {
            open_store(path(), salts_);
        } catch (const StoreFault& fault) {
            EXPECT_FALSE(fault.retry);
            return fault.what();
        }
        return "opened";
    }

    std::string refusal_to_read() {
        try {
            open_reader(path());
        } catch (const StoreFault& fault) {
            EXPECT_FALSE(fault.retry);
            return fault.what();
        }
        return "opened";
    }

    std::int64_t pragma(const char* sql) {
        SQLite::Database raw(path());
        return raw.execAndGet(sql).getInt64();
    }

    TempFolder folder_;
    SeqSalts salts_;
};

TEST_F(Opening, creates_a_store_of_the_current_schema_with_a_write_ahead_log) {
    open_store(path(), salts_);
    EXPECT_EQ(pragma("PRAGMA user_version"), schema_version());
    SQLite::Database raw(path());
    EXPECT_EQ(raw.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(raw.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(Opening, an_empty_file_becomes_a_store) {
    std::ofstream(path()).close();
    EXPECT_EQ(refusal_to_write(), "opened");
    EXPECT_EQ(pragma("PRAGMA user_version"), schema_version());
}

TEST_F(Opening, an_empty_file_is_not_read_and_told_to_be_empty) {
    std::ofstream(path()).close();
    EXPECT_THAT(refusal_to_read(), ::testing::HasSubstr("the store is empty"));
}

TEST_F(Opening, what_was_kept_is_there_again) {
    {
        const auto store = open_store(path(), salts_);
        store->set("name", "value");
    }
    EXPECT_EQ(open_store(path(), salts_)->get("name"), "value");
}

TEST_F(Opening, a_newer_store_is_refused_and_left_as_it_is) {
    open_store(path(), salts_);
    const std::string newer = std::to_string(schema_version() + 1);
    SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = " + newer);
    const std::string told = "the store has schema " + newer;
    EXPECT_THAT(refusal_to_write(), ::testing::StartsWith(told));
    EXPECT_THAT(refusal_to_read(), ::testing::StartsWith(told));
    EXPECT_EQ(pragma("PRAGMA user_version"), schema_version() + 1);
}

TEST_F(Opening, an_older_store_is_not_read_until_it_was_migrated) {
    open_store(path(), salts_);
    SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 0");
    EXPECT_THAT(refusal_to_read(), ::testing::HasSubstr("start the daemon once"));
}

TEST_F(Opening, another_database_is_refused_and_left_as_it_is) {
    SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE theirs(x)");
    EXPECT_THAT(refusal_to_write(), ::testing::HasSubstr("not a store of werktdoord"));
    EXPECT_EQ(pragma("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST_F(Opening, a_file_that_is_no_database_is_refused) {
    std::ofstream(path()) << std::string(5000, 'x');
    EXPECT_THAT(refusal_to_write(), ::testing::HasSubstr(path() + " cannot be opened"));
}

TEST_F(Opening, a_reader_does_not_create_a_store) {
    EXPECT_THAT(refusal_to_read(), "there is no store at " + path() + " yet");
    EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(Opening, a_store_in_memory_ends_with_its_object) {
    const auto store = open_store(":memory:", salts_);
    store->set("name", "value");
    EXPECT_EQ(store->get("name"), "value");
    EXPECT_EQ(open_store(":memory:", salts_)->get("name"), std::nullopt);
}

}  // namespace
}  // namespace werktdoord
