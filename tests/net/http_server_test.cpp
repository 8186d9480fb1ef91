#include "net/http_server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"

namespace werktdoord::test {
namespace {

using namespace std::chrono_literals;

// Answers with what it saw.
void echo(HttpRequest request, HttpRespond respond) {
    HttpResponse response;
    response.headers.emplace_back("Content-Type", "text/plain");
    response.body = request.method + " " + request.path + " [" + request.body + "]";
    respond(std::move(response));
}

TEST(HttpServer, answers_on_the_port_that_was_free) {
    ServerUnderTest server(echo);
    EXPECT_NE(server.port(), 0);
    const RawAnswer answer = fetch(server.port(), post("/a", "", "hallo"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "POST /a [hallo]");
    EXPECT_EQ(answer.header("date"), "Mon, 23 Nov 2026 09:12:00 GMT");
}

TEST(HttpServer, says_why_an_address_cannot_be_bound) {
    boost::asio::io_context io;
    const FixedTime time(monday);
    HttpServer server(io, HttpService{{}, echo, [](int) {}, time}, [](auto&, auto&) {});
    const auto wrong = server.start(ListenAddress{"no-address", 1, {}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().where, "no-address:1");

    ServerUnderTest other(echo);
    const auto taken = server.start(ListenAddress{"127.0.0.1", other.port(), {}});
    ASSERT_FALSE(taken);
    EXPECT_NE(taken.error().text.find("in use"), std::string::npos) << taken.error().text;
}

TEST(HttpServer, every_answer_carries_the_common_headers) {
    ServerUnderTest server(echo);
    for (const std::string& request : {get("/"), std::string("nonsense\r\n\r\n")}) {
        const RawAnswer answer = fetch(server.port(), request);
        EXPECT_EQ(answer.header("cache-control"), "no-store");
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.header("content-security-policy"),
                  "default-src 'none'; frame-ancestors 'none'");
        EXPECT_FALSE(answer.header("api-version").empty());
    }
}

TEST(HttpServer, keeps_the_connection_for_the_next_request) {
    ServerUnderTest server(echo);
    RawClient client(server.port());
    for (const std::string& path : {std::string("/1"), std::string("/2"), std::string("/3")}) {
        client.send(get(path));
        const RawAnswer answer = client.read();
        EXPECT_EQ(answer.body, "GET " + path + " []");
        EXPECT_EQ(answer.header("connection"), "keep-alive");
    }
}

TEST(HttpServer, closes_when_the_client_asks_for_it) {
    ServerUnderTest server(echo);
    RawClient client(server.port());
    client.send(get("/", "Connection: close\r\n"));
    EXPECT_EQ(client.read().header("connection"), "close");
    EXPECT_TRUE(client.closed());
}

TEST(HttpServer, closes_after_http_1_0_unless_it_asks_to_be_kept) {
    ServerUnderTest server(echo);
    RawClient brief(server.port());
    brief.send("GET /old HTTP/1.0\r\n\r\n");
    EXPECT_EQ(brief.read().body, "GET /old []");
    EXPECT_TRUE(brief.closed());

    RawClient kept(server.port());
    kept.send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.read().header("connection"), "keep-alive");
    kept.send("GET /2 HTTP/1.0\r\n\r\n");
    EXPECT_EQ(kept.read().body, "GET /2 []");
}

TEST(HttpServer, answers_pipelined_requests_in_their_order) {
    // The first answer comes last from its thread; the others must wait for it.
    std::atomic<int> seen = 0;
    std::thread slow;
    const auto handler = [&](HttpRequest request, HttpRespond respond) {
        if (seen++ > 0) return echo(std::move(request), std::move(respond));
        slow = std::thread([request = std::move(request), respond = std::move(respond)] {
            std::this_thread::sleep_for(50ms);
            echo(request, respond);
        });
    };
    ServerUnderTest server(handler);
    RawClient client(server.port());
    client.send(post("/1", "", "een") + get("/2") + post("/3", "", "drie") + get("/4"));
    EXPECT_EQ(client.read().body, "POST /1 [een]");
    EXPECT_EQ(client.read().body, "GET /2 []");
    EXPECT_EQ(client.read().body, "POST /3 [drie]");
    EXPECT_EQ(client.read().body, "GET /4 []");
    slow.join();
}

TEST(HttpServer, takes_a_request_byte_by_byte) {
    ServerUnderTest server(echo);
    RawClient client(server.port());
    for (const char c : post("/slow", "", "druppel")) client.send(std::string_view(&c, 1));
    EXPECT_EQ(client.read().body, "POST /slow [druppel]");
}

TEST(HttpServer, takes_a_chunked_body) {
    ServerUnderTest server(echo);
    const std::string request =
        "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhallo\r\n1\r\n!\r\n0\r\n\r\n";
    EXPECT_EQ(fetch(server.port(), request).body, "POST /c [hallo!]");
}

TEST(HttpServer, says_100_continue_before_the_body) {
    ServerUnderTest server(echo);
    RawClient client(server.port());
    client.send("POST /c HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ja");
    EXPECT_EQ(client.read().body, "POST /c [ja]");
}

TEST(HttpServer, answers_head_without_a_body) {
    ServerUnderTest server(echo);
    RawClient client(server.port());
    client.send("HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next"));
    EXPECT_EQ(client.read(true).header("content-length"), "10");
    EXPECT_EQ(client.read().body, "GET /next []");
}

TEST(HttpServer, a_request_that_the_handler_drops_is_a_500) {
    ServerUnderTest server([](HttpRequest, HttpRespond) {});
    EXPECT_EQ(fetch(server.port(), get("/")).status, 500);
}

TEST(HttpServer, an_answer_from_another_thread_comes_home) {
    std::thread other;
    ServerUnderTest server([&](HttpRequest request, HttpRespond respond) {
        other = std::thread([request = std::move(request), respond = std::move(respond)] {
            echo(request, respond);
        });
    });
    EXPECT_EQ(fetch(server.port(), get("/t")).body, "GET /t []");
    other.join();
}

TEST(HttpServer, only_the_first_answer_counts) {
    ServerUnderTest server([](HttpRequest request, HttpRespond respond) {
        echo(request, respond);
        respond(HttpResponse{500, {}, "again"});
    });
    RawClient client(server.port());
    client.send(get("/1") + get("/2"));
    EXPECT_EQ(client.read().body, "GET /1 []");
    EXPECT_EQ(client.read().body, "GET /2 []");
}

TEST(HttpServer, many_clients_at_once) {
    ServerUnderTest server(echo);
    std::atomic<int> good = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back([&] {
            for (int j = 0; j < 25; ++j)
                if (fetch(server.port(), post("/m", "", "x")).status == 200) ++good;
        });
    for (auto& client : clients) client.join();
    EXPECT_EQ(good, 200);
    EXPECT_EQ(server.reports(), "");
}

}  // namespace
}  // namespace werktdoord::test
