#include "net/http_connection.hpp"

#include "net/as_result.hpp"
#include "net/http_bytes.hpp"
#include "net/postbox.hpp"
#include "net/problem_response.hpp"

namespace werktdoord {
namespace asio = boost::asio;
namespace {

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

HttpConnection::HttpConnection(asio::any_io_executor executor, std::unique_ptr<ByteStream> stream,
                               std::string remote, const HttpService& service, HttpLoad& load)
    : executor_(std::move(executor)),
      stream_(std::move(stream)),
      remote_(std::move(remote)),
      service_(service),
      load_(load),
      timer_(executor_),
      chunk_(read_chunk_bytes, '\0') {}

HttpConnection::~HttpConnection() {
    load_.held_bytes -= held_bytes_;
}

asio::awaitable<void> HttpConnection::run() {
    arm(service_.limits.head_timeout);
    const bool ready = co_await stream_->handshake();
    if (!ready) co_return;
    bool open = true;
    bool refused = false;
    while (open && !draining_) {
        HttpParser parser(service_.limits);
        const Read read = co_await read_request(parser);
        if (read == Read::closed) co_return;
        refused = read == Read::refused;
        if (refused) {
            co_await refuse(parser);
            break;
        }
        open = co_await answer(parser);
    }
    if (gave_way_) co_return;  // its place is needed now
    co_await end(refused || !received_.empty());
}

asio::awaitable<HttpConnection::Read> HttpConnection::read_request(HttpParser& parser) {
    using Stage = HttpParser::Stage;
    idle_ = received_.empty();
    arm(idle() ? service_.limits.idle_timeout : service_.limits.head_timeout);
    bool continued = false;
    for (;;) {
        const Stage before = parser.stage();
        received_.erase(0, parser.feed(received_));
        hold(received_.size() + parser.held_bytes());
        if (parser.stage() == Stage::failed) co_return Read::refused;
        if (parser.stage() == Stage::done) co_return Read::request;
        if (parser.stage() != before) {
            arm(service_.limits.body_timeout);
            continue;
        }
        if (parser.stage() == Stage::body && parser.expects_continue() && !continued) {
            continued = true;
            const bool told = co_await stream_->write_all(continue_line);
            if (!told) co_return Read::closed;
        }
        if (gave_way_) co_return idle_ ? Read::closed : Read::refused;
        const std::size_t count = co_await stream_->read_some(chunk_);
        const bool cut_off = timed_out_ || gave_way_;
        if (count == 0) co_return cut_off && !idle_ ? Read::refused : Read::closed;
        if (idle_) arm(service_.limits.head_timeout);
        idle_ = false;
        received_.append(chunk_, 0, count);
    }
}

asio::awaitable<bool> HttpConnection::answer(HttpParser& parser) {
    const bool kept = parser.keep_alive();
    HttpRequest request = parser.take();
    request.remote = remote_;
    HttpFraming framing;
    framing.head_only = request.method == "HEAD";
    disarm();  // what is in flight may take its time: a commit is never cut off
    in_flight_ = true;
    HttpResponse response = co_await ask(std::move(request));
    in_flight_ = false;
    framing.keep_alive = kept && !draining_;
    std::string bytes = to_bytes(response, framing, service_.time.now());
    response = HttpResponse();
    hold(received_.size() + bytes.size());
    if (gave_way_) co_return false;
    const bool written = co_await write(std::move(bytes));
    served_ = true;
    co_return written&& framing.keep_alive;
}

asio::awaitable<HttpResponse> HttpConnection::ask(HttpRequest request) {
    const InFlight counted(load_);
    const auto inbox = std::make_shared<Inbox>(executor_);
    auto postbox = std::make_shared<Postbox>(executor_, inbox);
    HttpRespond respond = [postbox](HttpResponse response) { postbox->send(std::move(response)); };
    postbox.reset();
    service_.handler(std::move(request), std::move(respond));
    while (!inbox->response) {
        const auto [cancelled] = co_await inbox->arrived.async_wait(as_result);
        static_cast<void>(cancelled);
    }
    co_return std::move(*inbox->response);
}

HttpResponse HttpConnection::refusal(const HttpParser& parser) const {
    if (parser.stage() == HttpParser::Stage::failed)
        return problem_response(parser.failure_status(), parser.failure_text());
    if (gave_way_) return try_again(503, "Too much is sent here at once.", retry_after_seconds);
    return problem_response(408, "The request did not arrive in time.");
}

asio::awaitable<void> HttpConnection::refuse(const HttpParser& parser) {
    const HttpResponse response = refusal(parser);
    service_.refused(response.status);
    HttpFraming framing;
    framing.keep_alive = false;
    framing.head_only = parser.method() == "HEAD";
    std::string bytes = to_bytes(response, framing, service_.time.now());
    co_await write(std::move(bytes));
}

asio::awaitable<bool> HttpConnection::write(std::string bytes) {
    arm(service_.limits.write_timeout);
    const bool written = co_await stream_->write_all(bytes);
    co_return written;
}

asio::awaitable<void> HttpConnection::end(bool linger) {
    arm(service_.limits.linger_timeout);
    co_await stream_->finish_writing();
    if (!linger) co_return;
    std::size_t dropped = 0;
    while (dropped < service_.limits.linger_bytes) {
        const std::size_t count = co_await stream_->read_some(chunk_);
        if (count == 0) co_return;
        dropped += count;
    }
}

void HttpConnection::drain() {
    draining_ = true;
    if (idle_) stream_->interrupt();
}

void HttpConnection::give_way() {
    if (!can_give_way()) return;
    hold(0);  // as good as gone: nobody else has to go for these bytes
    gave_way_ = true;
    stream_->interrupt();
}

void HttpConnection::hold(std::size_t bytes) {
    if (gave_way_) return;
    load_.held_bytes += bytes;
    load_.held_bytes -= held_bytes_;
    held_bytes_ = bytes;
    if (load_.held_bytes > service_.limits.held_bytes) load_.relieve();
}

void HttpConnection::arm(Millis timeout) {
    timed_out_ = false;
    const unsigned turn = ++armed_;
    timer_.expires_after(timeout);
    sound(turn);
}

void HttpConnection::sound(unsigned turn) {
    // Weak: an alarm that is still set must not keep a connection that is over.
    auto alarm = [weak = weak_from_this(), turn](const boost::system::error_code& error) {
        const auto self = weak.lock();
        if (error || !self || turn != self->armed_) return;
        self->timed_out_ = true;
        self->stream_->interrupt();
        self->timer_.expires_after(interrupt_again);
        self->sound(turn);
    };
    timer_.async_wait(std::move(alarm));
}

void HttpConnection::disarm() {
    ++armed_;
    timer_.cancel();
}

}  // namespace werktdoord
