#include "codec/html_text.hpp"

#include "codec/clean_text.hpp"

namespace werktdoord {

std::string escape_html(const std::string& value) {
    std::string out;
    for (const char c : clean_text(value)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace werktdoord
