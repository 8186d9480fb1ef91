#include "codec/stimuli.hpp"

#include <boost/json/object.hpp>

#include "base/listed.hpp"
#include "codec/event_body.hpp"
#include "codec/json.hpp"
#include "codec/request_json.hpp"

namespace werktdoord {

namespace {

std::string to_reason(const Problems& problems) {
    return joined(problems, "; ",
                  [](const Problem& problem) { return problem.where + ": " + problem.text; });
}

std::string text_member(const boost::json::object& line, std::string_view name) {
    const boost::json::value* value = line.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    return std::string(value->get_string());
}

Stimulus submitted(const boost::json::object& line, Instant at) {
    const std::string as = text_member(line, "as");
    const Parsed<RequestData> data = read_request_data(*line.if_contains("submit"), "/submit");
    if (!data) return {at, Stimulus::Invalid{as, to_reason(data.error())}};
    return {at, Stimulus::Submitted{*data, as}};
}

Stimulus recorded(const boost::json::object& line, Instant at) {
    const std::string request = text_member(line, "request");
    const Parsed<Event> draft = read_event_stimulus(line);
    if (!draft) return {at, Stimulus::Invalid{request, to_reason(draft.error())}};
    return {at, Stimulus::Recorded{request, *draft}};
}

// What follows from a stimulus must still have an instant that can be written: four digits a year.
constexpr Instant end_of_stories{
    std::chrono::sys_days(std::chrono::year(9001) / std::chrono::January / 1)};

Parsed<Stimulus> read_line(std::string_view text) {
    const Parsed<boost::json::value> value = parse_json(text);
    if (!value) return value.error();
    const boost::json::object* line = value->if_object();
    if (line == nullptr) return Problems{{"", "not a JSON object"}};
    const Result<Instant> at = parse_rfc3339(text_member(*line, "at"));
    if (!at) return Problems{{"/at", "is not an RFC 3339 instant"}};
    if (*at >= end_of_stories) return Problems{{"/at", "lies after the year 9000"}};
    if (line->contains("submit")) return submitted(*line, *at);
    if (line->contains("event")) return recorded(*line, *at);
    return Problems{{"", "has neither 'submit' nor 'event'"}};
}

}  // namespace

Parsed<std::vector<Stimulus>> read_stimuli(std::string_view lines) {
    std::vector<Stimulus> stimuli;
    Problems problems;
    for (std::size_t number = 1; !lines.empty(); ++number) {
        const std::size_t end = lines.find('\n');
        const std::string_view text = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        Parsed<Stimulus> stimulus = read_line(text);
        if (stimulus) {
            stimuli.push_back(std::move(*stimulus));
            continue;
        }
        for (const Problem& problem : stimulus.error())
            problems.push_back({std::to_string(number), problem.where.empty()
                                                            ? problem.text
                                                            : problem.where + ": " + problem.text});
    }
    if (!problems.empty()) return problems;
    return stimuli;
}

}  // namespace werktdoord
