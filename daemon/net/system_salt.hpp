// Salts of the journal from the random generator of OpenSSL.
#pragma once

#include "codec/journal.hpp"

namespace werktdoord {

// Throws std::runtime_error when the system has no randomness: nothing may be stored then.
class SystemSalts final : public SaltSource {
public:
    Salt salt(std::int64_t seq, Member member) override;
};

}  // namespace werktdoord
