#include "codec/intake_body.hpp"
#include "codec/json.hpp"
#include "codec/request_json.hpp"
#include "fuzz/inputs.hpp"
#include "fuzz/must.hpp"

namespace werktdoord {

namespace {

void check_problems(const Problems& problems) {
    must(!problems.empty(), "a refusal has a problem");
    for (const Problem& problem : problems) {
        must(problem.where.empty() || problem.where.front() == '/', "a problem has a JSON pointer");
        must(!problem.text.empty(), "a problem has a text");
        must(problem.text.find('\n') == std::string::npos, "a problem stands on one line");
    }
}

}  // namespace

void feed_request(std::string_view input) {
    if (input.empty()) return;
    const auto format =
        (input.front() & 1) == 0 ? IntakeFormat::envelope : IntakeFormat::cloud_event;
    const auto read = read_intake_body(format, input.substr(1), "msg-1");
    if (!read) return check_problems(read.error());
    must(parse_json(read->document).has_value(), "what is kept is JSON");
    const auto again = read_request_text(read->document);
    must(again.has_value(), "what is kept can be read as it came");
    must(*again == *read, "what is kept says the same");
    must(read_stored_document(read->document).has_value(), "what is stored can be read");
}

}  // namespace werktdoord
