// Who gets a mail that is meant for the contact of a region while people are absent (W6). Pure.
#pragma once

#include <vector>

#include "core/regions.hpp"
#include "core/role.hpp"
#include "core/roster.hpp"

namespace werktdoord {

// The receivers of a mail meant for the regional contact on a local day: the contact; an absent
// one's backup instead; when both are absent, or an absent contact has no backup, the coordinator
// too (contract section 3, roster). Never nobody; each address once.
std::vector<Recipient> receivers_of_contact(const Region& region, const Roster& roster,
                                            LocalDay day);

// Who is there for a region on that day: the contact; who stands in for an absent one, last the
// coordinator. One of those that receivers_of_contact() gives.
Recipient who_is_there(const Region& region, const Roster& roster, LocalDay day);

// The receivers of an alert: the contact always, with those who stand in beside it ("an absent
// contact's alerts also go to the backup").
std::vector<Recipient> receivers_of_alert(const Region& region, const Roster& roster, LocalDay day);

}  // namespace werktdoord
