// Where things stand in the files of the rules, found by their names.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "codec/yaml.hpp"

namespace werktdoord {

// A step into a mapping by its key, or into a list by its number from 0.
struct PathStep {
    // A path is written as a list of names and numbers. NOLINTBEGIN(google-explicit-constructor)
    PathStep(const char* name) : key(name) {}
    PathStep(std::string_view name) : key(name) {}
    PathStep(const std::string& name) : key(name) {}
    PathStep(std::size_t number) : index(number) {}
    // NOLINTEND(google-explicit-constructor)
    std::string_view key;
    std::size_t index = 0;
};

// Valid as long as the names it was made of.
using Path = std::vector<PathStep>;

// Knows the documents that were read. One without documents gives every place as 1:1.
class Locator {
public:
    explicit Locator(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

    void keep(const std::string& file, std::shared_ptr<const YamlDocument> document) {
        documents_[file] = std::move(document);
    }

    bool knows_any() const { return !documents_.empty(); }
    bool has(const std::string& file) const { return documents_.contains(file); }

    // "rules/roster.yaml:3:1" of the value at the end of the path; where the path ends early, of
    // the last that is there.
    std::string where(const std::string& file, const Path& path) const;

    // The same of the key of that value; of the value itself in a list.
    std::string where_key(const std::string& file, const Path& path) const;

    // The number of the item whose text, or whose `member`, is `text`; the last of several. 0 where
    // there is none.
    std::size_t index_of(const std::string& file, const Path& list, std::string_view text,
                         std::string_view member = {}) const;

private:
    struct Found {
        const YamlValue* value = nullptr;
        std::size_t key = 0;
        bool whole = false;  // the path to its end
    };
    Found find(const std::string& file, const Path& path) const;
    std::string place(const std::string& file, std::size_t position) const;

    std::filesystem::path folder_;
    std::map<std::string, std::shared_ptr<const YamlDocument>> documents_;
};

}  // namespace werktdoord
