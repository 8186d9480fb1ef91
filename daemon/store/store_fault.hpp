// How the store fails: as exceptions, for any call may meet a failing disk.
#pragma once

#include <stdexcept>
#include <string>
#include <system_error>

namespace werktdoord {

// The world failed: disk full, I/O error, busy. `retry` says whether the same call may work later,
// `damaged` that the store looks damaged; a read that fails may look so too.
struct StoreFault : std::runtime_error {
    StoreFault(const std::string& what, bool retry_later, bool looks_damaged = false)
        : std::runtime_error(what), retry(retry_later), damaged(looks_damaged) {}
    bool retry;
    bool damaged;
};

// The fault behind an error of the system in doing `what`: a full disk and an I/O error may pass.
inline StoreFault fault_of(const std::string& what, const std::error_code& error) {
    return {what + ": " + error.message(),
            error == std::errc::no_space_on_device || error == std::errc::io_error};
}

// The disk gave up what it had taken: a sync failed, and no later one says whether the rest got
// there. Nothing more may be stored until every connection is closed and the store opened anew.
struct StoreLost : StoreFault {
    explicit StoreLost(const std::string& what) : StoreFault(what, true) {}
};

}  // namespace werktdoord
