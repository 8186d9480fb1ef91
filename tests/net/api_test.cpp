// The API over the wire: tokens, recording, looking (contract section 5).
#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <regex>
#include <set>

#include "net/fakes.hpp"

namespace werktdoord::test {
namespace {

namespace json = boost::json;
using Outcome = Reply::Outcome;

const std::string the_number = "NLWD-2026-000001";
const std::string events_path = "/v1/requests/" + the_number + "/events";
const std::string taken_up = R"({"event":"request.taken_up","by":"anna"})";

std::string record(const std::string& body, const std::string& headers = "") {
    return post(events_path, team_token + "Content-Type: application/json\r\n" + headers, body);
}

RequestRow a_row(int i) {
    RequestRow row;
    row.number = RequestNumber("NLWD-2026-00000" + std::to_string(i));
    row.owner = MemberKey("anna");
    row.employer = "Zorg";
    row.headcount = i;
    row.registered_at = monday;
    return row;
}

class Api : public testing::Test {
protected:
    json::value look(const std::string& target, int status = 200) {
        const RawAnswer answer = front.ask(get(target, read_token));
        EXPECT_EQ(answer.status, status) << target << "\n" << answer.body;
        return json::parse(answer.body);
    }

    FrontUnderTest front;
};

TEST_F(Api, without_a_known_token_everything_of_the_team_is_401) {
    for (const char* path : {"/v1/requests", "/v1/requests/NLWD-2026-000001", "/v1/deadlines",
                             "/v1/requests/NLWD-2026-000001/journal", "/v1/regions", "/v1/roster",
                             "/v1/reports/response-times", "/v1/cases"}) {
        for (const char* header :
             {"", "Authorization: Bearer wrong\r\n", "Authorization: Bearer \r\n",
              "Authorization: Basic read-token\r\n", "Authorization: read-token\r\n"}) {
            const RawAnswer answer = front.ask(get(path, header));
            EXPECT_EQ(answer.status, 401) << path << " " << header;
            EXPECT_TRUE(answer.header("www-authenticate").starts_with("Bearer realm="));
        }
    }
    EXPECT_EQ(front.ask(get("/v1/requests", "authorization: bearer read-token\r\n")).status, 200);
    EXPECT_EQ(front.ask(get("/v1/requests", team_token)).status, 200);
}

TEST_F(Api, two_authorization_headers_are_none) {
    EXPECT_EQ(front.ask(get("/v1/requests", read_token + team_token)).status, 401);
}

TEST_F(Api, who_may_only_read_records_nothing) {
    const RawAnswer answer =
        front.ask(post(events_path, read_token + "Content-Type: application/json\r\n", taken_up));
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(front.ask(post(events_path, "Content-Type: application/json\r\n", taken_up)).status,
              401);
    EXPECT_TRUE(front.gateway.recorded.empty());
}

TEST_F(Api, what_was_recorded_is_201_with_the_request_as_it_now_is) {
    front.gateway.reply.request = RequestNumber(the_number);
    front.gateway.reply.answer = R"({"request":"NLWD-2026-000001","state":"taken_up"})";
    const RawAnswer answer = front.ask(record(taken_up));
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.body, front.gateway.reply.answer);
    ASSERT_EQ(front.gateway.recorded.size(), 1u);
    EXPECT_EQ(front.gateway.recorded.front().request.text(), the_number);
    EXPECT_EQ(front.gateway.recorded.front().draft.name, EventName::request_taken_up);
    EXPECT_EQ(front.gateway.recorded.front().draft.by, "anna");
    EXPECT_FALSE(front.gateway.keys.front());
}

TEST_F(Api, an_idempotency_key_goes_along_and_a_repeat_gets_the_first_answer) {
    front.gateway.reply.outcome = Outcome::repeated;
    front.gateway.reply.repeated_status = 201;
    front.gateway.reply.answer = "{}";
    EXPECT_EQ(front.ask(record(taken_up, "Idempotency-Key: abc\r\n")).status, 201);
    ASSERT_TRUE(front.gateway.keys.front());
    EXPECT_EQ(front.gateway.keys.front()->key, "abc");
    EXPECT_EQ(front.gateway.keys.front()->body_hash.size(), 64u);

    front.gateway.reply.outcome = Outcome::id_reused;
    const RawAnswer reused = front.ask(record(taken_up, "Idempotency-Key: abc\r\n"));
    EXPECT_EQ(reused.status, 409);
    EXPECT_NE(
        reused.body.find("Idempotency-Key was used before for another body or another request"),
        std::string::npos);
    const std::string long_key(201, 'k');
    EXPECT_EQ(front.ask(record(taken_up, "Idempotency-Key: " + long_key + "\r\n")).status, 400);
    EXPECT_EQ(front.ask(record(taken_up, "Idempotency-Key: \r\n")).status, 400);
}

TEST_F(Api, what_is_no_event_is_400_with_every_problem) {
    const RawAnswer answer = front.ask(record(R"({"event":"request.taken_upp","region":5})"));
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find("\"pointer\":\"/event\""), std::string::npos) << answer.body;
    EXPECT_EQ(front.ask(record("nonsense")).status, 400);
    EXPECT_EQ(front.ask(post(events_path, team_token, taken_up)).status, 415);
    EXPECT_TRUE(front.gateway.recorded.empty());
}

