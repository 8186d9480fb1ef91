// The status table of the intake (contract section 4), row by row, over the wire.
#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

#include "net/fakes.hpp"

namespace werktdoord::test {
namespace {

using Outcome = Reply::Outcome;

constexpr std::int64_t now_seconds = 1795425120;

Reply stored_reply() {
    Reply reply;
    reply.request = RequestNumber("NLWD-2026-000001");
    reply.answer = R"({"request":"NLWD-2026-000001","state":"registered"})";
    return reply;
}

std::string detail_of(const RawAnswer& answer) {
    return std::string(boost::json::parse(answer.body).at("detail").as_string());
}

class Intake : public testing::Test {
protected:
    void SetUp() override { front.gateway.reply = stored_reply(); }

    RawAnswer submit(const std::string& body) { return front.ask(signed_post(body, first_secret)); }
    bool counted(const std::string& result, const std::string& reason, int times = 1) {
        const std::string line = "werktdoord_intake_requests_total{reason=\"" + reason +
                                 "\",result=\"" + result + "\"} " + std::to_string(times) + "\n";
        return front.metrics.text().find(line) != std::string::npos;
    }

    FrontUnderTest front;
};

TEST_F(Intake, what_is_durably_stored_is_201_with_the_request_and_its_location) {
    const RawAnswer answer = submit(good_submission());
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.body, stored_reply().answer);
    EXPECT_EQ(answer.header("location"), "/v1/requests/NLWD-2026-000001");
    EXPECT_EQ(answer.header("content-type"), "application/json");
    ASSERT_EQ(front.gateway.submitted.size(), 1u);
    const Submit& command = front.gateway.submitted.front();
    EXPECT_EQ(command.source, "platform.example");
    EXPECT_EQ(command.webhook_id, "msg_1");
    EXPECT_EQ(command.body_hash.size(), 64u);
    EXPECT_EQ(command.data.headcount, 4);
    EXPECT_TRUE(counted("stored", "none"));
}

TEST_F(Intake, a_webhook_id_that_was_stored_before_is_200_with_the_same_body) {
    front.gateway.reply.outcome = Outcome::repeated;
    const RawAnswer answer = submit(good_submission());
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, stored_reply().answer);
    EXPECT_TRUE(counted("repeated", "none"));
}

TEST_F(Intake, a_webhook_id_with_another_body_is_409) {
    front.gateway.reply = Reply();
    front.gateway.reply.outcome = Outcome::id_reused;
    const RawAnswer answer = submit(good_submission());
    EXPECT_EQ(answer.status, 409);
    EXPECT_NE(detail_of(answer).find("webhook-id"), std::string::npos);
}

TEST_F(Intake, what_cannot_be_stored_now_is_503_and_told_to_come_back) {
    front.gateway.reply = Reply();
    front.gateway.reply.outcome = Outcome::unavailable;
    front.gateway.reply.detail = "disk full";
    const RawAnswer answer = submit(good_submission());
    EXPECT_EQ(answer.status, 503);
    EXPECT_FALSE(answer.header("retry-after").empty());
    EXPECT_EQ(answer.body.find("disk"), std::string::npos);
    EXPECT_NE(front.log_text.find("reason=\"disk full\""), std::string::npos);
}

TEST_F(Intake, a_defect_is_500_and_in_the_log_and_the_next_request_is_served) {
    front.gateway.throws = true;
    EXPECT_EQ(submit(good_submission()).status, 500);
    EXPECT_NE(front.log_text.find("a defect"), std::string::npos);
    front.gateway.throws = false;
    EXPECT_EQ(submit(good_submission()).status, 201);
}

struct NotARequest {
    const char* why;
    std::string body;
    std::vector<std::string> pointers;
};

