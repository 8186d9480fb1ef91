// Submissions seen before, by their source and webhook id.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/known_fingerprints.hpp"

namespace werktdoord {

std::optional<SeenWebhook> select_webhook(Connection& connection, KnownFingerprints& known,
                                          const std::string& source, const std::string& id);

// Takes the place of what was kept under the same source and id.
void put_webhook(Connection& connection, KnownFingerprints& known, const std::string& source,
                 const std::string& id, const SeenWebhook& seen, Instant now);

// Forgets at most `limit` of the oldest; returns how many.
int delete_webhooks(Connection& connection, Instant older_than, int limit);

// Of all that are kept, for a store that has none yet.
void fill_webhook_fingerprints(Connection& connection);

// Tells the arrival of each that is not found under its source and id.
void find_lost_webhooks(Connection& connection, const std::function<void(std::int64_t)>& tell);

}  // namespace werktdoord
