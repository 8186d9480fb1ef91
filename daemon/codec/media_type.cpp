#include "codec/media_type.hpp"

#include "base/trimmed.hpp"

namespace werktdoord {

std::string lower_trimmed(std::string_view text) {
    std::string lower(trimmed(text, " \t"));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string media_type(std::string_view content_type) {
    return lower_trimmed(content_type.substr(0, content_type.find(';')));
}

}  // namespace werktdoord
