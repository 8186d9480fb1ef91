// More clients, and more bytes, than the server takes: who gives way, and that others are served.
#include <gtest/gtest.h>

#include <deque>
#include <thread>

#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"

namespace werktdoord::test {
namespace {

using namespace std::chrono_literals;

HttpLimits patient() {
    HttpLimits limits;
    limits.head_timeout = 60s;
    limits.body_timeout = 60s;
    limits.idle_timeout = 60s;
    return limits;
}

const std::string half_a_head = "POST / HTTP/1.1\r\nHost: x\r\n";

TEST(HttpCrowd, the_connection_idle_longest_makes_room) {
    HttpLimits limits = patient();
    limits.connections = 2;
    ServerUnderTest server(answer_with_length, limits);
    RawClient first(server.port());
    first.send(get("/"));
    EXPECT_EQ(first.read().status, 200);
    RawClient second(server.port());
    second.send(get("/"));
    EXPECT_EQ(second.read().status, 200);
    first.send(get("/"));
    EXPECT_EQ(first.read().status, 200);
    EXPECT_EQ(fetch(server.port(), get("/")).status, 200);
    EXPECT_TRUE(second.closed());
    first.send(get("/"));
    EXPECT_EQ(first.read().status, 200);
}

TEST(HttpCrowd, an_idle_one_goes_before_one_that_sends) {
    HttpLimits limits = patient();
    limits.connections = 2;
    ServerUnderTest server(answer_with_length, limits);
    RawClient slow(server.port());
    slow.send(half_a_head);
    RawClient idle(server.port());
    idle.send(get("/"));
    EXPECT_EQ(idle.read().status, 200);
    EXPECT_EQ(fetch(server.port(), get("/")).status, 200);
    EXPECT_TRUE(idle.closed());
    slow.send("Content-Length: 1\r\n\r\na");
    EXPECT_EQ(slow.read().body, "1");
}

TEST(HttpCrowd, who_sends_slowest_gets_503_when_nobody_is_idle) {
    HttpLimits limits = patient();
    limits.connections = 20;
    ServerUnderTest server(answer_with_length, limits);
    std::deque<RawClient> slow;
    for (std::size_t i = 0; i < 3 * limits.connections; ++i) {
        slow.emplace_back(server.port());
        slow.back().send(half_a_head);
        if (i % 5 != 0) continue;
        EXPECT_EQ(fetch(server.port(), get("/")).status, 200) << i;
    }
    const RawAnswer answer = slow.front().read();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.header("retry-after"), "10");
    EXPECT_TRUE(slow.front().closed());
    slow.back().send("Content-Length: 1\r\n\r\na");
    EXPECT_EQ(slow.back().read().body, "1");
    EXPECT_EQ(server.reports(), "");
}

TEST(HttpCrowd, who_holds_most_bytes_gives_way_when_all_hold_too_much) {
    HttpLimits limits = patient();
    limits.held_bytes = 100'000;
    limits.body_bytes = 90'000;
    ServerUnderTest server(answer_with_length, limits);
    const std::string start = half_a_head + "Content-Length: 90000\r\n\r\n";
    RawClient big(server.port());
    big.send(start + std::string(80'000, 'a'));
    RawClient smaller(server.port());
    smaller.send(start + std::string(40'000, 'a'));
    EXPECT_EQ(big.read().status, 503);
    EXPECT_TRUE(big.closed());
    EXPECT_EQ(fetch(server.port(), post("/", "", std::string(1000, 'a'))).body, "1000");
    smaller.send(std::string(50'000, 'a'));
    EXPECT_EQ(smaller.read().body, "90000");
    EXPECT_EQ(fetch(server.port(), post("/", "", std::string(90'000, 'a'))).body, "90000");
}

TEST(HttpCrowd, an_answer_too_large_for_what_is_left_is_not_sent) {
    HttpLimits limits = patient();
    limits.held_bytes = 100'000;
    const auto large = [](HttpRequest request, HttpRespond respond) {
        respond(HttpResponse{200, {}, std::string(request.path == "/large" ? 200'000 : 10, 'a')});
    };
    ServerUnderTest server(large, limits);
    EXPECT_EQ(fetch(server.port(), get("/large")).status, 0);
    EXPECT_EQ(fetch(server.port(), get("/")).status, 200);
}

// A peer that reads nothing: the write ends at its time-out and its place is free again.
TEST(HttpCrowd, who_does_not_read_the_answer_is_cut_off) {
    HttpLimits limits = patient();
    limits.connections = 1;
    limits.write_timeout = 100ms;
    limits.linger_timeout = 50ms;
    const auto large = [](HttpRequest request, HttpRespond respond) {
        const bool is_large = request.path == "/large";
        respond(HttpResponse{200, {}, std::string(is_large ? 32'000'000 : 1, 'a')});
    };
    ServerUnderTest server(large, limits);
    RawClient deaf(server.port());
    deaf.send(get("/large"));
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(fetch(server.port(), get("/")).status, 200);
    EXPECT_EQ(server.reports(), "");
}

}  // namespace
}  // namespace werktdoord::test
