// Lines of the journal: an event as JSON with its salted digests (contract section 7).
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/catalogue.hpp"
#include "core/event.hpp"

namespace werktdoord {

using Salt = std::array<std::uint8_t, 16>;

// Where the salt of a personal member comes from. Not shared between threads.
class SaltSource {
public:
    virtual ~SaltSource() = default;
    virtual Salt salt(std::int64_t seq, Member member) = 0;
};

// For simulations, where the same input gives the same bytes: the first 16 bytes of the SHA-256 of
// "seq:<seq>:<JSON name of the member>".
class SeqSalts : public SaltSource {
public:
    Salt salt(std::int64_t seq, Member member) override;
};

struct JournalText {
    std::string line;      // without its hash
    std::string personal;  // {"note":{"salt":"<hex>","text":"…"}}; empty: nothing personal
};

// Members in the order seq, at, event, request, region, then those of the catalogue; absent ones
// are left out. A personal member enters as "sha256:<hex of SHA-256 over salt bytes and text>".
JournalText journal_line(std::int64_t seq, const Event& event, SaltSource& salts);

// "sha256:<hex>" of a personal text.
std::string personal_digest(const Salt& salt, std::string_view text);

}  // namespace werktdoord
