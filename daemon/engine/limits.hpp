// Limits of the writing side, each with its reason. Those of the network: net/limits.hpp.
#pragma once

#include <chrono>
#include <cstddef>

namespace werktdoord::limits {

// Commands in one commit: beyond it the answer of the first waits too long for the last.
constexpr std::size_t batch_max = 256;

// Commands that may wait: some seconds of work; more is answered 503 at once, not queued.
constexpr std::size_t queue_max = 8192;

// Cases with something due in one transaction, so that a backlog never holds up the intake.
constexpr int due_cases_max = 100;

// Marks that the team's digest counts in one transaction, for the same reason: some 4 ms.
constexpr int digest_marks_max = 10'000;

// The longest sleep: a system clock that jumped is noticed after this.
constexpr std::chrono::seconds sleep_max{30};

// How far the clock may have been set back since the journal was last written and still be waited
// for.
constexpr std::chrono::hours set_back_most{24};

// The pause before the disk is tried again after it failed.
constexpr std::chrono::seconds failing_pause{1};

// The same fault of the disk is told again after this: it must not fill the log, which may lie on
// the same disk.
constexpr std::chrono::seconds failing_told_every{10};

// How long a webhook id is remembered (contract section 4), and an idempotency key with it.
constexpr std::chrono::hours remembered{7 * 24};

// Remembered ids that are pruned at once, and how often that is done.
constexpr int prune_max = 1000;
constexpr std::chrono::seconds prune_every{10};

static_assert(batch_max < queue_max);

}  // namespace werktdoord::limits
