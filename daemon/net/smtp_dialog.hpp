// Follows an SMTP conversation from the side and says what its end means for the mail. No I/O.
#pragma once

#include <string>
#include <string_view>

#include "engine/mail_transport.hpp"
#include "net/smtp_reply.hpp"

namespace werktdoord {

class SmtpDialog {
public:
    // `login`: we are to log in.
    explicit SmtpDialog(bool login = false) : login_(login) {}

    void sent(std::string_view line);  // a command; what is no command is passed over
    void sent_body() { stage_ = Stage::body; }
    void received(std::string_view line);  // a reply line, "250-SIZE" or "250 ok"

    // Whether the message itself has begun: from here on the server may have the mail.
    bool body_begun() const { return stage_ == Stage::body; }

    // Whether it ended before the message began without a word on this mail: no reply, or 421. On a
    // connection kept from before that is what an idle time-out looks like.
    bool ended_early() const {
        return !body_begun() && (reply_.code() == 0 || reply_.code() == 421);
    }

    // What a failed conversation means; `trouble` says what went wrong where no reply does, in
    // words that are not the server's.
    //   greeting, EHLO, STARTTLS, AUTH: unreachable, as no mail can go
    //   a reply to this mail: 4xx retry_later, 5xx refused
    //   where the server refuses us, not the mail, unreachable: 421, 530..538, a 5xx for the sender
    //     (but 552 is about the size), and every 4xx and 5xx where we were to log in and it offered
    //     none
    //   an end without a reply: unreachable; but once the message has begun retry_later, also for
    //     421, so that a mail that makes a server stumble cannot stop the others for ever
    SendOutcome outcome(std::string_view trouble) const;

private:
    enum class Stage { opening, sender, envelope, body };

    bool refuses_us() const;
    bool lacks_login() const {
        return login_ && opened_ && !logged_in_ && stage_ != Stage::opening && reply_.code() >= 400;
    }
    std::string reason(std::string_view trouble) const;

    bool login_;
    bool opened_ = false;     // EHLO was sent: the connection is not kept from before
    bool logged_in_ = false;  // AUTH was sent
    Stage stage_ = Stage::opening;
    bool over_ = false;  // QUIT was sent: what comes after it is about no mail
    SmtpReply reply_;    // the last one to the last command
};

}  // namespace werktdoord
