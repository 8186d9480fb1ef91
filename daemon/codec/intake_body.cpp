#include "codec/intake_body.hpp"

#include <algorithm>

#include "codec/json.hpp"
#include "codec/json_fields.hpp"
#include "codec/media_type.hpp"
#include "codec/request_json.hpp"

namespace werktdoord {

namespace {

constexpr std::string_view envelope_type = "request.submitted";
constexpr std::string_view cloud_event_type = "nl.nlwerktdoor.request.submitted.v1";
constexpr std::size_t max_attribute = 1000;

// Only UTF-8 is read; other parameters do not matter.
bool charset_is_right(std::string_view parameters) {
    while (!parameters.empty()) {
        const std::size_t end = std::min(parameters.find(';'), parameters.size());
        const std::string parameter = lower_trimmed(parameters.substr(0, end));
        if (parameter.starts_with("charset=") && parameter != "charset=utf-8" &&
            parameter != "charset=\"utf-8\"")
            return false;
        parameters.remove_prefix(std::min(end + 1, parameters.size()));
    }
    return true;
}

bool is_json_media_type(std::string_view text) {
    const std::string type = media_type(text);
    return type == "application/json" || type.ends_with("+json");
}

void check_type(JsonFields& fields, std::string_view expected) {
    const std::string type = fields.line("type", max_attribute, Need::required);
    if (!type.empty() && type != expected)
        fields.problem("type", "must be " + std::string(expected));
}

void check_envelope(JsonFields& fields) {
    check_type(fields, envelope_type);
    fields.instant("timestamp");
}

void check_attribute_names(const boost::json::object& event, JsonFields& fields) {
    for (const auto& member : event) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name == "data_base64") continue;
        const bool fits = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        });
        if (!fits) fields.problem(name, "names of attributes have only a-z and 0-9");
    }
}

void check_cloud_event(const boost::json::object& event, JsonFields& fields,
                       std::string_view webhook_id) {
    const std::string version = fields.line("specversion", max_attribute, Need::required);
    if (!version.empty() && version != "1.0") fields.problem("specversion", "must be 1.0");
    check_type(fields, cloud_event_type);
    fields.line("source", max_attribute, Need::required);
    const std::string id = fields.line("id", max_attribute, Need::required);
    if (!id.empty() && id != webhook_id) fields.problem("id", "must equal the webhook-id header");
    fields.instant("time");
    const std::string type = fields.line("datacontenttype", max_attribute);
    if (!type.empty() && !is_json_media_type(type))
        fields.problem("datacontenttype", "must be application/json");
    if (fields.find("data_base64") != nullptr)
        fields.problem("data_base64", "is not read here: send data as JSON");
    check_attribute_names(event, fields);
}

}  // namespace

std::optional<IntakeFormat> intake_format(std::string_view content_type) {
    const std::size_t semicolon = content_type.find(';');
    const std::string type = media_type(content_type);
    if (semicolon != content_type.npos && !charset_is_right(content_type.substr(semicolon + 1)))
        return std::nullopt;
    if (type == "application/json") return IntakeFormat::envelope;
    if (type == "application/cloudevents+json") return IntakeFormat::cloud_event;
    return std::nullopt;
}

Parsed<RequestData> read_intake_body(IntakeFormat format, std::string_view body,
                                     std::string_view webhook_id) {
    const auto value = parse_json(body);
    if (!value) return value.error();
    const auto* event = value->if_object();
    if (event == nullptr) return Problems{{"", "must be an object with type and data"}};
    Problems problems;
    JsonFields fields(*event, {}, problems);
    if (format == IntakeFormat::envelope)
        check_envelope(fields);
    else
        check_cloud_event(*event, fields, webhook_id);
    if (fields.find("data") == nullptr) {
        fields.problem("data", "is required");
        return problems;
    }
    auto data = read_request_data(*fields.find("data"), "/data");
    if (!data)
        for (const Problem& problem : data.error()) problems.push_back(problem);
    if (!problems.empty()) return problems;
    return data;
}

}  // namespace werktdoord
