// The names that templates of mails may use; docs/mail-templates.md tells of them.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

namespace werktdoord {

using MailNames = std::set<std::string, std::less<>>;

struct MailScope {
    MailNames values;
    std::map<std::string, MailNames, std::less<>> lists;  // with the values of their items
};

// The same for every kind: what does not apply to a mail is empty.
const MailScope& mail_scope();

}  // namespace werktdoord
