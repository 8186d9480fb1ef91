// The body of POST /v1/intake: our envelope, or a structured CloudEvent of the NL GOV profile.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "core/model.hpp"

namespace werktdoord {

enum class IntakeFormat { envelope, cloud_event };

// What a Content-Type announces: application/json or application/cloudevents+json, in any case,
// with no charset but UTF-8. Nothing for any other: 415.
std::optional<IntakeFormat> intake_format(std::string_view content_type);

// Reads a request out of its envelope (contract section 4). A CloudEvent has specversion 1.0, the
// type nl.nlwerktdoor.request.submitted.v1, a source, and an id that equals `webhook_id`.
// Fails with every problem at once, each with its JSON pointer. Other members of the envelope are
// not looked at; of a CloudEvent they must be named as attributes are (CloudEvents 1.0 section 3).
Parsed<RequestData> read_intake_body(IntakeFormat format, std::string_view body,
                                     std::string_view webhook_id);

}  // namespace werktdoord
