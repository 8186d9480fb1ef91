// A mail for a person to look at: its headers and its text.
#pragma once

#include <string>

#include "codec/mime.hpp"

namespace werktdoord {

// From, To, Subject, Date and Message-ID as they would be sent but readable, an empty line, the
// text.
std::string mail_text(const MailMessage& message);

}  // namespace werktdoord
