// The wait for a store that fails: in place of the daemon answers 503, until the store is well.
#pragma once

#include <string>

#include "cli/lasting.hpp"

namespace werktdoord {

// Listens where the daemon would. Everything is answered 503 with Retry-After, as "not now" and
// never as a refusal, but /healthz and /metrics, which say that it is alive and not ready. Tries
// the store each second, writing to it; one that looks damaged too, for a failing read may look so,
// and starting over and over mends nothing. True: it can be written again, and the daemon may be
// built. False: told to stop. Throws StoreFault when the store fails in a way that does not pass,
// std::runtime_error when it cannot listen.
bool wait_for_store(Lasting& lasting, const std::string& why);

}  // namespace werktdoord
