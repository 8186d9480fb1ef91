// What the parser makes of strange bytes, however they are cut up on their way.
#include "net/http_parser.hpp"

#include <gtest/gtest.h>

namespace werktdoord::test {
namespace {

using namespace std::string_literals;

HttpLimits small_messages() {
    HttpLimits limits;
    limits.body_bytes = 1000;
    limits.header_bytes = 1000;
    return limits;
}

struct HttpOutcome {
    int status = 0;  // 200: a request
    std::string body;
    std::string headers;
    std::size_t left = 0;       // bytes after the request
    std::size_t most_kept = 0;  // bytes that waited for more
};

// Feeds piece by piece as a connection does: what is not used up is given again with more.
HttpOutcome parse(std::string_view bytes, std::size_t piece,
                  const HttpLimits& limits = small_messages()) {
    using Stage = HttpParser::Stage;
    HttpParser parser(limits);
    std::string kept;
    HttpOutcome outcome;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        kept.append(bytes.substr(at, piece));
        for (Stage before = Stage::failed; before != parser.stage();) {
            before = parser.stage();
            if (before == Stage::done || before == Stage::failed) break;
            kept.erase(0, parser.feed(kept));
        }
        outcome.most_kept = std::max(outcome.most_kept, kept.size());
        if (parser.stage() == Stage::failed) return {parser.failure_status(), "", "", 0, 0};
        if (parser.stage() != Stage::done) continue;
        HttpRequest request = parser.take();
        outcome.status = 200;
        outcome.body = request.body;
        for (const auto& [name, value] : request.headers)
            outcome.headers += name + "=" + value + ";";
        outcome.left = kept.size() + bytes.size() - std::min(bytes.size(), at + piece);
        return outcome;
    }
    return outcome;
}

struct Strange {
    const char* why;
    std::string bytes;
    int status;  // 0: waits for more
};

void PrintTo(const Strange& strange, std::ostream* out) {
    *out << strange.why;
}

class StrangeBytes : public testing::TestWithParam<Strange> {};

TEST_P(StrangeBytes, are_judged_the_same_however_they_arrive) {
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{64}, std::size_t{1} << 20})
        EXPECT_EQ(parse(GetParam().bytes, piece).status, GetParam().status)
            << GetParam().why << " in pieces of " << piece;
}

const std::string post_head = "POST / HTTP/1.1\r\nHost: x\r\n";
const std::string chunked = post_head + "Transfer-Encoding: chunked\r\n\r\n";

