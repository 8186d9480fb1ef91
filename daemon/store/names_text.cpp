#include "store/names_text.hpp"

#include <string>

#include "base/ascii.hpp"
#include "core/fold.hpp"

namespace werktdoord {
namespace {

bool begins_at(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    const bool escape = at > 1 && text[at - 2] == '\\' &&
                        std::string_view("nrtbf").find(before) != std::string_view::npos;
    return escape || !(is_of_a_word(before) ||
                       std::string_view("._%+-").find(before) != std::string_view::npos);
}

bool ends_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    if (text[at] == '.' || text[at] == '-')
        return at + 1 >= text.size() || !is_of_a_word(text[at + 1]);
    return !is_of_a_word(text[at]);
}

}  // namespace

bool names_text(std::string_view text, std::string_view name) {
    if (name.empty()) return false;
    // Both keep their places: an escape before the name is seen in the text as it is kept.
    const std::string lower = lower_letters(text);
    const std::string looked_for = lower_letters(name);
    for (std::size_t at = lower.find(looked_for); at != lower.npos;
         at = lower.find(looked_for, at + 1))
        if (begins_at(text, at) && ends_at(text, at + name.size())) return true;
    return false;
}

}  // namespace werktdoord
