// What the intake remembers: webhooks, idempotency keys, rejected submissions, settings.
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using Intake = StoreTest;
using ::testing::IsEmpty;

const Instant monday = at("2026-11-23T09:00:00Z");
const Instant tuesday = at("2026-11-24T09:00:00Z");

TEST_F(Intake, a_webhook_is_remembered_by_its_source_and_id) {
    const SeenWebhook seen{"hash", RequestNumber("NLWD-2026-000001"), R"({"request":"x"})"};
    EXPECT_FALSE(store_->seen_webhook("platform", "id-1"));
    store_->remember_webhook("platform", "id-1", seen, monday);
    const auto found = store_->seen_webhook("platform", "id-1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->body_hash, seen.body_hash);
    EXPECT_EQ(found->request, seen.request);
    EXPECT_EQ(found->answer, seen.answer);
    EXPECT_FALSE(store_->seen_webhook("other", "id-1"));
    EXPECT_FALSE(store_->seen_webhook("platform", "id-2"));
}

TEST_F(Intake, a_rejected_webhook_may_come_again_mended_under_its_id) {
    store_->remember_webhook("platform", "id-1", {"bad", std::nullopt, "400"}, monday);
    EXPECT_FALSE(store_->seen_webhook("platform", "id-1")->request);
    store_->remember_webhook("platform", "id-1", {"good", RequestNumber("NLWD-2026-000001"), "201"},
                             tuesday);
    EXPECT_EQ(store_->seen_webhook("platform", "id-1")->body_hash, "good");
    EXPECT_EQ(store_->forget_webhooks(tuesday, 10), 0);
}

TEST_F(Intake, a_webhook_is_found_however_many_came_after_it) {
    const auto id = [](int i) { return "id-" + std::to_string(i); };
    store_->transaction([&] {
        for (int i = 0; i < 3000; ++i)
            store_->remember_webhook("s", id(i), {id(i), {}, ""}, monday);
    });
    for (const int i : {0, 1023, 1024, 2999}) {
        ASSERT_TRUE(store_->seen_webhook("s", id(i))) << i;
        EXPECT_EQ(store_->seen_webhook("s", id(i))->body_hash, id(i));
    }
    EXPECT_EQ(store_->forget_webhooks(tuesday, 2000), 2000);
    EXPECT_FALSE(store_->seen_webhook("s", id(1999)));
    EXPECT_TRUE(store_->seen_webhook("s", id(2000)));
    EXPECT_EQ(store_->forget_webhooks(tuesday, 2000), 1000);
    store_->remember_webhook("s", id(1), {"again", {}, ""}, tuesday);
    EXPECT_EQ(store_->seen_webhook("s", id(1))->body_hash, "again");
    EXPECT_FALSE(store_->seen_webhook("s", id(2)));
}

TEST_F(Intake, a_webhook_that_another_process_stored_is_known) {
    SeqSalts salts;
    const auto other = open_store(path(), salts);
    EXPECT_FALSE(store_->seen_webhook("s", "id"));
    other->transaction([&] { other->remember_webhook("s", "id", {"h", {}, ""}, monday); });
    store_->transaction([&] { EXPECT_TRUE(store_->seen_webhook("s", "id")); });
}

TEST_F(Intake, a_webhook_of_a_transaction_that_was_undone_is_new) {
    const auto fail = [&] {
        store_->remember_webhook("s", "id", {"h", {}, ""}, monday);
        throw std::runtime_error("undo");
    };
    EXPECT_THROW(store_->transaction(fail), std::runtime_error);
    EXPECT_FALSE(store_->seen_webhook("s", "id"));
    store_->remember_webhook("s", "id", {"now", {}, ""}, monday);
    EXPECT_EQ(store_->seen_webhook("s", "id")->body_hash, "now");
}

TEST_F(Intake, old_webhooks_are_forgotten_in_batches_and_others_stay) {
    for (int i = 0; i < 5; ++i)
        store_->remember_webhook("s", "old-" + std::to_string(i), {"h", {}, ""}, monday);
    store_->remember_webhook("s", "new", {"h", {}, ""}, tuesday);
    EXPECT_EQ(store_->forget_webhooks(tuesday, 3), 3);
    EXPECT_EQ(store_->forget_webhooks(tuesday, 3), 2);
    EXPECT_EQ(store_->forget_webhooks(tuesday, 3), 0);
    EXPECT_FALSE(store_->seen_webhook("s", "old-4"));
    EXPECT_TRUE(store_->seen_webhook("s", "new"));
}

TEST_F(Intake, an_idempotency_key_is_remembered_and_forgotten) {
    EXPECT_FALSE(store_->seen_idempotency_key("k"));
    store_->remember_idempotency_key("k", {"hash", 201, "{}"}, monday);
    const auto found = store_->seen_idempotency_key("k");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->body_hash, "hash");
    EXPECT_EQ(found->status, 201);
    EXPECT_EQ(found->answer, "{}");
    EXPECT_EQ(store_->forget_idempotency_keys(monday, 10), 0);
    EXPECT_EQ(store_->forget_idempotency_keys(tuesday, 10), 1);
    EXPECT_FALSE(store_->seen_idempotency_key("k"));
}

TEST_F(Intake, a_rejected_submission_is_open_until_it_is_mended_or_set_aside) {
    store_->reject({7, monday, "platform", "id-1", "{bad", "/data: no", RejectedState::open});
    store_->reject({9, tuesday, "platform", "id-2", "{", "/: no", RejectedState::open});
    EXPECT_EQ(store_->open_rejected("platform", "id-1"), 7);
    EXPECT_EQ(store_->open_rejected("other", "id-1"), std::nullopt);
    store_->set_rejected_state(7, RejectedState::mended);
    EXPECT_EQ(store_->open_rejected("platform", "id-1"), std::nullopt);
    EXPECT_TRUE(store_->was_rejected("platform", "id-1", "{bad"));
    EXPECT_FALSE(store_->was_rejected("platform", "id-1", "{worse"));
    EXPECT_FALSE(store_->was_rejected("platform", "id-2", "{bad"));
    EXPECT_FALSE(store_->was_rejected("other", "id-1", "{bad"));
    ASSERT_EQ(store_->rejected(RejectedState::open).size(), 1u);
    ASSERT_EQ(store_->rejected(std::nullopt).size(), 2u);
    EXPECT_EQ(store_->desk_counts().rejected_open, 1);
    const auto first = store_->rejected(std::nullopt, 0, 1);
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(store_->rejected(std::nullopt, first[0].id, 1).size(), 1u);
    const auto mended = store_->rejected(RejectedState::mended);
    ASSERT_EQ(mended.size(), 1u);
    EXPECT_EQ(mended[0].id, 7);
    EXPECT_EQ(mended[0].at, monday);
    EXPECT_EQ(mended[0].source, "platform");
    EXPECT_EQ(mended[0].webhook_id, "id-1");
    EXPECT_EQ(mended[0].body, "") << "a list goes without";
    EXPECT_EQ(store_->rejected_submission(7)->body, "{bad");
    EXPECT_EQ(mended[0].problems, "/data: no");
    EXPECT_EQ(mended[0].state, RejectedState::mended);
}

TEST_F(Intake, settings_are_kept_by_name) {
    EXPECT_EQ(store_->get("digest anna"), std::nullopt);
    store_->set("digest anna", "2026-11-23");
    store_->set("digest anna", "2026-11-24");
    EXPECT_EQ(store_->get("digest anna"), "2026-11-24");
    EXPECT_EQ(store_->get("digest bram"), std::nullopt);
}

}  // namespace
}  // namespace werktdoord
