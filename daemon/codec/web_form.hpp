// What a browser posts: application/x-www-form-urlencoded (WHATWG URL, section 5), read strictly.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace werktdoord {

// Fields in the order sent; a box that is ticked among others comes once for each.
class WebForm {
public:
    WebForm() = default;
    explicit WebForm(std::vector<std::pair<std::string, std::string>> fields)
        : fields_(std::move(fields)) {}

    // The first value of a field; empty when it was not sent.
    std::string first(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
    bool has(std::string_view name, std::string_view value) const;
    bool empty() const { return fields_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

// Nothing for a broken percent sign, bytes that are not UTF-8, NUL, or more than 200 fields. Line
// ends become LF.
std::optional<WebForm> read_web_form(std::string_view body);

}  // namespace werktdoord
