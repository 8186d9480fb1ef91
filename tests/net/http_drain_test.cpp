// The end of the server: what is in flight is finished, the rest is cut, the loop returns itself.
#include <gtest/gtest.h>

#include <condition_variable>
#include <thread>

#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"

namespace werktdoord::test {
namespace {

using namespace std::chrono_literals;

// A handler whose answer the test gives when it wants.
class Held {
public:
    HttpHandler handler() {
        return [this](HttpRequest, HttpRespond respond) {
            const std::lock_guard lock(mutex_);
            respond_ = std::move(respond);
            came_.notify_all();
        };
    }
    HttpRespond wait() {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [&] { return respond_ != nullptr; });
        return std::exchange(respond_, nullptr);
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    HttpRespond respond_;
};

TEST(HttpDrain, without_connections_the_loop_returns_at_once) {
    ServerUnderTest server([](HttpRequest, HttpRespond) {});
    server.drain(60s);
    EXPECT_TRUE(server.join());
}

TEST(HttpDrain, idle_connections_are_closed_at_once) {
    ServerUnderTest server([](HttpRequest, HttpRespond respond) { respond(HttpResponse()); });
    RawClient used(server.port());
    used.send(get("/"));
    EXPECT_EQ(used.read().status, 200);
    RawClient fresh(server.port());
    fresh.send("");
    server.drain(60s);
    EXPECT_TRUE(server.join());
    EXPECT_TRUE(used.closed());
}

TEST(HttpDrain, what_is_in_flight_is_answered_and_nothing_after_it) {
    Held held;
    HttpLimits limits;
    limits.linger_timeout = 50ms;
    ServerUnderTest server(held.handler(), limits);
    RawClient client(server.port());
    client.send(get("/1") + get("/2"));
    const HttpRespond respond = held.wait();
    server.drain(60s);
    std::this_thread::sleep_for(20ms);
    respond(HttpResponse{201, {}, "stored"});
    const RawAnswer answer = client.read();
    EXPECT_EQ(answer.status, 201);
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_EQ(client.read().status, 0);
    EXPECT_TRUE(server.join());
}

TEST(HttpDrain, no_new_connection_is_taken) {
    Held held;
    ServerUnderTest server(held.handler());
    RawClient client(server.port());
    client.send(get("/"));
    const HttpRespond respond = held.wait();
    server.drain(60s);
    std::this_thread::sleep_for(50ms);
    EXPECT_THROW(RawClient(server.port()), std::runtime_error);
    respond(HttpResponse());
    EXPECT_EQ(client.read().status, 200);
    EXPECT_TRUE(server.join());
}

TEST(HttpDrain, what_does_not_finish_within_the_bound_is_cancelled) {
    Held held;
    ServerUnderTest server(held.handler());
    RawClient waiting(server.port());
    waiting.send(get("/"));
    HttpRespond respond = held.wait();
    RawClient sending(server.port());
    sending.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
    std::this_thread::sleep_for(20ms);
    server.drain(50ms);
    EXPECT_TRUE(server.join());
    EXPECT_TRUE(waiting.closed());
    EXPECT_EQ(server.reports(), "");
    respond(HttpResponse());  // too late: nobody is there, nothing breaks
    respond = nullptr;
}

}  // namespace
}  // namespace werktdoord::test
