// Fresh links: mails a new one to the address that an expired link was made for.
#pragma once

#include "core/command.hpp"
#include "engine/gateway.hpp"
#include "engine/recorder.hpp"

namespace werktdoord {

// Queues a mail `new_link` to the recipient of the old mail. Outcome `repeated` when one was queued
// for that request of that mail within the last hour; refused as not found when there is no such
// mail or request, the request is closed or forgotten, or the address is no longer that of the role
// in the rules.
// REQUIRES: a transaction.
Reply renew_link(Store& store, Recorder& recorder, const RuleSet& rules, const RenewLink& command,
                 Instant now);

}  // namespace werktdoord
