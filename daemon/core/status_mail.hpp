// The status mail to an employer: the news of one day in one mail (contract section 9). Pure.
#pragma once

#include <optional>

#include "core/progress.hpp"

namespace werktdoord {

bool is_status(const Letter& letter);

// Whether a status mail of this case waits, so that further news of the day can join it.
bool status_waits(const Case& c, Instant now);

// When a status mail that is written now leaves: at the closing of this day; without one (a day
// off, after closing) at once; but a second one on one day only at the next closing. With
// `notify: always` no mail waits: at once.
Instant status_leaves_at(const Case& c, const WorkCalendar& calendar, Instant now);

// What a mail says when news joins it: the newer facts, and the notes of both.
Facts joined_facts(const Facts& waiting, const Facts& news);

// A status to the employer. `note` is what a person of the region (none: of the team) wrote.
void write_status(Progress& progress, const std::optional<RegionKey>& region = {},
                  const std::string& note = {});

// When a step changed what a waiting status mail says, it says so: nobody reads stale news.
// `before`: the case as it was ahead of the step.
void keep_status_fresh(Progress& progress, const Case& before);

// Lets a waiting status mail go now, ahead of mail that must not overtake it. It tells how things
// stood in `before`, the case as it was ahead of the step.
void release_status(Progress& progress, const Case& before);

}  // namespace werktdoord
