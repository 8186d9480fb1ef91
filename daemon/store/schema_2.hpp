// Schema 2: the rules that decisions were made under, and status mails that more news joins.
#pragma once

namespace werktdoord {

inline constexpr const char* schema_2 = R"sql(
CREATE TABLE rules_files (
  -- Each version of a file of the rules once.
  hash TEXT PRIMARY KEY,   -- hex SHA-256 of the text
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rules (
  -- Which files made up the rules that came into force.
  hash TEXT NOT NULL,        -- as rules.loaded and request.routed tell it
  position INTEGER NOT NULL, -- 1, 2, 3 ... in the order of reading
  name TEXT NOT NULL,        -- within the rules folder
  file TEXT NOT NULL REFERENCES rules_files(hash),
  PRIMARY KEY (hash, position)
) STRICT, WITHOUT ROWID;

-- JSON: whom the referral was mailed to, "LEAVES_AT ADDRESS": who stands in gets it once.
ALTER TABLE referrals ADD COLUMN mailed TEXT NOT NULL DEFAULT '[]';
-- When the last status mail to the employer left or leaves.
ALTER TABLE requests ADD COLUMN status_leaves_at INTEGER;
-- The region that speaks for all of its regions; empty while one region has it all.
ALTER TABLE requests ADD COLUMN lead TEXT NOT NULL DEFAULT '';
-- How often more news joined the mail while it waited.
ALTER TABLE outbox ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbox_waiting_status ON outbox(request)
  WHERE state = 'waiting' AND template = 'status';
)sql";

}  // namespace werktdoord
