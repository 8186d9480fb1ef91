// What is kept of a mail server's reply: nothing that could name anybody (contract section 7).
#include "net/smtp_reply.hpp"

#include <gtest/gtest.h>

#include "core/dutch_mail_fault.hpp"

namespace werktdoord {
namespace {

std::string kept_of(std::string_view line) {
    SmtpReply reply;
    reply.add(line);
    return reply.text();
}

TEST(SmtpReply, keeps_codes_and_our_own_words_and_none_of_the_servers) {
    struct Row {
        const char* reply;
        const char* kept;
    };
    for (const Row& row :
         {Row{"550 5.1.1 <anna@team.example>: no such user (Anna)", "550 5.1.1 mailbox not found"},
          Row{"550 5.1.2 Host unknown (Name server: team.example: host not found)",
              "550 5.1.2 host unknown"},
          Row{"550 Anna de Vries does not work here", "550 mailbox not available"},
          Row{"550 anna%40team.example unknown", "550 mailbox not available"},
          Row{"550 5.1.1", "550 5.1.1 mailbox not found"},
          Row{"550 5.1.99 anna", "550 5.1.99 address refused"},
          Row{"554 5.0.0 anna", "554 5.0.0 refused"}, Row{"599 anna", "599"},
          Row{"550", "550 mailbox not available"}})
        EXPECT_EQ(kept_of(row.reply), row.kept) << row.reply;
}

TEST(SmtpReply, what_only_looks_like_an_enhanced_code_is_not_kept) {
    for (const char* reply : {"550 4.1.1 of another class", "550 5.9.1 x", "550 5.1.061 x",
                              "550 5.1.1.anna", "550 5.1.1anna", "550 5.1. x", "550 5.11.1 x"})
        EXPECT_EQ(kept_of(reply), "550 mailbox not available") << reply;
}

// The mail about parked mail tells why (core/dutch_mail_fault.hpp).
TEST(SmtpReply, all_of_its_words_are_known_in_dutch) {
    const auto expect_dutch = [](const std::string& reply) {
        const std::string kept = kept_of(reply);
        if (kept.size() <= reply.size()) return;
        const std::string words = kept.substr(reply.size() + 1);
        EXPECT_TRUE(dutch_mail_words(words)) << kept;
        EXPECT_EQ(dutch_mail_fault(kept), *dutch_mail_words(words) + " (code " + reply + ")");
    };
    for (int code = 400; code < 600; ++code) {
        expect_dutch(std::to_string(code));
        const std::string first = std::to_string(code / 100);
        for (int subject = 0; subject < 8; ++subject)
            for (int detail = 0; detail < 30; ++detail)
                expect_dutch(std::to_string(code) + " " + first + "." + std::to_string(subject) +
                             "." + std::to_string(detail));
    }
}

TEST(SmtpReply, of_several_lines_the_enhanced_code_of_their_own_code_stays) {
    SmtpReply reply;
    reply.add("550-5.2.2 first");
    reply.add("550 last");
    EXPECT_EQ(reply.text(), "550 5.2.2 mailbox full");
    reply.add("250 ok");
    EXPECT_EQ(reply.text(), "250");
}

}  // namespace
}  // namespace werktdoord
