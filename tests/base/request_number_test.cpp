#include "base/request_number.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(RequestNumber, has_six_digits_and_seven_when_it_must) {
    EXPECT_EQ(make_request_number(2026, 1).text(), "NLWD-2026-000001");
    EXPECT_EQ(make_request_number(2026, 999'999).text(), "NLWD-2026-999999");
    EXPECT_EQ(make_request_number(2026, 1'000'000).text(), "NLWD-2026-1000000");
    EXPECT_EQ(make_request_number(2027, 9'999'999).text(), "NLWD-2027-9999999");
}

TEST(RequestNumber, is_told_from_other_texts) {
    for (const char* text : {"NLWD-2026-000001", "NLWD-2026-999999", "NLWD-2026-1000000"})
        EXPECT_TRUE(is_request_number(text)) << text;
    for (const char* text :
         {"", "NLWD-", "NLWD-2026-00001", "NLWD-2026-000000", "NLWD-2026-0000001",
          "NLWD-2026-10000000", "nlwd-2026-000001", "NLWD-26-000001", "NLWD-2026-00000a",
          "NLWD-2026-000001 ", "NLWD-20260-00001", "XNLWD-2026-000001"})
        EXPECT_FALSE(is_request_number(text)) << text;
}

TEST(RequestNumber, is_made_of_the_parts_that_are_read_from_it) {
    for (const std::int64_t n : {1, 999'999, 1'000'000, 9'999'999}) {
        const auto parts = parse_request_number(make_request_number(2026, n).text());
        ASSERT_TRUE(parts) << n;
        EXPECT_EQ(parts->year, 2026);
        EXPECT_EQ(parts->n, n);
    }
}

}  // namespace
}  // namespace werktdoord
