#include "codec/past_decisions.hpp"

#include "codec/journal_personal.hpp"
#include "codec/json.hpp"
#include "codec/json_fields.hpp"
#include "codec/request_json.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t journal_size_max = 1'000'000;

PastDecision read_decision(JsonFields& fields) {
    PastDecision decision;
    decision.at = fields.instant("at").value_or(Instant{});
    decision.reason = fields.line("reason", journal_size_max);
    decision.rules_hash = fields.line("rulesHash", journal_size_max);
    decision.rules = fields.lines("rules", journal_size_max, journal_size_max);
    decision.regions = fields.lines("regions", journal_size_max, journal_size_max);
    decision.policy = fields.line("policy", journal_size_max);
    decision.why = fields.lines("why", journal_size_max, journal_size_max);
    return decision;
}

// Where personal data was erased a digest stands in its place.
std::optional<std::string> document_in(JsonFields& fields) {
    std::string text = fields.text("data", journal_size_max);
    if (text.starts_with("{")) return text;
    return std::nullopt;
}

std::optional<RequestData> data_in(const std::optional<std::string>& document) {
    if (!document) return std::nullopt;
    Parsed<RequestData> data = read_stored_document(*document);
    if (!data) return std::nullopt;
    return std::move(*data);
}

}  // namespace

Result<void> PastDecisions::add(std::string_view line, std::string_view personal) {
    const Parsed<std::string> shown = with_personal(line, personal);
    const Parsed<boost::json::value> value = shown ? parse_json(*shown) : shown.error();
    if (!value || !value->is_object()) return Problem{"", "is no line of a journal"};
    Problems problems;
    JsonFields fields(value->get_object(), {}, problems);
    const std::string event = fields.line("event", journal_size_max);
    if (event == "request.registered") {
        document_ = document_in(fields);
    } else if (event == "request.amended" && document_) {
        const auto patch = document_in(fields);
        const auto amended = patch ? amend_document(*document_, *patch) : Problems{};
        document_ = amended ? std::optional(*amended) : std::nullopt;
    } else if (event == "request.routed" || event == "request.unroutable") {
        decisions_.push_back(read_decision(fields));
        decisions_.back().data = data_in(document_);
    }
    if (!problems.empty()) return Problem{"", problems.front().where + " " + problems.front().text};
    return {};
}

}  // namespace werktdoord
