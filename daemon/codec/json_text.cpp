#include "codec/json_text.hpp"

#include "codec/json_write.hpp"

namespace werktdoord {

// What stands before tells whether this is the first.
void JsonText::separate() {
    if (!text_.empty() && std::string_view("{[:").find(text_.back()) == std::string_view::npos)
        text_ += ',';
}

void JsonText::open(char bracket) {
    separate();
    text_ += bracket;
}

void JsonText::name(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
}

void JsonText::value(std::string_view text) {
    separate();
    write_json_string(text_, text);
}

void JsonText::value(Instant instant) {
    separate();
    text_ += '"';
    text_ += to_rfc3339(instant);
    text_ += '"';
}

void JsonText::value(bool truth) {
    separate();
    text_ += truth ? "true" : "false";
}

void JsonText::raw(std::string_view json) {
    separate();
    text_ += json;
}

void JsonText::integer(std::int64_t number) {
    separate();
    write_number(text_, number);
}

}  // namespace werktdoord