TEST_F(Api, what_the_core_finds_invalid_is_400_too) {
    front.gateway.reply.outcome = Outcome::refused;
    front.gateway.reply.refusal = Refusal{RefusalKind::invalid, {{"/by", "is nobody"}}, {}, {}};
    const RawAnswer answer = front.ask(record(taken_up));
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find(R"({"pointer":"/by","detail":"is nobody"})"), std::string::npos);
}

TEST_F(Api, an_unknown_request_is_404) {
    front.gateway.reply.outcome = Outcome::refused;
    front.gateway.reply.refusal = Refusal{RefusalKind::not_found, {}, {}, {}};
    EXPECT_EQ(front.ask(record(taken_up)).status, 404);
    const std::string odd =
        post("/v1/requests/7/events", team_token + "Content-Type: application/json\r\n", taken_up);
    EXPECT_EQ(front.ask(odd).status, 404);
    look("/v1/requests/NLWD-2026-000009", 404);
    look("/v1/requests/odd", 404);
    look("/v1/requests/NLWD-2026-000009/journal", 404);
}

TEST_F(Api, an_event_that_does_not_fit_is_409_and_names_those_that_do) {
    front.gateway.reply.outcome = Outcome::refused;
    front.gateway.reply.refusal = Refusal{RefusalKind::conflict,
                                          {},
                                          {EventName::request_note, EventName::request_reopened},
                                          State::closed};
    const RawAnswer answer = front.ask(record(taken_up));
    EXPECT_EQ(answer.status, 409);
    const json::value problem = json::parse(answer.body);
    EXPECT_EQ(problem.at("state"), "closed");
    EXPECT_EQ(problem.at("fits"), json::parse(R"(["request.note","request.reopened"])"));
}

TEST_F(Api, what_cannot_be_recorded_now_is_503) {
    front.gateway.reply.outcome = Outcome::unavailable;
    const RawAnswer answer = front.ask(record(taken_up));
    EXPECT_EQ(answer.status, 503);
    EXPECT_FALSE(answer.header("retry-after").empty());
}

TEST_F(Api, a_list_comes_in_pages_that_a_cursor_joins) {
    for (int i = 1; i <= 5; ++i) front.store.rows.push_back(a_row(i));
    std::string target = "/v1/requests?limit=2";
    std::vector<std::string> seen;
    for (int page = 0; page < 3; ++page) {
        const json::value list = look(target);
        for (const json::value& row : list.at("items").as_array())
            seen.emplace_back(row.at("request").as_string());
        const json::value* next = list.as_object().if_contains("next");
        ASSERT_EQ(next != nullptr, page < 2);
        if (next) target = "/v1/requests?limit=2&cursor=" + std::string(next->as_string());
    }
    EXPECT_EQ(seen.size(), 5u);
    EXPECT_EQ(seen.back(), "NLWD-2026-000005");
}

