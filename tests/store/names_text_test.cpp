#include "store/names_text.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(NamesText, finds_an_address_as_a_whole_and_nothing_in_another) {
    const std::string_view address = "an@b.example";
    for (const char* text : {"an@b.example", "AN@B.Example", "<an@b.example>", "Mail an@b.example.",
                             R"("email":"an@b.example")", R"(Bel Jan\nan@b.example\nof mail)",
                             "jan@b.example en an@b.example", "mailto:an@b.example"})
        EXPECT_TRUE(names_text(text, address)) << text;
    for (const char* text : {"", "an@b", "jan@b.example", "j.an@b.example", "j-an@b.example",
                             "an@b.example.example", "an@b.example-nl.example",
                             "\xC3\xA9"
                             "an@b.example"})
        EXPECT_FALSE(names_text(text, address)) << text;
    EXPECT_FALSE(names_text("an@b.example", ""));
}

TEST(NamesText, takes_capitals_with_an_accent_for_the_same_letters_but_never_other_letters) {
    const std::string_view address = "j@caf\u00e9-\u00efb\u0153.example";
    EXPECT_TRUE(names_text("J@CAF\u00c9-\u00cfB\u0152.EXAMPLE", address));
    EXPECT_TRUE(names_text(address, "J@CAF\u00c9-\u00cfB\u0152.Example"));
    EXPECT_FALSE(names_text("j@cafe-ib\u0153.example", address)) << "another domain";
    EXPECT_FALSE(names_text("\u00c9j@caf\u00e9-\u00efb\u0153.example", address))
        << "another mailbox";
}

TEST(NamesText, finds_a_phone_number_as_a_whole) {
    EXPECT_TRUE(names_text(R"("phone":"013 555 01 00")", "013 555 01 00"));
    EXPECT_FALSE(names_text("013 555 01 009", "013 555 01 00"));
    EXPECT_FALSE(names_text("1013 555 01 00", "013 555 01 00"));
}

}  // namespace
}  // namespace werktdoord