TEST_F(Intake, what_is_authentic_but_no_request_is_kept_and_400_with_every_problem) {
    front.gateway.reply = Reply();
    front.gateway.reply.outcome = Outcome::rejected;
    const std::vector<NotARequest> table{
        {"not JSON", "hello", {}},
        {"a key twice", R"({"type":"request.submitted","type":"x","data":{}})", {"/type"}},
        {"several problems",
         R"({"type":"request.submitted","data":{"kind":"demand","employer":{"name":"Zorg","contact":)"
         R"({"name":"Jo"}},"sites":[],"headcount":0}})",
         {"/data/employer/contact/email", "/data/sites", "/data/headcount"}}};
    std::size_t kept = 0;
    for (const NotARequest& row : table) {
        const RawAnswer answer = submit(row.body);
        EXPECT_EQ(answer.status, 400) << row.why;
        EXPECT_EQ(answer.header("content-type"), "application/problem+json");
        for (const std::string& pointer : row.pointers)
            EXPECT_NE(answer.body.find("\"pointer\":\"" + pointer + "\""), std::string::npos)
                << row.why << "\n"
                << answer.body;
        ASSERT_EQ(front.gateway.rejected.size(), ++kept) << row.why;
        EXPECT_EQ(front.gateway.rejected.back().body, row.body);
        EXPECT_FALSE(front.gateway.rejected.back().problems.empty());
    }
    EXPECT_TRUE(front.gateway.submitted.empty());
    EXPECT_TRUE(counted("rejected", "not_a_request", 3));
}

TEST_F(Intake, a_rejected_submission_that_comes_again_is_told_the_same_problems) {
    front.gateway.reply = Reply();
    front.gateway.reply.outcome = Outcome::repeated;
    const RawAnswer answer = submit("{}");
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find("errors"), std::string::npos);
}

TEST_F(Intake, a_rejected_submission_that_cannot_be_kept_is_503) {
    front.gateway.reply = Reply();
    front.gateway.reply.outcome = Outcome::unavailable;
    EXPECT_EQ(submit("{}").status, 503);
}

TEST_F(Intake, strangers_do_not_fill_the_log_but_are_all_counted) {
    const std::string stranger = "whsec_c3RyYW5nZXItc3RyYW5nZXItc3RyYW5nZXIh";
    for (int i = 0; i < 70; ++i) front.ask(signed_post(good_submission(), stranger));
    front.ask(signed_post(good_submission(), first_secret, "a.b"));
    int told = 0;
    for (auto at = front.log_text.find("reason=no_match"); at != std::string::npos;
         at = front.log_text.find("reason=no_match", at + 1))
        ++told;
    EXPECT_EQ(told, 60);
    EXPECT_NE(front.log_text.find("reason=bad_id untold=10"), std::string::npos) << front.log_text;
    EXPECT_TRUE(counted("refused", "no_match", 70));
}

TEST_F(Intake, every_wrong_signature_is_401_with_one_text) {
    const std::string body = good_submission();
    const std::string type = "Content-Type: application/json\r\n";
    const std::string stranger = "whsec_c3RyYW5nZXItc3RyYW5nZXItc3RyYW5nZXIh";
    std::string twice = signed_post(body, first_secret);
    twice.insert(twice.find("webhook-id:"), "webhook-id: msg_0\r\n");
    std::string changed = signed_post(body, first_secret);
    changed.back() = ' ';
    const std::vector<std::pair<std::string, std::string>> table{
        {"missing_header", post("/v1/intake", type, body)},
        {"missing_header", twice},
        {"no_match", signed_post(body, stranger)},
        {"no_match", changed},
        {"timestamp_too_old", signed_post(body, first_secret, "msg_1", now_seconds - 301)},
        {"timestamp_too_new", signed_post(body, first_secret, "msg_1", now_seconds + 301)},
        {"bad_id", signed_post(body, first_secret, "a.b")}};
    std::string text;
    for (const auto& [reason, request] : table) {
        const RawAnswer answer = front.ask(request);
        EXPECT_EQ(answer.status, 401) << reason;
        EXPECT_FALSE(answer.header("www-authenticate").empty());
        if (text.empty()) text = answer.body;
        EXPECT_EQ(answer.body, text) << reason;
        EXPECT_NE(front.log_text.find("reason=" + reason), std::string::npos) << reason;
        EXPECT_NE(front.metrics.text().find("reason=\"" + reason + "\",result=\"refused\""),
                  std::string::npos);
    }
    EXPECT_TRUE(front.gateway.submitted.empty());
    EXPECT_TRUE(front.gateway.rejected.empty());
}

