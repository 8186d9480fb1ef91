// Fingerprints, and the filter that knows them: what is stored is never taken for new.
#include "store/fingerprint.hpp"

#include <gtest/gtest.h>

#include <random>

#include "store/fingerprint_filter.hpp"

namespace werktdoord {
namespace {

// Stores hold them: another function needs another schema.
TEST(Fingerprint, is_the_same_for_ever) {
    EXPECT_EQ(fingerprint({"webhook", "platform", "msg_1"}), 7474960720749793199LL);
}

TEST(Fingerprint, tells_texts_apart_however_they_are_cut) {
    EXPECT_NE(fingerprint({"ab", "c"}), fingerprint({"a", "bc"}));
    EXPECT_NE(fingerprint({"a", ""}), fingerprint({"a"}));
    EXPECT_NE(fingerprint({"a", "b"}), fingerprint({"b", "a"}));
}

TEST(Fingerprint, rows_that_follow_each_other_share_a_part) {
    EXPECT_EQ(fingerprint_part(0), fingerprint_part(1023));
    EXPECT_EQ(fingerprint_part(1024), fingerprint_part(1023) + 1);
}

TEST(FingerprintFilter, holds_nothing_at_first) {
    EXPECT_FALSE(FingerprintFilter().may_hold(0));
}

TEST(FingerprintFilter, holds_all_that_was_added_and_takes_few_others_for_it) {
    constexpr int many = 300'000;
    std::mt19937_64 random(7);
    const auto next = [&] { return static_cast<std::int64_t>(random()); };
    std::vector<std::int64_t> added(many);
    FingerprintFilter filter;
    for (std::int64_t& one : added) filter.add(one = next());
    for (const std::int64_t one : added) ASSERT_TRUE(filter.may_hold(one));
    int taken = 0;
    for (int i = 0; i < many; ++i) taken += filter.may_hold(next()) ? 1 : 0;
    EXPECT_LT(taken, many / 10'000);
    EXPECT_EQ(filter.added(), static_cast<std::size_t>(many));
}

}  // namespace
}  // namespace werktdoord
