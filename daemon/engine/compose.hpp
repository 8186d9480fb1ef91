// From a mail of the outbox to the message that is sent. Pure: the same row gives the same bytes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "codec/mail_template.hpp"
#include "codec/mime.hpp"
#include "store/store.hpp"

namespace werktdoord {

struct MailSettings {
    MailAddress from;
    Zone zone;               // in which the header Date is written
    std::string public_url;  // base of the links, without a slash at its end

    // Makes the address of a link from its path ("/r/NLWD-2026-000001"), signed for this mail.
    // None: public_url and the path.
    std::function<std::string(const OutboxMail& mail, const std::string& path)> link;
};

// Fills in the template of `mail`. A fact named "link", also of a list item, that is a path
// (begins with "/") becomes an address; "recipient_name" and "number" are added where the facts
// lack them. Message-ID: `<outbox-ID.REQUEST@domain of from>`; mails of one request hang in the
// thread of `<REQUEST@domain>`. Date: when the mail was queued or, if it was held or is tried
// again, due. Throws std::logic_error on a kind without a template.
MailMessage compose(const OutboxMail& mail, const Templates& templates,
                    const MailSettings& settings);

// A name for the mail that sorts by outbox id: "000000012-confirmation".
std::string mail_name(const OutboxMail& mail);

}  // namespace werktdoord
