#include "codec/sha256.hpp"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

namespace werktdoord {

namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// To look the algorithm up for every text costs more than to hash a short one.
EVP_MD_CTX* begun() {
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    if (EVP_DigestInit_ex2(context.get(), algorithm, nullptr) != 1)
        throw std::runtime_error("the system has no SHA-256");
    return context.get();
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
    return sha256({bytes});
}

Sha256 sha256(std::initializer_list<std::string_view> parts) {
    EVP_MD_CTX* const context = begun();
    for (const std::string_view part : parts) EVP_DigestUpdate(context, part.data(), part.size());
    Sha256 digest;
    EVP_DigestFinal_ex(context, digest.data(), nullptr);
    return digest;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex(bytes.size() * 2, '0');
    auto out = hex.begin();
    for (const std::uint8_t byte : bytes) {
        *out++ = digits[byte >> 4];
        *out++ = digits[byte & 15];
    }
    return hex;
}

std::string sha256_hex(std::string_view bytes) {
    return to_hex(sha256(bytes));
}

}  // namespace werktdoord
