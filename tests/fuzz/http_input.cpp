#include <optional>

#include "fuzz/inputs.hpp"
#include "fuzz/must.hpp"
#include "net/http_parser.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t body_most = 4096;

HttpLimits limits() {
    HttpLimits limits;
    limits.body_bytes = body_most;
    return limits;
}

// What became of the first request.
struct Outcome {
    HttpParser::Stage stage = HttpParser::Stage::head;
    int failure = 0;
    std::string method;
    std::string body;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Feeds as the byte loop does: what was not used up is given again with what comes after.
Outcome read_in_pieces(std::string_view bytes, std::size_t piece) {
    HttpParser parser(limits());
    std::string waiting;
    std::size_t at = 0;
    while (parser.stage() != HttpParser::Stage::done &&
           parser.stage() != HttpParser::Stage::failed) {
        const std::size_t used = parser.feed(waiting);
        must(used <= waiting.size(), "no more is used up than there is");
        waiting.erase(0, used);
        if (used > 0) continue;
        if (at >= bytes.size()) break;
        const std::string_view next = bytes.substr(at, piece);
        at += next.size();
        waiting += next;
    }
    Outcome outcome;
    outcome.stage = parser.stage();
    outcome.failure = parser.failure_status();
    if (parser.stage() == HttpParser::Stage::failed) {
        must(outcome.failure >= 400 && outcome.failure < 600, "a failure has a status");
        must(!parser.failure_text().empty(), "a failure has a text");
    }
    if (parser.stage() != HttpParser::Stage::done) return outcome;
    const HttpRequest request = parser.take();
    must(request.body.size() <= body_most, "no body is longer than allowed");
    outcome.method = request.method;
    outcome.body = request.body;
    return outcome;
}

}  // namespace

void feed_http(std::string_view input) {
    if (input.empty()) return;
    const std::size_t piece = 1 + static_cast<unsigned char>(input.front());
    const std::string_view bytes = input.substr(1);
    const Outcome whole = read_in_pieces(bytes, bytes.size() + 1);
    const Outcome pieces = read_in_pieces(bytes, piece);
    if (whole.stage == HttpParser::Stage::failed) return;
    // A head that can come to nothing may be refused before its end is there, or only then.
    if (whole.stage == HttpParser::Stage::head && pieces.stage == HttpParser::Stage::failed) return;
    must(pieces == whole, "it does not matter in what pieces the bytes come");
}

}  // namespace werktdoord
