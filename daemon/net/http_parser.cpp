#include "net/http_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "net/http_target.hpp"

namespace werktdoord {
namespace http = boost::beast::http;
namespace {

std::string to_string(boost::beast::string_view text) {
    return std::string(text.data(), text.size());
}

std::string lower_case(boost::beast::string_view text) {
    std::string lower = to_string(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace

struct HttpParser::Impl {
    http::request_parser<http::string_body> parser;
    std::optional<HttpTarget> target;
};

HttpParser::HttpParser(const HttpLimits& limits) : impl_(std::make_unique<Impl>()) {
    impl_->parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    impl_->parser.body_limit(limits.body_bytes);
    impl_->parser.eager(false);
}

HttpParser::~HttpParser() = default;

std::size_t HttpParser::feed(std::string_view bytes) {
    auto& parser = impl_->parser;
    std::size_t used = 0;
    while (stage_ == Stage::head || stage_ == Stage::body) {
        boost::beast::error_code error;
        const std::size_t taken =
            parser.put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), error);
        used += taken;
        if (error == http::error::need_more) return used;
        if (error == http::error::header_limit) {
            fail(431, "The header of the request is too large.");
        } else if (error == http::error::body_limit) {
            fail(413, "The body of the request is too large.");
        } else if (error) {
            fail(400, "This is not a valid HTTP/1.1 request: " + error.message() + ".");
        } else if (stage_ == Stage::head && parser.is_header_done()) {
            stage_ = parser.is_done() ? Stage::done : Stage::body;
            check_head();
            return used;
        } else if (parser.is_done()) {
            stage_ = Stage::done;
        } else if (taken == 0 || used == bytes.size()) {
            return used;
        }
    }
    return used;
}

void HttpParser::check_head() {
    const auto& message = impl_->parser.get();
    impl_->target = parse_target({message.target().data(), message.target().size()});
    if (!impl_->target) return fail(400, "The target of the request is not a valid URL.");
    const std::size_t hosts = message.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11))
        return fail(400, "A request has exactly one Host header (RFC 9112 section 3.2).");
    const auto coding = message[http::field::transfer_encoding];
    if (!coding.empty() && message.version() < 11)
        return fail(400, "HTTP/1.0 has no Transfer-Encoding.");
    if (!coding.empty() && lower_case(coding) != "chunked")
        return fail(501, "No transfer coding but chunked is known here.");
    const auto expect = message[http::field::expect];
    if (!expect.empty() && lower_case(expect) != "100-continue")
        return fail(417, "Only 100-continue can be expected here.");
}

bool HttpParser::expects_continue() const {
    const auto& message = impl_->parser.get();
    return message.version() >= 11 && !message[http::field::expect].empty();
}

bool HttpParser::keep_alive() const {
    return impl_->parser.get().keep_alive();
}

std::string HttpParser::method() const {
    return to_string(impl_->parser.get().method_string());
}

HttpRequest HttpParser::take() {
    auto message = impl_->parser.release();
    HttpRequest request;
    request.method = to_string(message.method_string());
    request.path = std::move(impl_->target->path);
    request.query = std::move(impl_->target->query);
    for (const auto& field : message)
        request.headers.emplace_back(lower_case(field.name_string()), to_string(field.value()));
    request.body = std::move(message.body());
    return request;
}

void HttpParser::fail(int status, std::string text) {
    stage_ = Stage::failed;
    failure_status_ = status;
    failure_text_ = std::move(text);
}

}  // namespace werktdoord
