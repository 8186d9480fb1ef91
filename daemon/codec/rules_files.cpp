#include "codec/rules_files.hpp"

#include <algorithm>
#include <system_error>

#include "codec/sha256.hpp"

namespace werktdoord {

const RulesFile* RulesFiles::kept(const std::string& name) const {
    const auto file = std::find_if(kept_->begin(), kept_->end(),
                                   [&](const RulesFile& one) { return one.name == name; });
    return file == kept_->end() ? nullptr : &*file;
}

bool RulesFiles::lacks(const std::string& name) const {
    if (kept_ != nullptr) return kept(name) == nullptr;
    std::error_code failure;
    return !std::filesystem::exists(folder_ / name, failure) && !failure;
}

Result<SourceText> RulesFiles::source_of(const std::string& name) const {
    const std::filesystem::path path = folder_ / name;
    if (kept_ == nullptr) return read_source(path);
    const RulesFile* file = kept(name);
    if (file == nullptr)
        return Problem{where_of(path.string(), {}), "is not among the files that were kept"};
    return SourceText{path.string(), file->text};
}

std::optional<SourceText> RulesFiles::read(const std::string& name, Need need) {
    if (need == Need::may_lack && lacks(name)) return std::nullopt;
    auto source = source_of(name);
    if (!source) {
        findings_.push_back({Finding::Severity::error, source.error()});
        return std::nullopt;
    }
    read_so_far_.push_back({name, source->bytes});
    return std::move(*source);
}

std::shared_ptr<const YamlDocument> RulesFiles::read_yaml(const std::string& name, Need need) {
    auto source = read(name, need);
    std::shared_ptr<const YamlDocument> document =
        source ? parse_yaml(std::move(*source), findings_) : nullptr;
    if (document) locator_.keep(name, document);
    return document;
}

std::string RulesFiles::hash() const {
    std::string all;
    for (const RulesFile& file : read_so_far_)
        all += file.name + '\n' + std::to_string(file.text.size()) + '\n' + file.text;
    return sha256_hex(all);
}

}  // namespace werktdoord
