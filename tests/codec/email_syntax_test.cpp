#include "codec/email_syntax.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(EmailSyntax, AddressesThatMailCanGoToAreTaken) {
    for (const std::string& address :
         {std::string("a@b.example"), std::string("noor.bakker+werk@sub.linde.example"),
          std::string("o'neill@x-y.example"), std::string("info@caf\u00e9.example"),
          std::string(64, 'a') + "@b.example", "a@" + std::string(63, 'b') + ".example"})
        EXPECT_EQ(email_fault(address), std::nullopt) << address;
}

TEST(EmailSyntax, OtherTextsAreNot) {
    for (const std::string& address :
         {std::string(""),
          std::string("a"),
          std::string("@b.example"),
          std::string("a@"),
          std::string("a@b"),
          std::string("a@@b.example"),
          std::string("a@b@c.example"),
          std::string("a b@c.example"),
          std::string(".a@b.example"),
          std::string("a.@b.example"),
          std::string("a..b@c.example"),
          std::string("a@b..example"),
          std::string("a@.example"),
          std::string("a@b.example."),
          std::string("a@-b.example"),
          std::string("a@b-.example"),
          std::string("a@b_c.example"),
          std::string("a@b.example\n"),
          std::string("a\r@b.example"),
          std::string("a@b.example\0", 12),
          std::string("\"a\"@b.example"),
          std::string("A <a@b.example>"),
          std::string("a@b.example,c@d.example"),
          std::string("\u00e9@b.example"),
          std::string("a@[127.0.0.1]"),
          std::string(65, 'a') + "@b.example",
          "a@" + std::string(64, 'b') + ".example",
          "a@" + std::string(62, 'b') + "." + std::string(62, 'b') + "." + std::string(62, 'b') +
              "." + std::string(62, 'b') + ".example"})
        EXPECT_NE(email_fault(address), std::nullopt) << address;
}

}  // namespace
}  // namespace werktdoord
