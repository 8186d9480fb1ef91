// Leaves nothing of deleted rows on the disk: not between the rows, not in the write-ahead log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace werktdoord {

// SQLite overwrites what is deleted (secure_delete), but when it shares out the rows of a full page
// over its neighbours, copies of rows stay behind in the space between the others; docs/decisions
// tells more. This overwrites that space in the whole database with zeros and empties the log.
// Others may read and write meanwhile: it works in short pieces, each as long as a short
// transaction. Gives how many pages it cleaned. Throws StoreFault, to be tried again, when
// somebody reads for so long that the log cannot be emptied.
std::int64_t sweep_store(const std::string& path);

// Overwrites the unused space of one page with zeros; whether there was anything. `first`: it is
// the first page of its database. A page of another kind (overflow, free) is left as it is.
bool sweep_page(std::span<unsigned char> page, std::size_t usable, bool first);

}  // namespace werktdoord
