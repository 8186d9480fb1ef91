#include "net/http_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/url/authority_view.hpp>
#include <optional>

#include "base/ascii.hpp"
#include "net/http_target.hpp"

namespace werktdoord {
namespace http = boost::beast::http;
namespace {

constexpr std::string_view long_line = "A line between the chunks of the body is too long.";

std::string text_of(boost::beast::string_view text) {
    return std::string(text.data(), text.size());
}

// A line that begins with a blank goes on with the value before it (obs-fold, RFC 9112 section
// 5.2): what stands before us may have read it otherwise. `bytes` are whole lines.
bool has_folded_line(std::string_view bytes) {
    if (bytes.starts_with(' ') || bytes.starts_with('\t')) return true;
    return bytes.find("\n ") != std::string_view::npos ||
           bytes.find("\n\t") != std::string_view::npos;
}

// Of lines that are not all there yet; else who ends lines so would wait for the time-out.
bool has_bare_line_feed(std::string_view bytes) {
    for (auto at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
        if (at > 0 && bytes[at - 1] != '\r') return true;
    return false;
}

// Of lines that are not all there yet and begin with that of a chunk. The library waits for the
// quote of an extension to close in the lines that follow, and counts the chunk again with every
// byte of them; a quoted text has no line end (RFC 9112 section 7.1.1).
bool has_open_quote(std::string_view bytes) {
    constexpr std::string_view line_end = "\r\n";
    if (bytes.starts_with(line_end)) bytes.remove_prefix(line_end.size());  // of the chunk before
    const auto end = bytes.find(line_end);
    if (end == bytes.npos) return false;
    bool open = false;
    for (std::size_t at = 0; at < end; ++at) {
        if (open && bytes[at] == '\\')
            ++at;
        else if (bytes[at] == '"')
            open = !open;
    }
    return open;
}

// A host with or without a port, or nothing at all: never a path, a user or a list.
bool is_host(boost::beast::string_view value) {
    const auto authority = boost::urls::parse_authority({value.data(), value.size()});
    return authority && !authority->has_userinfo();
}

}  // namespace

struct HttpParser::Impl {
    explicit Impl(const HttpLimits& limits)
        : head_left(limits.header_bytes),
          line_most(limits.header_bytes),
          wire_left(limits.body_bytes * chunk_wire_factor + limits.header_bytes) {
        parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        parser.body_limit(limits.body_bytes);
        parser.eager(false);
    }

    http::request_parser<http::string_body> parser;
    std::optional<HttpTarget> target;
    NamedValues headers;    // as they stood in the head: what comes after the body is none
    std::size_t head_left;  // bytes that the head may still take
    std::size_t line_most;  // bytes of a line, or of all trailers, of a body in chunks
    std::size_t wire_left;  // bytes that the body may still take with all that frames it
};

HttpParser::HttpParser(const HttpLimits& limits) : impl_(std::make_unique<Impl>(limits)) {}

HttpParser::~HttpParser() = default;

std::size_t HttpParser::feed(std::string_view bytes) {
    auto& parser = impl_->parser;
    std::size_t used = 0;
    while (stage_ == Stage::head || stage_ == Stage::body) {
        boost::beast::error_code error;
        const std::size_t held = held_bytes();
        const std::size_t taken =
            parser.put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), error);
        account(bytes.substr(used, taken), taken - (held_bytes() - held));
        used += taken;
        if (stage_ == Stage::failed) return used;
        if (error == http::error::need_more) {
            bound(bytes.substr(used));
            return used;
        }
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

// The library's own limits begin anew with every line that it has used up, so a head that comes
// line by line, and what frames chunks, are counted here.
void HttpParser::account(std::string_view used, std::size_t framing) {
    const bool in_head = stage_ == Stage::head;
    std::size_t& left = in_head ? impl_->head_left : impl_->wire_left;
    if (used.size() > left)
        return in_head ? fail(431, "The header of the request is too large.")
                       : fail(413, "The body of the request is too large.");
    left -= used.size();
    if (!in_head && framing > impl_->line_most) return fail(400, std::string(long_line));
    if (in_head && has_folded_line(used))
        fail(400, "A header does not go on on the next line (RFC 9112 section 5.2).");
}

// What waits for more must not wait for ever: the rest of the head, or a line between chunks.
void HttpParser::bound(std::string_view waiting) {
    if (stage_ == Stage::head && waiting.size() > impl_->head_left)
        fail(431, "The header of the request is too large.");
    else if (stage_ == Stage::head && has_bare_line_feed(waiting))
        fail(400, "A line of the header ends with CR LF (RFC 9112 section 2.2).");
    else if (stage_ == Stage::body && waiting.size() > impl_->line_most)
        fail(400, std::string(long_line));
    else if (stage_ == Stage::body && has_open_quote(waiting))
        fail(400, "An extension of a chunk does not close its quote (RFC 9112 section 7.1.1).");
}

void HttpParser::check_head() {
    const auto& message = impl_->parser.get();
    for (const auto& field : message)
        impl_->headers.emplace_back(lower_case(field.name_string()), text_of(field.value()));
    check_framing();
    if (stage_ == Stage::failed) return;
    impl_->target = parse_target({message.target().data(), message.target().size()});
    if (!impl_->target) return fail(400, "The target of the request is not a valid URL.");
    const std::size_t hosts = message.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11))
        return fail(400, "A request has exactly one Host header (RFC 9112 section 3.2).");
    if (hosts == 1 && !is_host(message[http::field::host]))
        return fail(400, "The Host header is no host (RFC 9112 section 3.2).");
    const auto expect = message[http::field::expect];
    if (!expect.empty() && lower_case(expect) != "100-continue")
        return fail(417, "Only 100-continue can be expected here.");
}

// Where a body ends is said once and in one way, or somebody before us may see two requests where
// we see one (RFC 9112 section 11.2).
void HttpParser::check_framing() {
    const auto& message = impl_->parser.get();
    const std::size_t codings = message.count(http::field::transfer_encoding);
    const std::size_t lengths = message.count(http::field::content_length);
    if (codings + lengths > 1) return fail(400, "The length of the body is given more than once.");
    if (lengths == 1 && message[http::field::content_length].find(',') != std::string_view::npos)
        return fail(400, "The length of the body is given more than once.");
    if (codings == 0) return;
    if (message.version() < 11) return fail(400, "HTTP/1.0 has no Transfer-Encoding.");
    if (lower_case(message[http::field::transfer_encoding]) != "chunked")
        fail(501, "No transfer coding but chunked is known here.");
}

bool HttpParser::expects_continue() const {
    const auto& message = impl_->parser.get();
    return message.version() >= 11 && !message[http::field::expect].empty();
}

bool HttpParser::keep_alive() const {
    return impl_->parser.get().keep_alive();
}

std::string HttpParser::method() const {
    return text_of(impl_->parser.get().method_string());
}

std::size_t HttpParser::held_bytes() const {
    return impl_->parser.get().body().size();
}

HttpRequest HttpParser::take() {
    auto message = impl_->parser.release();
    HttpRequest request;
    request.method = text_of(message.method_string());
    request.path = std::move(impl_->target->path);
    request.query = std::move(impl_->target->query);
    request.headers = std::move(impl_->headers);
    request.body = std::move(message.body());
    return request;
}

void HttpParser::fail(int status, std::string text) {
    stage_ = Stage::failed;
    failure_status_ = status;
    failure_text_ = std::move(text);
}

}  // namespace werktdoord
