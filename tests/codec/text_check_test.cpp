#include "codec/text_check.hpp"

#include <gtest/gtest.h>

#include <string>

namespace werktdoord {
namespace {

TEST(TextCheck, ControlCharactersAreSeenInAnyForm) {
    for (const std::string& text :
         {std::string("a\x01"), std::string("\x7f"), std::string("\u0085"), std::string("a\u009f"),
          std::string("a\0b", 3), std::string("\n"), std::string("\t"), std::string("\u2028"),
          std::string("\u2029")})
        EXPECT_TRUE(has_control_character(text)) << text;
    for (const char* text : {"", "gewoon", "caf\u00e9", "\u00a0", "\u2027", "\u20ac 3.000"})
        EXPECT_FALSE(has_control_character(text)) << text;
}

TEST(TextCheck, WhereLinesAreAllowedOnlyLinesAre) {
    EXPECT_FALSE(has_control_character("a\r\n\tb\u2028c", true));
    EXPECT_TRUE(has_control_character("a\x02", true));
    EXPECT_TRUE(has_control_character("\u0080", true));
}

TEST(TextCheck, CharactersAreCodePoints) {
    EXPECT_EQ(character_count(""), 0U);
    EXPECT_EQ(character_count("a\u00e9\u20ac\U0001f600"), 4U);
}

TEST(TextCheck, WhatShowsNothingIsBlank) {
    for (const char* text : {"", " ", " \t\r\n", "\u00a0", "\u200b", "\u3000\ufeff \u2009"})
        EXPECT_TRUE(is_blank(text)) << text;
    for (const char* text : {"a", " \u00a0a", "\u00e9", "\u200b.", "\xc2"})
        EXPECT_FALSE(is_blank(text)) << text;
}

TEST(TextCheck, KeysHaveNoSpacesNorSlashes) {
    for (const char* text : {"anna", "midden-brabant", "wsp_1", "GM0855", "a.b"})
        EXPECT_TRUE(is_key(text)) << text;
    for (const std::string& text : {std::string(), std::string("a b"), std::string("a/b"),
                                    std::string("\u00e9"), std::string(101, 'a')})
        EXPECT_FALSE(is_key(text)) << text;
}

}  // namespace
}  // namespace werktdoord
