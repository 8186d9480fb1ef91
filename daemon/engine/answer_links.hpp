// The links in mails: which reader of which mail gets one, and where it leads.
#pragma once

#include <chrono>
#include <string>

#include "codec/answer_link.hpp"
#include "engine/compose.hpp"

namespace werktdoord {

// For MailSettings::link: `PUBLIC_URL/antwoord/TOKEN`, good from when the mail is due until `valid`
// later. No link for who is only informed, and for what is no request; for employers only where
// they are asked about a WSP. Without keys: an empty function, so mails have no links.
decltype(MailSettings::link) answer_links(std::string public_url, AnswerKeys keys,
                                          std::chrono::seconds valid);

}  // namespace werktdoord
