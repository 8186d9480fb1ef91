// From the outbox to a message: ids that stay, threads, links (contract section 9).
#include "engine/compose.hpp"

#include <gtest/gtest.h>

#include "codec/mail_scope.hpp"
#include "core/dutch.hpp"
#include "engine/noon.hpp"
#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

class Compose : public testing::Test {
protected:
    Compose() {
        for (const MailTraits& mail : mail_traits)
            for (const char* part : {"subject", "text", "html"})
                folder_.write(std::string(mail.name) + "." + part + ".mustache",
                              "{{number}} {{recipient_name}}");
        folder_.write("referral.text.mustache",
                      "{{link}}{{#signposts}} {{link}}{{/signposts}}{{#open}} {{link}}{{/open}}");
    }
    Templates templates() { return read_templates(folder_.path()).value(); }

    TempFolder folder_;
    MailSettings settings_{
        {"NLWerktDoor", "noreply@nlwerktdoor.example"}, Zone::find("Europe/Amsterdam").value(), {}};
};

OutboxMail a_mail_to_the_owner() {
    OutboxMail mail;
    mail.id = 12;
    mail.queued_at = noon;
    mail.request = RequestNumber("NLWD-2026-000001");
    mail.kind = MailKind::new_request;
    mail.to = {Role::owner, "anna", "Anna", "anna@nlwerktdoor.example"};
    return mail;
}

TEST_F(Compose, a_request_mail_hangs_in_the_thread_of_its_request) {
    const MailMessage message = compose(a_mail_to_the_owner(), templates(), settings_);
    EXPECT_EQ(message.message_id, "outbox-12.NLWD-2026-000001@nlwerktdoor.example");
    EXPECT_EQ(message.thread_id, "NLWD-2026-000001@nlwerktdoor.example");
    EXPECT_EQ(message.from, settings_.from);
    EXPECT_EQ(message.to, (Mailbox{"Anna", "anna@nlwerktdoor.example"}));
    EXPECT_EQ(message.subject, "NLWD-2026-000001 Anna");
    EXPECT_EQ(message.html, "NLWD-2026-000001 Anna");
    EXPECT_EQ(message.date, noon);
}

TEST_F(Compose, a_region_that_says_so_itself_is_not_called_a_region_twice) {
    folder_.write(
        "new_request.text.mustache",
        "{{region_nl}};{{#sites}}{{region_nl}};{{/sites}}{{#regions}}{{region_nl}}{{/regions}}");
    OutboxMail mail = a_mail_to_the_owner();
    mail.facts.values["region_name"] = "Regio Zwolle";
    mail.facts.lists["sites"] = {{{{"region_name", "Twente"}}, {}}, {{{"region_name", ""}}, {}}};
    mail.facts.lists["regions"] = {{{{"name", "Regio Zwolle"}}, {}}};
    EXPECT_EQ(compose(mail, templates(), settings_).text,
              "Regio Zwolle;regio Twente;;Regio Zwolle\n");
    EXPECT_EQ(dutch_region("Twente", "Regio "), "Regio Twente");
}

TEST_F(Compose, a_digest_has_no_thread) {
    OutboxMail mail = a_mail_to_the_owner();
    mail.request.reset();
    mail.kind = MailKind::digest_team;
    const MailMessage message = compose(mail, templates(), settings_);
    EXPECT_EQ(message.message_id, "outbox-12@nlwerktdoor.example");
    EXPECT_EQ(message.thread_id, "");
}

TEST_F(Compose, the_message_id_stays_through_every_try) {
    OutboxMail again = a_mail_to_the_owner();
    again.attempts = 5;
    again.next_attempt = noon + 1h;
    const MailMessage message = compose(again, templates(), settings_);
    EXPECT_EQ(message.message_id,
              compose(a_mail_to_the_owner(), templates(), settings_).message_id);
    EXPECT_EQ(message.date, noon + 1h) << "held or tried again: dated when it is due";
}

TEST_F(Compose, facts_win_over_what_is_added) {
    OutboxMail mail = a_mail_to_the_owner();
    mail.facts.values = {{"number", "NLWD-2026-000002"}, {"recipient_name", "Bram"}};
    EXPECT_EQ(compose(mail, templates(), settings_).subject, "NLWD-2026-000002 Bram");
}

TEST_F(Compose, links_lead_to_the_page_of_the_recipient) {
    OutboxMail mail = a_mail_to_the_owner();
    mail.kind = MailKind::referral;
    mail.facts.values["link"] = "";
    mail.facts.lists["open"] = {{{{"number", "2"}, {"region", "twente"}, {"link", ""}}, {}},
                                {{{"number", ""}, {"link", ""}}, {}}};  // "and 7 more"
    EXPECT_EQ(compose(mail, templates(), settings_).text, "") << "no pages, no links";
    settings_.link = [](const OutboxMail& of, const LinkSubject& subject) {
        return of.to.key + "/" + subject.request.value_or(RequestNumber("board")).text() +
               (subject.region ? "@" + subject.region->text() : "");
    };
    EXPECT_EQ(compose(mail, templates(), settings_).text, "anna/NLWD-2026-000001 anna/2@twente\n");
    mail.request.reset();
    EXPECT_EQ(compose(mail, templates(), settings_).text, "anna/board anna/2@twente\n");
}

TEST_F(Compose, links_that_the_facts_have_stay) {
    OutboxMail mail = a_mail_to_the_owner();
    mail.kind = MailKind::referral;
    mail.facts.values["link"] = "https://a.example";
    mail.facts.lists["signposts"] = {{{{"link", "https://b.example"}}, {}}, {{{"link", ""}}, {}}};
    settings_.link = [](const OutboxMail&, const auto&) { return std::string("page"); };
    EXPECT_EQ(compose(mail, templates(), settings_).text, "https://a.example https://b.example\n");
}

TEST_F(Compose, a_mail_without_a_template_is_a_defect) {
    OutboxMail mail = a_mail_to_the_owner();
    mail.kind.reset();
    mail.unknown_kind = "birthday";
    EXPECT_THROW(compose(mail, templates(), settings_), std::logic_error);
}

TEST(MailName, sorts_by_outbox_id) {
    EXPECT_EQ(mail_name(a_mail_to_the_owner()), "000000012-new_request");
}

}  // namespace
}  // namespace werktdoord
