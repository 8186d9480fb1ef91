#include "codec/json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <set>

namespace werktdoord {

namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 32;
constexpr std::size_t max_duplicates_told = 20;

// One open object or array on the way down to where the parser is.
struct Frame {
    bool is_object = false;
    std::set<std::string> keys;
    std::string key;
    std::size_t items = 0;
};

// Builds the value as the library's own parser does, and watches the keys meanwhile.
struct Handler {
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    using Error = json::error_code;
    using Text = json::string_view;

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }

    bool on_object_begin(Error&) { return open(true); }
    bool on_array_begin(Error&) { return open(false); }

    bool on_object_end(std::size_t size, Error&) {
        frames.pop_back();
        stack.push_object(size);
        return true;
    }

    bool on_array_end(std::size_t size, Error&) {
        frames.pop_back();
        stack.push_array(size);
        return true;
    }

    bool on_key_part(Text text, std::size_t, Error&) {
        partial_key.append(text.data(), text.size());
        stack.push_chars(text);
        return true;
    }

    bool on_key(Text text, std::size_t, Error&) {
        partial_key.append(text.data(), text.size());
        stack.push_key(text);
        frames.back().key = std::move(partial_key);
        partial_key.clear();
        if (!frames.back().keys.insert(frames.back().key).second) tell_duplicate();
        return true;
    }

    bool on_string_part(Text text, std::size_t, Error&) {
        stack.push_chars(text);
        return true;
    }

    bool on_string(Text text, std::size_t, Error&) {
        begin_value();
        stack.push_string(text);
        return true;
    }

    bool on_number_part(Text text, Error&) {
        partial_number.append(text.data(), text.size());
        return true;
    }

    bool on_int64(std::int64_t number, Text, Error&) {
        begin_value();
        stack.push_int64(number);
        return true;
    }

    bool on_uint64(std::uint64_t number, Text, Error&) {
        begin_value();
        stack.push_uint64(number);
        return true;
    }

    // Read anew from its digits: the library is off by a last bit now and then.
    bool on_double(double, Text text, Error& error) {
        partial_number.append(text.data(), text.size());
        double number = 0;
        const char* end = partial_number.data() + partial_number.size();
        const auto read = std::from_chars(partial_number.data(), end, number);
        if (read.ec != std::errc() || read.ptr != end) {
            error = json::error::exponent_overflow;
            return false;
        }
        begin_value();
        stack.push_double(number);
        return true;
    }

    bool on_bool(bool truth, Error&) {
        begin_value();
        stack.push_bool(truth);
        return true;
    }

    bool on_null(Error&) {
        begin_value();
        stack.push_null();
        return true;
    }

    bool on_comment_part(Text, Error&) { return true; }
    bool on_comment(Text, Error&) { return true; }

    json::value_stack stack;
    std::string pointer;
    Problems duplicates;

private:
    void begin_value() {
        if (!frames.empty()) ++frames.back().items;
        partial_number.clear();
    }

    bool open(bool is_object) {
        begin_value();
        frames.push_back(Frame{is_object, {}, {}, 0});
        return true;
    }

    void tell_duplicate() {
        if (duplicates.size() >= max_duplicates_told) return;
        std::string where = pointer;
        for (const Frame& frame : frames)
            where =
                frame.is_object ? pointer_to(where, frame.key) : pointer_to(where, frame.items - 1);
        duplicates.push_back({where, "this key is given twice in one object"});
    }

    std::vector<Frame> frames;
    std::string partial_key;
    std::string partial_number;
};

std::string position(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == before.npos ? 0 : start + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string meaning(const json::error_code& error) {
    if (error == json::error::too_deep)
        return "more than " + std::to_string(max_depth) + " levels deep";
    if (error == json::error::exponent_overflow) return "a number that is too large or too small";
    if (error == json::error::extra_data) return "something follows after the value";
    if (error == json::error::incomplete) return "the text ends too early";
    return error.message();
}

}  // namespace

Parsed<boost::json::value> parse_json(std::string_view text, std::string_view pointer) {
    json::parse_options options;
    options.max_depth = max_depth;
    json::basic_parser<Handler> parser(options);
    Handler& handler = parser.handler();
    handler.pointer = pointer;
    handler.stack.reset();
    json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read < text.size()) error = json::error::extra_data;
    if (!error && !parser.done()) error = json::error::incomplete;
    if (error)
        return Problems{{std::string(pointer),
                         "not valid JSON, " + position(text, read) + ": " + meaning(error)}};
    if (!handler.duplicates.empty()) return std::move(handler.duplicates);
    return handler.stack.release();
}

std::string pointer_to(std::string_view parent, std::string_view key) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string pointer_to(std::string_view parent, std::size_t index) {
    return std::string(parent) + '/' + std::to_string(index);
}

}  // namespace werktdoord