TEST_F(Api, a_list_takes_its_filters) {
    look(
        "/v1/"
        "requests?state=taken_up&kind=offer&region=gooi&owner=anna&clock=missed&q=jan%20de+wit");
    const RequestFilter& filter = front.store.last_filter;
    EXPECT_EQ(filter.state, State::taken_up);
    EXPECT_EQ(filter.kind, Kind::offer);
    EXPECT_EQ(filter.region, RegionKey("gooi"));
    EXPECT_EQ(filter.owner, MemberKey("anna"));
    EXPECT_EQ(filter.clock, "missed");
    EXPECT_EQ(filter.q, "jan de wit");
    EXPECT_EQ(filter.limit, 51);
    EXPECT_FALSE(filter.after);
}

TEST_F(Api, a_query_that_is_not_right_is_400_with_every_problem) {
    for (const char* target :
         {"/v1/requests?stat=closed", "/v1/requests?state=done",
          "/v1/requests?state=", "/v1/requests?limit=0", "/v1/requests?limit=501",
          "/v1/requests?limit=1x", "/v1/requests?limit=99999999999", "/v1/requests?clock=met",
          "/v1/requests?cursor=AAAA", "/v1/requests?kind=demand&kind=offer",
          "/v1/deadlines?until=tomorrow", "/v1/requests/NLWD-2026-000001?verbose=1",
          "/v1/regions?x=1", "/v1/roster?x=1", "/v1/requests/NLWD-2026-000001/journal?cursor=!"})
        EXPECT_NE(look(target, 400).as_object().if_contains("errors"), nullptr) << target;
    const json::value all = look("/v1/requests?state=done&limit=0&colour=red", 400);
    EXPECT_EQ(all.at("errors").as_array().size(), 3u);
    look("/v1/requests?q=" + std::string(201, 'a'), 400);
}

TEST_F(Api, one_request_is_shown_as_it_now_is) {
    Case one;
    one.number = RequestNumber(the_number);
    one.owner = MemberKey("anna");
    one.data.document = R"({"kind":"demand"})";
    front.store.cases.push_back(one);
    const json::value shown = look("/v1/requests/" + the_number);
    EXPECT_EQ(shown.at("request"), json::value(the_number));
    EXPECT_EQ(shown.at("owner"), "anna");
}

TEST_F(Api, the_journal_of_a_request_comes_as_it_was_written) {
    Case one;
    one.number = RequestNumber(the_number);
    front.store.cases.push_back(one);
    for (int i = 1; i <= 3; ++i)
        front.store.lines.push_back({i * 10, R"({"seq":)" + std::to_string(i * 10) + "}", ""});
    const std::string target = "/v1/requests/" + the_number + "/journal?limit=2";
    const json::value first = look(target);
    EXPECT_EQ(first.at("items"), json::parse(R"([{"seq":10},{"seq":20}])"));
    const json::value rest = look(target + "&cursor=" + std::string(first.at("next").as_string()));
    EXPECT_EQ(rest, json::parse(R"({"items":[{"seq":30}]})"));
}

TEST_F(Api, deadlines_are_told_until_an_instant) {
    DeadlineRow row;
    row.request = RequestNumber(the_number);
    row.owner = MemberKey("anna");
    row.clock.due = monday;
    front.store.deadlines = {row, row};
    const json::value list = look("/v1/deadlines?until=2026-11-23T10:12:00%2B01:00&limit=1");
    EXPECT_EQ(front.store.last_until, monday);
    EXPECT_EQ(list.at("items").as_array().size(), 1u);
    EXPECT_EQ(list.at("items").at(0).at("request"), json::value(the_number));
    EXPECT_EQ(list.at("items").at(0).at("owner"), "anna");
}