std::string repeat(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

INSTANTIATE_TEST_SUITE_P(
    Framing, StrangeBytes,
    testing::Values(
        Strange{"two equal lengths", post_head + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
                400},
        Strange{"a list of lengths", post_head + "Content-Length: 1, 1\r\n\r\na", 400},
        Strange{"length with a sign", post_head + "Content-Length: +1\r\n\r\na", 400},
        Strange{"length in hex", post_head + "Content-Length: 0x1\r\n\r\na", 400},
        Strange{"empty length", post_head + "Content-Length:\r\n\r\n", 400},
        Strange{"length and identity",
                post_head + "Content-Length: 1\r\nTransfer-Encoding: identity\r\n\r\na", 400},
        Strange{"length and an empty coding",
                post_head + "Content-Length: 1\r\nTransfer-Encoding:\r\n\r\na", 400},
        Strange{"an empty coding", post_head + "Transfer-Encoding:\r\n\r\n", 501},
        Strange{
            "two codings",
            post_head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
            400},
        Strange{
            "chunked twice",
            post_head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400},
        Strange{"chunked, then something", post_head + "Transfer-Encoding: chunked, gzip\r\n\r\n",
                501},
        Strange{"a look-alike of chunked", post_head + "Transfer-Encoding: xchunked\r\n\r\n", 501},
        Strange{"a tab before chunked", post_head + "Transfer-Encoding: \tchunked\r\n\r\n0\r\n\r\n",
                200},
        Strange{"a form feed before chunked",
                post_head + "Transfer-Encoding: \x0c"
                            "chunked\r\n\r\n",
                400},
        Strange{"blank before the colon",
                post_head + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400},
        Strange{"blank before the name", post_head + " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                400},
        Strange{"folded value", post_head + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n", 400},
        Strange{"folded with a tab", post_head + "X: a\r\n\tb\r\n\r\n", 400}));

INSTANTIATE_TEST_SUITE_P(
    Chunks, StrangeBytes,
    testing::Values(
        Strange{"none", chunked + "0\r\n\r\n", 200},
        Strange{"capitals", chunked + "A\r\n0123456789\r\n0\r\n\r\n", 200},
        Strange{"zeros before the size", chunked + "0000000001\r\na\r\n0\r\n\r\n", 200},
        Strange{"an extension", chunked + "1;a=b;c=\"d;e\"\r\na\r\n0;z\r\n\r\n", 200},
        Strange{"a line end in a quote", chunked + "1;a=\"b\r\na\r\n0\r\n\"\r\n", 400},
        Strange{"an extension without an end", chunked + "1;a=" + std::string(1100, 'a'), 400},
        Strange{"an extension of the limit",
                chunked + "1;a=" + std::string(994, 'a') + "\r\na\r\n0\r\n\r\n", 200},
        Strange{"an extension too long",
                chunked + "1;a=" + std::string(1100, 'a') + "\r\na\r\n0\r\n\r\n", 400},
        Strange{"trailers too long", chunked + "0\r\n" + repeat("X: y\r\n", 200) + "\r\n", 400},
        Strange{"a size without an end", chunked + std::string(1100, '0'), 400},
        Strange{"a size too large for 64 bits", chunked + "10000000000000001\r\na", 400},
        Strange{"the largest size", chunked + "ffffffffffffffff\r\na", 413},
        Strange{"a negative size", chunked + "-1\r\na\r\n0\r\n\r\n", 400},
        Strange{"a size with a sign", chunked + "+1\r\na\r\n0\r\n\r\n", 400},
        Strange{"0x", chunked + "0x1\r\na\r\n0\r\n\r\n", 400},
        Strange{"an empty size", chunked + "\r\na\r\n0\r\n\r\n", 400},
        Strange{"a chunk longer than told", chunked + "1\r\nab\r\n0\r\n\r\n", 400},
        Strange{"a bare LF after the size", chunked + "1\na\r\n0\r\n\r\n", 400},
        Strange{"a bare LF after the chunk", chunked + "1\r\na\n0\r\n\r\n", 400},
        Strange{"a quote that stays open", chunked + "1;a=\"b\r\na\r\n0\r\n\r\n", 400},
        Strange{"an escaped quote", chunked + "1;a=\"b\\\"\"\r\na\r\n0\r\n\r\n", 200},
        Strange{"a CR in an extension", chunked + "1;a\rb\r\na\r\n0\r\n\r\n", 400},
        Strange{"a thousand chunks of one byte", chunked + repeat("1\r\na\r\n", 1000) + "0\r\n\r\n",
                200},
        Strange{"one more", chunked + repeat("1\r\na\r\n", 1001) + "0\r\n\r\n", 413},
        Strange{"more frame than body", chunked + repeat("1;abcdefgh\r\na\r\n", 700), 413},
        Strange{"trailers", chunked + "1\r\na\r\n0\r\nX: y\r\n\r\n", 200},
        Strange{"a length as a trailer", chunked + "1\r\na\r\n0\r\nContent-Length: 9\r\n\r\n", 400},
        Strange{"trailers without an end", chunked + "0\r\n" + repeat("X: y\r\n", 200), 400}));

INSTANTIATE_TEST_SUITE_P(
    Heads, StrangeBytes,
    testing::Values(
        Strange{"a bare LF", "GET / HTTP/1.1\nHost: x\n\n", 400},
        Strange{"a bare CR in a value", "GET / HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n", 400},
        Strange{"NUL in a value", "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"s, 400},
        Strange{"NUL in a name", "GET / HTTP/1.1\r\nHost: x\r\nX\0: b\r\n\r\n"s, 400},
        Strange{"NUL in the target", "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n"s, 400},
        Strange{"DEL in a value", "GET / HTTP/1.1\r\nHost: x\r\nX: a\x7f\r\n\r\n", 400},
        Strange{"no name", "GET / HTTP/1.1\r\nHost: x\r\n: b\r\n\r\n", 400},
        Strange{"no colon", "GET / HTTP/1.1\r\nHost: x\r\nX\r\n\r\n", 400},
        Strange{"a path as a host", "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n", 400},
        Strange{"a user in the host", "GET / HTTP/1.1\r\nHost: a@x\r\n\r\n", 400},
        Strange{"a host with a blank", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
        Strange{"a host that is empty", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 200},
        Strange{"an address as a host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", 200},
        Strange{"an absolute URL", "GET http://x/y HTTP/1.1\r\nHost: x\r\n\r\n", 200},
        Strange{"another scheme", "GET gopher://x/y HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Strange{"CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n", 400},
        Strange{"OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 200},
        Strange{"HTTP/1.0 without a host", "GET / HTTP/1.0\r\n\r\n", 200},
        Strange{"HTTP/1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 400},
        Strange{"HTTP/0.9", "GET /\r\n\r\n\r\n", 400},
        Strange{"small letters", "GET / http/1.1\r\nHost: x\r\n\r\n", 400},
        Strange{"two blanks", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Strange{"a fragment", "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Strange{"a lone percent", "GET /% HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Strange{"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Strange{"a hundred headers",
                "GET / HTTP/1.1\r\nHost: x\r\n" + repeat("X: yy\r\n", 100) + "\r\n", 200},
        Strange{"headers above the limit",
                "GET / HTTP/1.1\r\nHost: x\r\n" + repeat("X: yy\r\n", 150) + "\r\n", 431},
        Strange{"headers without an end", "GET / HTTP/1.1\r\n" + repeat("X: yy\r\n", 2000), 431},
        Strange{"a target without an end", "GET /" + std::string(1100, 'a'), 431},
        Strange{"half a head", "GET / HTTP/1.1\r\nHost: x\r\n", 0}));

TEST(HttpParser, a_trailer_is_no_header) {
    const HttpOutcome outcome =
        parse(chunked + "1\r\na\r\n0\r\nAuthorization: Bearer x\r\nWebhook-Id: y\r\n\r\n", 64);
    EXPECT_EQ(outcome.status, 200);
    EXPECT_EQ(outcome.body, "a");
    EXPECT_EQ(outcome.headers, "host=x;transfer-encoding=chunked;");
}

TEST(HttpParser, what_follows_a_request_is_left_for_the_next) {
    const std::string next = "GET /b HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const std::size_t piece : {std::size_t{3}, std::size_t{4096}}) {
        EXPECT_EQ(parse(post_head + "Content-Length: 2\r\n\r\nab" + next, piece).left, next.size());
        EXPECT_EQ(parse(chunked + "2\r\nab\r\n0\r\n\r\n" + next, piece).left, next.size());
        EXPECT_EQ(parse("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + next, piece).left, next.size());
    }
}

TEST(HttpParser, never_keeps_more_than_a_head_and_a_piece) {
    const HttpLimits limits;
    const std::string lines = repeat("12345678: 90123456789012345678\r\n", 4000);
    for (const std::string& endless :
         {"GET / HTTP/1.1\r\n" + lines, chunked + "1;" + std::string(200'000, 'x'),
          chunked + "0\r\n" + lines, "GET /" + std::string(200'000, 'a')})
        EXPECT_LE(parse(endless, read_chunk_bytes, limits).most_kept,
                  limits.header_bytes + read_chunk_bytes);
}

}  // namespace
}  // namespace werktdoord::test
