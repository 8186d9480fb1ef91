#include "codec/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace werktdoord {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::uint32_t byte_or_zero(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::uint32_t three = byte_or_zero(bytes, at) << 16 |
                                    byte_or_zero(bytes, at + 1) << 8 | byte_or_zero(bytes, at + 2);
        text += alphabet[three >> 18];
        text += alphabet[three >> 12 & 63];
        text += at + 1 < bytes.size() ? alphabet[three >> 6 & 63] : '=';
        text += at + 2 < bytes.size() ? alphabet[three & 63] : '=';
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    const std::size_t padding = text.size() - (text.find_last_not_of('=') + 1);
    if (padding > 0 && (padding > 2 || text.size() % 4 != 0)) return std::nullopt;
    text.remove_suffix(padding);
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == alphabet.npos) return std::nullopt;
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xffffU;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> held & 0xffU);
    }
    return bytes;
}

std::string to_base64url(std::string_view bytes) {
    std::string text = to_base64(bytes);
    text.resize(text.find_last_not_of('=') + 1);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.find_first_of("+/=") != std::string_view::npos) return std::nullopt;
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '-', '+');
    std::replace(plain.begin(), plain.end(), '_', '/');
    return from_base64(plain);
}

}  // namespace werktdoord
