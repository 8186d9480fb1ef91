// Schema 3: what digests, matches, reports and the case base read by an index of their own.
#pragma once

namespace werktdoord {

inline constexpr const char* schema_3 = R"sql(
-- What the digests count: each open request and referral by an index that has all they ask, also
-- the state, which SQLite would look up in the table though the index holds one alone.
ALTER TABLE requests ADD COLUMN due INTEGER;   -- earliest of its open clocks
ALTER TABLE referrals ADD COLUMN due INTEGER;  -- the same
UPDATE requests SET due = (SELECT min(c.due) FROM clocks c
  WHERE c.request = requests.id AND c.state IN ('running', 'missed')) WHERE state <> 'closed';
UPDATE referrals SET due = (SELECT min(c.due) FROM clocks c
  WHERE c.request = referrals.request AND c.referral = referrals.ordinal
  AND c.state IN ('running', 'missed')) WHERE state = 'open';
DROP INDEX requests_open;
CREATE INDEX requests_open ON requests(id, registered_at, due, taken_up_at, unplaced, state)
  WHERE state <> 'closed';
DROP INDEX referrals_open;
CREATE INDEX referrals_open
  ON referrals(region, forwarded_at, request, ordinal, sent_at, due, state) WHERE state = 'open';
)sql";

}  // namespace werktdoord
