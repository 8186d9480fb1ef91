// Standard Webhooks 1.0.0: signing and verifying what comes in at the intake.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "core/names.hpp"

namespace werktdoord {

// A key to sign or verify with: an HMAC secret (scheme v1) or an Ed25519 public key (v1a).
struct Secret {
    enum class Scheme { hmac, ed25519 };
    Scheme scheme = Scheme::hmac;
    std::string bytes;
};

// Reads "whsec_" + base64 (the prefix may be absent), padded or not, of 24 to 64 bytes; or
// "whpk_" + base64 of a 32-byte Ed25519 public key. The text of a failure never holds the secret.
Result<Secret> parse_secret(std::string_view text);

// The three headers; nothing for one that was not sent.
struct WebhookHeaders {
    std::optional<std::string_view> id;
    std::optional<std::string_view> timestamp;
    std::optional<std::string_view> signature;
};

// Why a webhook was accepted or not: for the log and the metrics, never for the sender.
enum class Verdict {
    ok,
    missing_header,
    bad_id,
    bad_timestamp,
    timestamp_too_old,
    timestamp_too_new,
    header_too_long,
    too_many_signatures,
    no_match,
};

// Verifies the bytes as received. The id is 1 to 256 printable ASCII characters without a dot, the
// timestamp 1 to 12 digits and at most `tolerance` away from `now` either way, the signature header
// at most 1 kB with at most 8 signatures. One signature by one secret suffices; versions that no
// secret has are skipped. Comparison takes the same time wherever a signature differs.
Verdict verify(const WebhookHeaders& headers, std::string_view body,
               std::span<const Secret> secrets, Instant now, std::chrono::seconds tolerance);

// The `webhook-signature` of a body: "v1,<base64>". `timestamp` is the text of that header.
// REQUIRES: an HMAC secret.
std::string sign(std::string_view id, std::string_view timestamp, std::string_view body,
                 const Secret& secret);

template <>
struct Names<Verdict> {
    static constexpr std::array<std::pair<Verdict, std::string_view>, 9> table{
        {{Verdict::ok, "ok"},
         {Verdict::missing_header, "missing_header"},
         {Verdict::bad_id, "bad_id"},
         {Verdict::bad_timestamp, "bad_timestamp"},
         {Verdict::timestamp_too_old, "timestamp_too_old"},
         {Verdict::timestamp_too_new, "timestamp_too_new"},
         {Verdict::header_too_long, "header_too_long"},
         {Verdict::too_many_signatures, "too_many_signatures"},
         {Verdict::no_match, "no_match"}}};
};

}  // namespace werktdoord
