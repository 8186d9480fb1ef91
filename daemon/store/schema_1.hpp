// Schema 1, whole.
#pragma once

namespace werktdoord {

// SQLite keeps the comments inside CREATE statements: `.schema` shows them to who reads the tables.
inline constexpr const char* schema_1 = R"sql(
CREATE TABLE requests (
  -- All times in all tables: integers, milliseconds since 1970-01-01T00:00:00Z, UTC. To read one:
  -- strftime('%Y-%m-%dT%H:%M:%SZ', registered_at / 1000, 'unixepoch')
  id INTEGER PRIMARY KEY,    -- local year of registration * 10000000 + n
  number TEXT GENERATED ALWAYS AS
    (printf('NLWD-%04d-%06d', id / 10000000, id % 10000000)) VIRTUAL,
  version INTEGER NOT NULL,  -- grows with every change
  kind TEXT NOT NULL,        -- demand, offer
  state TEXT NOT NULL,
  owner TEXT NOT NULL,       -- key in the roster
  registered_at INTEGER NOT NULL,
  taken_up_at INTEGER,
  closed_at INTEGER,
  headcount INTEGER NOT NULL,
  sector TEXT NOT NULL,
  occupation TEXT NOT NULL COLLATE NOCASE,
  employer_name TEXT NOT NULL,
  employer_kvk TEXT NOT NULL,
  employer_email TEXT NOT NULL COLLATE NOCASE,
  policy TEXT NOT NULL,      -- of the clocks that start
  regions TEXT NOT NULL,     -- JSON: of the referrals, else as proposed
  unplaced INTEGER NOT NULL, -- 1: unroutable, or a site that could not be placed
  outcome TEXT NOT NULL,
  duplicate_of INTEGER,
  possible_duplicates TEXT NOT NULL,  -- JSON: numbers
  forgotten INTEGER NOT NULL,         -- 1: personal data erased
  happened INTEGER NOT NULL           -- bit n: the n-th event of the catalogue happened
) STRICT;
CREATE INDEX requests_open ON requests(id) WHERE state <> 'closed';
CREATE INDEX requests_open_of_owner ON requests(owner, taken_up_at) WHERE state <> 'closed';
CREATE INDEX requests_closed ON requests(closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX requests_open_of_kvk ON requests(employer_kvk, kind, occupation)
  WHERE state <> 'closed' AND employer_kvk <> '';
CREATE INDEX requests_open_of_email ON requests(employer_email, kind, occupation)
  WHERE state <> 'closed' AND employer_email <> '';

CREATE TABLE documents (
  request INTEGER PRIMARY KEY REFERENCES requests(id),
  document TEXT NOT NULL,  -- JSON: the data as the employer sent it and amendments left it
  route TEXT NOT NULL      -- JSON: what the rules decided
) STRICT;

CREATE TABLE request_regions (
  -- requests.regions turned around, to find the requests of a region
  region TEXT NOT NULL,
  request INTEGER NOT NULL REFERENCES requests(id),
  PRIMARY KEY (region, request)
) STRICT, WITHOUT ROWID;

CREATE TABLE referrals (
  request INTEGER NOT NULL REFERENCES requests(id),
  ordinal INTEGER NOT NULL,  -- 1, 2, 3 ... within the request
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  forwarded_at INTEGER,
  feedback_at INTEGER,
  ended_at INTEGER,
  sites TEXT NOT NULL,       -- JSON: indexes of the sites it serves
  place TEXT NOT NULL,       -- of the first of them, as the employer wrote it
  proposed TEXT NOT NULL,    -- JSON: keys of WSPs
  outcome TEXT NOT NULL,
  filled INTEGER NOT NULL,
  happened INTEGER NOT NULL, -- as in requests
  PRIMARY KEY (request, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX referrals_open ON referrals(region, forwarded_at) WHERE state = 'open';
CREATE INDEX referrals_ended ON referrals(region, ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE wsp_asks (
  request INTEGER NOT NULL,
  referral INTEGER NOT NULL,  -- ordinal
  position INTEGER NOT NULL,  -- 1, 2, 3 ... within the referral
  wsp TEXT NOT NULL,
  forwarded_at INTEGER NOT NULL,
  responded_at INTEGER,
  withdrawn_at INTEGER,
  PRIMARY KEY (request, referral, position),
  FOREIGN KEY (request, referral) REFERENCES referrals(request, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE clocks (
  request INTEGER NOT NULL REFERENCES requests(id),
  id INTEGER NOT NULL,        -- 1, 2, 3 ... within the request
  name TEXT NOT NULL,
  referral INTEGER NOT NULL,  -- ordinal; 0: a clock of the request
  region TEXT,
  wsp TEXT,
  until INTEGER NOT NULL,     -- bits of the events that meet it, as in requests.happened
  within TEXT NOT NULL,       -- what its policy said at the start: 2 working_days
  warning TEXT,               -- the same: 4 working_hours before
  start INTEGER NOT NULL,
  warn INTEGER,
  due INTEGER NOT NULL,
  state TEXT NOT NULL,        -- running, missed, met, cancelled
  warned INTEGER NOT NULL,
  alerts INTEGER NOT NULL,
  next_alert INTEGER,
  ended_at INTEGER,
  late INTEGER NOT NULL,
  next_at INTEGER,            -- when it next makes something happen
  attention TEXT,             -- of an open clock: missed, or warned
  PRIMARY KEY (request, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clocks_next ON clocks(next_at) WHERE next_at IS NOT NULL;
CREATE INDEX clocks_open ON clocks(due) WHERE state IN ('running', 'missed');
CREATE INDEX clocks_attention ON clocks(attention) WHERE attention IS NOT NULL;

CREATE TABLE introductions (
  request INTEGER NOT NULL REFERENCES requests(id),
  position INTEGER NOT NULL,      -- 1, 2, 3 ... within the request
  with_request INTEGER NOT NULL,
  at INTEGER NOT NULL,
  open INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  filled INTEGER NOT NULL,
  PRIMARY KEY (request, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,  -- 1, 2, 3 ... without gaps
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  request INTEGER,
  line TEXT NOT NULL        -- JSON, as `werktdoord journal` prints it; ends in its hash
) STRICT;
CREATE INDEX journal_of_request ON journal(request) WHERE request IS NOT NULL;

CREATE TABLE personal (
  seq INTEGER PRIMARY KEY,
  personal TEXT NOT NULL    -- JSON: personal members of that line with their salts
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,  -- seq of its mail.queued or digest.queued
  queued_at INTEGER NOT NULL,
  request INTEGER,
  region TEXT,
  wsp TEXT,
  template TEXT NOT NULL,
  role TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  clock TEXT,
  step TEXT NOT NULL,
  referral INTEGER NOT NULL,
  facts TEXT NOT NULL,     -- JSON: what its template is filled with
  state TEXT NOT NULL,     -- waiting, sent, parked, dropped
  next_attempt INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  first_failure INTEGER,
  sent_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox(next_attempt) WHERE state = 'waiting';
CREATE INDEX outbox_parked ON outbox(id) WHERE state = 'parked';

CREATE TABLE webhooks (
  -- Submissions of the last days. In order of arrival, so that only the narrow index lies in the
  -- random order of the senders' ids.
  arrival INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  request INTEGER,         -- NULL: rejected
  answer TEXT NOT NULL,
  UNIQUE (source, id)
) STRICT;

CREATE TABLE idempotency_keys (
  arrival INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  body_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT;

CREATE TABLE rejected (
  id INTEGER PRIMARY KEY,  -- seq of its request.rejected
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  webhook_id TEXT NOT NULL,
  body TEXT NOT NULL,
  problems TEXT NOT NULL,
  state TEXT NOT NULL      -- open, mended, set_aside
) STRICT;
CREATE INDEX rejected_of_id ON rejected(source, webhook_id);

CREATE TABLE numbers (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL    -- the last n that was given out
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW open_clocks AS
  SELECT r.number, r.state AS request_state, r.owner, c.name AS clock, c.region, c.wsp, c.state,
         strftime('%Y-%m-%dT%H:%M:%SZ', c.due / 1000, 'unixepoch') AS due
  FROM clocks c JOIN requests r ON r.id = c.request
  WHERE c.state IN ('running', 'missed') ORDER BY c.due;
)sql";

}  // namespace werktdoord
