// What the commands share that decide about stored things beside a running daemon (`outbox`,
// `rejected`, `forget`).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "codec/config.hpp"
#include "core/command.hpp"
#include "engine/engine.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Lets the engine do something in a transaction of its own, as the daemon's writer would; a daemon
// may run beside it. Under the rules in force; nothing, told on stderr, when they cannot be read.
// Throws StoreFault where there is no store, or one that cannot be written.
std::optional<Reply> write_here(const Config& config,
                                const std::function<Reply(Engine&, Instant)>& work);

// The same with a decision about a mail or a rejected submission, and says how it went. Gives the
// exit code.
int decide_here(const std::string& config_path, const DeskDecision& decision);

// Tells on stderr why a decision was not carried out.
void tell_refusal(const Reply& reply);

// One line of a table: each text in its width, cleaned of what would move the cursor.
std::string table_line(const std::vector<std::pair<std::string, std::size_t>>& cells);

}  // namespace werktdoord
