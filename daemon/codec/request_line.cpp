#include "codec/request_line.hpp"

#include <boost/json/object.hpp>

#include "codec/json.hpp"
#include "codec/json_fields.hpp"
#include "codec/request_json.hpp"

namespace werktdoord {

namespace {

Parsed<RequestLine> read_submission(const boost::json::object& object,
                                    const boost::json::value& data) {
    Problems problems;
    RequestLine line;
    line.at = JsonFields(object, {}, problems).instant("timestamp");
    Parsed<RequestData> read = read_request_data(data);
    if (read) {
        line.data = std::move(*read);
    } else {
        const Problems more = read.error();
        problems.insert(problems.end(), more.begin(), more.end());
    }
    if (!problems.empty()) return problems;
    return line;
}

}  // namespace

Parsed<RequestLine> read_request_line(std::string_view text) {
    const Parsed<boost::json::value> value = parse_json(text);
    if (!value) return value.error();
    const boost::json::object* object = value->if_object();
    const boost::json::value* data = object == nullptr ? nullptr : object->if_contains("data");
    if (data != nullptr && object->contains("type")) return read_submission(*object, *data);
    Parsed<RequestData> read = read_request_data(*value, "");
    if (!read) return read.error();
    return RequestLine{std::move(*read), std::nullopt};
}

}  // namespace werktdoord
