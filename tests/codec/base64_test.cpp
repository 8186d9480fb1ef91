#include "codec/base64.hpp"

#include <gtest/gtest.h>

#include "codec/sha256.hpp"

namespace werktdoord {
namespace {

// RFC 4648 section 10.
const std::vector<std::pair<std::string, std::string>> base64_vectors{{"", ""},
                                                                      {"f", "Zg=="},
                                                                      {"fo", "Zm8="},
                                                                      {"foo", "Zm9v"},
                                                                      {"foob", "Zm9vYg=="},
                                                                      {"fooba", "Zm9vYmE="},
                                                                      {"foobar", "Zm9vYmFy"},
                                                                      {"\xff\xfe\xfb", "//77"}};

TEST(Base64, TheVectorsOfTheStandardGoBothWays) {
    for (const auto& [bytes, text] : base64_vectors) {
        EXPECT_EQ(to_base64(bytes), text);
        EXPECT_EQ(from_base64(text), bytes);
        EXPECT_EQ(from_base64(text.substr(0, text.find('='))), bytes) << "without padding";
    }
}

TEST(Base64, WhatIsNoBase64IsNotRead) {
    for (const char* text :
         {"Z", "Zg=", "Zg===", "Z===", "====", "Zm9v=", "Zm 9v", "Zm9v\n", "Zm9-", "Zg=a", "Zm9vY"})
        EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

// RFC 4648 section 5, and what lists name their last row by.
const std::vector<std::pair<std::string, std::string>> base64url_vectors{
    {"", ""},
    {"f", "Zg"},
    {"fo", "Zm8"},
    {"foo", "Zm9v"},
    {"\xff\xfe\xfb", "__77"},
    {"\xfb\xef", "--8"},
    {"?>?>~~", "Pz4_Pn5-"},
    {"NLWD-2026-000001", "TkxXRC0yMDI2LTAwMDAwMQ"}};

TEST(Base64, TheFormForAddressesGoesBothWays) {
    for (const auto& [bytes, text] : base64url_vectors) {
        EXPECT_EQ(to_base64url(bytes), text);
        EXPECT_EQ(from_base64url(text), bytes);
    }
}

TEST(Base64, WhatIsNotOfTheFormForAddressesIsNotRead) {
    for (const char* text : {"Z", "Zg==", "Zm8=", "//77", "++8", "__7 7", "a+b="})
        EXPECT_EQ(from_base64url(text), std::nullopt) << text;
}

TEST(Sha256, TheVectorsOfTheStandardHold) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace werktdoord
