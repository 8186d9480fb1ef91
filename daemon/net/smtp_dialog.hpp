// Follows an SMTP conversation from the side and says what its end means for the mail. No I/O.
#pragma once

#include <string>
#include <string_view>

#include "engine/mail_transport.hpp"

namespace werktdoord {

class SmtpDialog {
public:
    // `to` and the words of the address are kept out of every reason.
    explicit SmtpDialog(std::string to) : to_(std::move(to)) {}

    void sent(std::string_view line);  // a command; what is no command is passed over
    void sent_body() { stage_ = Stage::body; }
    void received(std::string_view line);  // a reply line, "250-SIZE" or "250 ok"

    // Whether the message itself has begun: from here on the server may have the mail.
    bool body_begun() const { return stage_ == Stage::body; }

    // Whether it ended before the message began without a word on this mail: no reply, or 421. On a
    // connection kept from before that is what an idle time-out looks like.
    bool ended_early() const { return !body_begun() && (code_ == 0 || code_ == 421); }

    // What a failed conversation means; `trouble` says what went wrong where no reply does.
    //   greeting, EHLO, STARTTLS, AUTH: unreachable, as no mail can go
    //   a reply to this mail: 4xx retry_later, 5xx refused; 421 and 530..538 (the server refuses
    //     us, not the mail) unreachable
    //   an end without a reply: unreachable; but once the message has begun retry_later, also for
    //     421, so that a mail that makes a server stumble cannot stop the others for ever
    SendOutcome outcome(std::string_view trouble) const;

private:
    enum class Stage { opening, envelope, body };

    std::string reason(std::string_view trouble) const;
    bool about_recipient(std::string_view word) const;

    std::string to_;
    Stage stage_ = Stage::opening;
    bool over_ = false;  // QUIT was sent: what comes after it is about no mail
    int code_ = 0;       // of the last reply to the last command; 0: none yet
    std::string text_;   // of that reply
};

}  // namespace werktdoord
