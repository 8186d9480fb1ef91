// Sending through SMTP: what each end of the conversation means for the mail (contract section 9).
#include "net/smtp_transport.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/scripted_smtp.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using Outcome = SendOutcome::Kind;

SmtpSettings settings_for(const ScriptedSmtp& server) {
    SmtpSettings settings;
    settings.host = "127.0.0.1";
    settings.port = server.port();
    settings.hello = "nlwerktdoor.example";
    settings.connect_timeout = 2s;
    settings.reply_timeout = 1s;
    settings.verdict_timeout = 1s;
    return settings;
}

const std::string a_message = "Subject: x\r\n\r\n.a line with a dot\r\nend\r\n";

SendOutcome send(MailTransport& transport, const std::string& to = "anna@team.example") {
    return transport.send("noreply@nlwerktdoor.example", to, a_message, "1-alert");
}

SendOutcome send_to(const SmtpScript& script) {
    ScriptedSmtp server({script});
    return send(*make_smtp_transport(settings_for(server)));
}

TEST(SmtpTransport, hands_over_a_mail) {
    ScriptedSmtp server({SmtpScript{}});
    const auto transport = make_smtp_transport(settings_for(server));
    EXPECT_EQ(send(*transport), (SendOutcome{Outcome::accepted, ""}));
    EXPECT_THAT(server.commands(),
                ElementsAre("EHLO nlwerktdoor.example",
                            StartsWith("MAIL FROM:<noreply@nlwerktdoor.example>"),
                            "RCPT TO:<anna@team.example>", "DATA"));
    EXPECT_THAT(server.messages(), ElementsAre("Subject: x\r\n\r\n..a line with a dot\r\nend\r\n"));
}

TEST(SmtpTransport, a_domain_of_other_letters_goes_out_as_mail_servers_know_it) {
    ScriptedSmtp server({SmtpScript{}});
    const auto transport = make_smtp_transport(settings_for(server));
    EXPECT_EQ(send(*transport, "jan@bücher.example").kind, Outcome::accepted);
    EXPECT_THAT(server.commands(), Contains("RCPT TO:<jan@xn--bcher-kva.example>"));
}

TEST(SmtpTransport, keeps_one_connection) {
    ScriptedSmtp server({SmtpScript{}});
    const auto transport = make_smtp_transport(settings_for(server));
    for (int i = 0; i < 3; ++i) EXPECT_EQ(send(*transport).kind, Outcome::accepted);
    EXPECT_EQ(server.connections(), 1);
    EXPECT_EQ(server.messages().size(), 3U);
}

TEST(SmtpTransport, a_kept_connection_that_the_server_gave_up_is_no_failure) {
    ScriptedSmtp server({SmtpScript{.messages_max = 1}, SmtpScript{}});
    const auto transport = make_smtp_transport(settings_for(server));
    EXPECT_EQ(send(*transport).kind, Outcome::accepted);
    EXPECT_EQ(send(*transport).kind, Outcome::accepted);
    EXPECT_EQ(server.connections(), 2);
    EXPECT_EQ(server.messages().size(), 2U);
}

TEST(SmtpTransport, every_reply_has_its_meaning) {
    struct Row {
        const char* verb;
        const char* reply;
        Outcome kind;
        const char* reason;
    };
    for (const Row& row :
         {Row{"MAIL", "450 4.3.2 later", Outcome::retry_later,
              "450 4.3.2 mail system closing or closed"},
          Row{"MAIL", "530 5.7.0 log in first", Outcome::unreachable, "530 5.7.0 policy"},
          Row{"MAIL", "421 4.3.2 closing", Outcome::unreachable,
              "421 4.3.2 mail system closing or closed"},
          Row{"MAIL", "553 5.7.1 not your name", Outcome::unreachable, "553 5.7.1 policy"},
          Row{"MAIL", "552 5.3.4 too big", Outcome::refused, "552 5.3.4 message too large"},
          Row{"RCPT", "450 4.2.0 grey", Outcome::retry_later,
              "450 4.2.0 greylisted or busy, try later"},
          Row{"RCPT", "550 5.1.1 no such user", Outcome::refused, "550 5.1.1 mailbox not found"},
          Row{"RCPT", "550-5.1.1 first\r\n550 last", Outcome::refused,
              "550 5.1.1 mailbox not found"},
          Row{"RCPT", "421 4.7.0 too many", Outcome::unreachable, "421 4.7.0 policy"},
          Row{"DATA", "452 4.3.1 full", Outcome::retry_later, "452 4.3.1 mail system full"},
          Row{"DATA", "554 no", Outcome::refused, "554 refused"},
          Row{"BODY", "451 later", Outcome::retry_later, "451 error there, try later"},
          Row{"BODY", "552 5.2.2 over quota", Outcome::refused, "552 5.2.2 mailbox full"},
          Row{"BODY", "421 4.3.2 closing", Outcome::retry_later,
              "421 4.3.2 mail system closing or closed"}}) {
        const SendOutcome outcome = send_to({.replies = {{row.verb, row.reply}}});
        EXPECT_EQ(outcome, (SendOutcome{row.kind, row.reason})) << row.verb << " " << row.reply;
    }
}

TEST(SmtpTransport, a_server_that_refuses_us_is_unreachable) {
    EXPECT_EQ(send_to({.greeting = "554 5.3.2 no service"}).kind, Outcome::unreachable);
    EXPECT_EQ(send_to({.greeting = "421 4.3.2 busy"}).kind, Outcome::unreachable);
    EXPECT_EQ(send_to({.greeting = ""}).kind, Outcome::unreachable);
    EXPECT_EQ(send_to({.replies = {{"EHLO", "550 no"}, {"HELO", "550 no"}}}).kind,
              Outcome::unreachable);
}

