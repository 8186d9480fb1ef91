#include "intake/load.hpp"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <deque>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

#include "codec/webhook.hpp"
#include "intake/submissions.hpp"
#include "net/system_clock.hpp"

namespace werktdoord::bench {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

class Platform;

// One connection: sends, waits for the answer, sends the next.
class Client : public std::enable_shared_from_this<Client> {
public:
    Client(asio::io_context& io, Platform& platform) : socket_(io), platform_(platform) {}
    void connect(int port) {
        socket_.connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)});
        socket_.set_option(tcp::no_delay(true));
    }
    void send(std::chrono::steady_clock::time_point due);

private:
    void read_head();
    void read_body(std::size_t head);
    void answered();

    tcp::socket socket_;
    Platform& platform_;
    std::string out_;
    std::string in_;
    int status_ = 0;
    std::chrono::steady_clock::time_point due_;
};

class Platform {
public:
    explicit Platform(const LoadPlan& plan)
        : plan_(plan),
          secret_(parse_secret(plan.secret).value()),
          timer_(io_),
          random_(plan.first) {}

    LoadResult run() {
        std::vector<std::shared_ptr<Client>> clients;
        for (int i = 0; i < plan_.connections; ++i) {
            clients.push_back(std::make_shared<Client>(io_, *this));
            clients.back()->connect(plan_.port);
        }
        begin_ = std::chrono::steady_clock::now();
        end_ = begin_ + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                            std::chrono::duration<double>(plan_.seconds));
        next_due_ = begin_;
        for (const auto& client : clients) idle(client);
        if (plan_.rate > 0) arm();
        io_.run();
        return result();
    }

    // The client has nothing to do.
    void idle(const std::shared_ptr<Client>& client) {
        if (std::chrono::steady_clock::now() >= end_) return;
        if (plan_.rate == 0) return client->send(std::chrono::steady_clock::now());
        if (waiting_.empty()) {
            free_.push_back(client);
        } else {
            client->send(waiting_.front());
            waiting_.pop_front();
        }
    }

    void answered(int status, std::chrono::steady_clock::time_point due) {
        status == 201 ? ++seen_.acknowledged : ++seen_.refused;
        took_.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - due)
                .count());
        last_ = std::chrono::steady_clock::now();
    }
    void lost() { ++seen_.failed; }

    std::string next_request() {
        const std::uint64_t n = plan_.first + sent_++;
        const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now());
        const std::string timestamp = std::to_string(now.time_since_epoch().count());
        const std::string id = "msg_" + std::to_string(random_()) + std::to_string(n);
        const std::string body = webhook_body(n, "2026-11-23T09:12:00Z");
        return "POST /v1/intake HTTP/1.1\r\nHost: werkt.example\r\nContent-Type: "
               "application/json\r\n"
               "webhook-id: " +
               id + "\r\nwebhook-timestamp: " + timestamp +
               "\r\nwebhook-signature: " + sign(id, timestamp, body, secret_) +
               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

private:
    // At a rate: submissions fall due on their own, and wait for a connection that is free.
    void arm() {
        std::exponential_distribution<double> gap(plan_.rate);
        next_due_ += std::chrono::duration_cast<std::chrono::steady_clock::duration>(
            std::chrono::duration<double>(gap(random_)));
        if (next_due_ >= end_) return;
        timer_.expires_at(next_due_);
        timer_.async_wait([this](boost::system::error_code error) {
            if (error) return;
            if (free_.empty()) {
                waiting_.push_back(next_due_);
            } else {
                const auto client = free_.back();
                free_.pop_back();
                client->send(next_due_);
            }
            arm();
        });
    }

    LoadResult result() {
        if (took_.empty()) return seen_;
        std::sort(took_.begin(), took_.end());
        seen_.half = took_[took_.size() / 2];
        seen_.ninety_nine = took_[took_.size() * 99 / 100];
        seen_.per_second =
            seen_.acknowledged / std::chrono::duration<double>(last_ - begin_).count();
        return seen_;
    }

    const LoadPlan plan_;
    const Secret secret_;
    asio::io_context io_;
    asio::steady_timer timer_;
    const SystemClock clock_{};
    std::mt19937_64 random_;
    std::uint64_t sent_ = 0;
    std::chrono::steady_clock::time_point begin_, end_, last_, next_due_;
    std::deque<std::chrono::steady_clock::time_point> waiting_;
    std::vector<std::shared_ptr<Client>> free_;
    std::vector<double> took_;
    LoadResult seen_;
};

void Client::send(std::chrono::steady_clock::time_point due) {
    due_ = due;
    out_ = platform_.next_request();
    asio::async_write(socket_, asio::buffer(out_),
                      [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                          error ? self->platform_.lost() : self->read_head();
                      });
}

void Client::read_head() {
    asio::async_read_until(
        socket_, asio::dynamic_buffer(in_), "\r\n\r\n",
        [self = shared_from_this()](boost::system::error_code error, std::size_t size) {
            error ? self->platform_.lost() : self->read_body(size);
        });
}

void Client::read_body(std::size_t head) {
    status_ = std::stoi(in_.substr(9, 3));
    // Without the first letter, which servers write large or small.
    constexpr std::string_view name = "ontent-Length: ";
    constexpr std::string_view small = "ontent-length: ";
    const std::size_t at = std::min(in_.find(name), in_.find(small));
    if (at > head) throw std::runtime_error("an answer without Content-Length");
    const std::size_t whole = head + std::stoul(in_.substr(at + name.size(), 10));
    const std::size_t more = whole > in_.size() ? whole - in_.size() : 0;
    asio::async_read(socket_, asio::dynamic_buffer(in_), asio::transfer_exactly(more),
                     [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                         error ? self->platform_.lost() : self->answered();
                     });
}

void Client::answered() {
    in_.clear();
    platform_.answered(status_, due_);
    platform_.idle(shared_from_this());
}

}  // namespace

LoadResult drive(const LoadPlan& plan) {
    return Platform(plan).run();
}

}  // namespace werktdoord::bench
