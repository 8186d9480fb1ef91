// Mail templates: `KIND.{subject,text,html}.mustache`, which the organisation can edit.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/result.hpp"
#include "core/facts.hpp"
#include "core/mail_kind.hpp"

namespace werktdoord {

struct RenderedMail {
    std::string subject;  // one line
    std::string text;
    std::string html;
    friend bool operator==(const RenderedMail&, const RenderedMail&) = default;
};

// An immutable set of checked templates, one of each kind of mail. Safe to share between threads.
class Templates {
public:
    // Fills in the values: escaped for HTML in the HTML version, and only there; cleaned of control
    // characters in all three. In the text several empty lines become one; a line of section tags
    // only leaves no line. A value that is missing or empty is an empty text and a false
    // section; inside a list item the outer values are visible, save those that an item of that
    // list can have itself.
    RenderedMail render(MailKind kind, const Facts& facts) const;

private:
    friend Parsed<Templates> read_templates(const std::filesystem::path& folder);
    std::map<MailKind, RenderedMail> sources_;
};

// Reads and checks every template of a folder. Problems (all of them, `where` is
// file:line:column): a missing file, one of a kind nobody sends, one that says nothing, bytes that
// no text may hold (text_findings), tags that do not close, names outside of mail_scope(), and
// everything that would circumvent escaping or these checks: {{{ }}}, {{& }}, partials, other
// delimiters.
Parsed<Templates> read_templates(const std::filesystem::path& folder);

}  // namespace werktdoord
