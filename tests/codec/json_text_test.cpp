// JSON written straight as text: commas, what is left out, and every byte that must be escaped.
#include "codec/json_text.hpp"

#include <gtest/gtest.h>

#include "codec/json.hpp"
#include "codec/json_write.hpp"

namespace werktdoord {
namespace {

TEST(JsonText, sets_the_commas_between_members_and_items) {
    JsonText out;
    out.open('{');
    out.member("number", 7);
    out.member("truth", false);
    out.list("empty", std::vector<std::string>{});
    out.list("texts", std::vector<std::string>{"a", "{", ""});
    out.list("objects", std::vector<int>{1, 2}, [&](int n) {
        out.open('{');
        out.member("n", n);
        out.close('}');
    });
    out.name("data");
    out.raw("{}");
    out.member("at", parse_rfc3339("2026-11-23T09:12:00Z").value());
    out.close('}');
    EXPECT_EQ(out.take(), R"({"number":7,"truth":false,"empty":[],"texts":["a","{",""],)"
                          R"("objects":[{"n":1},{"n":2}],"data":{},"at":"2026-11-23T09:12:00Z"})");
}

TEST(JsonText, leaves_out_what_says_nothing) {
    JsonText out;
    out.open('{');
    out.maybe("text", std::string());
    out.maybe("instant", std::optional<Instant>());
    out.maybe("number", std::optional<int>(0));
    out.close('}');
    EXPECT_EQ(out.take(), R"({"number":0})");
}

TEST(JsonText, reads_back_as_it_was_wherever_an_escape_stands) {
    for (std::size_t length = 1; length < 20; ++length)
        for (std::size_t at = 0; at < length; ++at)
            for (int byte = 1; byte < 0x80; ++byte) {
                std::string text(length, 'x');
                text[at] = static_cast<char>(byte);
                std::string json;
                write_json_string(json, text);
                const auto read = parse_json(json);
                ASSERT_TRUE(read && read->as_string() == text) << json;
            }
    std::string json;
    write_json_string(json, "é zeven € \x7f — \"acht\"");
    EXPECT_EQ(json, "\"é zeven € \x7f — \\\"acht\\\"\"");
}

}  // namespace
}  // namespace werktdoord
