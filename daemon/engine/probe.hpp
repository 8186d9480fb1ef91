// Whether the store takes again what a request needs, after it failed.
#pragma once

#include "store/setting_names.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Writes about as much as a batch of requests, so that a disk with a little room left does not look
// well, and takes it away again. Throws StoreFault while the store cannot be written.
inline void probe(Store& store, Instant now) {
    constexpr std::size_t as_much = 256 * 1024;
    store.transaction([&] { store.set(setting::written_last, std::string(as_much, '.')); });
    store.transaction([&] { store.set(setting::written_last, to_rfc3339(now)); });
}

}  // namespace werktdoord
