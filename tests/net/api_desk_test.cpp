// The outbox and what was rejected over the wire: only for the team, in pages.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "net/fakes.hpp"

namespace werktdoord::test {
namespace {

namespace json = boost::json;
using Decide = DeskDecision::Kind;

OutboxMail a_mail(std::int64_t id, MailState state) {
    OutboxMail mail;
    mail.id = id;
    mail.state = state;
    mail.queued_at = mail.next_attempt = monday;
    mail.kind = MailKind::alert;
    mail.to = {Role::owner, "anna", "Anna", "anna@team.example"};
    mail.facts.values["note"] = "what it says";
    return mail;
}

struct DeskApi : testing::Test {
    DeskApi() {
        front.store.waiting = {a_mail(9, MailState::waiting), a_mail(4, MailState::waiting)};
        front.store.parked = {a_mail(7, MailState::parked), a_mail(2, MailState::parked)};
        front.store.rejected = {{3, monday, "nlwerktdoor.nl", "msg_1", "{}", "/data: is required",
                                 RejectedState::open}};
    }
    RawAnswer decides(const std::string& path, const std::string& body) {
        return front.ask(post(path, team_token + "Content-Type: application/json\r\n", body));
    }
    FrontUnderTest front;
};

TEST_F(DeskApi, what_waits_and_what_is_parked_comes_in_pages_newest_first) {
    std::vector<std::int64_t> ids;
    std::string query = "?limit=3";
    for (int page = 0; page < 2; ++page) {
        const RawAnswer answer = front.ask(get("/v1/outbox" + query, team_token));
        ASSERT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body.find("what it says"), std::string::npos);
        const json::value document = json::parse(answer.body);
        for (const json::value& item : document.at("items").as_array())
            ids.push_back(item.at("id").as_int64());
        const json::value* next = document.as_object().if_contains("next");
        ASSERT_EQ(next != nullptr, page == 0);
        if (next != nullptr) query = "?limit=3&cursor=" + std::string(next->as_string());
    }
    EXPECT_EQ(ids, (std::vector<std::int64_t>{9, 7, 4, 2}));
}

TEST_F(DeskApi, of_what_waits_that_is_counted_which_no_opening_holds) {
    front.store.waiting.resize(3);
    front.store.waiting[0].next_attempt = monday + std::chrono::hours(14);  // held
    front.store.waiting[1].next_attempt = monday + std::chrono::minutes(2);
    front.store.waiting[1].last_error = "451 error there, try later";
    front.store.waiting[2].next_attempt = monday - std::chrono::minutes(2);
    const std::string numbers = front.ask(get("/metrics")).body;
    EXPECT_NE(numbers.find("werktdoord_outbox_open_mails 3\n"), std::string::npos);
    EXPECT_NE(numbers.find("werktdoord_outbox_due_mails 2\n"), std::string::npos);
}

TEST_F(DeskApi, what_is_parked_is_counted) {
    const std::string numbers = front.ask(get("/metrics")).body;
    EXPECT_NE(numbers.find("werktdoord_outbox_parked_mails 2\n"), std::string::npos);
}

TEST_F(DeskApi, only_the_team_may_look_and_decide) {
    for (const char* path : {"/v1/outbox", "/v1/outbox/7", "/v1/rejected"}) {
        EXPECT_EQ(front.ask(get(path)).status, 401) << path;
        EXPECT_EQ(front.ask(get(path, read_token)).status, 403) << path;
        EXPECT_EQ(front.ask(get(path, team_token)).status, 200) << path;
    }
    for (const char* path : {"/v1/outbox/7/send", "/v1/outbox/7/drop", "/v1/rejected/3/set-aside"})
        EXPECT_EQ(front
                      .ask(post(path, read_token + "Content-Type: application/json\r\n",
                                R"({"by":"anna"})"))
                      .status,
                  403);
    EXPECT_TRUE(front.gateway.decided.empty());
}

TEST_F(DeskApi, a_decision_goes_through_the_gateway_and_is_answered_with_what_came_of_it) {
    front.gateway.reply.answer = R"({"id":7})";
    const RawAnswer answer = decides("/v1/outbox/7/drop", R"({"by":"anna","reason":"Gebeld."})");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, R"({"id":7})");
    EXPECT_EQ(decides("/v1/outbox/7/send", R"({"by":"anna"})").status, 200);
    EXPECT_EQ(decides("/v1/rejected/3/set-aside", R"({"by":"anna","reason":"Klaar."})").status,
              200);
    ASSERT_EQ(front.gateway.decided.size(), 3U);
    EXPECT_EQ(front.gateway.decided[0].kind, Decide::drop);
    EXPECT_EQ(front.gateway.decided[0].id, 7);
    EXPECT_EQ(front.gateway.decided[0].reason, "Gebeld.");
    EXPECT_EQ(front.gateway.decided[1].kind, Decide::resend);
    EXPECT_EQ(front.gateway.decided[2].kind, Decide::set_aside);
}

TEST_F(DeskApi, what_cannot_be_decided_is_a_problem) {
    EXPECT_EQ(decides("/v1/outbox/7/drop", "{}").status, 400);
    EXPECT_EQ(decides("/v1/outbox/seven/send", R"({"by":"anna"})").status, 404);
    EXPECT_EQ(front.ask(post("/v1/outbox/7/send", team_token, R"({"by":"anna"})")).status, 415);
    EXPECT_EQ(front.ask(get("/v1/outbox?state=lost", team_token)).status, 400);
    EXPECT_EQ(front.ask(get("/v1/outbox?cursor=x", team_token)).status, 400);
    EXPECT_EQ(front.ask(get("/v1/outbox/8", team_token)).status, 404);
    struct Row {
        RefusalKind kind;
        int status;
    };
    for (const Row& row : {Row{RefusalKind::invalid, 400}, Row{RefusalKind::not_found, 404},
                           Row{RefusalKind::conflict, 409}}) {
        front.gateway.reply.outcome = Reply::Outcome::refused;
        front.gateway.reply.refusal.emplace();
        front.gateway.reply.refusal->kind = row.kind;
        front.gateway.reply.refusal->problems = {{"", "mail 7 is sent"}};
        EXPECT_EQ(decides("/v1/outbox/7/send", R"({"by":"anna"})").status, row.status);
    }
    front.gateway.reply = unavailable("disk full");
    EXPECT_EQ(decides("/v1/outbox/7/send", R"({"by":"anna"})").status, 503);
}

}  // namespace
}  // namespace werktdoord::test
