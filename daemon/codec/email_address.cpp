#include "codec/email_address.hpp"

#include <idn2.h>

#include <algorithm>
#include <memory>

#include "base/trimmed.hpp"
#include "codec/email_syntax.hpp"

namespace werktdoord {

bool is_email_address(std::string_view text) {
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii && !email_fault(text);
}

std::optional<std::string> ascii_address(const std::string& address) {
    if (is_email_address(address)) return address;
    const std::size_t at = address.find('@');
    if (email_fault(address) || at == std::string::npos) return std::nullopt;
    char* made = nullptr;
    const int result =
        idn2_to_ascii_8z(address.c_str() + at + 1, &made, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const std::unique_ptr<char, void (*)(void*)> domain(made, &idn2_free);
    if (result != IDN2_OK) return std::nullopt;
    // What was mapped may be more than a name: a wide ">" becomes one.
    std::string ascii = address.substr(0, at + 1) + domain.get();
    if (!is_email_address(ascii)) return std::nullopt;
    return ascii;
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
