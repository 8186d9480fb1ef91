#include "codec/answer_link.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <charconv>

#include "base/request_number.hpp"
#include "base/split.hpp"
#include "codec/base64.hpp"
#include "codec/sha256.hpp"
#include "codec/text_check.hpp"
#include "core/names.hpp"

namespace werktdoord {

namespace {

// Signed with the content, so that nothing else that these keys may sign passes for a link.
constexpr std::string_view purpose = "werktdoord answer 1\n";
constexpr char between = '/';  // no key and no number has it
constexpr std::size_t parts_of_a_link = 6;
constexpr std::int64_t latest_expiry = 253'402'300'799;  // the end of the year 9999

std::string signature_of(std::string_view content, const std::string& key) {
    const std::string message = std::string(purpose).append(content);
    std::string mac(32, '\0');
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(message.data()), message.size(),
         reinterpret_cast<unsigned char*>(mac.data()), &size);
    return mac;
}

bool is_signed(std::string_view content, std::string_view signature, const AnswerKeys& keys) {
    bool found = false;
    for (const std::string& key : keys) {
        const std::string expected = signature_of(content, key);
        const bool same = signature.size() == expected.size() &&
                          CRYPTO_memcmp(signature.data(), expected.data(), expected.size()) == 0;
        found = found || same;
    }
    return found;
}

std::string content_of(const AnswerLink& link) {
    const auto expires = std::chrono::floor<std::chrono::seconds>(link.expires);
    std::string content = std::to_string(link.mail);
    content.append(1, between).append(link.request.text());
    content.append(1, between).append(link.region.text());
    content.append(1, between).append(name_of(link.role));
    content.append(1, between).append(link.key);
    content.append(1, between).append(std::to_string(expires.time_since_epoch().count()));
    return content;
}

std::optional<std::int64_t> number_of(std::string_view text, std::int64_t most) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (number < 0 || number > most) return std::nullopt;
    return number;
}

std::optional<AnswerLink> link_of(std::string_view content) {
    const auto parts = split(content, between);
    if (parts.size() != parts_of_a_link) return std::nullopt;
    const auto mail = number_of(parts[0], std::numeric_limits<std::int64_t>::max());
    const auto role = find_name<Role>(std::string(parts[3]));
    const auto expires = number_of(parts[5], latest_expiry);
    if (!mail || !role || !expires) return std::nullopt;
    if (!is_request_number(parts[1]) || !is_key(parts[4])) return std::nullopt;
    if (!parts[2].empty() && !is_key(parts[2])) return std::nullopt;
    return AnswerLink{*mail,
                      RequestNumber(std::string(parts[1])),
                      RegionKey(std::string(parts[2])),
                      *role,
                      std::string(parts[4]),
                      Instant(std::chrono::seconds(*expires))};
}

}  // namespace

std::string to_token(const AnswerLink& link, const AnswerKeys& keys) {
    const std::string content = content_of(link);
    return to_base64url(content) + "." + to_base64url(signature_of(content, keys.front()));
}

std::optional<AnswerLink> read_token(std::string_view token, const AnswerKeys& keys) {
    if (token.size() > answer_token_most) return std::nullopt;
    const auto dot = token.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto content = from_base64url(token.substr(0, dot));
    const auto signature = from_base64url(token.substr(dot + 1));
    if (!content || !signature || !is_signed(*content, *signature, keys)) return std::nullopt;
    // One link, one text: left-over bits and leading zeros would give it others.
    if (to_base64url(*content) + "." + to_base64url(*signature) != token) return std::nullopt;
    const auto link = link_of(*content);
    if (!link || content_of(*link) != *content) return std::nullopt;
    return link;
}

std::string link_id(std::string_view token) {
    return sha256_hex(token).substr(0, 16);
}

}  // namespace werktdoord
