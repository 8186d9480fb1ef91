#include "codec/mail_template.hpp"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "base/trimmed.hpp"
#include "codec/clean_text.hpp"
#include "codec/html_text.hpp"
#include "codec/mail_scope.hpp"
#include "codec/mustache_check.hpp"
#include "codec/source_text.hpp"

namespace werktdoord {
namespace {

namespace mustache = kainjow::mustache;
using Part = std::string RenderedMail::*;

struct NamedPart {
    const char* name;
    Part part;
};
constexpr std::array<NamedPart, 3> all_parts{{{"subject", &RenderedMail::subject},
                                              {"text", &RenderedMail::text},
                                              {"html", &RenderedMail::html}}};
constexpr std::string_view suffix = ".mustache";

// An empty value is false, so that {{#name}} skips it.
mustache::data to_data(const std::string& value) {
    return value.empty() ? mustache::data(false) : mustache::data(value);
}

// `own` are the names an item can have: those it lacks must not show the outer values.
mustache::data to_data(const Facts& facts, const MailNames& own) {
    mustache::data data;
    for (const std::string& name : own) data.set(name, mustache::data(false));
    for (const auto& [name, value] : facts.values) data.set(name, to_data(value));
    for (const auto& [name, items] : facts.lists) {
        const auto known = mail_scope().lists.find(name);
        const MailNames of_items = known == mail_scope().lists.end() ? MailNames() : known->second;
        mustache::data list(mustache::data::type::list);
        for (const Facts& item : items) list << to_data(item, of_items);
        data.set(name, list);
    }
    return data;
}

// The library sees no line ends: its own treatment of lines leaves empty ones where a section is
// skipped. A value cannot hold this character, as both escapes take control characters out.
constexpr char line_end = '\x1E';

// Takes out the lines on which only section tags or comments stand, as mustache has it.
std::string without_tag_lines(const std::string& source) {
    static const std::regex only_tags(R"([ \t]*(\{\{[#^/!][^}]*\}\}[ \t]*)+)");
    std::string out;
    std::istringstream lines(source);
    for (std::string line; std::getline(lines, line);) {
        out += line;
        if (!std::regex_match(line, only_tags) && !lines.eof()) out += line_end;
    }
    return out;
}

// Parsed anew for each mail: rendering changes the library's object, and parsing takes
// microseconds.
std::string fill(const std::string& source, const mustache::data& data,
                 std::string (*escape)(const std::string&)) {
    mustache::mustache parsed(source);
    parsed.set_custom_escape(escape);
    std::string out = parsed.render(data);
    std::replace(out.begin(), out.end(), line_end, '\n');
    return out;
}

// Several empty lines together become one; none at the beginning and the end.
std::string with_single_gaps(const std::string& text) {
    std::string out;
    bool gap = false;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        line.erase(line.find_last_not_of(" \t") + 1);
        if (line.empty()) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += '\n';
        gap = false;
        out += line + '\n';
    }
    return out;
}

std::string plain(const std::string& value) {
    return clean_text(value);
}

// What would make an empty mail: nothing, or nothing but white space, comments and empty sections.
bool says_nothing(const std::string& source) {
    static const std::regex unseen_tag(R"(\{\{[#^/!][^}]*\}\})");
    return trimmed(std::regex_replace(source, unseen_tag, ""), " \t\n").empty();
}

void read_part(const std::filesystem::path& folder, const std::string& name, std::string& out,
               Problems& problems) {
    const Result<SourceText> source = read_source(folder / name);
    if (!source) {
        problems.push_back({source.error().where,
                            "this template is missing or cannot be read: " + source.error().text});
        return;
    }
    Problems found = errors_of(text_findings(*source));
    if (found.empty()) found = check_template(source->file, source->bytes, mail_scope());
    problems.insert(problems.end(), found.begin(), found.end());
    if (!found.empty()) return;
    const std::string start = where_of(source->file, {});
    const std::string clean = clean_text(source->bytes);
    out = without_tag_lines(clean);
    if (says_nothing(clean))
        problems.push_back({start, "this template is empty; write what the mail says"});
    const mustache::mustache parsed(out);
    if (!parsed.is_valid()) problems.push_back({start, parsed.error_message()});
}

// Whether a file name is KIND.PART.mustache of a mail that is sent; anything else is a slip.
bool is_known(const std::string& name) {
    for (const NamedPart& part : all_parts) {
        const std::string end = std::string(".") + part.name + std::string(suffix);
        if (name.ends_with(end) && find_name<MailKind>(name.substr(0, name.size() - end.size())))
            return true;
    }
    return false;
}

void tell_strangers(const std::filesystem::path& folder, Problems& problems) {
    std::set<std::string> strangers;
    std::error_code error;
    for (std::filesystem::directory_iterator file(folder, error), end; !error && file != end;
         file.increment(error)) {
        const std::string name = file->path().filename().string();
        if (name.ends_with(suffix) && !is_known(name)) strangers.insert(name);
    }
    for (const std::string& name : strangers)
        problems.push_back({(folder / name).string() + ":1:1", "no mail uses this template"});
}

}  // namespace

RenderedMail Templates::render(MailKind kind, const Facts& facts) const {
    const RenderedMail& source = sources_.at(kind);
    const mustache::data data = to_data(facts, {});
    return {clean_line(fill(source.subject, data, plain)),
            with_single_gaps(fill(source.text, data, plain)), fill(source.html, data, escape_html)};
}

Parsed<Templates> read_templates(const std::filesystem::path& folder) {
    Templates templates;
    Problems problems;
    for (const auto& [kind, name] : Names<MailKind>::table)
        for (const NamedPart& part : all_parts)
            read_part(folder, std::string(name) + "." + part.name + std::string(suffix),
                      templates.sources_[kind].*part.part, problems);
    tell_strangers(folder, problems);
    if (!problems.empty()) return problems;
    return templates;
}

}  // namespace werktdoord
