// What was deleted is not in the file any more, between the rows neither.
#include "store/sweep.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <random>
#include <thread>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

std::string needle(int i) {
    return "needle-" + std::to_string(100'000 + i) + "@weg.example";
}

class Sweep : public StoreTest {
protected:
    std::string bytes(const char* end = "") { return folder_.read("store.db" + std::string(end)); }

    SQLite::Database raw() {
        SQLite::Database database(path(), SQLite::OPEN_READWRITE, 5000);
        database.exec("PRAGMA secure_delete = ON");
        return database;
    }

    // Rows of many sizes in random order, so that full pages are shared out; a third is deleted.
    void fill_and_delete(int rows) {
        SQLite::Database database = raw();
        std::mt19937 random(7);
        database.exec("BEGIN");
        for (int i = 0; i < rows; ++i) {
            const std::string key = std::to_string(random() % 1'000'000) + needle(i);
            database.exec("INSERT INTO settings VALUES('" + key + "', '" +
                          std::string(random() % 1200, 'y') + "')");
        }
        for (int i = 0; i < rows; i += 3)
            database.exec("DELETE FROM settings WHERE name LIKE '%" + needle(i) + "'");
        database.exec("COMMIT");
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // Of the deleted ones and of those that stay.
    std::pair<int, int> found(int rows) {
        const std::string all = bytes() + bytes("-wal");
        int gone = 0;
        int kept = 0;
        for (int i = 0; i < rows; ++i)
            if (all.find(needle(i)) != all.npos) ++(i % 3 == 0 ? gone : kept);
        return {gone, kept};
    }
};

TEST_F(Sweep, removes_the_copies_that_secure_delete_leaves_behind) {
    constexpr int rows = 1500;
    fill_and_delete(rows);
    EXPECT_GT(found(rows).first, 0) << "nothing is left behind: this test tries nothing";
    EXPECT_GT(sweep_store(path()), 0);
    EXPECT_EQ(found(rows), std::pair(0, rows - rows / 3));
    EXPECT_EQ(bytes("-wal"), "");
    EXPECT_EQ(raw().execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(raw().execAndGet("SELECT count(*) FROM settings WHERE name LIKE '%needle%'").getInt(),
              rows - rows / 3);
}

TEST_F(Sweep, once_more_finds_nothing) {
    fill_and_delete(300);
    sweep_store(path());
    EXPECT_LE(sweep_store(path()), 1);  // the page that says how far it came
}

TEST_F(Sweep, works_while_others_write_and_what_they_keep_in_memory_does_not_bring_it_back) {
    constexpr int rows = 600;
    fill_and_delete(rows);
    // Reads every page, so that the copies are in the memory of this connection.
    SQLite::Database other = raw();
    other.exec("PRAGMA cache_size = 10000");
    other.execAndGet("SELECT sum(length(value)) FROM settings");
    std::thread writer([&] {
        for (int i = 0; i < 50; ++i)
            other.exec(
                "UPDATE settings SET value = value || 'z' WHERE name IN"
                " (SELECT name FROM settings ORDER BY name LIMIT 5 OFFSET " +
                std::to_string(i * 7) + ")");
    });
    sweep_store(path());
    writer.join();
    other.exec("UPDATE settings SET value = value || 'z' WHERE name LIKE '%needle%'");
    other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    EXPECT_EQ(found(rows).first, 0);
    EXPECT_EQ(other.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST(SweepPage, leaves_what_is_no_page_of_rows_as_it_is) {
    std::vector<unsigned char> page(512, 7);
    for (const int kind : {0, 1, 3, 5, 10, 13, 255}) {
        page[0] =
            static_cast<unsigned char>(kind);  // whatever the kind, the numbers in it make no sense
        const std::vector<unsigned char> before = page;
        EXPECT_FALSE(sweep_page(page, page.size(), false)) << kind;
        EXPECT_EQ(page, before);
    }
}

TEST(SweepPage, overwrites_the_gap_and_the_free_blocks_and_no_row) {
    std::vector<unsigned char> page(512, 7);
    // A leaf with one cell at 500..511, a free block of 20 bytes at 470, the content begins at 460.
    const std::vector<unsigned char> head{13,       470 >> 8,  470 & 255, 0,        1,
                                          460 >> 8, 460 & 255, 0,         500 >> 8, 500 & 255};
    std::copy(head.begin(), head.end(), page.begin());
    page[470] = page[471] = page[472] = 0;
    page[473] = 20;
    EXPECT_TRUE(sweep_page(page, page.size(), false));
    for (std::size_t at = 0; at < page.size(); ++at) {
        const bool unused = (at >= 10 && at < 460) || (at >= 474 && at < 490);
        if (at < 10 || (at >= 470 && at <= 473)) continue;
        EXPECT_EQ(page[at], unused ? 0 : 7) << at;
    }
    EXPECT_FALSE(sweep_page(page, page.size(), false));
}

}  // namespace
}  // namespace werktdoord
