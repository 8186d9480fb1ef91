// Forgetting: erases what is kept on persons, of a closed request or a rejected submission (AVG).
#pragma once

#include "core/command.hpp"
#include "core/ruleset.hpp"
#include "engine/gateway.hpp"
#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// On the record as request.forgotten, without personal data; what was erased before gives no
// second line. Rejected submissions of the request that are done with go with it. Refused for what
// is open, and while a mail that names the person is still to come. The answer is the request, or
// the submission, as it now is. REQUIRES: a transaction of the store.
Reply forget(Store& store, Recorder& recorder, const RuleSet& rules, const Forget& command,
             Instant now);

}  // namespace werktdoord
