// The answer pages when things go wrong behind them; what they do: acceptance_answers.py.
#include "net/answer_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/fakes.hpp"

namespace werktdoord::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using Outcome = Reply::Outcome;

const std::string form_type = "Content-Type: application/x-www-form-urlencoded\r\n";
const std::string a_note = "event=request.note&note=Dag";

AnswerLink a_link(Instant expires) {
    return {12, RequestNumber("NLWD-2026-000001"), RegionKey(), Role::owner, "anna", expires};
}

class AnswerPage : public testing::Test {
protected:
    AnswerPage() {
        Case c;
        c.number = RequestNumber("NLWD-2026-000001");
        c.data.employer.name = "Zorg";
        c.owner = MemberKey("anna");
        c.route.policy = "blueprint";
        front.store.cases = {c};
    }
    RawAnswer look() { return front.ask(get(path)); }
    RawAnswer press(const std::string& body = a_note) {
        return front.ask(post(path, form_type, body));
    }

    FrontUnderTest front;
    std::string path = "/antwoord/" + to_token(a_link(monday + std::chrono::hours(1)), answer_keys);
    std::string expired = "/antwoord/" + to_token(a_link(monday), answer_keys);
};

TEST_F(AnswerPage, hands_the_event_of_the_form_to_the_gateway) {
    const RawAnswer answer = press();
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.body, HasSubstr("Vastgelegd"));
    ASSERT_EQ(front.gateway.recorded.size(), 1U);
    EXPECT_EQ(front.gateway.recorded.front().draft.by, "anna");
    ASSERT_TRUE(front.gateway.keys.front());
    press();
    press(a_note + "+en+meer");
    EXPECT_EQ(front.gateway.keys.at(0)->key, front.gateway.keys.at(1)->key);
    EXPECT_NE(front.gateway.keys.at(0)->key, front.gateway.keys.at(2)->key);
}

TEST_F(AnswerPage, says_try_again_when_nothing_can_be_stored) {
    front.gateway.reply = unavailable("disk full");
    const RawAnswer answer = press();
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.header("retry-after"), "");
    EXPECT_THAT(answer.body, HasSubstr("Probeer het over een paar minuten opnieuw"));
    EXPECT_THAT(front.log_text, HasSubstr("disk full"));
    EXPECT_THAT(front.log_text, Not(HasSubstr(path.substr(10, 20))));
}

TEST_F(AnswerPage, says_try_again_when_the_store_cannot_be_read) {
    front.store.before_read = [] { throw StoreFault("locked", true); };
    EXPECT_EQ(look().status, 503);
    EXPECT_THAT(front.log_text, HasSubstr("locked"));
}

TEST_F(AnswerPage, of_a_request_that_is_gone_is_as_a_link_of_nobody) {
    front.store.cases.clear();
    const RawAnswer gone = look();
    EXPECT_EQ(gone.status, 404);
    EXPECT_EQ(gone.body, front.ask(get("/antwoord/x")).body);
}

TEST_F(AnswerPage, tells_a_refusal_that_is_at_no_field) {
    front.gateway.reply.outcome = Outcome::refused;
    front.gateway.reply.refusal = Refusal();
    front.gateway.reply.refusal->problems = {{"/by", "'anna' is no team member"}};
    const RawAnswer answer = press();
    EXPECT_EQ(answer.status, 400);
    EXPECT_THAT(answer.body, HasSubstr("Dit kon niet worden vastgelegd"));
    EXPECT_THAT(answer.body, Not(HasSubstr("no team member")));
}

TEST_F(AnswerPage, of_an_expired_link_asks_for_a_fresh_one_only_when_told_to) {
    path = expired;
    EXPECT_EQ(look().status, 410) << "it expires at its instant";
    EXPECT_EQ(press().status, 410);
    EXPECT_TRUE(front.gateway.renewed.empty());
    EXPECT_TRUE(front.gateway.recorded.empty());
    const std::vector<std::pair<Outcome, int>> rows{{Outcome::stored, 200},
                                                    {Outcome::repeated, 429},
                                                    {Outcome::refused, 409},
                                                    {Outcome::unavailable, 503}};
    for (const auto& [outcome, status] : rows) {
        front.gateway.reply.outcome = outcome;
        EXPECT_EQ(press("event=new_link").status, status);
    }
    ASSERT_EQ(front.gateway.renewed.size(), rows.size());
    EXPECT_EQ(front.gateway.renewed.front().mail, 12);
}

}  // namespace
}  // namespace werktdoord::test
