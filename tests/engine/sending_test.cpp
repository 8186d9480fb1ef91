// Alerts to one person that fall together leave as one mail; all else leaves alone.
#include "engine/sending.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/noon.hpp"
#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

OutboxMail a_mail_to(std::int64_t id, MailKind kind, const std::string& address,
                     const std::string& request = "NLWD-2026-000001") {
    OutboxMail mail;
    mail.id = id;
    mail.queued_at = mail.next_attempt = noon;
    mail.request = RequestNumber(request);
    mail.kind = kind;
    mail.to = {Role::owner, "anna", "Anna", address};
    mail.facts.values = {{"clock_nl", "klok " + std::to_string(id)}, {"step_nl", "verlopen"}};
    mail.facts.lists["next_steps"] = {{{{"text", "Bel."}}, {}}, {{{"text", "Schrijf op."}}, {}}};
    return mail;
}

std::vector<std::vector<std::int64_t>> ids(const std::vector<Sending>& sendings) {
    std::vector<std::vector<std::int64_t>> all;
    for (const Sending& sending : sendings) {
        all.emplace_back();
        for (const OutboxMail& mail : sending) all.back().push_back(mail.id);
    }
    return all;
}

class Sendings : public testing::Test {
protected:
    Sendings() {
        for (const MailTraits& mail : mail_traits)
            for (const char* part : {"subject", "text", "html"})
                folder_.write(std::string(mail.name) + "." + part + ".mustache", "{{number}}");
        folder_.write("alerts.subject.mustache", "{{alerts_count}} {{recipient_name}}");
        folder_.write(
            "alerts.text.mustache",
            "{{#alerts}}{{number}}|{{clock_nl}}|{{step_nl}}|{{text}}|{{link}};{{/alerts}}");
        settings_.link = [](const OutboxMail& mail, const LinkSubject& about) {
            const std::string number = about.request ? about.request->text() : "";
            return "page/" + std::to_string(mail.id) + "/" + number;
        };
    }
    MailMessage message(const Sending& sending) {
        return compose(sending, read_templates(folder_.path()).value(), settings_);
    }

    TempFolder folder_;
    MailSettings settings_{
        {"NLWerktDoor", "noreply@nlwerktdoor.example"}, Zone::find("Europe/Amsterdam").value(), {}};
};

TEST_F(Sendings, only_alerts_to_one_address_leave_together) {
    const auto sendings = sendings_of({a_mail_to(9, MailKind::alert, "Anna@team.example"),
                                       a_mail_to(2, MailKind::update, "anna@team.example"),
                                       a_mail_to(4, MailKind::alert, "bram@team.example"),
                                       a_mail_to(3, MailKind::alert, "anna@team.example"),
                                       a_mail_to(5, MailKind::update, "anna@team.example"),
                                       a_mail_to(7, MailKind::alert, "anna@team.example")});
    EXPECT_THAT(ids(sendings),
                ElementsAre(ElementsAre(3, 7, 9), ElementsAre(2), ElementsAre(4), ElementsAre(5)));
}

TEST_F(Sendings, the_one_mail_tells_of_each_with_its_own_link) {
    const MailMessage one =
        message({a_mail_to(3, MailKind::alert, "anna@team.example"),
                 a_mail_to(7, MailKind::alert, "anna@team.example", "NLWD-2026-000002")});
    EXPECT_EQ(one.subject, "2 Anna");
    EXPECT_EQ(one.to, (Mailbox{"Anna", "anna@team.example"}));
    EXPECT_EQ(one.text,
              "NLWD-2026-000001|klok 3|verlopen|Bel. Schrijf op.|page/3/NLWD-2026-000001;"
              "NLWD-2026-000002|klok 7|verlopen|Bel. Schrijf op.|page/7/NLWD-2026-000002;\n");
    EXPECT_EQ(one.thread_id, "") << "of two requests, in the thread of neither";
}

TEST_F(Sendings, about_one_request_it_hangs_in_its_thread) {
    const MailMessage one = message({a_mail_to(3, MailKind::alert, "anna@team.example"),
                                     a_mail_to(7, MailKind::alert, "anna@team.example")});
    EXPECT_EQ(one.thread_id, "NLWD-2026-000001@nlwerktdoor.example");
}

TEST_F(Sendings, the_same_mails_are_the_same_message_and_others_another) {
    const OutboxMail first = a_mail_to(3, MailKind::alert, "anna@team.example");
    const OutboxMail second = a_mail_to(7, MailKind::alert, "anna@team.example");
    OutboxMail again = second;
    again.attempts = 4;
    again.next_attempt = noon + 1h;
    const Sending two{first, second};
    const Sending two_again{first, again};
    const Sending three{first, second, a_mail_to(9, MailKind::alert, "anna@team.example")};
    EXPECT_EQ(message(two).message_id, message(two_again).message_id);
    EXPECT_EQ(mail_name(two), mail_name(two_again));
    EXPECT_NE(message(two).message_id, message(three).message_id);
    EXPECT_NE(mail_name(two), mail_name(three));
    EXPECT_NE(message(two).message_id, message({first}).message_id);
}

TEST_F(Sendings, one_mail_alone_is_what_it_always_was) {
    const Sending alone{a_mail_to(3, MailKind::alert, "anna@team.example")};
    EXPECT_EQ(message(alone).message_id, "outbox-3.NLWD-2026-000001@nlwerktdoor.example");
    EXPECT_EQ(mail_name(alone), "000000003-alert");
}

}  // namespace
}  // namespace werktdoord