TEST_F(Intake, five_minutes_of_another_clock_are_tolerated) {
    const std::string body = good_submission();
    EXPECT_EQ(front.ask(signed_post(body, first_secret, "a", now_seconds - 300)).status, 201);
    EXPECT_EQ(front.ask(signed_post(body, first_secret, "b", now_seconds + 300)).status, 201);
}

TEST_F(Intake, each_source_is_known_by_its_own_secret) {
    front.ask(signed_post(good_submission(), second_secret));
    ASSERT_EQ(front.gateway.submitted.size(), 1u);
    EXPECT_EQ(front.gateway.submitted.front().source, "other.example");
}

TEST_F(Intake, other_content_types_are_415_before_anything_else) {
    for (const std::string& type : {std::string("text/plain"), std::string("application/xml"),
                                    std::string("application/json; charset=latin1")})
        EXPECT_EQ(front.ask(signed_post("x", first_secret, "m", now_seconds, type)).status, 415)
            << type;
    EXPECT_EQ(front.ask(post("/v1/intake", "", "{}")).status, 415);
    const std::string type = "application/json; charset=utf-8";
    const std::string good = signed_post(good_submission(), first_secret, "m", now_seconds, type);
    EXPECT_EQ(front.ask(good).status, 201);
}

TEST_F(Intake, takes_a_cloud_event_whose_id_is_the_webhook_id) {
    std::string event = good_submission();
    const std::string from = R"("type":"request.submitted",)";
    event.replace(
        event.find(from), from.size(),
        R"("specversion":"1.0","type":"nl.nlwerktdoor.request.submitted.v1","id":"msg_1",)"
        R"("source":"urn:nld:kvknr:12345678:systeem:x",)");
    event.replace(event.find("\"timestamp\""), 11, "\"time\"");
    const auto send = [&](std::string_view id) {
        return front.ask(
            signed_post(event, first_secret, id, now_seconds, "application/cloudevents+json"));
    };
    EXPECT_EQ(send("msg_1").status, 201);
    front.gateway.reply.outcome = Outcome::rejected;
    EXPECT_EQ(send("msg_2").status, 400);
}

TEST_F(Intake, a_body_above_the_limit_is_413) {
    const std::string body(256 * 1024 + 1, ' ');
    EXPECT_EQ(front.ask(signed_post(body, first_secret)).status, 413);
}

TEST_F(Intake, only_post_is_allowed) {
    const RawAnswer answer = front.ask(get("/v1/intake"));
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("allow"), "POST");
}

TEST(IntakeRate, a_source_that_sends_too_much_is_429_and_the_other_is_not) {
    FrontUnderTest front(RateLimit{0.5, 2});
    front.gateway.reply = stored_reply();
    const std::string body = good_submission();
    EXPECT_EQ(front.ask(signed_post(body, first_secret)).status, 201);
    EXPECT_EQ(front.ask(signed_post(body, first_secret)).status, 201);
    const RawAnswer answer = front.ask(signed_post(body, first_secret));
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(answer.header("retry-after"), "2");
    EXPECT_EQ(front.ask(signed_post(body, second_secret)).status, 201);
}

TEST(IntakeRate, the_bucket_fills_with_time_and_a_clock_set_back_does_no_harm) {
    RateLimiter limiter(RateLimit{1, 1});
    EXPECT_EQ(limiter.take("a", monday), 0);
    EXPECT_EQ(limiter.take("a", monday), 1);
    EXPECT_EQ(limiter.take("a", monday - std::chrono::hours(1)), 1);
    EXPECT_EQ(limiter.take("a", monday - std::chrono::hours(1) + std::chrono::seconds(1)), 0);
}

}  // namespace
}  // namespace werktdoord::test
