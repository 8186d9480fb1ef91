// Cases in their tables: loading one whole, saving what changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case.hpp"
#include "store/connection.hpp"
#include "store/known_fingerprints.hpp"
#include "store/query.hpp"

namespace werktdoord {

std::optional<Case> load_case(Connection& connection, const RequestNumber& number);

// Writes what differs from `before` (empty for a new case), and what the case is looked up by.
void save_case(Connection& connection, KnownFingerprints& fingerprints,
               const std::optional<Case>& before, Case& after);

// Columns of `requests` that follow from the case.
std::string regions_text(const Case& it);
bool is_unplaced(const Case& it);
std::string lead_text(const Case& it);
std::string themes_text(const Case& it);  // those that are counted, as a JSON list
// Of the open clocks; of those of one referral where its ordinal is given.
std::optional<Instant> earliest_due(const Case& it, int referral = 0);

// Column of `referrals`: the first site that it serves.
std::string place_of(const Case& it, const Referral& referral);

// The columns of `clocks` that make a Clock, in the order that read_clock takes them.
#define WERKTDOORD_CLOCK_COLUMNS                                                                \
    "c.id, c.name, c.referral, c.region, c.wsp, c.until, c.within, c.warning, c.start, c.warn," \
    " c.due, c.state, c.warned, c.alerts, c.next_alert, c.ended_at, c.late"
Clock read_clock(Query& query);

// Of a clock that still has an end to come. In the words of the index clocks_open, which serves no
// statement that says it in others.
#define WERKTDOORD_OPEN_CLOCK "state IN ('running', 'missed')"

}  // namespace werktdoord
