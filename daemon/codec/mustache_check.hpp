// Checks one mail template before it is used: its tags, their nesting and their names.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/mail_scope.hpp"

namespace werktdoord {

// Every problem of `text`, with `file`:line:column (columns count characters). Allowed are
// {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! comment }}, with names of `scope`; for an
// unknown one it asks for the name that is likely meant.
Problems check_template(const std::string& file, std::string_view text, const MailScope& scope);

}  // namespace werktdoord
