// What became of mails as the journal tells it, held against the rows of the outbox.
#pragma once

#include <map>

#include "core/event.hpp"
#include "store/records.hpp"
#include "store/verify.hpp"

namespace werktdoord {

class MailFates {
public:
    // The next line of the journal, in order of seq; passes over what is about no mail.
    void next(std::int64_t seq, const Event& event, Findings& findings);

    // Tells of every mail whose row is missing or says something else.
    void compare(Connection& connection, Findings& findings) const;

private:
    struct Fate {
        MailState state = MailState::waiting;
        int joined = 0;
    };
    std::map<std::int64_t, Fate> fates_;  // by seq of the line that queued it
};

}  // namespace werktdoord
