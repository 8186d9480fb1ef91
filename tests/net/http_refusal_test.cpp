// What the server refuses before a handler sees it, and what it does with slow clients.
#include <gtest/gtest.h>

#include <thread>

#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"

namespace werktdoord::test {
namespace {

using namespace std::chrono_literals;

HttpLimits small_and_impatient() {
    HttpLimits limits;
    limits.body_bytes = 1000;
    limits.head_timeout = 80ms;
    limits.body_timeout = 80ms;
    limits.idle_timeout = 80ms;
    limits.linger_timeout = 200ms;
    return limits;
}

struct RefusedRequest {
    const char* why;
    std::string request;
    int status;
};

void PrintTo(const RefusedRequest& refusal, std::ostream* out) {
    *out << refusal.why;
}

class Refused : public testing::TestWithParam<RefusedRequest> {};

TEST_P(Refused, with_a_problem_and_a_closed_connection) {
    ServerUnderTest server(answer_with_length, small_and_impatient());
    RawClient client(server.port());
    client.send(GetParam().request);
    const RawAnswer answer = client.read();
    EXPECT_EQ(answer.status, GetParam().status) << GetParam().why << "\n" << answer.body;
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_NE(answer.body.find("\"status\":" + std::to_string(GetParam().status)),
              std::string::npos);
    EXPECT_TRUE(client.closed());
    EXPECT_EQ(server.refused(), std::vector<int>{GetParam().status});
    EXPECT_EQ(server.reports(), "");
}

const std::string post_start = "POST / HTTP/1.1\r\nHost: x\r\n";

INSTANTIATE_TEST_SUITE_P(
    Table, Refused,
    testing::Values(
        RefusedRequest{"no HTTP", "hello there\r\n\r\n", 400},
        RefusedRequest{"binary", std::string("\x16\x03\x01\x02\x00\x01\x00\x01", 8) + "\r\n\r\n",
                       400},
        RefusedRequest{"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        RefusedRequest{"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        RefusedRequest{"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        RefusedRequest{"broken percent", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        RefusedRequest{"space in a name", "GET / HTTP/1.1\r\nHost: a\r\nX y: b\r\n\r\n", 400},
        RefusedRequest{"length is no number", post_start + "Content-Length: ten\r\n\r\n", 400},
        RefusedRequest{"negative length", post_start + "Content-Length: -1\r\n\r\n", 400},
        RefusedRequest{"two lengths",
                       post_start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
        RefusedRequest{
            "length and chunked",
            post_start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        RefusedRequest{
            "chunked and length",
            post_start + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", 400},
        RefusedRequest{"unknown transfer coding", post_start + "Transfer-Encoding: gzip\r\n\r\n",
                       501},
        RefusedRequest{"transfer coding before HTTP/1.1",
                       "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        RefusedRequest{"broken chunk", post_start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                       400},
        RefusedRequest{"other expectation",
                       post_start + "Expect: cake\r\nContent-Length: 1\r\n\r\na", 417},
        RefusedRequest{"body too large",
                       post_start + "Content-Length: 1001\r\n\r\n" + std::string(1001, 'a'), 413},
        RefusedRequest{"told to be too large", post_start + "Content-Length: 1001\r\n\r\n", 413},
        RefusedRequest{"too large with expectation",
                       post_start + "Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n", 413},
        RefusedRequest{"absurd length", post_start + "Content-Length: 18446744073709551615\r\n\r\n",
                       413},
        RefusedRequest{
            "chunks too large",
            post_start + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'a'), 413},
        RefusedRequest{"header too large", post_start + "X: " + std::string(9000, 'a') + "\r\n\r\n",
                       431},
        RefusedRequest{"header without an end", post_start + "X: " + std::string(20000, 'a'), 431},
        RefusedRequest{"target too large", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n",
                       431},
        RefusedRequest{"head does not come", "GET / HT", 408},
        RefusedRequest{"body does not come", post_start + "Content-Length: 10\r\n\r\nabc", 408}));

TEST(HttpRefusal, a_body_of_just_the_limit_is_taken) {
    ServerUnderTest server(answer_with_length, small_and_impatient());
    EXPECT_EQ(fetch(server.port(), post("/", "", std::string(1000, 'a'))).body, "1000");
}

TEST(HttpRefusal, a_head_that_drips_is_cut_off_as_a_whole) {
    HttpLimits limits = small_and_impatient();
    limits.head_timeout = 150ms;
    ServerUnderTest server(answer_with_length, limits);
    RawClient client(server.port());
    const std::string request = post_start + "X: " + std::string(100, 'a');
    const auto begin = std::chrono::steady_clock::now();
    for (const char c : request) {
        if (!client.send(std::string_view(&c, 1)) || !server.refused().empty()) break;
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(client.read().status, 408);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
}

TEST(HttpRefusal, an_idle_connection_is_closed_without_a_word) {
    ServerUnderTest server(answer_with_length, small_and_impatient());
    RawClient fresh(server.port());
    EXPECT_TRUE(fresh.closed());
    RawClient used(server.port());
    used.send(get("/"));
    EXPECT_EQ(used.read().status, 200);
    EXPECT_TRUE(used.closed());
    EXPECT_TRUE(server.refused().empty());
}

TEST(HttpRefusal, a_client_that_leaves_in_the_middle_harms_nobody) {
    ServerUnderTest server(answer_with_length, small_and_impatient());
    for (const char* part : {"GET / H", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"})
        RawClient(server.port()).send(part);
    EXPECT_EQ(fetch(server.port(), get("/")).status, 200);
    EXPECT_EQ(server.reports(), "");
}

}  // namespace
}  // namespace werktdoord::test
