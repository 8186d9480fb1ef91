// A mail that is about no request, put on record and into the outbox.
#pragma once

#include <string>

#include "core/facts.hpp"
#include "engine/recorder.hpp"

namespace werktdoord {

// `name`: mail.queued or digest.queued. Each receiver is called by name. REQUIRES: a transaction.
void queue_mail(Recorder& recorder, EventName name, MailKind kind, const Recipient& to, Facts facts,
                Instant now);

}  // namespace werktdoord
