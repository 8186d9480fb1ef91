// Salts of the journal from the random generator of OpenSSL.
#pragma once

#include <array>
#include <cstddef>

#include "codec/journal.hpp"

namespace werktdoord {

// Throws std::runtime_error when the system has no randomness: nothing may be stored then.
class SystemSalts final : public SaltSource {
public:
    Salt salt(std::int64_t seq, Member member) override;

private:
    // Drawn ahead: asking for each costs as much as its line of the journal.
    std::array<Salt, 64> drawn_{};
    std::size_t left_ = 0;
};

}  // namespace werktdoord