TEST_F(Api, deadlines_come_in_pages) {
    DeadlineRow row;
    row.request = RequestNumber(the_number);
    row.owner = MemberKey("anna");
    row.clock.due = monday;
    row.clock.id = 1;
    front.store.deadlines.push_back(row);
    row.clock.id = 2;
    front.store.deadlines.push_back(row);
    const json::value first = look("/v1/deadlines?limit=1");
    const std::string next(first.at("next").as_string());
    const json::value rest = look("/v1/deadlines?limit=1&cursor=" + next);
    EXPECT_EQ(rest.at("items").as_array().size(), 1u);
    EXPECT_FALSE(rest.as_object().contains("next"));
}

TEST_F(Api, regions_are_told_with_their_people) {
    const json::value list = look("/v1/regions");
    ASSERT_EQ(list.at("items").as_array().size(), 2u);
    const json::value& gooi = list.at("items").at(0);
    EXPECT_EQ(gooi.at("key"), "gooi");
    EXPECT_EQ(gooi.at("code"), "AM10");
    EXPECT_EQ(gooi.at("wsps").at(0).at("key"), "wsp-gooi");
}

TEST_F(Api, the_roster_tells_who_is_on_duty_now_and_the_coming_days) {
    const json::value roster = look("/v1/roster");
    EXPECT_EQ(roster.at("onDuty"), "anna");
    const json::array& days = roster.at("days").as_array();
    ASSERT_EQ(days.size(), 14u);
    EXPECT_EQ(days[0], json::parse(R"({"date":"2026-11-23","workingDay":true,"onDuty":"anna"})"));
    EXPECT_EQ(days[1].at("onDuty"), "chris");  // anna is absent
    EXPECT_EQ(days[5].at("workingDay"), false);
    EXPECT_EQ(days[5].as_object().if_contains("onDuty"), nullptr);
    EXPECT_EQ(roster.at("absences"),
              json::parse(R"([{"who":"anna","from":"2026-11-24","until":"2026-11-25"}])"));
}

TEST_F(Api, a_store_that_fails_for_a_while_is_503_and_for_good_500) {
    front.store.before_read = [] { throw StoreFault("database is locked", true); };
    look("/v1/requests", 503);
    front.store.before_read = [] { throw StoreFault("malformed", false); };
    look("/v1/requests", 500);
    front.store.before_read = [] { throw std::logic_error("a defect"); };
    look("/v1/requests", 500);
    EXPECT_NE(front.log_text.find("a defect"), std::string::npos);
    front.store.before_read = [] {};
    look("/v1/requests", 200);
}

TEST_F(Api, reports_are_of_a_span_that_is_named) {
    look("/v1/reports/response-times?from=2026-01-01&until=2026-12-31", 200);
    look("/v1/reports/response-times", 400);
}

TEST_F(Api, cases_are_a_list_and_an_unknown_filter_is_told) {
    look("/v1/cases", 200);
    look("/v1/cases?sector=86&region=twente&theme=x&q=kok&limit=5", 200);
    for (const char* query : {"?colour=red", "?limit=0", "?cursor=x"})
        look(std::string("/v1/cases") + query, 400);
}

TEST_F(Api, health_readiness_numbers_and_description_need_no_token) {
    EXPECT_EQ(front.ask(get("/healthz")).status, 200);
    EXPECT_EQ(front.ask(get("/readyz")).status, 200);
    const RawAnswer numbers = front.ask(get("/metrics"));
    EXPECT_EQ(numbers.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_NE(numbers.body.find("werktdoord_build_info{version=\"1.2.3\"} 1"), std::string::npos);
    EXPECT_NE(numbers.body.find("werktdoord_ready 1"), std::string::npos);
    EXPECT_NE(numbers.body.find(R"({code="200",method="GET",route="/healthz")"), std::string::npos);
}

TEST_F(Api, numbers_tell_the_waiting_mails_and_come_also_when_the_store_fails) {
    front.store.waiting.resize(3);
    EXPECT_NE(front.ask(get("/metrics")).body.find("werktdoord_outbox_open_mails 3\n"),
              std::string::npos);
    front.store.before_read = [] { throw StoreFault("locked", true); };
    EXPECT_EQ(front.ask(get("/metrics")).status, 200);
}

TEST_F(Api, not_ready_when_nothing_can_be_stored_or_read) {
    front.gateway.not_ready = "disk full";
    EXPECT_EQ(front.ask(get("/readyz")).status, 503);
    EXPECT_EQ(front.ask(get("/healthz")).status, 200);
    front.gateway.not_ready.clear();
    front.store.before_read = [] { throw StoreFault("locked", true); };
    EXPECT_EQ(front.ask(get("/readyz")).status, 503);
}

TEST_F(Api, ready_with_warnings_is_ready) {
    EXPECT_EQ(front.ask(get("/readyz")).body, R"({"status":"ready"})");
    front.warnings = {"the \"rules\" were refused"};
    const RawAnswer answer = front.ask(get("/readyz"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, R"({"status":"ready","warnings":["the \"rules\" were refused"]})");
}

