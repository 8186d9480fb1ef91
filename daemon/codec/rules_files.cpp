#include "codec/rules_files.hpp"

#include <system_error>

#include "codec/sha256.hpp"

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
    return sha256_hex(read_so_far_);
}

}  // namespace werktdoord
