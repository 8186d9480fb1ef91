// The outbox: written with its event, tried, sent, parked, dropped.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using Outbox = StoreTest;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Instant nine = at("2026-11-23T09:00:00Z");
const Instant ten = at("2026-11-23T10:00:00Z");
const Instant noon = at("2026-11-23T12:00:00Z");

std::vector<std::int64_t> ids(const std::vector<OutboxMail>& mails) {
    std::vector<std::int64_t> all;
    for (const OutboxMail& mail : mails) all.push_back(mail.id);
    return all;
}

Event full_mail() {
    Event event = a_mail("NLWD-2026-000001", "2026-11-23T09:00:00Z");
    event.region = RegionKey("midden-brabant");
    event.wsp = WspKey("wsp-tilburg");
    event.clock = ClockName::wsp_response;
    event.step = AlertStep::missed;
    event.referral = 2;
    Mail letter = *event.letter;
    letter.not_before = ten;
    letter.facts.lists["sites"].push_back({{{"place", "Tilburg"}}, {}});
    event.letter = std::make_shared<const Mail>(letter);
    return event;
}

TEST_F(Outbox, a_letter_is_kept_under_the_seq_of_its_event_with_all_it_says) {
    append(an_event(EventName::rules_loaded, "", "2026-11-23T09:00:00Z"));
    const Event event = full_mail();
    append(event);
    const auto mail = store_->mail(2);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->id, 2);
    EXPECT_EQ(mail->queued_at, event.at);
    EXPECT_EQ(mail->request, event.request);
    EXPECT_EQ(mail->region, event.region);
    EXPECT_EQ(mail->wsp, event.wsp);
    EXPECT_EQ(mail->kind, MailKind::confirmation);
    EXPECT_EQ(mail->to, event.letter->to);
    EXPECT_EQ(mail->clock, ClockName::wsp_response);
    EXPECT_EQ(mail->step, AlertStep::missed);
    EXPECT_EQ(mail->referral, 2);
    EXPECT_EQ(mail->facts, event.letter->facts);
    EXPECT_EQ(mail->next_attempt, ten);
    EXPECT_EQ(mail->state, MailState::waiting);
    EXPECT_EQ(mail->attempts, 0);
    EXPECT_FALSE(mail->first_failure);
    EXPECT_FALSE(store_->mail(1));
}

TEST_F(Outbox, a_mail_of_another_version_keeps_its_name_and_stops_no_other) {
    for (int i = 0; i < 3; ++i) append(full_mail());
    store_.reset();
    SQLite::Database(path(), SQLite::OPEN_READWRITE)
        .exec(
            "UPDATE outbox SET template = 'birthday' WHERE id = 1;"
            "UPDATE outbox SET step = 'dance' WHERE id = 2");
    store_ = open_store(path(), salts_);
    const auto mails = store_->mails_due(ten, 10);
    ASSERT_EQ(mails.size(), 3U);
    EXPECT_EQ(mails[0].kind, std::nullopt);
    EXPECT_EQ(kind_text(mails[0]), "birthday");
    EXPECT_TRUE(mails[1].unreadable);
    EXPECT_EQ(mails[2].kind, MailKind::confirmation);
    EXPECT_FALSE(mails[2].unreadable);
}

Event a_status(std::string_view when, const std::string& note) {
    Event event = a_mail("NLWD-2026-000001", when);
    event.mail_kind = MailKind::status;
    Mail letter = *event.letter;
    letter.not_before = noon;
    letter.facts.lists["notes"].push_back({{{"text", note}}, {}});
    event.letter = std::make_shared<const Mail>(letter);
    return event;
}

TEST_F(Outbox, news_joins_the_status_mail_of_its_request_that_waits) {
    EXPECT_EQ(store_->waiting_status(RequestNumber("NLWD-2026-000001")), std::nullopt);
    append(full_mail());
    append(a_status("2026-11-23T09:00:00Z", "een"));
    EXPECT_EQ(store_->waiting_status(RequestNumber("NLWD-2026-000001")), 2);
    EXPECT_EQ(store_->waiting_status(RequestNumber("NLWD-2026-000002")), std::nullopt);

    Event joined = a_status("2026-11-23T10:00:00Z", "twee");
    joined.name = EventName::mail_joined;
    joined.mail = 2;
    Mail letter = *joined.letter;
    letter.to.address = "ander@delinde.example";
    letter.not_before.reset();
    joined.letter = std::make_shared<const Mail>(letter);
    const std::string line = append(joined).line;
    EXPECT_NE(line.find(R"("event":"mail.joined","request":"NLWD-2026-000001","mail":2,)"),
              std::string::npos)
        << line;
    EXPECT_EQ(line.find("delinde"), std::string::npos);

    const auto mail = store_->mail(2);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->joined, 1);
    EXPECT_EQ(mail->to.address, "ander@delinde.example");
    EXPECT_EQ(mail->queued_at, nine);
    EXPECT_EQ(mail->next_attempt, ten) << "let go";
    const auto& notes = mail->facts.lists.at("notes");
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes[0].values.at("text"), "een");
    EXPECT_EQ(notes[1].values.at("text"), "twee");
    EXPECT_FALSE(store_->mail(3)) << "no mail of its own";

    store_->transaction([&] { store_->set_mail_sent(2, noon); });
    EXPECT_EQ(store_->waiting_status(RequestNumber("NLWD-2026-000001")), std::nullopt);
    EXPECT_THROW(append(joined), std::logic_error);
}

