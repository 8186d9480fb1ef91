// What the intake remembers: idempotency keys, rejected submissions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace werktdoord {

std::optional<IdempotentAnswer> select_idempotency_key(Connection& connection,
                                                       const std::string& key);
void put_idempotency_key(Connection& connection, const std::string& key,
                         const IdempotentAnswer& answer, Instant now);
int delete_idempotency_keys(Connection& connection, Instant older_than, int limit);

void put_rejected(Connection& connection, const RejectedSubmission& rejected);
std::vector<RejectedSubmission> select_rejected(Connection& connection,
                                                std::optional<RejectedState> state,
                                                std::int64_t after, int limit);
std::optional<RejectedSubmission> select_rejected_one(Connection& connection, std::int64_t id);
std::optional<std::int64_t> select_open_rejected(Connection& connection, const std::string& source,
                                                 const std::string& webhook_id);
bool was_rejected(Connection& connection, const std::string& source, const std::string& webhook_id,
                  const std::string& body);
void mark_rejected(Connection& connection, std::int64_t id, RejectedState state);

}  // namespace werktdoord
