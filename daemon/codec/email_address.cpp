#include "codec/email_address.hpp"

#include <algorithm>

#include "base/trimmed.hpp"

namespace werktdoord {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_part(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+/=?^_`{|}~-.";
    if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
    if (text.find("..") != std::string_view::npos) return false;
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return is_letter_or_digit(c) || marks.find(c) != std::string_view::npos;
    });
}

bool is_label(std::string_view text) {
    if (text.empty() || text.size() > 63 || text.front() == '-' || text.back() == '-') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
    std::size_t labels = 0;
    while (true) {
        const auto dot = text.find('.');
        if (!is_label(text.substr(0, dot))) return false;
        ++labels;
        if (dot == std::string_view::npos) return labels > 1;
        text.remove_prefix(dot + 1);
    }
}

}  // namespace

bool is_email_address(std::string_view text) {
    const auto at = text.rfind('@');
    if (at == std::string_view::npos || text.size() > 254) return false;
    return is_local_part(text.substr(0, at)) && is_domain(text.substr(at + 1));
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
