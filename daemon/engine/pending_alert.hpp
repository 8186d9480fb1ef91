// What waits to be told of parked mail, as the store keeps it (setting::mail_failed_pending):
// "DUE COUNT ID ID …".
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace werktdoord {

struct PendingAlert {
    Instant due;
    std::size_t count = 0;  // of all mails it tells of
    std::vector<std::int64_t>
        mails;  // those it lists, by their ids in the outbox; the rest only count
};

// Reads up to the first word that is no id, which in a sound text is its end. Nothing for a text
// that does not begin with an instant and a count: there is no alert.
std::optional<PendingAlert> read_pending_alert(std::istream& words);

std::string text_of(const PendingAlert& pending);

}  // namespace werktdoord
