// From the outbox to a message: ids that stay, threads, links (contract section 9).
#include "engine/compose.hpp"

#include <gtest/gtest.h>

#include "codec/mail_scope.hpp"
#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

const Instant noon = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)) + 12h;

class Compose : public testing::Test {
protected:
    Compose() {
        for (const std::string& kind : mail_kinds())
            for (const char* part : {"subject", "text", "html"})
                folder_.write(kind + "." + part + ".mustache", "{{number}} {{recipient_name}}");
        folder_.write("referral.text.mustache",
                      "{{link}}{{#signposts}} {{link}}{{/signposts}}{{#open}} {{link}}{{/open}}");
    }
    Templates templates() { return read_templates(folder_.path()).value(); }

    TempFolder folder_;
    MailSettings settings_{{"NLWerktDoor", "noreply@nlwerktdoor.example"},
                           Zone::find("Europe/Amsterdam").value(),
                           "https://nlwerktdoor.example",
                           {}};
};

OutboxMail a_mail() {
    OutboxMail mail;
    mail.id = 12;
    mail.queued_at = noon;
    mail.request = RequestNumber("NLWD-2026-000001");
    mail.template_name = "new_request";
    mail.to = {Role::owner, "anna", "Anna", "anna@nlwerktdoor.example"};
    return mail;
}

TEST_F(Compose, a_request_mail_hangs_in_the_thread_of_its_request) {
    const MailMessage message = compose(a_mail(), templates(), settings_);
    EXPECT_EQ(message.message_id, "outbox-12.NLWD-2026-000001@nlwerktdoor.example");
    EXPECT_EQ(message.thread_id, "NLWD-2026-000001@nlwerktdoor.example");
    EXPECT_EQ(message.from, settings_.from);
    EXPECT_EQ(message.to, (MailAddress{"Anna", "anna@nlwerktdoor.example"}));
    EXPECT_EQ(message.subject, "NLWD-2026-000001 Anna");
    EXPECT_EQ(message.html, "NLWD-2026-000001 Anna");
    EXPECT_EQ(message.date, noon);
}

TEST_F(Compose, a_digest_has_no_thread) {
    OutboxMail mail = a_mail();
    mail.request.reset();
    mail.template_name = "digest_team";
    const MailMessage message = compose(mail, templates(), settings_);
    EXPECT_EQ(message.message_id, "outbox-12@nlwerktdoor.example");
    EXPECT_EQ(message.thread_id, "");
}

TEST_F(Compose, the_message_id_stays_through_every_try) {
    OutboxMail again = a_mail();
    again.attempts = 5;
    again.next_attempt = noon + 1h;
    const MailMessage message = compose(again, templates(), settings_);
    EXPECT_EQ(message.message_id, compose(a_mail(), templates(), settings_).message_id);
    EXPECT_EQ(message.date, noon + 1h) << "held or tried again: dated when it is due";
}

TEST_F(Compose, facts_win_over_what_is_added) {
    OutboxMail mail = a_mail();
    mail.facts.values = {{"number", "NLWD-2026-000002"}, {"recipient_name", "Bram"}};
    EXPECT_EQ(compose(mail, templates(), settings_).subject, "NLWD-2026-000002 Bram");
}

TEST_F(Compose, paths_become_addresses_and_addresses_stay) {
    OutboxMail mail = a_mail();
    mail.template_name = "referral";
    mail.facts.values["link"] = "/r/1";
    mail.facts.lists["signposts"] = {{{{"link", "https://signpost.example/x"}}, {}}};
    mail.facts.lists["open"] = {{{{"link", "/r/2"}}, {}}, {{{"link", ""}}, {}}};
    EXPECT_EQ(compose(mail, templates(), settings_).text,
              "https://nlwerktdoor.example/r/1 https://signpost.example/x "
              "https://nlwerktdoor.example/r/2\n");
    settings_.link = [](const OutboxMail& of, const std::string& path) {
        return "signed:" + std::to_string(of.id) + path;
    };
    EXPECT_EQ(compose(mail, templates(), settings_).text,
              "signed:12/r/1 https://signpost.example/x signed:12/r/2\n");
}

TEST_F(Compose, a_mail_without_a_template_is_a_defect) {
    OutboxMail mail = a_mail();
    mail.template_name = "birthday";
    EXPECT_THROW(compose(mail, templates(), settings_), std::logic_error);
}

TEST(MailName, sorts_by_outbox_id) {
    EXPECT_EQ(mail_name(a_mail()), "000000012-new_request");
}

}  // namespace
}  // namespace werktdoord
