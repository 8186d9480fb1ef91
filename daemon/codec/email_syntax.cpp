#include "codec/email_syntax.hpp"

#include <algorithm>

#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// RFC 5322 atext.
bool is_local_char(char c) {
    return is_alphanumeric(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_local_part(std::string_view local) {
    if (local.empty() || local.front() == '.' || local.back() == '.') return false;
    if (local.find("..") != local.npos) return false;
    return std::all_of(local.begin(), local.end(),
                       [](char c) { return c == '.' || is_local_char(c); });
}

bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_domain(std::string_view domain) {
    if (domain.find('.') == domain.npos) return false;
    while (true) {
        const std::size_t dot = domain.find('.');
        if (!is_label(domain.substr(0, dot))) return false;
        if (dot == domain.npos) return true;
        domain.remove_prefix(dot + 1);
    }
}

}  // namespace

std::optional<std::string> email_fault(std::string_view address) {
    if (has_control_character(address)) return "must not hold control characters";
    if (address.size() > 254) return "is longer than 254 bytes";
    const std::size_t at = address.find('@');
    if (at == address.npos || at != address.rfind('@'))
        return "is no e-mail address: expected one @";
    if (at > 64) return "has more than 64 bytes before the @";
    if (!is_local_part(address.substr(0, at)))
        return "is no e-mail address: the part before the @ is not right";
    if (!is_domain(address.substr(at + 1)))
        return "is no e-mail address: the part after the @ is no domain name";
    return std::nullopt;
}

}  // namespace werktdoord
