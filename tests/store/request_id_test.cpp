#include "store/request_id.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(RequestId, comes_back_from_its_number) {
    for (const std::int64_t id : {20260000001, 20260999999, 20261000000, 20279999999})
        EXPECT_EQ(request_id(request_number(id)), id);
}

TEST(RequestId, of_what_is_no_number_is_none) {
    for (const char* text : {"", "NLWD-2026-000000", "NLWD-2026-0000001", "nlwd-2026-000001"})
        EXPECT_EQ(request_id(RequestNumber(text)), 0) << text;
}

// A damaged store: what it holds may be shown, and must not bring the reader down.
TEST(RequestId, that_no_request_has_is_a_text_all_the_same) {
    for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-5}, INT64_MAX, INT64_MIN})
        EXPECT_GE(request_number(id).text().size(), 16U);
}

}  // namespace
}  // namespace werktdoord
