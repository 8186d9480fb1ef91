// The files of the rules folder: read once, in a fixed order, with one hash over all of them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "codec/finding.hpp"
#include "codec/source_text.hpp"
#include "codec/yaml_node.hpp"

namespace werktdoord {

class RulesFiles {
public:
    RulesFiles(std::filesystem::path folder, Findings& findings)
        : folder_(std::move(folder)), findings_(findings) {}

    enum class Need { must_exist, may_lack };

    // The text of a file by its name in the folder. Nothing where it cannot be read, which is an
    // error unless it `may_lack` and does.
    std::optional<SourceText> read(const std::string& name, Need need);

    // The tree of a YAML file; as above.
    std::unique_ptr<const YamlDocument> read_yaml(const std::string& name, Need need);

    Findings& findings() { return findings_; }

    // Hex SHA-256 over name, length and bytes of every file read, in the order of reading.
    std::string hash() const;

private:
    std::filesystem::path folder_;
    Findings& findings_;
    std::string read_so_far_;
};

}  // namespace werktdoord
