// From a mail of the outbox to the message that is sent. Pure: the same row gives the same bytes.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "codec/mail_template.hpp"
#include "codec/mime.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What a link in a mail is about: the mail's own request and region, or those of one line of it.
struct LinkSubject {
    std::optional<RequestNumber> request;
    std::optional<RegionKey> region;
    std::optional<WspKey> wsp{};  // of a question to the employer about its answer
};

struct MailSettings {
    Mailbox from;
    Zone zone;  // in which the header Date is written

    // The whole address of the page where the recipient of `mail` can see the subject or do
    // something about it; empty: there is none. Not set: mails have no such links.
    std::function<std::string(const OutboxMail& mail, const LinkSubject& subject)> link;
};

// Fills in the template of `mail`. Where the facts lack them, "recipient_name", "number" and "link"
// are added; so is the "link" of a list item that has a "number" and an empty "link". Message-ID:
// `<outbox-ID.REQUEST@domain of from>`; mails of one request hang in the thread of
// `<REQUEST@domain>`. Date: when the mail was queued or, if it was held or is tried again, due.
// Throws std::logic_error on a kind without a template.
MailMessage compose(const OutboxMail& mail, const Templates& templates,
                    const MailSettings& settings);

// A name for the mail that sorts by outbox id: "000000012-confirmation".
std::string mail_name(const OutboxMail& mail);

}  // namespace werktdoord
