// Builds the tree of a YAML document from the parser's events, refusing what is not read here.
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <list>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "codec/yaml.hpp"

namespace werktdoord {

// Thrown out of the parser, and caught around it, where reading on makes no sense.
struct YamlStop : std::runtime_error {
    YamlStop(std::size_t at, const std::string& text) : std::runtime_error(text), position(at) {}
    std::size_t position;
};

constexpr const char* yaml_no_aliases =
    "anchors (&) and aliases (*) are not read here; write the value out";

constexpr const char* yaml_no_tags = "tags (!) are not read here; leave the tag out";

class YamlBuilder : public YAML::EventHandler {
public:
    YamlBuilder(const YamlDocument& document, Findings& findings)
        : document_(document), findings_(findings) {}

    YamlValue take_root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { open_.pop_back(); }

private:
    struct Key {
        std::string text;
        std::size_t position = 0;
        bool dropped = false;  // its value is read and thrown away
    };
    struct Open {
        YamlValue* value = nullptr;
        std::optional<Key> key;  // of a map: the key whose value comes next
        std::unordered_map<std::string, std::size_t> seen;
    };

    void refuse_properties(std::size_t position, const std::string& tag, YAML::anchor_t anchor);
    void open(YamlValue::Kind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor);
    Key key_of(Open& map, const YamlValue& value);
    void check_key(const Key& key) const;
    YamlValue* put(YamlValue value);

    const YamlDocument& document_;
    Findings& findings_;
    int documents_ = 0;
    std::size_t values_ = 0;
    std::optional<YamlStop> no_text_key_;  // the first; what stops the parser says more
    YamlValue root_;
    std::vector<Open> open_;
    std::list<YamlValue> dropped_;
};

}  // namespace werktdoord
