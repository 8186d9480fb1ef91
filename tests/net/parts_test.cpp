// The small parts by themselves: targets, bytes, cursors, log lines, numbers, router, task group.
#include <gtest/gtest.h>

#include <boost/asio/use_awaitable.hpp>

#include "net/http_bytes.hpp"
#include "net/http_target.hpp"
#include "net/log.hpp"
#include "net/metrics.hpp"
#include "net/raw_client.hpp"
#include "net/router.hpp"
#include "net/rules_status.hpp"
#include "net/server_under_test.hpp"
#include "net/system_salt.hpp"
#include "net/task_group.hpp"

namespace werktdoord::test {
namespace {

namespace asio = boost::asio;

TEST(HttpTarget, is_taken_apart_and_decoded) {
    const auto target = parse_target("/v1/a%20b?q=x+y%2Bz&empty=&flag");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/v1/a%20b");
    const NamedValues query{{"q", "x y+z"}, {"empty", ""}, {"flag", ""}};
    EXPECT_EQ(target->query, query);
    EXPECT_EQ(parse_target("http://host.example/x?a=1")->path, "/x");
    EXPECT_EQ(parse_target("http://host.example")->path, "/");
    for (const char* nothing : {"/v1/requests?", "/v1/requests?&", "/v1/requests"})
        EXPECT_TRUE(parse_target(nothing)->query.empty()) << nothing;
    EXPECT_EQ(parse_target("/x?state=closed&")->query, (NamedValues{{"state", "closed"}}));
    for (const char* wrong : {"", "x", "/%2", "/a b", "host:80"})
        EXPECT_FALSE(parse_target(wrong)) << wrong;
}

TEST(HttpMessage, a_media_type_is_read_without_case_blanks_and_parameters) {
    HttpRequest request;
    EXPECT_FALSE(request.has_type("application/json"));
    for (const char* type :
         {"application/json", "Application/JSON", "application/json ;charset=utf-8"}) {
        request.headers = {{"content-type", type}};
        EXPECT_TRUE(request.has_type("application/json")) << type;
    }
    request.headers = {{"content-type", "application/json5"}};
    EXPECT_FALSE(request.has_type("application/json"));
}

TEST(HttpTarget, a_slash_in_percent_form_stays_inside_its_segment) {
    const std::vector<std::string> expected{"a/b", "c", ""};
    EXPECT_EQ(path_segments("/a%2Fb/c/"), expected);
}

TEST(HttpBytes, header_values_cannot_begin_a_line) {
    HttpResponse response;
    response.headers.emplace_back("X-A", "1\r\nX-B: 2");
    const std::string bytes = to_bytes(response, {}, monday);
    EXPECT_EQ(bytes.find("\r\nX-B"), std::string::npos);
}

TEST(HttpBytes, a_handler_may_have_its_own_policy) {
    HttpResponse response;
    response.headers.emplace_back("Content-Security-Policy", "default-src 'self'");
    const std::string bytes = to_bytes(response, {}, monday);
    EXPECT_EQ(bytes.find("default-src 'none'"), std::string::npos);
}

TEST(LogFormat, a_value_never_begins_a_line_of_its_own) {
    LogRecord record{monday,
                     LogLevel::warning,
                     "clock.warned",
                     {{"clock", "take_up"}, {"odd", "a\nlevel=error \"x\"\x01\\"}, {"none", ""}}};
    EXPECT_EQ(to_logfmt(record),
              "time=2026-11-23T09:12:00Z level=warning event=clock.warned clock=take_up "
              "odd=\"a\\nlevel=error \\\"x\\\"\\x01\\\\\" none=\"\"");
    EXPECT_EQ(to_log_json(record),
              R"({"time":"2026-11-23T09:12:00Z","level":"warning","event":"clock.warned",)"
              R"("clock":"take_up","odd":"a\nlevel=error \"x\"\u0001\\","none":""})");
}

class TextSink final : public LogSink {
public:
    explicit TextSink(std::string& text) : text_(text) {}
    void write(const LogRecord& record) noexcept override { text_ += to_logfmt(record) + "\n"; }

private:
    std::string& text_;
};

TEST(Log, tells_events_at_the_severity_of_the_catalogue_without_personal_data) {
    std::string text;
    const FixedTime time(monday);
    Log log(std::make_unique<TextSink>(text), LogLevel::info, time);
    Event event;
    event.at = monday;
    event.name = EventName::clock_missed;
    event.request = RequestNumber("NLWD-2026-000001");
    event.clock = ClockName::take_up;
    event.note = "Jan de Wit";
    log.event(event);
    log.line(LogLevel::debug, "http.refused");
    EXPECT_TRUE(
        text.starts_with("time=2026-11-23T09:12:00Z level=error event=clock.missed "
                         "request=NLWD-2026-000001 clock=take_up"))
        << text;
    EXPECT_EQ(text.find("Jan"), std::string::npos);
    EXPECT_EQ(text.find("event=", 60), std::string::npos);
    EXPECT_EQ(text.find("refused"), std::string::npos);
}

TEST(Log, goes_to_the_journal_only_when_stderr_is_it) {
    EXPECT_FALSE(stderr_is_journal(nullptr));
    EXPECT_FALSE(stderr_is_journal("1:2"));
}

TEST(Metrics, counts_events_and_clocks) {
    Metrics metrics("9");
    EXPECT_NE(metrics.text().find("werktdoord_clocks_missed_total{clock=\"take_up\"} 0"),
              std::string::npos);
    Event event;
    event.name = EventName::clock_missed;
    event.clock = ClockName::take_up;
    metrics.event(event);
    metrics.outbox({3, 1}, 2);
    metrics.mail_paused(true);
    metrics.rules_loaded(monday, "aa");
    const std::string text = metrics.text();
    for (const char* line :
         {"werktdoord_clocks_missed_total{clock=\"take_up\"} 1\n",
          "werktdoord_clocks_warned_total{clock=\"take_up\"} 0\n",
          "werktdoord_journal_events_total{event=\"clock.missed\"} 1\n",
          "werktdoord_outbox_open_mails 3\n", "werktdoord_outbox_parked_mails 2\n",
          "werktdoord_outbox_paused 1\n", "werktdoord_ready 0\n",
          "werktdoord_rules_loaded_timestamp_seconds 1795425120\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

TEST(Metrics, name_the_rules_in_force_and_count_reloads) {
    Metrics metrics("9");
    const auto has = [&](const std::string& line) {
        return metrics.text().find(line + "\n") != std::string::npos;
    };
    EXPECT_TRUE(has("werktdoord_rules_reloads_total{result=\"refused\"} 0"));
    metrics.rules_loaded(monday, "aa");
    metrics.rules_loaded(monday, "bb");
    EXPECT_TRUE(has("werktdoord_rules_info{hash=\"bb\"} 1"));
    EXPECT_FALSE(has("werktdoord_rules_info{hash=\"aa\"} 1"));
    RulesStatus status(metrics);
    EXPECT_TRUE(has("werktdoord_rules_reload_failed 0"));
    status.refused("regions.yaml:3:1", "bb", monday);
    EXPECT_TRUE(has("werktdoord_rules_reload_failed 1"));
    EXPECT_TRUE(has("werktdoord_rules_reloads_total{result=\"refused\"} 1"));
    EXPECT_EQ(status.warnings(),
              std::vector<std::string>{"the rules were refused at " + to_rfc3339(monday) +
                                       ": regions.yaml:3:1; the rules of bb stay in force"});
    status.taken();
    EXPECT_TRUE(has("werktdoord_rules_reload_failed 0"));
    EXPECT_TRUE(status.warnings().empty());
}

TEST(Router, finds_the_more_exact_endpoint_and_sheds_when_busy) {
    std::string told;
    bool busy = false;
    const auto answer = [](const std::string& body) {
        return [body](HttpRequest request, HttpRespond respond) {
            const std::string value = request.captured.empty() ? "" : request.captured.front();
            respond(HttpResponse{200, {}, body + value});
        };
    };
    const Router router(
        {{"GET", "/a/{x}", answer("any ")},
         {"GET", "/a/b", answer("b")},
         {"POST", "/a/{x}", answer("post ")},
         {"GET", "/alive", answer("yes"), true}},
        [&](auto pattern, auto method, int status, double) {
            told = std::string(method) + " " + std::string(pattern) + " " + std::to_string(status);
        },
        [](auto, auto) {}, [&] { return busy; });
    const auto ask = [&](std::string method, std::string path) {
        HttpRequest request;
        request.method = std::move(method);
        request.path = std::move(path);
        HttpResponse got;
        router.handle(std::move(request),
                      [&](HttpResponse response) { got = std::move(response); });
        return got;
    };
    EXPECT_EQ(ask("GET", "/a/b").body, "b");
    EXPECT_EQ(ask("GET", "/a/c%2Fd").body, "any c/d");
    EXPECT_EQ(told, "GET /a/{x} 200");
    EXPECT_EQ(ask("POST", "/a/z").body, "post z");
    EXPECT_EQ(ask("BREW", "/a/z").status, 405);
    EXPECT_EQ(told, "other /a/{x} 405");
    EXPECT_EQ(ask("GET", "/a/").status, 404);
    EXPECT_EQ(told, "GET none 404");
    busy = true;
    const HttpResponse shed = ask("GET", "/a/b");
    EXPECT_EQ(shed.status, 503);
    EXPECT_EQ(shed.headers.back(), (std::pair<std::string, std::string>("Retry-After", "10")));
    EXPECT_EQ(told, "GET /a/b 503");
    EXPECT_EQ(ask("GET", "/alive").body, "yes");
}

TEST(SystemSalts, are_never_the_same) {
    SystemSalts salts;
    EXPECT_NE(salts.salt(1, Member::note), salts.salt(1, Member::note));
}

asio::awaitable<void> throws() {
    throw std::runtime_error("broken");
    co_return;
}

asio::awaitable<void> sleeps(asio::steady_timer& timer) {
    co_await timer.async_wait(asio::use_awaitable);
}

TEST(TaskGroup, reports_what_a_task_throws_and_drains_what_stays) {
    asio::io_context io;
    std::string reports;
    TaskGroup group(io.get_executor(), [&](const std::string& name, const std::string& what) {
        reports += name + ": " + what + "\n";
    });
    asio::steady_timer timer(io, std::chrono::hours(1));
    bool drained = false;
    group.spawn("bad", throws());
    group.spawn("long", sleeps(timer));
    EXPECT_EQ(group.size(), 2u);
    group.drain(Millis(10), [&] { drained = true; });
    io.run();
    EXPECT_TRUE(drained);
    EXPECT_EQ(group.size(), 0u);
    EXPECT_EQ(reports, "bad: broken\n");
}

}  // namespace
}  // namespace werktdoord::test
