// Growing pauses, giving up, and what does not count (contract sections 2 and 9).
#include "engine/outbox_retry.hpp"

#include <gtest/gtest.h>

#include "engine/noon.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using Became = MailResult::Kind;

const RetryRule usual_pauses{};  // first 1m, most 1h, give_up 48h

OutboxMail a_mail_after(int attempts, std::optional<Instant> first_failure) {
    OutboxMail mail;
    mail.id = 7;
    mail.attempts = attempts;
    mail.first_failure = first_failure;
    return mail;
}

TEST(NextTry, pauses_double_up_to_the_most) {
    struct Row {
        int attempts;
        std::chrono::milliseconds pause;
    };
    for (const Row& row : {Row{-1, 1min}, Row{0, 1min}, Row{1, 1min}, Row{2, 2min}, Row{3, 4min},
                           Row{6, 32min}, Row{7, 1h}, Row{8, 1h}, Row{1'000'000, 1h}})
        EXPECT_EQ(next_try(1min, 1h, row.attempts, noon), noon + row.pause) << row.attempts;
}

TEST(NextTry, a_first_pause_beyond_the_most_stays_the_first) {
    EXPECT_EQ(next_try(2h, 1h, 5, noon), noon + 2h);
}

TEST(NextTry, never_the_same_instant) {
    EXPECT_GT(next_try(0ms, 0ms, 3, noon), noon);
}

TEST(ResultOf, accepted_is_sent_and_refused_is_failed) {
    const OutboxMail mail = a_mail_after(3, noon - 1h);
    const auto result = [&](SendOutcome::Kind kind) {
        return result_of(mail, {kind, "why"}, usual_pauses, noon, noon + 1min);
    };
    EXPECT_EQ(result(SendOutcome::Kind::accepted), (MailResult{7, Became::sent, "", {}, false}));
    EXPECT_EQ(result(SendOutcome::Kind::refused),
              (MailResult{7, Became::failed, "why", {}, false}));
}

TEST(ResultOf, a_failure_for_a_while_is_tried_again_and_counts) {
    const SendOutcome later{SendOutcome::Kind::retry_later, "450"};
    EXPECT_EQ(result_of(a_mail_after(0, std::nullopt), later, usual_pauses, noon, noon),
              (MailResult{7, Became::retry, "450", noon + 1min, true}));
    EXPECT_EQ(result_of(a_mail_after(2, noon - 3min), later, usual_pauses, noon, noon),
              (MailResult{7, Became::retry, "450", noon + 4min, true}));
}

TEST(ResultOf, it_is_given_up_48_hours_after_the_first_failure) {
    const SendOutcome later{SendOutcome::Kind::retry_later, "450"};
    EXPECT_EQ(result_of(a_mail_after(50, noon - 48h + 1ms), later, usual_pauses, noon, noon).kind,
              Became::retry);
    EXPECT_EQ(result_of(a_mail_after(50, noon - 48h), later, usual_pauses, noon, noon),
              (MailResult{7, Became::failed, "given_up: 450", {}, false}));
}

TEST(ResultOf, the_time_that_the_server_was_away_does_not_bring_the_end_nearer) {
    const SendOutcome later{SendOutcome::Kind::retry_later, "450"};
    const OutboxMail mail = a_mail_after(2, noon - 60h);
    const auto became = [&](const Outages& outages) {
        return result_of(mail, later, usual_pauses, noon, noon, outages).kind;
    };
    Outages outages;
    EXPECT_EQ(became(outages), Became::failed);
    outages.begin(noon - 70h);  // ten hours of it before the first failure
    outages.begin(noon - 65h);
    outages.end(noon - 49h, 48h);
    EXPECT_EQ(became(outages), Became::failed);
    outages.begin(noon - 2h);
    EXPECT_EQ(became(outages), Became::retry);
    outages.end(noon - 1h, 48h);
    EXPECT_EQ(became(outages), Became::failed) << "eleven and one: 48 hours are left of the sixty";
    outages.begin(noon - 1min);
    EXPECT_EQ(became(outages), Became::retry);
}

TEST(ResultOf, a_server_that_cannot_be_reached_does_not_count) {
    const SendOutcome away{SendOutcome::Kind::unreachable, "no connection"};
    EXPECT_EQ(result_of(a_mail_after(50, noon - 100h), away, usual_pauses, noon, noon + 5min),
              (MailResult{7, Became::retry, "no connection", noon + 5min, false}));
}

}  // namespace
}  // namespace werktdoord
