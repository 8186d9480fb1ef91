#include "codec/webhook.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

#include "codec/base64.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t max_id = 256;
constexpr std::size_t max_header = 1024;
constexpr std::size_t max_signatures = 8;
constexpr std::size_t max_timestamp_digits = 12;
constexpr std::size_t ed25519_key_bytes = 32;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string signed_content(std::string_view id, std::string_view timestamp, std::string_view body) {
    std::string content;
    content.reserve(id.size() + timestamp.size() + body.size() + 2);
    content.append(id).append(1, '.').append(timestamp).append(1, '.').append(body);
    return content;
}

std::string hmac_sha256(std::string_view key, std::string_view content) {
    std::string mac(32, '\0');
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(content), content.size(),
         reinterpret_cast<unsigned char*>(mac.data()), &size);
    return mac;
}

bool ed25519_matches(std::string_view key, std::string_view content, std::string_view signature) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> public_key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(key), key.size()),
        &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    if (!public_key || !context) return false;
    if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, public_key.get()) != 1)
        return false;
    return EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(content),
                            content.size()) == 1;
}

bool matches_secret(const Secret& secret, std::string_view version, std::string_view signature,
                    std::string_view content) {
    if (secret.scheme == Secret::Scheme::ed25519)
        return version == "v1a" && ed25519_matches(secret.bytes, content, signature);
    if (version != "v1") return false;
    const std::string mac = hmac_sha256(secret.bytes, content);
    return signature.size() == mac.size() &&
           CRYPTO_memcmp(signature.data(), mac.data(), mac.size()) == 0;
}

std::vector<std::string_view> split_by_space(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool is_webhook_id(std::string_view id) {
    return id.size() <= max_id && std::all_of(id.begin(), id.end(), [](char c) {
               return c > ' ' && c <= '~' && c != '.';
           });
}

Verdict check_timestamp(std::string_view text, Instant now, std::chrono::seconds tolerance) {
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.size() > max_timestamp_digits) return Verdict::bad_timestamp;
    long long seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    const std::chrono::sys_seconds sent{std::chrono::seconds(seconds)};
    const auto today = std::chrono::floor<std::chrono::seconds>(now);
    if (today - sent > tolerance) return Verdict::timestamp_too_old;
    if (sent - today > tolerance) return Verdict::timestamp_too_new;
    return Verdict::ok;
}

bool any_matches(std::string_view entry, std::span<const Secret> secrets,
                 std::string_view content) {
    const std::size_t comma = entry.find(',');
    if (comma == entry.npos) return false;
    const auto signature = from_base64(entry.substr(comma + 1));
    if (!signature) return false;
    bool found = false;
    for (const Secret& secret : secrets)
        found |= matches_secret(secret, entry.substr(0, comma), *signature, content);
    return found;
}

}  // namespace

Result<Secret> parse_secret(std::string_view text) {
    constexpr std::string_view hmac_prefix = "whsec_";
    constexpr std::string_view ed25519_prefix = "whpk_";
    Secret secret;
    if (text.starts_with(ed25519_prefix)) {
        secret.scheme = Secret::Scheme::ed25519;
        text.remove_prefix(ed25519_prefix.size());
    } else if (text.starts_with(hmac_prefix)) {
        text.remove_prefix(hmac_prefix.size());
    }
    if (text.empty()) return Problem{"", "the secret is empty"};
    auto bytes = from_base64(text);
    if (!bytes) return Problem{"", "the secret is not base64 (expected whsec_ and base64)"};
    secret.bytes = std::move(*bytes);
    const std::size_t size = secret.bytes.size();
    if (secret.scheme == Secret::Scheme::ed25519 && size != ed25519_key_bytes)
        return Problem{"", "the public key has " + std::to_string(size) + " bytes, expected 32"};
    if (secret.scheme == Secret::Scheme::hmac && (size < 24 || size > 64))
        return Problem{"", "the secret has " + std::to_string(size) + " bytes, expected 24 to 64"};
    return secret;
}

Verdict verify(const WebhookHeaders& headers, std::string_view body,
               std::span<const Secret> secrets, Instant now, std::chrono::seconds tolerance) {
    const auto given = [](const auto& header) { return header && !header->empty(); };
    if (!given(headers.id) || !given(headers.timestamp) || !given(headers.signature))
        return Verdict::missing_header;
    if (!is_webhook_id(*headers.id)) return Verdict::bad_id;
    if (const Verdict verdict = check_timestamp(*headers.timestamp, now, tolerance);
        verdict != Verdict::ok)
        return verdict;
    if (headers.signature->size() > max_header) return Verdict::header_too_long;
    const auto entries = split_by_space(*headers.signature);
    if (entries.size() > max_signatures) return Verdict::too_many_signatures;
    const std::string content = signed_content(*headers.id, *headers.timestamp, body);
    bool found = false;
    for (const std::string_view entry : entries) found |= any_matches(entry, secrets, content);
    return found ? Verdict::ok : Verdict::no_match;
}

std::string sign(std::string_view id, std::string_view timestamp, std::string_view body,
                 const Secret& secret) {
    return "v1," + to_base64(hmac_sha256(secret.bytes, signed_content(id, timestamp, body)));
}

}  // namespace werktdoord
