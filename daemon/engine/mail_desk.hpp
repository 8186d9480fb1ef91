// What became of a mail, and the desk at the writing thread that puts it on the record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace werktdoord {

struct MailResult {
    enum class Kind {
        sent,     // mail.sent
        failed,   // mail.failed: refused, or given up; the mail is parked
        dropped,  // mail.dropped: it became moot while held
        retry,    // nothing is journalled; next try at `next_attempt`
    };
    std::int64_t id = 0;  // of the outbox
    Kind kind = Kind::sent;
    std::string reason;          // failed, dropped, retry; no address in it
    Instant next_attempt;        // retry
    bool count_attempt = false;  // retry: whether it counts towards `give_up`
    int joined = 0;              // sent: the news that was in it (OutboxMail::joined)
    std::optional<std::int64_t> together = {};  // sent: the mail with which it left as one
    friend bool operator==(const MailResult&, const MailResult&) = default;
};

class MailDesk {
public:
    virtual ~MailDesk() = default;

    // What became of mails that left as one, or of one. Returns once all of it is committed. Throws
    // StoreFault when it cannot be stored now; then none of it is.
    virtual void record(const std::vector<MailResult>& results) = 0;
};

}  // namespace werktdoord
