#include "codec/media_type.hpp"

#include "base/ascii.hpp"
#include "base/trimmed.hpp"

namespace werktdoord {

std::string lower_trimmed(std::string_view text) {
    return lower_case(trimmed(text, " \t"));
}

std::string media_type(std::string_view content_type) {
    return lower_trimmed(content_type.substr(0, content_type.find(';')));
}

}  // namespace werktdoord
