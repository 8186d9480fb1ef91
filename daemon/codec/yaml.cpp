#include "codec/yaml.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string_view>

#include "codec/yaml_builder.hpp"

namespace werktdoord {

namespace {

// The parser's terse messages with what a person most often did.
struct Help {
    std::string_view message;
    std::string_view help;
};

constexpr std::array<Help, 12> helps{{
    {"illegal map value",
     "a colon that does not fit here; put text with a colon in quotes, and a space behind the "
     "colon "
     "of each key"},
    {"end of map not found", "the indentation or a \"-\" does not fit what stands above"},
    {"end of sequence not found", "the indentation does not fit the list above"},
    {"end of map flow not found", "a \"}\" or a comma is missing"},
    {"end of sequence flow not found", "a \"]\" or a comma is missing"},
    {"illegal EOF in scalar", "a closing quote is missing"},
    {"illegal flow end", "a closing bracket without its opening one"},
    {"illegal block entry", "a \"-\" that does not fit here"},
    {"unknown token", "this character cannot begin a value; put the text in quotes"},
    {"the referenced anchor is not defined", yaml_no_aliases},
    {"cannot assign multiple anchors to the same node", yaml_no_aliases},
    {"cannot assign multiple tags to the same node", yaml_no_tags},
}};

std::string helped(const std::string& message) {
    for (const auto& [known, help] : helps)
        if (message == known) return std::string(help);
    if (message.starts_with("invalid unicode")) return "this escapes half a character";
    return message;
}

// In front of a line's first character; inside of lines a tab harms nobody.
void refuse_tabs(const YamlDocument& document, Findings& findings) {
    const std::string_view bytes = document.bytes();
    std::optional<std::size_t> at;
    std::size_t more = 0;
    for (std::size_t start = 0; start < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
        const std::string_view line = bytes.substr(start, end - start);
        const std::size_t first = line.find_first_not_of(" \t\r");
        const std::size_t tab = line.find('\t');
        if (first != std::string_view::npos && tab < first) {
            if (at) ++more;
            if (!at) at = start + tab;
        }
        start = end + 1;
    }
    if (at)
        findings.push_back({Finding::Severity::error,
                            {document.where(*at),
                             "a tab in the indentation; use spaces" + and_on_more_lines(more)}});
}

// The parser keeps all that follows an open bracket in memory, some 200 bytes for each further one.
void refuse_open_brackets(const YamlDocument& document, Findings& findings) {
    constexpr std::ptrdiff_t most = 10'000;  // far more than may nest: texts may hold some too
    std::ptrdiff_t open = 0;
    const std::string_view bytes = document.bytes();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        open += bytes[i] == '[' || bytes[i] == '{' ? 1 : 0;
        open -= open > 0 && (bytes[i] == ']' || bytes[i] == '}') ? 1 : 0;
        if (open <= most) continue;
        findings.push_back(
            {Finding::Severity::error,
             {document.where(i), "more than 10000 brackets that nothing closes before here"}});
        return;
    }
}

// The parser skips those it does not know, and a file may hold nothing else.
void refuse_directives(const YamlDocument& document, Findings& findings) {
    const std::string_view bytes = document.bytes();
    for (std::size_t start = 0; start < bytes.size();) {
        const char first = bytes[start];
        if (first == '%') {
            findings.push_back(
                {Finding::Severity::error,
                 {document.where(start), "directives (%) are not read here; leave it out"}});
            return;
        }
        if (first != '#' && first != '\n' && first != '\r') return;
        start = std::min(bytes.find('\n', start), bytes.size() - 1) + 1;
    }
}

}  // namespace

std::unique_ptr<const YamlDocument> parse_yaml(SourceText source, Findings& findings) {
    auto document = std::make_unique<YamlDocument>(std::move(source));
    Findings unclean = text_findings({document->file(), document->bytes()});
    if (unclean.empty()) {
        refuse_tabs(*document, unclean);
        if (unclean.empty()) refuse_directives(*document, unclean);
        if (unclean.empty()) refuse_open_brackets(*document, unclean);
    }
    if (!unclean.empty()) {
        findings.insert(findings.end(), unclean.begin(), unclean.end());
        return nullptr;
    }
    const auto stop = [&](std::size_t position, const std::string& text) {
        findings.push_back({Finding::Severity::error, {document->where(position), text}});
        return nullptr;
    };
    YamlBuilder builder(*document, findings);
    try {
        std::istringstream in(document->bytes());
        YAML::Parser parser(in);
        while (parser.HandleNextDocument(builder)) continue;
    } catch (const YamlStop& reason) {
        return stop(reason.position, reason.what());
    } catch (const YAML::Exception& reason) {
        return stop(reason.mark.pos < 0 ? 0 : static_cast<std::size_t>(reason.mark.pos),
                    helped(reason.msg));
    }
    document->set_root(builder.take_root());
    return document;
}

}  // namespace werktdoord