TEST_F(Api, the_description_names_every_route_and_no_other) {
    const RawAnswer answer = front.ask(get("/v1/openapi.json"));
    EXPECT_EQ(answer.header("access-control-allow-origin"), "*");
    const json::value document = json::parse(answer.body);
    EXPECT_EQ(document.at("info").at("version"), WERKTDOOR_VERSION);
    std::size_t described = 0;
    for (const auto& path : document.at("paths").as_object())
        described += path.value().as_object().size();
    std::size_t served = 0;
    for (const Endpoint& endpoint : front.front().endpoints()) {
        if (endpoint.pattern.starts_with("/antwoord")) continue;  // pages for people
        ++served;
        std::string method(endpoint.method);
        for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
        const json::value* path = document.at("paths").as_object().if_contains(endpoint.pattern);
        ASSERT_NE(path, nullptr) << endpoint.pattern;
        EXPECT_NE(path->as_object().if_contains(method), nullptr) << endpoint.pattern;
    }
    EXPECT_EQ(described, served);
}

// Every member of these schemas that need not be given may be null, at any depth.
void expect_optional_may_be_null(const json::object& schema, const std::string& place) {
    std::set<std::string> required;
    if (const auto* names = schema.if_contains("required"))
        for (const json::value& name : names->as_array()) required.emplace(name.as_string());
    const auto* properties = schema.if_contains("properties");
    if (properties == nullptr) return;
    for (const auto& member : properties->as_object()) {
        const std::string name(member.key());
        const json::object& inner = member.value().as_object();
        const bool typed = inner.contains("type") && place + name != "Event/data";
        EXPECT_TRUE(!typed || required.contains(name) || inner.contains("nullable"))
            << place << name;
        expect_optional_may_be_null(inner, place + name + "/");
        if (const auto* items = inner.if_contains("items"))
            expect_optional_may_be_null(items->as_object(), place + name + "/");
    }
}

TEST_F(Api, the_description_takes_what_is_taken) {
    const json::value document = json::parse(front.ask(get("/v1/openapi.json")).body);
    const json::object& schemas = document.at_pointer("/components/schemas").as_object();
    for (const char* name : {"Submission", "CloudEvent", "RequestData", "Event"})
        expect_optional_may_be_null(schemas.at(name).as_object(), std::string(name) + "/");
    const json::value& kvk = document.at_pointer(
        "/components/schemas/RequestData/properties/employer/properties/kvkNumber/pattern");
    const std::regex pattern{std::string(kvk.as_string())};
    for (const char* taken : {"", "12345678"}) EXPECT_TRUE(std::regex_match(taken, pattern));
    EXPECT_FALSE(std::regex_match("1234567", pattern));
}

TEST_F(Api, what_is_not_there_is_404_and_another_method_405) {
    for (const char* path : {"/", "/v1", "/v1/requests/", "/v1//requests", "/v2/requests"})
        EXPECT_EQ(front.ask(get(path)).status, 404) << path;
    const RawAnswer wrong = front.ask("DELETE /v1/requests HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("allow"), "GET, HEAD");
    const RawAnswer options = front.ask("OPTIONS /v1/requests HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("allow"), "GET, HEAD");
}

}  // namespace
}  // namespace werktdoord::test
