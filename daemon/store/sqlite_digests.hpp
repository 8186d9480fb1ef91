// What digests count, by index alone, and what they show of the few that they name.
#pragma once

#include <functional>
#include <vector>

#include "core/digest_rows.hpp"
#include "core/list_rows.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// Before the region in told_later where a referral was sent, not ended: no key has a colon.
inline constexpr const char* sent_told_later = "sent:";

void select_referral_marks(Connection& connection, const RegionKey& region, Instant since,
                           const std::function<void(const ReferralMark&)>& mark);
DigestRow select_digest_row(Connection& connection, const RequestNumber& request, int referral);

void select_open_request_marks(Connection& connection, const std::optional<RequestNumber>& after,
                               int limit, const std::function<void(const RequestMark&)>& mark);
void select_closed_request_marks(Connection& connection, Instant since,
                                 const std::function<void(const RequestMark&)>& mark);
RequestRow select_team_row(Connection& connection, const RequestNumber& request);
RegionWork select_region_work(Connection& connection, const RegionKey& region, Instant now);

}  // namespace werktdoord
