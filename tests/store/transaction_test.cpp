// Transactions: all or nothing, seen only when committed, and what a failing disk leaves behind.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>

#include "codec/journal_chain.hpp"
#include "store/schema.hpp"
#include "store/sqlite_settings.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using Transactions = StoreTest;
using ::testing::IsEmpty;

TEST_F(Transactions, a_reader_sees_only_what_is_committed) {
    const auto reader = open_reader(path());
    store_->transaction([&] {
        Case made = full_case(one.text());
        store_->save(std::nullopt, made);
        store_->append(a_mail(one.text(), "2026-11-23T09:00:00Z"));
        EXPECT_TRUE(store_->load(one)) << "the writer sees its own writes";
        EXPECT_FALSE(reader->load(one));
        EXPECT_THAT(lines_of(*reader), IsEmpty());
    });
    EXPECT_EQ(reader->load(one), store_->load(one));
    EXPECT_EQ(lines_of(*reader).size(), 1u);
}

TEST_F(Transactions, what_throws_keeps_nothing_and_the_next_one_works) {
    EXPECT_THROW(store_->transaction([&] {
        Case made = full_case(one.text());
        store_->save(std::nullopt, made);
        store_->append(a_mail(one.text(), "2026-11-23T09:00:00Z"));
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_FALSE(store_->load(one));
    EXPECT_THAT(lines_of(*store_), IsEmpty());
    EXPECT_THAT(store_->outbox(std::nullopt, 10), IsEmpty());
    EXPECT_TRUE(keep(full_case(one.text())).version > 0);
}

TEST_F(Transactions, a_savepoint_undoes_only_itself) {
    store_->transaction([&] {
        Case made = full_case(one.text());
        store_->save(std::nullopt, made);
        EXPECT_THROW(store_->savepoint([&] {
            Case other = full_case("NLWD-2026-000002");
            store_->save(std::nullopt, other);
            throw std::runtime_error("no");
        }),
                     std::runtime_error);
        store_->savepoint([&] {
            Case third = full_case("NLWD-2026-000003");
            store_->save(std::nullopt, third);
        });
    });
    EXPECT_EQ(store_->requests({}).size(), 2u);
    EXPECT_FALSE(store_->load(RequestNumber("NLWD-2026-000002")));
}

TEST_F(Transactions, a_transaction_inside_a_transaction_is_a_defect) {
    EXPECT_THROW(store_->transaction([&] { store_->transaction([] {}); }), std::logic_error);
    EXPECT_THROW(store_->savepoint([] {}), std::logic_error);
}

// No file of this process may grow beyond the limit while the object lives.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit before_{};
};

TEST_F(Transactions, a_disk_that_takes_no_more_keeps_nothing_and_says_try_later) {
    const Case before = keep(full_case(one.text()));
    append(a_mail(one.text(), "2026-11-23T09:00:00Z"));
    {
        const FullDisk full(std::filesystem::file_size(path() + "-wal"));
        try {
            keep(full_case("NLWD-2026-000002"));
            ADD_FAILURE() << "was stored on a full disk";
        } catch (const StoreFault& fault) {
            EXPECT_TRUE(fault.retry) << fault.what();
        }
    }
    EXPECT_FALSE(store_->load(RequestNumber("NLWD-2026-000002")));
    EXPECT_EQ(store_->load(one), before);
    EXPECT_EQ(append(a_mail(one.text(), "2026-11-23T09:00:00Z")).seq, 2);
    EXPECT_THAT(verify_chain(lines_of(*store_)), IsEmpty());
}

TEST_F(Transactions, what_may_be_done_later_is_put_off_while_the_disk_is_full) {
    Case it = new_case(one.text());
    it.data.occupation = "bakker";
    keep(it);
    it = new_case("NLWD-2026-006000");
    it.data.occupation = "bakker";
    keep(it);
    const int before = rows("match_keys_new");
    ASSERT_GT(before, 0);
    {
        const FullDisk full(std::filesystem::file_size(path() + "-wal"));
        store_->tidy(true);
    }
    EXPECT_THAT(store_->take_trouble(), ::testing::StartsWith("put off: "));
    EXPECT_EQ(rows("match_keys_new"), before);
    store_->tidy(true);
    EXPECT_EQ(store_->take_trouble(), "");
    EXPECT_EQ(rows("match_keys_new"), 0);
}

TEST_F(Transactions, the_log_begins_anew_in_a_pause_and_is_bounded_without_one) {
    const std::string page(4000, 'x');
    const auto write_pages = [&](int pages) {
        for (int done = 0; done < pages; done += 100)
            store_->transaction([&] {
                for (int i = 0; i < 100; ++i)
                    store_->set("n" + std::to_string(done + i), page + std::to_string(done));
            });
    };
    const auto log_pages = [&] { return std::filesystem::file_size(path() + "-wal") / 4096; };
    write_pages(600);
    store_->tidy(true);  // not yet: somebody waits
    write_pages(100);
    const auto grown = log_pages();
    EXPECT_GT(grown, 700u);
    store_->tidy(false);
    write_pages(600);
    EXPECT_EQ(log_pages(), grown) << "the log begins anew";
    write_pages(5000);
    EXPECT_LT(log_pages(), 4800u) << "nobody tidies";
}

// A database of a bounded number of pages, full in the middle of a transaction.
TEST(BoundedDatabase, a_full_database_is_a_fault_that_may_pass) {
    Connection connection(":memory:", Access::write);
    migrate(connection);
    const auto fill = [&] {
        connection.transaction([&] {
            put_setting(connection, "before", "x");
            connection.savepoint(
                [&] { put_setting(connection, "big", std::string(1'000'000, 'x')); });
        });
    };
    const int pages = connection.database().execAndGet("PRAGMA page_count").getInt();
    connection.database().exec("PRAGMA max_page_count = " + std::to_string(pages + 2));
    try {
        fill();
        ADD_FAILURE() << "a megabyte fitted in two pages";
    } catch (const StoreFault& fault) {
        EXPECT_TRUE(fault.retry) << fault.what();
    }
    EXPECT_EQ(select_setting(connection, "before"), std::nullopt);
    connection.database().exec("PRAGMA max_page_count = 100000");
    fill();
    EXPECT_EQ(select_setting(connection, "before"), "x");
}

// SQLite may give up the whole transaction; what is written after that would be committed alone.
TEST(GivenUp, nothing_is_written_after_sqlite_gave_the_transaction_up) {
    Connection connection(":memory:", Access::write);
    migrate(connection);
    EXPECT_THROW(connection.transaction([&] {
        put_setting(connection, "a", "x");
        connection.database().exec("ROLLBACK");
        EXPECT_THROW(put_setting(connection, "b", "x"), StoreFault);
    }),
                 StoreFault);
    EXPECT_EQ(select_setting(connection, "a"), std::nullopt);
    EXPECT_EQ(select_setting(connection, "b"), std::nullopt);
}

TEST_F(Transactions, a_store_that_another_process_holds_too_long_is_busy_and_says_try_later) {
    SQLite::Database other(path(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    Connection connection(path(), Access::write);
    connection.database().setBusyTimeout(1);
    try {
        connection.transaction([] {});
        ADD_FAILURE() << "two writers at once";
    } catch (const StoreFault& fault) {
        EXPECT_TRUE(fault.retry) << fault.what();
    }
}

}  // namespace
}  // namespace werktdoord
