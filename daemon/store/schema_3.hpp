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

-- Reports. JSON: the themes that are counted (core/countable.hpp); they outlive the document.
ALTER TABLE requests ADD COLUMN themes TEXT NOT NULL DEFAULT '[]';
UPDATE requests SET themes = coalesce((SELECT json_extract(document, '$.themes') FROM documents
  WHERE request = id AND json_valid(document)), '[]') WHERE forgotten = 0;
-- What the employer said of the WSP's answer: 1 it was there, 0 it was not.
ALTER TABLE wsp_asks ADD COLUMN heard INTEGER;

-- The law of conservation (core/conservation.hpp): running counts, so that nothing is scanned.
CREATE TABLE tallies (
  -- journal.*: added to with the line that is journalled; the others: by the triggers below
  name TEXT NOT NULL,
  region TEXT NOT NULL,    -- empty: in all
  count INTEGER NOT NULL,
  PRIMARY KEY (name, region)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies SELECT 'requests.open', '', count(*) FROM requests WHERE state <> 'closed';
INSERT INTO tallies SELECT 'requests.closed', '', count(*) FROM requests WHERE state = 'closed';
INSERT INTO tallies SELECT 'rejected', '', count(*) FROM rejected;
INSERT INTO tallies SELECT 'journal.rejected', '', count(*) FROM rejected;
INSERT INTO tallies SELECT 'journal.sent', region, count(*) FROM referrals GROUP BY region;
INSERT INTO tallies SELECT iif(state = 'open', 'referrals.open', 'referrals.closed'), region,
  count(*) FROM referrals GROUP BY 1, 2;
CREATE TRIGGER tally_request_new AFTER INSERT ON requests BEGIN
  UPDATE tallies SET count = count + 1
    WHERE name = iif(NEW.state = 'closed', 'requests.closed', 'requests.open') AND region = '';
END;
CREATE TRIGGER tally_request_state AFTER UPDATE OF state ON requests
WHEN (OLD.state = 'closed') <> (NEW.state = 'closed') BEGIN
  UPDATE tallies SET count = count + iif((name = 'requests.closed') = (NEW.state = 'closed'), 1, -1)
    WHERE name IN ('requests.open', 'requests.closed') AND region = '';
END;
CREATE TRIGGER tally_request_gone AFTER DELETE ON requests BEGIN
  UPDATE tallies SET count = count - 1
    WHERE name = iif(OLD.state = 'closed', 'requests.closed', 'requests.open') AND region = '';
END;
CREATE TRIGGER tally_referral_new AFTER INSERT ON referrals BEGIN
  INSERT INTO tallies VALUES(iif(NEW.state = 'open', 'referrals.open', 'referrals.closed'),
    NEW.region, 1) ON CONFLICT(name, region) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER tally_referral_state AFTER UPDATE OF state ON referrals
WHEN (OLD.state = 'open') <> (NEW.state = 'open') BEGIN
  INSERT INTO tallies VALUES(iif(NEW.state = 'open', 'referrals.open', 'referrals.closed'),
    NEW.region, 1) ON CONFLICT(name, region) DO UPDATE SET count = count + 1;
  UPDATE tallies SET count = count - 1
    WHERE name = iif(OLD.state = 'open', 'referrals.open', 'referrals.closed')
    AND region = OLD.region;
END;
CREATE TRIGGER tally_referral_gone AFTER DELETE ON referrals BEGIN
  UPDATE tallies SET count = count - 1
    WHERE name = iif(OLD.state = 'open', 'referrals.open', 'referrals.closed')
    AND region = OLD.region;
END;
CREATE TRIGGER tally_rejected_new AFTER INSERT ON rejected BEGIN
  UPDATE tallies SET count = count + 1 WHERE name = 'rejected' AND region = '';
END;
CREATE TRIGGER tally_rejected_gone AFTER DELETE ON rejected BEGIN
  UPDATE tallies SET count = count - 1 WHERE name = 'rejected' AND region = '';
END;

-- Matches and the case base.
CREATE TABLE match_keys (
  -- Where the open requests are looked up by those that could serve them; gone when one closes.
  kind TEXT NOT NULL,  -- demand, offer
  word TEXT NOT NULL,  -- of the occupation, in one form; or the first digits of the sector: #86
  area TEXT NOT NULL,  -- first two digits of a postcode, else the municipality; *: everywhere
  request INTEGER NOT NULL REFERENCES requests(id),
  PRIMARY KEY (kind, word, area, request)
) STRICT, WITHOUT ROWID;
-- How the employers help each other.
ALTER TABLE introductions ADD COLUMN form TEXT NOT NULL DEFAULT '';
-- People placed in all, of a closed request; NULL: it was closed under schema 2.
ALTER TABLE requests ADD COLUMN placed INTEGER;

CREATE TABLE case_base (
  -- What worked (W12): closed requests with people placed. No personal data, no employer.
  request INTEGER PRIMARY KEY REFERENCES requests(id),
  closed_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sector TEXT NOT NULL,
  occupation TEXT NOT NULL,
  size TEXT NOT NULL,        -- size class of the employer: 10-49; empty: not known
  headcount INTEGER NOT NULL,
  placed INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  form TEXT NOT NULL,        -- of the introduction that it came of; empty: none, or not told
  days INTEGER NOT NULL,     -- from the registration to the closing
  regions TEXT NOT NULL,     -- JSON
  themes TEXT NOT NULL,      -- JSON
  story TEXT NOT NULL,       -- names, addresses and numbers taken out
  keys TEXT NOT NULL         -- words that like requests share
) STRICT;
CREATE INDEX case_base_closed ON case_base(closed_at, request);
-- FTS5 keeps deleted words until it is optimised: sqlite_case_base.cpp does so.
CREATE VIRTUAL TABLE case_words USING fts5(occupation, themes, story, keys,
  content = 'case_base', content_rowid = 'request', tokenize = 'unicode61 remove_diacritics 2');
)sql";

}  // namespace werktdoord
