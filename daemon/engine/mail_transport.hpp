// The port to the world of mail: hands one message to a server, or to a folder.
#pragma once

#include <string>

namespace werktdoord {

struct SendOutcome {
    enum class Kind {
        accepted,     // the server answers for it from here on
        retry_later,  // this mail not now (4xx)
        refused,      // this mail never (5xx)
        unreachable,  // no mail now: no connection, no TLS, no login, the server is closing (421)
    };
    Kind kind = Kind::accepted;
    std::string reason;  // for the journal and the log: codes and words, never an address
    friend bool operator==(const SendOutcome&, const SendOutcome&) = default;
};

// One thread at a time, save for `interrupt`.
class MailTransport {
public:
    virtual ~MailTransport() = default;

    // `mime` as to_mime gives it. `id` names the mail: what is sent twice under one id is one mail.
    virtual SendOutcome send(const std::string& envelope_from, const std::string& to,
                             const std::string& mime, const std::string& id) = 0;

    // From another thread: a send under way gives up soon, further ones at once. For stopping.
    virtual void interrupt() {}
};

}  // namespace werktdoord
