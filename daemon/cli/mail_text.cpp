#include "cli/mail_text.hpp"

#include "codec/clean_text.hpp"

namespace werktdoord {

namespace {

std::string mailbox_text(const Mailbox& mailbox) {
    const std::string name = clean_line(mailbox.name);
    const std::string address = clean_line(mailbox.address);
    return name.empty() ? address : name + " <" + address + ">";
}

}  // namespace

std::string mail_text(const MailMessage& message) {
    return "From: " + mailbox_text(message.from) + "\nTo: " + mailbox_text(message.to) +
           "\nSubject: " + clean_line(message.subject) +
           "\nDate: " + to_mail_date(message.date, message.zone) + "\nMessage-ID: <" +
           message.message_id + ">\n\n" + message.text + (message.text.ends_with('\n') ? "" : "\n");
}

}  // namespace werktdoord
