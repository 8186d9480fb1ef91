// Schema 4: no index whose keys come in random order grows with the number of requests.
#pragma once

namespace werktdoord {

inline constexpr const char* schema_4 = R"sql(
-- The same table without UNIQUE (source, id), which was an index in the order of random ids.
ALTER TABLE webhooks RENAME TO webhooks_of_schema_3;
CREATE TABLE webhooks (
  -- Submissions of the last days, in order of arrival.
  arrival INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  id TEXT NOT NULL,        -- once for each source
  body_hash TEXT NOT NULL,
  request INTEGER,         -- NULL: rejected
  answer TEXT NOT NULL
) STRICT;
INSERT INTO webhooks SELECT arrival, at, source, id, body_hash, request, answer
  FROM webhooks_of_schema_3;
DROP TABLE webhooks_of_schema_3;
CREATE TABLE webhook_fingerprints (
  -- Where a submission is looked up by its source and id (store/fingerprint.hpp).
  part INTEGER NOT NULL,         -- of the index, by arrival
  fingerprint INTEGER NOT NULL,  -- of source and id
  arrival INTEGER NOT NULL,
  PRIMARY KEY (part, fingerprint, arrival)
) STRICT, WITHOUT ROWID;

DROP INDEX requests_open_of_kvk;
DROP INDEX requests_open_of_email;
CREATE TABLE employer_fingerprints (
  -- Where the open requests of an employer are looked up; gone when one closes.
  part INTEGER NOT NULL,         -- of the index, by request
  fingerprint INTEGER NOT NULL,  -- of KvK number or address, kind and occupation
  request INTEGER NOT NULL REFERENCES requests(id),
  PRIMARY KEY (part, fingerprint, request)
) STRICT, WITHOUT ROWID;

CREATE TABLE match_keys_new (
  -- Those of the newest requests, in order of arrival. Many at once, and in the order of
  -- match_keys, they move there: so each page of it is written once for many of them.
  request INTEGER NOT NULL REFERENCES requests(id),
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  area TEXT NOT NULL,
  PRIMARY KEY (request, kind, word, area)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace werktdoord