TEST(SmtpTransport, a_connection_cut_before_the_message_is_unreachable_and_after_it_counts) {
    for (const char* verb : {"EHLO", "MAIL", "RCPT", "DATA"})
        EXPECT_EQ(send_to({.replies = {{verb, ""}}}).kind, Outcome::unreachable) << verb;
    EXPECT_EQ(send_to({.replies = {{"BODY", ""}}}).kind, Outcome::retry_later);
}

TEST(SmtpTransport, a_refused_mail_does_not_spoil_the_next) {
    ScriptedSmtp server({SmtpScript{.replies = {{"RCPT", "550 5.1.1 no"}}}, SmtpScript{}});
    const auto transport = make_smtp_transport(settings_for(server));
    EXPECT_EQ(send(*transport).kind, Outcome::refused);
    EXPECT_EQ(send(*transport).kind, Outcome::accepted);
}

TEST(SmtpTransport, nobody_listening_is_unreachable) {
    SmtpSettings settings;
    {
        ScriptedSmtp server({SmtpScript{}});
        settings = settings_for(server);
    }
    const SendOutcome outcome = send(*make_smtp_transport(settings));
    EXPECT_EQ(outcome.kind, Outcome::unreachable);
    EXPECT_NE(outcome.reason, "");
}

TEST(SmtpTransport, required_tls_means_required) {
    ScriptedSmtp server({SmtpScript{}});
    SmtpSettings settings = settings_for(server);
    settings.security = SmtpSecurity::starttls;
    EXPECT_EQ(send(*make_smtp_transport(settings)).kind, Outcome::unreachable);
    for (const std::string& command : server.commands())
        EXPECT_FALSE(command.starts_with("MAIL")) << command;
}

TEST(SmtpTransport, a_wrong_password_parks_no_mail) {
    ScriptedSmtp server(
        {SmtpScript{.hello = "250-a\r\n250 AUTH PLAIN", .replies = {{"AUTH", "535 5.7.8 wrong"}}}});
    SmtpSettings settings = settings_for(server);
    settings.username = "werktdoord";
    settings.password = "secret";
    const SendOutcome outcome = send(*make_smtp_transport(settings));
    EXPECT_EQ(outcome, (SendOutcome{Outcome::unreachable, "535 5.7.8 login refused"}));
    EXPECT_THAT(server.commands(), Contains(HasSubstr("AUTH PLAIN")));
}

TEST(SmtpTransport, where_no_login_is_offered_a_refusal_is_not_about_the_mail) {
    for (const auto& [reply, kept] :
         {std::pair("554 5.7.1 relay denied", "554 5.7.1 policy"),
          std::pair("454 4.7.1 relay denied", "454 4.7.1 greylisted or busy, try later")}) {
        ScriptedSmtp server({SmtpScript{.replies = {{"RCPT", reply}}}});
        SmtpSettings settings = settings_for(server);
        settings.username = settings.password = "werktdoord";
        EXPECT_EQ(send(*make_smtp_transport(settings)),
                  (SendOutcome{Outcome::unreachable, std::string("no login offered: ") + kept}));
    }
}

TEST(SmtpTransport, after_a_login_a_refusal_is_about_the_mail_also_on_a_kept_connection) {
    const std::string proof = "AHdlcmt0ZG9vcmQAd2Vya3Rkb29yZA==";  // of both being werktdoord
    ScriptedSmtp server({SmtpScript{.hello = "250-a\r\n250 AUTH PLAIN",
                                    .replies = {{"AUTH", "334 "}, {proof, "235 2.7.0 welcome"}},
                                    .refused_from = 2}});
    SmtpSettings settings = settings_for(server);
    settings.username = settings.password = "werktdoord";
    const auto transport = make_smtp_transport(settings);
    EXPECT_EQ(send(*transport).kind, Outcome::accepted);
    EXPECT_EQ(send(*transport).kind, Outcome::refused);
    EXPECT_EQ(server.connections(), 1);
}

TEST(SmtpTransport, a_server_may_look_at_a_message_for_longer_than_at_a_command) {
    ScriptedSmtp server({SmtpScript{.verdict_after = 2500ms}});
    SmtpSettings settings = settings_for(server);
    settings.verdict_timeout = 60s;
    EXPECT_EQ(send(*make_smtp_transport(settings)).kind, Outcome::accepted);
}

TEST(SmtpTransport, an_address_cannot_carry_a_command) {
    ScriptedSmtp server({SmtpScript{}});
    const auto transport = make_smtp_transport(settings_for(server));
    for (const char* address :
         {"", "anna", "@a.example", "anna@", "a@b.example>\r\nDATA\r\n", "a@b.example\nRSET",
          "a b@c.example", "a@b.example> NOTIFY=NEVER", "jan@bü＞.example", "jänner@b.example"})
        EXPECT_EQ(send(*transport, address).kind, Outcome::refused) << address;
    EXPECT_EQ(server.connections(), 0);
}

TEST(SmtpTransport, an_interrupted_send_ends_soon) {
    ScriptedSmtp server({SmtpScript{.greeting = "silence"}});
    SmtpSettings settings = settings_for(server);
    settings.reply_timeout = settings.connect_timeout = 60s;
    const auto transport = make_smtp_transport(settings);
    SendOutcome outcome;
    std::thread sending([&] { outcome = send(*transport); });
    while (server.connections() == 0) std::this_thread::sleep_for(1ms);
    transport->interrupt();
    sending.join();  // within about a second; the time limit of the test run is far below 60 s
    EXPECT_EQ(outcome.kind, Outcome::unreachable);
}

}  // namespace
}  // namespace werktdoord
