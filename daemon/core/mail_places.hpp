// What a mail tells about the sites, regions and WSPs of a case (L3). Pure.
#pragma once

#include "core/facts.hpp"
#include "core/progress.hpp"

namespace werktdoord {

// Adds `lead_region_name`, `region_name`, `wsp_name` and the lists `sites`, `other_sites`,
// `regions`, `wsps` of docs/mail-templates.md. A letter about a referral lists the sites of that
// referral, one to a WSP those that this WSP serves; the others are `other_sites`.
void add_places(Facts& facts, const Case& c, const RuleSet& rules, const Letter& letter,
                Instant now);

}  // namespace werktdoord
