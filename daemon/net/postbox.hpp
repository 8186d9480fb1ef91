// How the answer of any thread comes home to the network thread.
#pragma once

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "net/http_message.hpp"
#include "net/problem_response.hpp"

namespace werktdoord {

// Where an answer arrives. Lives and dies on the network thread.
struct Inbox {
    explicit Inbox(const boost::asio::any_io_executor& executor) : arrived(executor) {
        arrived.expires_at(boost::asio::steady_timer::time_point::max());
    }
    boost::asio::steady_timer arrived;  // cancelled when the answer is there
    std::optional<HttpResponse> response;
};

// The sender's end: carries the answer of any thread home, a 500 when it is dropped unused.
class Postbox {
public:
    Postbox(boost::asio::any_io_executor executor, std::weak_ptr<Inbox> inbox)
        : executor_(std::move(executor)), inbox_(std::move(inbox)) {}
    Postbox(const Postbox&) = delete;
    Postbox& operator=(const Postbox&) = delete;
    ~Postbox() { send(problem_response(500, "The request was dropped without an answer.")); }

    void send(HttpResponse response) {
        if (used_.exchange(true)) return;
        boost::asio::post(executor_, [inbox = inbox_, answer = std::move(response)]() mutable {
            const auto there = inbox.lock();
            if (!there) return;
            there->response = std::move(answer);
            there->arrived.cancel();
        });
    }

private:
    boost::asio::any_io_executor executor_;
    std::weak_ptr<Inbox> inbox_;
    std::atomic<bool> used_ = false;
};

}  // namespace werktdoord
