#include "codec/rules_files.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace werktdoord {

std::optional<SourceText> RulesFiles::read(const std::string& name, Need need) {
    const std::filesystem::path path = folder_ / name;
    std::error_code failure;
    if (need == Need::may_lack && !std::filesystem::exists(path, failure) && !failure)
        return std::nullopt;
    auto source = read_source(path);
    if (!source) {
        findings_.push_back({Finding::Severity::error, source.error()});
        return std::nullopt;
    }
    read_so_far_ += name + '\n' + std::to_string(source->bytes.size()) + '\n' + source->bytes;
    return std::move(*source);
}

std::unique_ptr<const YamlDocument> RulesFiles::read_yaml(const std::string& name, Need need) {
    auto source = read(name, need);
    return source ? parse_yaml(std::move(*source), findings_) : nullptr;
}

std::string RulesFiles::hash() const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(read_so_far_.data(), read_so_far_.size(), digest.data(), &size, EVP_sha256(),
                   nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 0x0FU];
    }
    return text;
}

}  // namespace werktdoord
