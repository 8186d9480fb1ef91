// What is kept of a mail server's reply: its codes, and for them words of our own.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// The words of a reply are the server's and may name the recipient in any form (the address, its
// domain, a name), so none of them may enter the journal, the log or the store: the last of these
// could never be erased again.
class SmtpReply {
public:
    // One line, "550-5.1.1 no such user". What begins without three digits is passed over.
    void add(std::string_view line);

    int code() const { return code_; }  // 0: none yet

    // "550 5.1.1 mailbox not found": the code, the enhanced code (RFC 3463) where the reply has
    // one, and what they mean, where that is known.
    std::string text() const;

private:
    int code_ = 0;
    std::string enhanced_;  // "5.1.1"
};

}  // namespace werktdoord
