// One HTTP connection: reads requests, hands them to the handler, writes the answers in order.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "engine/time_source.hpp"
#include "net/byte_stream.hpp"
#include "net/http_load.hpp"
#include "net/http_message.hpp"
#include "net/http_parser.hpp"
#include "net/limits.hpp"

namespace werktdoord {

// What all connections of a server share.
struct HttpService {
    HttpLimits limits;
    HttpHandler handler;
    // Told of requests that were answered before a handler saw them: 400, 408, 413, 417, 431,
    // 501, 503.
    std::function<void(int status)> refused;
    const TimeSource& time;
};

class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(boost::asio::any_io_executor executor, std::unique_ptr<ByteStream> stream,
                   std::string remote, const HttpService& service, HttpLoad& load);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    // Serves until the client or drain() ends it.
    boost::asio::awaitable<void> run();

    // Finishes the request in flight and closes; closes at once when none is.
    void drain();

    // Kept by the client for a request to come. One that has sent nothing yet is not: its first
    // bytes may be under way.
    bool idle() const { return idle_ && served_; }

    // Ends before its time, so that others are served: without a word when idle, with a 503 in the
    // middle of a request. Never while a request is in flight: that may be stored already.
    void give_way();
    bool can_give_way() const { return !in_flight_ && !gave_way_; }

    // When what it waits for now is cut off; of two that do the same the one that began first has
    // the earlier one.
    boost::asio::steady_timer::time_point deadline() const { return timer_.expiry(); }

    // Bytes of requests and answers that it keeps in memory.
    std::size_t held_bytes() const { return held_bytes_; }

private:
    enum class Read { request, refused, closed };

    boost::asio::awaitable<Read> read_request(HttpParser& parser);
    boost::asio::awaitable<bool> write(std::string bytes);
    boost::asio::awaitable<bool> answer(HttpParser& parser);
    boost::asio::awaitable<void> refuse(const HttpParser& parser);
    HttpResponse refusal(const HttpParser& parser) const;

    // Tells the client that this was all; with `linger` drops what it still sends for a while.
    boost::asio::awaitable<void> end(bool linger);
    boost::asio::awaitable<HttpResponse> ask(HttpRequest request);

    // Interrupts the stream, again and again, unless disarmed or armed anew before `timeout`.
    void arm(Millis timeout);
    void sound(unsigned turn);
    void disarm();

    // Tells how much is held now; may be told to give way.
    void hold(std::size_t bytes);

    boost::asio::any_io_executor executor_;
    std::unique_ptr<ByteStream> stream_;
    std::string remote_;
    const HttpService& service_;
    HttpLoad& load_;
    boost::asio::steady_timer timer_;
    unsigned armed_ = 0;  // counts arm and disarm: an alarm of an earlier one is stale
    bool timed_out_ = false;
    bool idle_ = false;    // nothing of a request is here
    bool served_ = false;  // a request was answered
    bool in_flight_ = false;
    bool gave_way_ = false;
    bool draining_ = false;
    std::size_t held_bytes_ = 0;
    std::string received_;  // bytes that no request has used yet
    std::string chunk_;
};

}  // namespace werktdoord
