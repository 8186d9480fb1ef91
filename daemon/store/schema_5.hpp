// Schema 5: what ended before it was put on record.
#pragma once

namespace werktdoord {

inline constexpr const char* schema_5 = R"sql(
CREATE TABLE told_later (
  -- Endings that were recorded after they happened: by when they happened a digest that went out in
  -- between would never list them. Kept for some weeks.
  recorded_at INTEGER NOT NULL,
  request INTEGER NOT NULL REFERENCES requests(id),
  region TEXT NOT NULL,       -- of the referral that ended; empty: the request was closed
  ended_at INTEGER NOT NULL,
  PRIMARY KEY (recorded_at, request, region)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace werktdoord
