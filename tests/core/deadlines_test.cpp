#include "core/deadlines.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(Deadlines, a_clock_is_per_request_or_per_referral_and_wsp_response_per_wsp) {
    for (const ClockName clock :
         {ClockName::take_up, ClockName::assess, ClockName::decide, ClockName::follow_up})
        EXPECT_EQ(scope_of(clock), ClockScope::request) << name_of(clock);
    for (const ClockName clock : {ClockName::feedback, ClockName::forward, ClockName::report_back})
        EXPECT_EQ(scope_of(clock), ClockScope::referral) << name_of(clock);
    EXPECT_EQ(scope_of(ClockName::wsp_response), ClockScope::wsp);
}

TEST(Deadlines, an_empty_name_is_the_default_policy) {
    Deadlines deadlines;
    deadlines.policies["blueprint"].name = "blueprint";
    deadlines.policies["crisis"].name = "crisis";
    deadlines.default_policy = "blueprint";
    EXPECT_EQ(deadlines.policy("").name, "blueprint");
    EXPECT_EQ(deadlines.policy("crisis").name, "crisis");
}

}  // namespace
}  // namespace werktdoord
