// Answer links: the signed, expiring tokens by which a reader of a mail answers without an account.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/key.hpp"
#include "core/role.hpp"

namespace werktdoord {

// What a link was made for; it is good for nothing else.
struct AnswerLink {
    std::int64_t mail = 0;  // of the outbox: where a fresh link goes to
    RequestNumber request;
    RegionKey region;  // of the referral; empty: the request as a whole
    Role role = Role::owner;
    std::string key;  // of the person or desk in that role: anna, midden-brabant, wsp-heuvelland
    Instant expires;  // whole seconds
    friend bool operator==(const AnswerLink&, const AnswerLink&) = default;
};

// The first key signs, all of them verify: a key is replaced by putting the new one in front and
// taking the old one out when its last link has expired.
using AnswerKeys = std::vector<std::string>;

// A key shorter than this can be guessed from one link.
inline constexpr std::size_t answer_key_least = 32;

// No link of ours is longer; keys of rules have 100 characters at most.
inline constexpr std::size_t answer_token_most = 600;

// base64url(content) "." base64url(HMAC-SHA256), without padding: letters, digits, `-`, `_` and one
// dot. The same link gives the same token. REQUIRES: at least one key.
std::string to_token(const AnswerLink& link, const AnswerKeys& keys);

// Nothing for any text that to_token() with one of the keys does not give, letter by letter; the
// comparison takes the same time wherever a signature differs. Whether it has expired is the
// caller's to see: an expired link can still ask for a fresh one.
std::optional<AnswerLink> read_token(std::string_view token, const AnswerKeys& keys);

// What the journal calls a link: 16 hexadecimal digits from which the token cannot be had.
std::string link_id(std::string_view token);

}  // namespace werktdoord
