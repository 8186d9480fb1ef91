// The files of the rules folder: read once, in a fixed order, with one hash over all of them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "codec/finding.hpp"
#include "codec/locator.hpp"
#include "codec/source_text.hpp"
#include "codec/yaml_node.hpp"
#include "core/rules_file.hpp"

namespace werktdoord {

class RulesFiles {
public:
    // With `kept` the files come from there, not from the disk.
    RulesFiles(std::filesystem::path folder, Findings& findings,
               const std::vector<RulesFile>* kept = nullptr)
        : folder_(std::move(folder)), locator_(folder_), findings_(findings), kept_(kept) {}

    enum class Need { must_exist, may_lack };

    // The text of a file by its name in the folder. Nothing where it cannot be read, which is an
    // error unless it `may_lack` and does.
    std::optional<SourceText> read(const std::string& name, Need need);

    // The tree of a YAML file; as above.
    std::shared_ptr<const YamlDocument> read_yaml(const std::string& name, Need need);

    Findings& findings() { return findings_; }

    // Knows the trees that were read.
    const Locator& locator() const { return locator_; }

    // Hex SHA-256 over name, length and bytes of every file read, in the order of reading.
    std::string hash() const;

    // The files that were read, in the order of reading; to be called once, at the end.
    std::vector<RulesFile> take() { return std::move(read_so_far_); }

private:
    bool lacks(const std::string& name) const;
    Result<SourceText> source_of(const std::string& name) const;
    const RulesFile* kept(const std::string& name) const;

    std::filesystem::path folder_;
    Locator locator_;
    Findings& findings_;
    const std::vector<RulesFile>* kept_;
    std::vector<RulesFile> read_so_far_;
};

}  // namespace werktdoord
