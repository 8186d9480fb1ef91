#include "net/system_salt.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <stdexcept>

namespace werktdoord {

Salt SystemSalts::salt(std::int64_t, Member) {
    if (left_ == 0) {
        auto* const bytes = reinterpret_cast<unsigned char*>(drawn_.data());
        if (RAND_bytes(bytes, static_cast<int>(sizeof drawn_)) != 1)
            throw std::runtime_error("the system gives no random bytes");
        left_ = drawn_.size();
    }
    Salt& next = drawn_[--left_];
    const Salt salt = next;
    // Who is forgotten is so because no copy of the salt is left.
    OPENSSL_cleanse(next.data(), next.size());
    return salt;
}

}  // namespace werktdoord
