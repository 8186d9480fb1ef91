#include "core/span.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(Span, reads_a_count_and_a_unit) {
    const std::pair<const char*, Span> rows[] = {
        {"1 working_day", {1, Unit::working_days}},
        {"2 working_days", {2, Unit::working_days}},
        {"4 working_hours", {4, Unit::working_hours}},
        {"1 working_hour", {1, Unit::working_hours}},
        {"14 days", {14, Unit::days}},
        {"4 weeks", {4, Unit::weeks}},
        {"1 week", {1, Unit::weeks}},
        {"2  weeks", {2, Unit::weeks}},
        {"100000 days", {100000, Unit::days}},
    };
    for (const auto& [text, span] : rows) {
        const auto read = parse_span(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, span) << text;
    }
}

TEST(Span, fails_with_what_is_expected) {
    for (const char* text : {"", "1", "working_day", "0 days", "-1 days", "+1 days", " 1 day",
                             "1 day ", "1day", "1.5 days", "1 months", "1 Day", "1 dayss", "1 s",
                             "100001 days", "99999999999 days", "1 working day", "1\tday", "1 "}) {
        const auto read = parse_span(text);
        ASSERT_FALSE(read) << text;
        EXPECT_NE(read.error().text.find("working_days"), std::string::npos);
        EXPECT_NE(read.error().text.find('"' + std::string(text) + '"'), std::string::npos);
    }
}

TEST(Span, is_written_as_it_is_read) {
    for (const char* text : {"1 working_day", "2 working_days", "1 working_hour", "3 working_hours",
                             "1 day", "14 days", "1 week", "4 weeks"})
        EXPECT_EQ(to_string(parse_span(text).value()), text);
}

TEST(Span, a_multiple_is_one_span_and_stops_at_the_greatest) {
    EXPECT_EQ(times({2, Unit::working_hours}, 3), (Span{6, Unit::working_hours}));
    EXPECT_EQ(times({1, Unit::weeks}, 1), (Span{1, Unit::weeks}));
    EXPECT_EQ(times({max_span_count, Unit::days}, 2), (Span{max_span_count, Unit::days}));
    EXPECT_EQ(times({max_span_count, Unit::days}, 2'000'000'000),
              (Span{max_span_count, Unit::days}));
}

}  // namespace
}  // namespace werktdoord
