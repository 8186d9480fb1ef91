#include "codec/json.hpp"

#include <gmock/gmock.h>

#include "codec/json_write.hpp"

namespace werktdoord {
namespace {

using testing::HasSubstr;

TEST(Json, AKeyGivenTwiceIsRefusedWithThePointerOfTheSecond) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {R"({"a":1,"a":2})", "/a"},
        {R"({"a":1,"\u0061":2})", "/a"},
        {R"({"x":{"y":[0,{"z":1,"z":1}]}})", "/x/y/1/z"},
        {R"([[],{},"s",{"a":{"b":1},"c":2,"a":3}])", "/3/a"},
        {R"({"":1,"":2})", "/"},
        {R"({"a/b":1,"a/b":2})", "/a~1b"},
        {R"({"m~n":1,"m~n":2})", "/m~0n"},
    };
    for (const auto& [text, pointer] : cases) {
        const auto read = parse_json(text);
        ASSERT_FALSE(read) << text;
        ASSERT_EQ(read.error().size(), 1U) << text;
        EXPECT_EQ(read.error()[0].where, pointer) << text;
        EXPECT_THAT(read.error()[0].text, HasSubstr("twice"));
    }
}

TEST(Json, EveryDuplicateKeyIsTold) {
    const auto read = parse_json(R"({"a":1,"a":2,"b":{"c":1,"c":2}})", "/data");
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().size(), 2U);
    EXPECT_EQ(read.error()[0].where, "/data/a");
    EXPECT_EQ(read.error()[1].where, "/data/b/c");
}

TEST(Json, TheSameKeyInDifferentObjectsIsNoDuplicate) {
    EXPECT_TRUE(parse_json(R"({"a":{"a":{"a":[{"a":1},{"a":2}]}},"b":{"a":1}})"));
}

TEST(Json, WhatIsNotJsonIsRefusedWithItsPlace) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "too early"},
        {"  ", "too early"},
        {"{", "too early"},
        {"{} {}", "follows"},
        {"{}x", "follows"},
        {"1 2", "follows"},
        {"NaN", "line 1, column 1"},
        {"[Infinity]", "line 1"},
        {"{\"a\":1,}", "line 1, column 8"},
        {"{\n  \"a\": tru\n}", "line 2"},
        {"[1,2,]", "line 1"},
        {"'a'", "line 1"},
        {"/* c */ {}", "line 1"},
        {"{a:1}", "line 1"},
        {"[01]", "line 1"},
        {"[1e999]", "too large"},
        {"[-1e999]", "too large"},
        {"\"a\nb\"", "line 1"},
        {"\xef\xbb\xbf{}", "line 1"},
        {"\"\xff\"", "line 1"},
        {"\"\xc0\xaf\"", "line 1"},
        {"\"\xed\xa0\x80\"", "line 1"},
        {"\"\xf4\x90\x80\x80\"", "line 1"},
        {"{\"\xff\":1}", "line 1"},
        {R"("\ud800")", "line 1"},
        {R"("\ud800\ud800")", "line 1"},
        {R"("\ud800x")", "line 1"},
        {R"("\udc00")", "line 1"},
        {R"({"\udc00":1})", "line 1"},
        {R"("\x41")", "line 1"},
        {std::string("{}\0", 3), "follows"},
    };
    for (const auto& [text, told] : cases) {
        const auto read = parse_json(text);
        ASSERT_FALSE(read) << text;
        EXPECT_THAT(read.error()[0].text, HasSubstr(told)) << text;
        EXPECT_THAT(read.error()[0].text, HasSubstr("not valid JSON")) << text;
    }
}

TEST(Json, ThirtyTwoLevelsAreReadAndOneMoreIsNot) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_TRUE(parse_json(nested(32)));
    const auto read = parse_json(nested(33));
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error()[0].text, HasSubstr("32 levels"));
    EXPECT_FALSE(parse_json(nested(200'000)));
}

TEST(Json, ValuesComeBackCompactAndInTheirOrder) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {R"( { "b" : 1 , "a" : [ true , false , null ] } )", R"({"b":1,"a":[true,false,null]})"},
        {R"([0,-7,9223372036854775807,18446744073709551615,32.5,0.1,1e3,-1.5e-7])",
         R"([0,-7,9223372036854775807,18446744073709551615,32.5,0.1,1000,-1.5e-07])"},
        {R"("caf\u00e9 \ud83d\ude00 \"\\\/\b\n")", "\"caf\u00e9 \U0001f600 \\\"\\\\/\\u0008\\n\""},
        {"[0.0,-0.0,-0]", "[0,-0.0,0]"},
        {"{}", "{}"},
        {"[]", "[]"},
        {R"(["\u0000\u001f\u007f"])", "[\"\\u0000\\u001f\x7f\"]"},
    };
    for (const auto& [text, compact] : cases) {
        const auto read = parse_json(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(to_json(*read), compact);
        const auto again = parse_json(compact);
        ASSERT_TRUE(again) << compact;
        EXPECT_EQ(to_json(*again), compact);
    }
}

TEST(Json, LongKeysAndStringsSurviveWhole) {
    const std::string key(100'000, 'k');
    const std::string text(100'000, 's');
    const auto read = parse_json("{\"" + key + "\\u0041\":\"" + text + "\\n\"}");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->as_object().at(key + "A").as_string(), text + "\n");
}

TEST(Json, DoublesAreReadToTheLastBit) {
    const auto read = parse_json("[0.30000000000000004, 7.038531e-26, 123456789012345678901234]");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->at(0).as_double(), 0.30000000000000004);
    EXPECT_EQ(read->at(1).as_double(), 7.038531e-26);
    EXPECT_EQ(read->at(2).as_double(), 123456789012345678901234.0);
}

}  // namespace
}  // namespace werktdoord