TEST_F(Outbox, the_journal_line_of_a_mail_holds_no_address) {
    EXPECT_EQ(append(full_mail()).line.find("delinde"), std::string::npos);
}

TEST_F(Outbox, a_mail_that_was_undone_is_not_kept) {
    store_->transaction([&] {
        EXPECT_THROW(store_->savepoint([&] {
            store_->append(full_mail());
            throw std::runtime_error("no");
        }),
                     std::runtime_error);
    });
    EXPECT_THAT(store_->outbox(std::nullopt, 10), IsEmpty());
}

TEST_F(Outbox, mails_are_due_at_their_instant_oldest_first) {
    append(full_mail());
    append(a_mail("NLWD-2026-000001", "2026-11-23T09:00:00Z"));
    append(a_mail("NLWD-2026-000002", "2026-11-23T08:00:00Z"));
    EXPECT_THAT(ids(store_->mails_due(nine, 10)), ElementsAre(3, 2));
    EXPECT_THAT(ids(store_->mails_due(ten, 10)), ElementsAre(3, 2, 1));
    EXPECT_THAT(ids(store_->mails_due(ten, 1)), ElementsAre(3));
    EXPECT_EQ(store_->next_mail(), at("2026-11-23T08:00:00Z"));
}

TEST_F(Outbox, without_waiting_mail_there_is_no_next_one) {
    EXPECT_EQ(store_->next_mail(), std::nullopt);
    append(full_mail());
    store_->set_mail_sent(1, noon);
    EXPECT_EQ(store_->next_mail(), std::nullopt);
}

TEST_F(Outbox, a_retry_waits_and_counts_from_its_first_failure) {
    append(full_mail());
    store_->set_mail_retry(1, ten, false, nine, "unreachable");
    EXPECT_EQ(store_->mail(1)->attempts, 0);
    EXPECT_FALSE(store_->mail(1)->first_failure);
    store_->set_mail_retry(1, ten, true, nine, "451");
    store_->set_mail_retry(1, noon, true, ten, "452");
    const auto mail = store_->mail(1);
    EXPECT_EQ(mail->attempts, 2);
    EXPECT_EQ(mail->first_failure, nine);
    EXPECT_EQ(mail->next_attempt, noon);
    EXPECT_EQ(mail->last_error, "452");
    EXPECT_THAT(store_->mails_due(ten, 10), IsEmpty());
}

TEST_F(Outbox, a_parked_mail_is_kept_until_it_is_sent_again) {
    append(full_mail());
    store_->set_mail_retry(1, noon, true, nine, "451");
    store_->set_mail_parked(1, "550 unknown");
    EXPECT_THAT(store_->mails_due(noon, 10), IsEmpty());
    EXPECT_THAT(ids(store_->outbox(MailState::parked, 10)), ElementsAre(1));
    EXPECT_EQ(store_->mail(1)->last_error, "550 unknown");
    Recipient mended = full_mail().recipients.front();
    mended.address = "mended@werk.example";
    store_->set_mail_again(1, ten, mended);
    EXPECT_THAT(ids(store_->mails_due(ten, 10)), ElementsAre(1));
    EXPECT_EQ(store_->mail(1)->attempts, 0);
    EXPECT_FALSE(store_->mail(1)->first_failure);
    EXPECT_EQ(store_->mail(1)->to.address, "mended@werk.example");
    EXPECT_EQ(store_->mail(1)->facts, full_mail().letter->facts);
}

TEST_F(Outbox, what_was_sent_or_dropped_keeps_no_facts_and_is_not_due) {
    append(full_mail());
    append(full_mail());
    store_->set_mail_sent(1, noon);
    store_->set_mail_dropped(2);
    EXPECT_THAT(store_->mails_due(noon, 10), IsEmpty());
    EXPECT_EQ(store_->mail(1)->state, MailState::sent);
    EXPECT_EQ(store_->mail(1)->facts, Facts{});
    EXPECT_EQ(store_->mail(2)->state, MailState::dropped);
    EXPECT_EQ(store_->mail(2)->facts, Facts{});
}

TEST_F(Outbox, lists_one_state_or_all_newest_first) {
    for (int i = 0; i < 5; ++i) append(full_mail());
    store_->set_mail_sent(1, noon);
    store_->set_mail_sent(3, noon);
    store_->set_mail_parked(4, "550");
    EXPECT_THAT(ids(store_->outbox(MailState::sent, 10)), ElementsAre(3, 1));
    EXPECT_THAT(ids(store_->outbox(MailState::sent, 1)), ElementsAre(3));
    EXPECT_THAT(ids(store_->outbox(MailState::waiting, 10)), ElementsAre(5, 2));
    EXPECT_THAT(ids(store_->outbox(std::nullopt, 4)), ElementsAre(5, 4, 3, 2));
    EXPECT_THAT(ids(store_->outbox(std::nullopt, 2, 4)), ElementsAre(3, 2));
    EXPECT_THAT(ids(store_->outbox(MailState::sent, 10, 3)), ElementsAre(1));
    EXPECT_THAT(ids(store_->outbox(MailState::waiting, 10, 5)), ElementsAre(2));
}

}  // namespace
}  // namespace werktdoord
