// A line of the journal read back into the event that it tells of (contract section 7).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/event.hpp"

namespace werktdoord {

struct JournalEvent {
    Event event;
    bool erased = false;  // it had a personal text that is not there any more
};

// The event of a line as `journal` prints it, with the personal texts that were kept beside it
// (empty: none). What the journal does not tell stays empty: addresses, the WSPs and sites of a
// proposal, the ordinal of a referral, what a clock's policy said. Fails on anything that
// journal_line does not write, with every member that is wrong.
Parsed<JournalEvent> read_journal_line(std::string_view line, std::string_view personal);

}  // namespace werktdoord
