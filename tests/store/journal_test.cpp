// The journal: seq without gaps, an unbroken chain, personal members apart.
#include <gmock/gmock.h>

#include "codec/journal_chain.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using Journal = StoreTest;
using ::testing::IsEmpty;

Event note(const std::string& request, const std::string& text) {
    Event event = an_event(EventName::request_note, request, "2026-11-23T09:00:00Z");
    event.by = "anna";
    event.note = text;
    return event;
}

TEST_F(Journal, seq_counts_from_1_and_the_chain_holds_over_transactions) {
    for (int i = 1; i <= 3; ++i) {
        store_->transaction([&] {
            EXPECT_EQ(store_->append(note("NLWD-2026-000001", "a")).seq, 2 * i - 1);
            EXPECT_EQ(store_->append(note("NLWD-2026-000002", "b")).seq, 2 * i);
        });
    }
    EXPECT_EQ(lines_of(*store_).size(), 6u);
    EXPECT_THAT(verify_chain(lines_of(*store_)), IsEmpty());
}

TEST_F(Journal, what_append_returns_is_what_is_read) {
    const JournalLine line = append(note("NLWD-2026-000001", "gebeld"));
    const auto read = store_->journal(0, 10, std::nullopt);
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].line, line.line);
    EXPECT_EQ(read[0].personal, line.personal);
    EXPECT_EQ(line.line.find("gebeld"), std::string::npos);
    EXPECT_NE(line.personal.find("gebeld"), std::string::npos);
}

TEST_F(Journal, a_savepoint_or_transaction_that_was_undone_leaves_no_gap) {
    store_->transaction([&] {
        store_->append(note("NLWD-2026-000001", "a"));
        EXPECT_THROW(store_->savepoint([&] {
            store_->append(note("NLWD-2026-000001", "undone"));
            throw std::runtime_error("no");
        }),
                     std::runtime_error);
        EXPECT_EQ(store_->append(note("NLWD-2026-000001", "b")).seq, 2);
    });
    EXPECT_THROW(store_->transaction([&] {
        store_->append(note("NLWD-2026-000001", "undone"));
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(append(note("NLWD-2026-000001", "c")).seq, 3);
    EXPECT_THAT(verify_chain(lines_of(*store_)), IsEmpty());
}

TEST_F(Journal, a_second_process_that_appends_in_between_keeps_the_chain_whole) {
    const auto other = open_store(path(), salts_);
    append(note("NLWD-2026-000001", "daemon"));
    other->transaction([&] { EXPECT_EQ(other->append(note("NLWD-2026-000001", "cli")).seq, 2); });
    EXPECT_EQ(append(note("NLWD-2026-000001", "daemon")).seq, 3);
    other->transaction([&] { EXPECT_EQ(other->append(note("NLWD-2026-000001", "cli")).seq, 4); });
    EXPECT_THAT(verify_chain(lines_of(*store_)), IsEmpty());
}

TEST_F(Journal, is_read_from_a_seq_on_at_most_so_many_and_of_one_request) {
    for (int i = 0; i < 3; ++i) {
        append(note("NLWD-2026-000001", "a"));
        append(note("NLWD-2026-000002", "b"));
        append(an_event(EventName::rules_loaded, "", "2026-11-23T09:00:00Z"));
    }
    const auto seqs = [&](std::int64_t since, int limit, std::optional<RequestNumber> request) {
        std::vector<std::int64_t> all;
        for (const JournalLine& line : store_->journal(since, limit, request))
            all.push_back(line.seq);
        return all;
    };
    const RequestNumber second("NLWD-2026-000002");
    EXPECT_THAT(seqs(6, 100, std::nullopt), ::testing::ElementsAre(7, 8, 9));
    EXPECT_THAT(seqs(0, 2, std::nullopt), ::testing::ElementsAre(1, 2));
    EXPECT_THAT(seqs(0, 100, second), ::testing::ElementsAre(2, 5, 8));
    EXPECT_THAT(seqs(2, 1, second), ::testing::ElementsAre(5));
}

TEST_F(Journal, erasing_personal_data_leaves_the_lines_and_their_chain) {
    append(note(one.text(), "gebeld"));
    append(note("NLWD-2026-000002", "ander"));
    append(a_mail(one.text(), "2026-11-23T09:00:00Z"));
    const auto before = lines_of(*store_);
    store_->transaction([&] {
        store_->remember_webhook("s", "id", {"hash", one, "answer"}, at("2026-11-23T09:00:00Z"));
        store_->erase_personal(one, "{}");
    });
    EXPECT_EQ(lines_of(*store_), before);
    const auto lines = store_->journal(0, 10, std::nullopt);
    EXPECT_EQ(lines[0].personal, "");
    EXPECT_NE(lines[1].personal, "");
    EXPECT_EQ(store_->mail(3)->to.address, "");
    EXPECT_EQ(store_->mail(3)->facts, Facts{});
    EXPECT_EQ(store_->seen_webhook("s", "id")->answer, "{}");
}

TEST_F(Journal, erasing_leaves_the_answers_about_numbers_that_only_begin_alike) {
    const auto now = at("2026-11-23T09:00:00Z");
    store_->transaction([&] {
        for (const char* number : {"NLWD-2026-100000", "NLWD-2026-1000001"})
            store_->remember_idempotency_key(
                number, {"hash", 201, R"({"request":")" + std::string(number) + R"("})"}, now);
        store_->erase_personal(RequestNumber("NLWD-2026-100000"), "{}");
    });
    EXPECT_EQ(store_->seen_idempotency_key("NLWD-2026-100000")->answer, "{}");
    EXPECT_EQ(store_->seen_idempotency_key("NLWD-2026-1000001")->answer,
              R"({"request":"NLWD-2026-1000001"})");
}

TEST_F(Journal, nothing_is_appended_outside_a_transaction) {
    EXPECT_THROW(store_->append(note("NLWD-2026-000001", "a")), std::logic_error);
    EXPECT_THAT(lines_of(*store_), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
