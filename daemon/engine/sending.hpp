// What leaves as one mail: a mail of its own, or the alerts to one person that fall together. Pure.
#pragma once

#include <string>
#include <vector>

#include "engine/compose.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Mails of the outbox that leave as one; never empty. More than one: alerts to one address, by id.
using Sending = std::vector<OutboxMail>;

// `due` in the order in which it leaves. Alerts to one address go with the first of them.
std::vector<Sending> sendings_of(std::vector<OutboxMail> due);

// The message of a sending. One mail: compose() of it. Several: the template "alerts" with an item
// for each, in the thread of their request if they share it. Its Message-ID is made of all their
// ids: the same mails tried again are the same message, with one more it is another.
MailMessage compose(const Sending& together, const Templates& templates,
                    const MailSettings& settings);

// As mail_name of one mail; of several it names all of them.
std::string mail_name(const Sending& together);

}  // namespace werktdoord
