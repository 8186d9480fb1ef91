// Links that nobody can make, change or stretch (contract section 9).
#include "codec/answer_link.hpp"

#include <gtest/gtest.h>

#include <random>

namespace werktdoord {
namespace {

const std::string old_key(40, 'a');
const std::string new_key(40, 'b');

AnswerLink a_link() {
    return {12,
            RequestNumber("NLWD-2026-000001"),
            RegionKey("midden-brabant"),
            Role::wsp,
            "wsp-midden-brabant",
            Instant(std::chrono::seconds(1'800'000'000))};
}

AnswerLink any_link(std::mt19937& random) {
    const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    const auto key = [&](std::size_t least) {
        std::string text;
        const std::size_t size = least + random() % (101 - least);
        while (text.size() < size) text += letters[random() % letters.size()];
        return text;
    };
    AnswerLink link = a_link();
    link.mail = static_cast<std::int64_t>(random()) * static_cast<std::int64_t>(random() % 1000);
    link.region = RegionKey(key(0));
    link.role = Names<Role>::table[random() % Names<Role>::table.size()].first;
    link.key = key(1);
    link.expires = Instant(std::chrono::seconds(random()));
    return link;
}

TEST(AnswerLink, comes_back_as_it_was_made) {
    std::mt19937 random(4);
    for (int i = 0; i < 300; ++i) {
        const AnswerLink link = any_link(random);
        const std::string token = to_token(link, {new_key});
        EXPECT_LE(token.size(), answer_token_most);
        EXPECT_EQ(read_token(token, {new_key}), link) << token;
    }
}

TEST(AnswerLink, is_letters_that_an_address_takes_as_they_are) {
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
        const std::string token = to_token(any_link(random), {new_key});
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-_."),
                  std::string::npos)
            << token;
    }
}

TEST(AnswerLink, with_one_letter_changed_left_out_or_added_is_none) {
    const std::string token = to_token(a_link(), {new_key});
    for (std::size_t at = 0; at < token.size(); ++at) {
        for (const char other : {'A', 'B', 'z', '-', '.', '=', '%', '\0'}) {
            std::string changed = token;
            changed[at] = other;
            const bool same = changed == token;
            EXPECT_EQ(read_token(changed, {new_key}).has_value(), same) << changed;
            std::string longer = token;
            longer.insert(at, 1, other);
            EXPECT_FALSE(read_token(longer, {new_key})) << longer;
        }
        EXPECT_FALSE(read_token(token.substr(0, at), {new_key})) << at;
        EXPECT_FALSE(read_token(token.substr(at + 1), {new_key})) << at;
    }
}

// The last letter of a base64 text has bits that count for nothing.
TEST(AnswerLink, has_one_text_only) {
    const std::string token = to_token(a_link(), {new_key});
    int read = 0;
    for (const char last : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789-_"))
        if (read_token(token.substr(0, token.size() - 1) + last, {new_key})) ++read;
    EXPECT_EQ(read, 1);
}

TEST(AnswerLink, is_read_with_any_of_the_keys_and_made_with_the_first) {
    const std::string token = to_token(a_link(), {old_key});
    EXPECT_TRUE(read_token(token, {new_key, old_key}));
    EXPECT_FALSE(read_token(token, {new_key}));
    EXPECT_FALSE(read_token(token, {}));
    EXPECT_NE(to_token(a_link(), {new_key, old_key}), token);
}

TEST(AnswerLink, of_random_text_is_none) {
    std::mt19937 random(6);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        const std::size_t size = random() % 300;
        while (text.size() < size) text += static_cast<char>(random() % 256);
        EXPECT_FALSE(read_token(text, {new_key}));
    }
    EXPECT_FALSE(read_token(std::string(1'000'000, 'A'), {new_key}));
}

TEST(AnswerLink, is_called_by_digits_that_do_not_give_it_away) {
    const std::string token = to_token(a_link(), {new_key});
    EXPECT_EQ(link_id(token).size(), 16U);
    EXPECT_EQ(link_id(token).find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(token.find(link_id(token)), std::string::npos);
}

}  // namespace
}  // namespace werktdoord
