// What a mail says that happens next: by the policy that the request falls under.
#include "core/next_steps.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "core/build.hpp"
#include "core/clocks.hpp"

namespace werktdoord {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// A rule set in which a request under "crisis" has this policy.
RuleSet with_crisis(const std::function<void(Policy&)>& change) {
    RuleSet rules = build::a_ruleset();
    Policy policy = rules.deadlines.policy("blueprint");
    policy.name = "crisis";
    change(policy);
    rules.deadlines.policies["crisis"] = std::move(policy);
    return rules;
}

std::vector<std::string> confirmed(const RuleSet& rules, const std::string& policy) {
    Case c;
    c.route.policy = policy;
    Letter letter;
    letter.kind = MailKind::confirmation;
    return next_steps(c, rules, letter);
}

constexpr const char* after_two_days =
    "Het werkgeversservicepunt (WSP) in de regio reageert binnen 1 tot 2 werkdagen nadat het uw "
    "melding heeft gekregen.";

TEST(Confirmation, promises_what_the_blueprint_promises) {
    const auto steps = confirmed(build::a_ruleset(), "blueprint");
    EXPECT_THAT(steps, Contains(after_two_days));
    EXPECT_THAT(steps, Contains("Uiterlijk 14 dagen na het doorsturen hoort u hoe het ervoor "
                                "staat."));
}

TEST(Confirmation, knows_one_region_from_several) {
    Case c;
    Letter letter;
    letter.kind = MailKind::confirmation;
    for (const char* words : {"uw regio.", "uw regio's.", "uw regio's."}) {
        c.referrals.emplace_back();
        EXPECT_THAT(
            next_steps(c, build::a_ruleset(), letter),
            Contains(std::string("Wij hebben uw melding ook al doorgestuurd naar ") + words));
    }
}

TEST(Confirmation, promises_the_times_of_the_policy_that_the_request_falls_under) {
    const RuleSet rules = with_crisis([](Policy& policy) {
        policy.clocks[ClockName::wsp_response].within = {4, Unit::working_hours};
        policy.clocks[ClockName::feedback].within = {1, Unit::weeks};
    });
    const auto steps = confirmed(rules, "crisis");
    EXPECT_THAT(steps, Contains("Het werkgeversservicepunt (WSP) in de regio reageert binnen 4 "
                                "werkuren nadat het uw melding heeft gekregen."));
    EXPECT_THAT(steps,
                Contains("Uiterlijk 1 week na het doorsturen hoort u hoe het ervoor staat."));
    EXPECT_THAT(confirmed(rules, "blueprint"), Contains(after_two_days));
    EXPECT_THAT(confirmed(rules, "gone"), Contains(after_two_days)) << "the default one, then";
}

TEST(Confirmation, does_not_promise_what_the_policy_has_no_clock_for) {
    const auto no_answer = [](Policy& policy) { policy.clocks.erase(ClockName::wsp_response); };
    const auto no_status = [](Policy& policy) { policy.clocks.erase(ClockName::feedback); };
    EXPECT_THAT(confirmed(with_crisis(no_answer), "crisis"), Not(Contains(HasSubstr("WSP"))));
    EXPECT_THAT(confirmed(with_crisis(no_status), "crisis"), Not(Contains(HasSubstr("Uiterlijk"))));
    EXPECT_THAT(confirmed(with_crisis(no_answer), "crisis"), Contains(HasSubstr("Uiterlijk 14")));
}

}  // namespace
}  // namespace werktdoord
