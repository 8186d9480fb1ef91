#include "codec/email_address.hpp"

#include <algorithm>

#include "base/trimmed.hpp"
#include "codec/email_syntax.hpp"

namespace werktdoord {

bool is_email_address(std::string_view text) {
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii && !email_fault(text);
}

std::optional<Mailbox> parse_mailbox(std::string_view text) {
    const auto open = text.find('<');
    if (open == std::string_view::npos) {
        if (!is_email_address(text)) return std::nullopt;
        return Mailbox{"", std::string(text)};
    }
    const std::string_view address = text.substr(open + 1);
    if (!address.ends_with('>') || !is_email_address(address.substr(0, address.size() - 1)))
        return std::nullopt;
    return Mailbox{std::string(trimmed(text.substr(0, open))),
                   std::string(address.substr(0, address.size() - 1))};
}

}  // namespace werktdoord
