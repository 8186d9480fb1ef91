#include "net/system_salt.hpp"

#include <openssl/rand.h>

#include <stdexcept>

namespace werktdoord {

Salt SystemSalts::salt(std::int64_t, Member) {
    Salt salt{};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1)
        throw std::runtime_error("the system gives no random bytes");
    return salt;
}

}  // namespace werktdoord
