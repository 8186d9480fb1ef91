// A server that talks nonsense, falls silent or never ends: given up in time, and nothing is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/scripted_smtp.hpp"
#include "net/smtp_transport.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using Outcome = SendOutcome::Kind;

SendOutcome send_impatiently(const ScriptedSmtp& server, SmtpSecurity security) {
    SmtpSettings settings;
    settings.host = "127.0.0.1";
    settings.port = server.port();
    settings.security = security;
    settings.hello = "nlwerktdoor.example";
    settings.connect_timeout = settings.reply_timeout = settings.verdict_timeout = 200ms;
    return make_smtp_transport(settings)->send("noreply@nlwerktdoor.example", "anna@team.example",
                                               "Subject: x\r\n\r\nend\r\n", "1-alert");
}

SendOutcome send_impatiently(const SmtpScript& script) {
    const ScriptedSmtp server({script});
    return send_impatiently(server, SmtpSecurity::none);
}

TEST(SmtpGarbage, a_greeting_that_is_none_is_unreachable) {
    for (const std::string& greeting :
         {std::string("SSH-2.0-OpenSSH_9.2"), std::string("250 hello"), std::string("22"),
          std::string("HTTP/1.1 400 Bad Request\r\n\r\n<html>"), std::string("999 what"),
          std::string("220\0 \0\0", 7), std::string("\xff\xfe\x00\x16\x03\x01", 6),
          std::string(200000, 'x'), "220 " + std::string(200000, 'x') + "\xff"}) {
        const SendOutcome outcome =
            send_impatiently({.greeting = greeting, .replies = {{"EHLO", ""}}});
        EXPECT_EQ(outcome.kind, Outcome::unreachable) << greeting.substr(0, 40);
        EXPECT_NE(outcome.reason, "");
        EXPECT_LE(outcome.reason.size(), 160U);
    }
}

TEST(SmtpGarbage, a_reply_that_fits_no_command_is_unreachable) {
    for (const std::string& reply :
         {std::string("what?"), std::string("354 go on"), std::string("120 soon"),
          std::string("\x00\x01\xfe\xff", 4), std::string("-1 x"), std::string("2500 ok")})
        EXPECT_EQ(send_impatiently({.replies = {{"RCPT", reply}}}).kind, Outcome::unreachable)
            << reply;
    EXPECT_EQ(send_impatiently({.replies = {{"DATA", "250 ok"}}}).kind, Outcome::unreachable);
}

TEST(SmtpGarbage, a_verdict_that_is_none_may_stand_for_a_mail_that_was_taken) {
    for (const char* verdict : {"what?", "354 go on", "silence", "", "flood x"})
        EXPECT_EQ(send_impatiently({.replies = {{"BODY", verdict}}}).kind, Outcome::retry_later)
            << verdict;
}

TEST(SmtpGarbage, silence_ends_in_time_at_every_step) {
    EXPECT_EQ(send_impatiently({.greeting = "silence"}).kind, Outcome::unreachable);
    for (const char* verb : {"EHLO", "MAIL", "RCPT", "DATA"}) {
        const SendOutcome outcome = send_impatiently({.replies = {{verb, "silence"}}});
        EXPECT_EQ(outcome.kind, Outcome::unreachable) << verb;
        EXPECT_NE(outcome.reason, "") << verb;
    }
}

TEST(SmtpGarbage, what_never_ends_is_given_up) {
    for (const char* flood : {"flood 220-more\r\n", "flood x", "flood 250-more\r\n"}) {
        EXPECT_EQ(send_impatiently({.greeting = flood}).kind, Outcome::unreachable) << flood;
        for (const char* verb : {"EHLO", "RCPT"})
            EXPECT_EQ(send_impatiently({.replies = {{verb, flood}}}).kind, Outcome::unreachable)
                << verb << " " << flood;
    }
}

TEST(SmtpGarbage, a_tls_that_breaks_is_unreachable_and_nothing_goes_in_the_clear) {
    const std::string hello = "250-mail.example\r\n250 STARTTLS";
    for (const char* reply : {"", "silence", "220 go on\r\nrubbish, not TLS", "454 4.7.0 not now",
                              "502 5.5.1 unknown", "220 go on\r\n250 injected", "flood 220-"}) {
        const ScriptedSmtp server({SmtpScript{.hello = hello, .replies = {{"STARTTLS", reply}}}});
        EXPECT_EQ(send_impatiently(server, SmtpSecurity::starttls).kind, Outcome::unreachable)
            << reply;
        for (const std::string& command : server.commands())
            EXPECT_FALSE(command.starts_with("MAIL")) << command;
    }
    const ScriptedSmtp plain({SmtpScript{}});
    EXPECT_EQ(send_impatiently(plain, SmtpSecurity::tls).kind, Outcome::unreachable);
}

}  // namespace
}  // namespace werktdoord
