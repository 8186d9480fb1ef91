-- A store of schema 1 as the program of that time left it; the story is invented.
PRAGMA application_id = 1313625924;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO requests VALUES(20260000001,10,'demand','referred','anna',1795421520000,1795424400000,NULL,3,'86.10','verpleegkundige','Bedrijf een','','post@een.example','blueprint','["midden-brabant","zuidoost-brabant"]',0,'',NULL,'[]',0,1857487317);
INSERT INTO requests VALUES(20260000002,4,'offer','deciding','anna',1795422000000,1795425000000,NULL,4,'86.10','verpleegkundige','Bedrijf twee','','post@twee.example','blueprint','["midden-brabant","zuidoost-brabant"]',0,'',NULL,'[]',0,1115694165);
INSERT INTO requests VALUES(20260000003,4,'demand','closed','anna',1795422600000,1795425060000,1795684320000,4,'86.10','verpleegkundige','Bedrijf drie','','post@drie.example','blueprint','["midden-brabant"]',0,'filled',NULL,'[]',0,1115702357);
INSERT INTO requests VALUES(20260000004,5,'demand','registered','anna',1795423200000,NULL,NULL,4,'86.10','verpleegkundige','Bedrijf vier','','post@vier.example','blueprint','[]',1,'',NULL,'[]',0,1702887449);
CREATE TABLE documents (
  request INTEGER PRIMARY KEY REFERENCES requests(id),
  document TEXT NOT NULL,  -- JSON: the data as the employer sent it and amendments left it
  route TEXT NOT NULL      -- JSON: what the rules decided
) STRICT;
INSERT INTO documents VALUES(20260000001,'{"kind":"demand","employer":{"name":"Bedrijf een","contact":{"name":"Contact een","email":"post@een.example","phone":"+31 10 000 0101"}},"sites":[{"postcode":"5038 AB","municipality":"Tilburg"},{"postcode":"5611 AA"}],"sector":"86.10","occupation":"verpleegkundige","headcount":3,"consentToIntroduce":true}','{"rules":["default"],"proposals":[{"region":"midden-brabant","sites":[0],"wsps":["wsp-midden-brabant"],"inform":[],"mode":"after_assessment"},{"region":"zuidoost-brabant","sites":[1],"wsps":["wsp-zuidoost-brabant"],"inform":[],"mode":"after_assessment"}],"policy":"blueprint","lead":"midden-brabant","unplaced":[],"signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant.","Vestiging 2: postcode 5611 ligt in Eindhoven, regio zuidoost-brabant."]}');
INSERT INTO documents VALUES(20260000002,'{"kind":"offer","employer":{"name":"Bedrijf twee","contact":{"name":"Contact twee","email":"post@twee.example","phone":"+31 10 000 0101"}},"sites":[{"postcode":"5038 AB","municipality":"Tilburg"},{"postcode":"5611 AA"}],"sector":"86.10","occupation":"verpleegkundige","headcount":4,"consentToIntroduce":true}','{"rules":["default"],"proposals":[{"region":"midden-brabant","sites":[0],"wsps":["wsp-midden-brabant"],"inform":[],"mode":"after_assessment"},{"region":"zuidoost-brabant","sites":[1],"wsps":["wsp-zuidoost-brabant"],"inform":[],"mode":"after_assessment"}],"policy":"blueprint","lead":"midden-brabant","unplaced":[],"signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant.","Vestiging 2: postcode 5611 ligt in Eindhoven, regio zuidoost-brabant."]}');
INSERT INTO documents VALUES(20260000003,'{"kind":"demand","employer":{"name":"Bedrijf drie","contact":{"name":"Contact drie","email":"post@drie.example","phone":"+31 10 000 0101"}},"sites":[{"postcode":"5038 AB"}],"sector":"86.10","occupation":"verpleegkundige","headcount":4,"consentToIntroduce":true}','{"rules":["default"],"proposals":[{"region":"midden-brabant","sites":[0],"wsps":["wsp-midden-brabant"],"inform":[],"mode":"after_assessment"}],"policy":"blueprint","lead":"midden-brabant","unplaced":[],"signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant."]}');
INSERT INTO documents VALUES(20260000004,'{"kind":"demand","employer":{"name":"Bedrijf vier","contact":{"name":"Contact vier","email":"post@vier.example","phone":"+31 10 000 0101"}},"sites":[{"municipality":"Nergenshuizen"}],"sector":"86.10","occupation":"verpleegkundige","headcount":4,"consentToIntroduce":true}','{"rules":["default"],"proposals":[],"policy":"blueprint","lead":"","unplaced":[{"site":0,"why":"er is geen postcode opgegeven en de opgegeven gemeente staat niet in de lijst"}],"signposts":["zowerkthet"],"why":["Vestiging 1: niet geplaatst, want er is geen postcode opgegeven en de opgegeven gemeente staat niet in de lijst.","Regel default vraagt de regio van de vestiging, maar geen vestiging is geplaatst."]}');
CREATE TABLE request_regions (
  -- requests.regions turned around, to find the requests of a region
  region TEXT NOT NULL,
  request INTEGER NOT NULL REFERENCES requests(id),
  PRIMARY KEY (region, request)
) STRICT, WITHOUT ROWID;
INSERT INTO request_regions VALUES('midden-brabant',20260000001);
INSERT INTO request_regions VALUES('midden-brabant',20260000002);
INSERT INTO request_regions VALUES('midden-brabant',20260000003);
INSERT INTO request_regions VALUES('zuidoost-brabant',20260000001);
INSERT INTO request_regions VALUES('zuidoost-brabant',20260000002);
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
INSERT INTO referrals VALUES(20260000001,1,'midden-brabant','open',1795424700000,1795428000000,1795597500000,NULL,'[0]','Tilburg','["wsp-midden-brabant"]','',1,3342336);
INSERT INTO referrals VALUES(20260000001,2,'zuidoost-brabant','declined',1795424700000,NULL,NULL,1795597560000,'[1]','5611 AA','["wsp-zuidoost-brabant"]','no_capacity',0,327680);
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
INSERT INTO wsp_asks VALUES(20260000001,1,1,'wsp-midden-brabant',1795428000000,1795511100000,NULL);
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
INSERT INTO clocks VALUES(20260000001,1,'take_up',0,NULL,NULL,64,'1 working_day','4 working_hours before',1795421520000,1795435920000,1795507920000,'met',0,0,NULL,1795424400000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,2,'assess',0,NULL,NULL,17664,'2 working_days',NULL,1795424400000,NULL,1795597200000,'met',0,0,NULL,1795424700000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,3,'feedback',1,'midden-brabant',NULL,2097152,'14 days','2 working_days before',1795424700000,1796288700000,1796634300000,'met',0,0,NULL,1795597500000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,4,'forward',1,'midden-brabant',NULL,131072,'1 working_day',NULL,1795424700000,NULL,1795511100000,'met',0,0,NULL,1795428000000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,5,'report_back',1,'midden-brabant',NULL,4194304,'4 weeks','3 working_days before',1795424700000,1797411900000,1797843900000,'running',0,0,NULL,NULL,0,1797411900000,NULL);
INSERT INTO clocks VALUES(20260000001,6,'feedback',2,'zuidoost-brabant',NULL,2097152,'14 days','2 working_days before',1795424700000,1796288700000,1796634300000,'cancelled',0,0,NULL,1795597560000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,7,'forward',2,'zuidoost-brabant',NULL,131072,'1 working_day',NULL,1795424700000,NULL,1795511100000,'cancelled',0,1,NULL,1795597560000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,8,'report_back',2,'zuidoost-brabant',NULL,4194304,'4 weeks','3 working_days before',1795424700000,1797411900000,1797843900000,'cancelled',0,0,NULL,1795597560000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,9,'wsp_response',1,'midden-brabant','wsp-midden-brabant',1048576,'2 working_days','1 working_day after',1795428000000,1795514400000,1795600800000,'met',0,0,NULL,1795511100000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000001,10,'decide',0,NULL,NULL,18176,'2 working_days',NULL,1795597560000,NULL,1795770360000,'running',0,0,NULL,NULL,0,1795770360000,NULL);
INSERT INTO clocks VALUES(20260000002,1,'take_up',0,NULL,NULL,64,'1 working_day','4 working_hours before',1795422000000,1795436400000,1795508400000,'met',0,0,NULL,1795425000000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000002,2,'assess',0,NULL,NULL,17664,'2 working_days',NULL,1795425000000,NULL,1795597800000,'met',0,0,NULL,1795425120000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000002,3,'follow_up',0,NULL,NULL,19712,'4 weeks',NULL,1795425120000,NULL,1797844320000,'running',0,0,NULL,NULL,0,1797844320000,NULL);
INSERT INTO clocks VALUES(20260000002,4,'decide',0,NULL,NULL,18176,'2 working_days',NULL,1795684320000,NULL,1796029920000,'running',0,0,NULL,NULL,0,1796029920000,NULL);
INSERT INTO clocks VALUES(20260000003,1,'take_up',0,NULL,NULL,64,'1 working_day','4 working_hours before',1795422600000,1795437000000,1795509000000,'met',0,0,NULL,1795425060000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000003,2,'assess',0,NULL,NULL,17664,'2 working_days',NULL,1795425060000,NULL,1795597860000,'met',0,0,NULL,1795425120000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000003,3,'follow_up',0,NULL,NULL,19712,'4 weeks',NULL,1795425120000,NULL,1797844320000,'met',0,0,NULL,1795684320000,0,NULL,NULL);
INSERT INTO clocks VALUES(20260000004,1,'take_up',0,NULL,NULL,64,'1 working_day','4 working_hours before',1795423200000,1795437600000,1795509600000,'missed',1,2,1795768800000,NULL,0,1795768800000,'missed');
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
INSERT INTO introductions VALUES(20260000002,1,20260000003,1795425120000,1,'',0);
INSERT INTO introductions VALUES(20260000003,1,20260000002,1795425120000,0,'',0);
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,  -- 1, 2, 3 ... without gaps
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  request INTEGER,
  line TEXT NOT NULL        -- JSON, as `werktdoord journal` prints it; ends in its hash
) STRICT;
INSERT INTO journal VALUES(1,1795421520000,'rules.loaded',NULL,'{"seq":1,"at":"2026-11-23T08:12:00Z","event":"rules.loaded","rulesHash":"0f5f987c5d862e2aa1c992c75389b3a9edb1ac0474a5dac0dc8df01320fbe5a6","hash":"12a30e3320fbe0dc98492dcdd9f4bf8486c8a2109d22c21aa433c012e7062e49"}');
INSERT INTO journal VALUES(2,1795421520000,'request.registered',20260000001,'{"seq":2,"at":"2026-11-23T08:12:00Z","event":"request.registered","request":"NLWD-2026-000001","source":"simulation","kind":"demand","headcount":4,"sector":"86.10","data":"sha256:2dd0b5a91728d6b2766bd476601a91c01839111ee61c131dfcbcd03d47bbbbc0","hash":"0c8068de5a2200d5a9411281e1bf0c5548485b847b9497d459e661673ae13699"}');
INSERT INTO journal VALUES(3,1795421520000,'request.routed',20260000001,'{"seq":3,"at":"2026-11-23T08:12:00Z","event":"request.routed","request":"NLWD-2026-000001","rules":["default"],"regions":["midden-brabant","zuidoost-brabant"],"mode":"after_assessment","policy":"blueprint","lead":"midden-brabant","signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant.","Vestiging 2: postcode 5611 ligt in Eindhoven, regio zuidoost-brabant."],"rulesHash":"0f5f987c5d862e2aa1c992c75389b3a9edb1ac0474a5dac0dc8df01320fbe5a6","hash":"95e177000d3440246581ba8fdd16ef0d5b404705fcb9b2f2cdeb198f93edb751"}');
INSERT INTO journal VALUES(4,1795421520000,'request.assigned',20260000001,'{"seq":4,"at":"2026-11-23T08:12:00Z","event":"request.assigned","request":"NLWD-2026-000001","owner":"anna","hash":"0a3ffcbd4827a737d5cf6c4cae5f289242c469fa6a5a69376a3bf3e1aa897f12"}');
INSERT INTO journal VALUES(5,1795421520000,'clock.started',20260000001,'{"seq":5,"at":"2026-11-23T08:12:00Z","event":"clock.started","request":"NLWD-2026-000001","clock":"take_up","start":"2026-11-23T08:12:00Z","warn":"2026-11-23T12:12:00Z","due":"2026-11-24T08:12:00Z","hash":"222bbdc9b72d5eed2f56dc0753c1719d1b0105f2195caff5bb98d6ae09d2fcef"}');
INSERT INTO journal VALUES(6,1795421520000,'mail.queued',20260000001,'{"seq":6,"at":"2026-11-23T08:12:00Z","event":"mail.queued","request":"NLWD-2026-000001","template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000001"},"hash":"20a610221714b97dd1f9ce1640ac61e5a16f38d93abe4fb78403c83e1ab624c5"}');
INSERT INTO journal VALUES(7,1795421520000,'mail.queued',20260000001,'{"seq":7,"at":"2026-11-23T08:12:00Z","event":"mail.queued","request":"NLWD-2026-000001","template":"new_request","to":{"role":"owner","key":"anna"},"hash":"422727b8080811b1d220a29bc59b1c7863b4dee97dc517217c02752816536988"}');
INSERT INTO journal VALUES(8,1795421520000,'mail.sent',20260000001,'{"seq":8,"at":"2026-11-23T08:12:00Z","event":"mail.sent","request":"NLWD-2026-000001","mail":6,"template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000001"},"hash":"e6e614374aab85385f1a26fbca9bbce07c6703c0400a6b0f77ed61ba6197b203"}');
INSERT INTO journal VALUES(9,1795421520000,'mail.sent',20260000001,'{"seq":9,"at":"2026-11-23T08:12:00Z","event":"mail.sent","request":"NLWD-2026-000001","mail":7,"template":"new_request","to":{"role":"owner","key":"anna"},"hash":"85755a0559dcd1c7ffeb634dd1643ef5499909f1ae5ba49c1149e00a10c2743a"}');
INSERT INTO journal VALUES(10,1795422000000,'request.registered',20260000002,'{"seq":10,"at":"2026-11-23T08:20:00Z","event":"request.registered","request":"NLWD-2026-000002","source":"simulation","kind":"offer","headcount":4,"sector":"86.10","data":"sha256:152f9026a2c9b42062ba5f15944ad8eb7c04812185c5adf24ffd923b1c50d07e","hash":"f3d9c7cd159b9c8071de7116eea93918923fb73b33ed6cb632270112eb15df37"}');
INSERT INTO journal VALUES(11,1795422000000,'request.routed',20260000002,'{"seq":11,"at":"2026-11-23T08:20:00Z","event":"request.routed","request":"NLWD-2026-000002","rules":["default"],"regions":["midden-brabant","zuidoost-brabant"],"mode":"after_assessment","policy":"blueprint","lead":"midden-brabant","signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant.","Vestiging 2: postcode 5611 ligt in Eindhoven, regio zuidoost-brabant."],"rulesHash":"0f5f987c5d862e2aa1c992c75389b3a9edb1ac0474a5dac0dc8df01320fbe5a6","hash":"bb35a3f370eec4dd9fb4a917cd9b740a35e42648f6cfc78b81a133f62a3cb764"}');
INSERT INTO journal VALUES(12,1795422000000,'request.assigned',20260000002,'{"seq":12,"at":"2026-11-23T08:20:00Z","event":"request.assigned","request":"NLWD-2026-000002","owner":"anna","hash":"747cdb44f0dc9d25aba7dfef4b2814951e76e6b215654b607f4f3291a1aa43bf"}');
INSERT INTO journal VALUES(13,1795422000000,'clock.started',20260000002,'{"seq":13,"at":"2026-11-23T08:20:00Z","event":"clock.started","request":"NLWD-2026-000002","clock":"take_up","start":"2026-11-23T08:20:00Z","warn":"2026-11-23T12:20:00Z","due":"2026-11-24T08:20:00Z","hash":"e760f069edd329219acc4058123a562e2d76117491b8e982c5a088026ef6dd0e"}');
INSERT INTO journal VALUES(14,1795422000000,'mail.queued',20260000002,'{"seq":14,"at":"2026-11-23T08:20:00Z","event":"mail.queued","request":"NLWD-2026-000002","template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000002"},"hash":"ca359766e1fa1f07c7cbdcdab0be85e99800883f76c1a06ee6bb80c6b999ceee"}');
INSERT INTO journal VALUES(15,1795422000000,'mail.queued',20260000002,'{"seq":15,"at":"2026-11-23T08:20:00Z","event":"mail.queued","request":"NLWD-2026-000002","template":"new_request","to":{"role":"owner","key":"anna"},"hash":"4030173c512820628e32affc84640c447d8dced058b89e573dfbf774a604e8d8"}');
INSERT INTO journal VALUES(16,1795422000000,'mail.sent',20260000002,'{"seq":16,"at":"2026-11-23T08:20:00Z","event":"mail.sent","request":"NLWD-2026-000002","mail":14,"template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000002"},"hash":"b673b3f070bd0f18f6eb2ba50370bfddbb4b3ff1c60eb346f190223cfbcc216b"}');
INSERT INTO journal VALUES(17,1795422000000,'mail.sent',20260000002,'{"seq":17,"at":"2026-11-23T08:20:00Z","event":"mail.sent","request":"NLWD-2026-000002","mail":15,"template":"new_request","to":{"role":"owner","key":"anna"},"hash":"08458fadc9bfe6096ea58a9139fecd8faa849880315837809992ab1604dd9277"}');
INSERT INTO journal VALUES(18,1795422600000,'request.registered',20260000003,'{"seq":18,"at":"2026-11-23T08:30:00Z","event":"request.registered","request":"NLWD-2026-000003","source":"simulation","kind":"demand","headcount":4,"sector":"86.10","data":"sha256:a9f87a522582d8270135f44f459127d4f727da9e9a4b7ac13bb390fc12807764","hash":"4694be41ca0e039fd0bb72ff7cccbe8abe6de982dba0233f530f58f7caa0d375"}');
INSERT INTO journal VALUES(19,1795422600000,'request.routed',20260000003,'{"seq":19,"at":"2026-11-23T08:30:00Z","event":"request.routed","request":"NLWD-2026-000003","rules":["default"],"regions":["midden-brabant"],"mode":"after_assessment","policy":"blueprint","lead":"midden-brabant","signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant."],"rulesHash":"0f5f987c5d862e2aa1c992c75389b3a9edb1ac0474a5dac0dc8df01320fbe5a6","hash":"8055947e63892af27eb085865d38a939f737ce815ba912a3bc03ef899a0fb4c8"}');
INSERT INTO journal VALUES(20,1795422600000,'request.assigned',20260000003,'{"seq":20,"at":"2026-11-23T08:30:00Z","event":"request.assigned","request":"NLWD-2026-000003","owner":"anna","hash":"4bd2c9550fa4af42fa7a30dbbb3e99c36932328039834a7db8247d6642c98128"}');
INSERT INTO journal VALUES(21,1795422600000,'clock.started',20260000003,'{"seq":21,"at":"2026-11-23T08:30:00Z","event":"clock.started","request":"NLWD-2026-000003","clock":"take_up","start":"2026-11-23T08:30:00Z","warn":"2026-11-23T12:30:00Z","due":"2026-11-24T08:30:00Z","hash":"e5d5e79aa6cd1405c0869ff1eaf81e14a390703a1c9f9e5e2e11ffe85c7bb664"}');
INSERT INTO journal VALUES(22,1795422600000,'mail.queued',20260000003,'{"seq":22,"at":"2026-11-23T08:30:00Z","event":"mail.queued","request":"NLWD-2026-000003","template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000003"},"hash":"291954a7ac0f0a42d5ac8e938fa7d22230e6c71888abb11859cf2315a3f85293"}');
INSERT INTO journal VALUES(23,1795422600000,'mail.queued',20260000003,'{"seq":23,"at":"2026-11-23T08:30:00Z","event":"mail.queued","request":"NLWD-2026-000003","template":"new_request","to":{"role":"owner","key":"anna"},"hash":"36befcb148609e2c74ddf43c8e40003082861de1639e4afd24d4b8583965ad4f"}');
INSERT INTO journal VALUES(24,1795422600000,'mail.sent',20260000003,'{"seq":24,"at":"2026-11-23T08:30:00Z","event":"mail.sent","request":"NLWD-2026-000003","mail":22,"template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000003"},"hash":"233cfcf55703e1365412288100d3a72ab1646f522271cad7413bf65dd63c3406"}');
INSERT INTO journal VALUES(25,1795422600000,'mail.sent',20260000003,'{"seq":25,"at":"2026-11-23T08:30:00Z","event":"mail.sent","request":"NLWD-2026-000003","mail":23,"template":"new_request","to":{"role":"owner","key":"anna"},"hash":"4597fe07d5a4e9c7817423f170e900aa555f1d7ed8e9a110c843ec8730a55bdf"}');
INSERT INTO journal VALUES(26,1795423200000,'request.registered',20260000004,'{"seq":26,"at":"2026-11-23T08:40:00Z","event":"request.registered","request":"NLWD-2026-000004","source":"simulation","kind":"demand","headcount":4,"sector":"86.10","data":"sha256:ae9725a1d33c0d18ab7f934905e411c4cb0ea0a8f81629db6f52ebb40632f62d","hash":"b5c7aa1cd9e14bd79df4f092440afc800c013436d49fdcdf8bf53b1cf4694bba"}');
INSERT INTO journal VALUES(27,1795423200000,'request.unroutable',20260000004,'{"seq":27,"at":"2026-11-23T08:40:00Z","event":"request.unroutable","request":"NLWD-2026-000004","rules":["default"],"policy":"blueprint","unplaced":[{"site":0,"why":"er is geen postcode opgegeven en de opgegeven gemeente staat niet in de lijst"}],"signposts":["zowerkthet"],"why":["Vestiging 1: niet geplaatst, want er is geen postcode opgegeven en de opgegeven gemeente staat niet in de lijst.","Regel default vraagt de regio van de vestiging, maar geen vestiging is geplaatst."],"rulesHash":"0f5f987c5d862e2aa1c992c75389b3a9edb1ac0474a5dac0dc8df01320fbe5a6","hash":"a1f2945d2d28f6cd9c26ab634942f4ef92baf0fe2c642078e719e6dbf9499688"}');
INSERT INTO journal VALUES(28,1795423200000,'request.assigned',20260000004,'{"seq":28,"at":"2026-11-23T08:40:00Z","event":"request.assigned","request":"NLWD-2026-000004","owner":"anna","hash":"0bb766d31c6e1b5a1acbe702a700083a966be93cac9d9e74f8e5b468c5c605a7"}');
INSERT INTO journal VALUES(29,1795423200000,'clock.started',20260000004,'{"seq":29,"at":"2026-11-23T08:40:00Z","event":"clock.started","request":"NLWD-2026-000004","clock":"take_up","start":"2026-11-23T08:40:00Z","warn":"2026-11-23T12:40:00Z","due":"2026-11-24T08:40:00Z","hash":"e199e8e330ff16e26e86f4ead91512779f92f3fa17ce56571aed6998eceff8b2"}');
INSERT INTO journal VALUES(30,1795423200000,'mail.queued',20260000004,'{"seq":30,"at":"2026-11-23T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000004"},"hash":"a033651a52255ab67103e4d4338751f3b7849f42fc59c02df013e7b05849cc6a"}');
INSERT INTO journal VALUES(31,1795423200000,'mail.queued',20260000004,'{"seq":31,"at":"2026-11-23T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"new_request","to":{"role":"owner","key":"anna"},"hash":"94f4b6ef71b279f4998623eddcc57c6c85ddf00428bbcf80f56eca0f59d06781"}');
INSERT INTO journal VALUES(32,1795423200000,'mail.sent',20260000004,'{"seq":32,"at":"2026-11-23T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":30,"template":"confirmation","to":{"role":"employer","key":"NLWD-2026-000004"},"hash":"784e40b2374d443bcb88e8ce8d71ebb85b6d7bb8888ad089247191c9c4e8e856"}');
INSERT INTO journal VALUES(33,1795423200000,'mail.sent',20260000004,'{"seq":33,"at":"2026-11-23T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":31,"template":"new_request","to":{"role":"owner","key":"anna"},"hash":"72705c90c2ac2d42dd2b7996fb76e1e72e1c5f82c41eca93479521561093fad0"}');
INSERT INTO journal VALUES(34,1795424400000,'request.taken_up',20260000001,'{"seq":34,"at":"2026-11-23T09:00:00Z","event":"request.taken_up","request":"NLWD-2026-000001","by":"anna","note":"sha256:999149c7e3ed29690c676a2e53738cefd0f3721a904912432ef598c0bf9cea8f","hash":"ca5fd15a16afd2779afc68348d651aa60a155e06db62cc5e11bac49f8eb979fa"}');
INSERT INTO journal VALUES(35,1795424400000,'clock.met',20260000001,'{"seq":35,"at":"2026-11-23T09:00:00Z","event":"clock.met","request":"NLWD-2026-000001","clock":"take_up","due":"2026-11-24T08:12:00Z","hash":"f11de5c82d03a8e8bfac71efa662c2f922075079c3e866f44410c84875d09a0a"}');
INSERT INTO journal VALUES(36,1795424400000,'clock.started',20260000001,'{"seq":36,"at":"2026-11-23T09:00:00Z","event":"clock.started","request":"NLWD-2026-000001","clock":"assess","start":"2026-11-23T09:00:00Z","due":"2026-11-25T09:00:00Z","hash":"fa494ba29b0200441ec32fc7e7766d79eba4336e6123ab7f667b69bc9ba98050"}');
INSERT INTO journal VALUES(37,1795424700000,'request.referred',20260000001,'{"seq":37,"at":"2026-11-23T09:05:00Z","event":"request.referred","request":"NLWD-2026-000001","by":"anna","regions":["midden-brabant","zuidoost-brabant"],"hash":"0b5c51d6e8b812da092eabb88cef3ca1100efa6f6d21d36a1ba6b08d4602f91e"}');
INSERT INTO journal VALUES(38,1795424700000,'clock.met',20260000001,'{"seq":38,"at":"2026-11-23T09:05:00Z","event":"clock.met","request":"NLWD-2026-000001","clock":"assess","due":"2026-11-25T09:00:00Z","hash":"866ee84380d23dcdb28e0145333bd410278a800bd9fd173fcbef7ea648174d69"}');
INSERT INTO journal VALUES(39,1795424700000,'referral.sent',20260000001,'{"seq":39,"at":"2026-11-23T09:05:00Z","event":"referral.sent","request":"NLWD-2026-000001","region":"midden-brabant","by":"anna","wsps":["wsp-midden-brabant"],"hash":"6112ebd6a9a1fc7a2b9fdcaf687755531595b9f875aada4612cb2d46a555731a"}');
INSERT INTO journal VALUES(40,1795424700000,'clock.started',20260000001,'{"seq":40,"at":"2026-11-23T09:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"midden-brabant","clock":"feedback","start":"2026-11-23T09:05:00Z","warn":"2026-12-03T09:05:00Z","due":"2026-12-07T09:05:00Z","hash":"bb9ca87ac2e915e98f504312d3ec8156aa9392f75ffdb9d91777e63ad6e4fa9a"}');
INSERT INTO journal VALUES(41,1795424700000,'clock.started',20260000001,'{"seq":41,"at":"2026-11-23T09:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"midden-brabant","clock":"forward","start":"2026-11-23T09:05:00Z","due":"2026-11-24T09:05:00Z","hash":"3b8e78d887f6226fe399b134ee41dc41df2dadb5055cfd9c2925b1493dd4e00f"}');
INSERT INTO journal VALUES(42,1795424700000,'clock.started',20260000001,'{"seq":42,"at":"2026-11-23T09:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"midden-brabant","clock":"report_back","start":"2026-11-23T09:05:00Z","warn":"2026-12-16T09:05:00Z","due":"2026-12-21T09:05:00Z","hash":"279a5b11bfcf4205d19bc959c9fd209d3c374911f41702c0f1adc19b1c7a4595"}');
INSERT INTO journal VALUES(43,1795424700000,'referral.sent',20260000001,'{"seq":43,"at":"2026-11-23T09:05:00Z","event":"referral.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","by":"anna","wsps":["wsp-zuidoost-brabant"],"hash":"61e98270bf02be2889b5e2f408a7c8403fe95ef9c377d62a23896cb86892405a"}');
INSERT INTO journal VALUES(44,1795424700000,'clock.started',20260000001,'{"seq":44,"at":"2026-11-23T09:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"feedback","start":"2026-11-23T09:05:00Z","warn":"2026-12-03T09:05:00Z","due":"2026-12-07T09:05:00Z","hash":"e0858608e263fdd5f353ea78cdbb290a50b2edab9f8bb5fc8efad4a963e4537e"}');
INSERT INTO journal VALUES(45,1795424700000,'clock.started',20260000001,'{"seq":45,"at":"2026-11-23T09:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"forward","start":"2026-11-23T09:05:00Z","due":"2026-11-24T09:05:00Z","hash":"950b1ce297037f01ab1e49956e4141a2a4b59a0bc5ea48ea389df304e4e4695d"}');
INSERT INTO journal VALUES(46,1795424700000,'clock.started',20260000001,'{"seq":46,"at":"2026-11-23T09:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"report_back","start":"2026-11-23T09:05:00Z","warn":"2026-12-16T09:05:00Z","due":"2026-12-21T09:05:00Z","hash":"de1c25e1dd571b6240c9c117adac899b9e57eba5a5d87f8a94451fd6584acbf5"}');
INSERT INTO journal VALUES(47,1795424700000,'mail.queued',20260000001,'{"seq":47,"at":"2026-11-23T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"midden-brabant","template":"referral","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"3a1dcbe0a2f1b1d4575d90bc6db779f448c71d671f0a646bee266716fb22f5a9"}');
INSERT INTO journal VALUES(48,1795424700000,'mail.queued',20260000001,'{"seq":48,"at":"2026-11-23T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"referral","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"42848cedc2dc4308d63b80e98c386676156e03e3de04143238dfd5c3d5a3464d"}');
INSERT INTO journal VALUES(49,1795424700000,'mail.queued',20260000001,'{"seq":49,"at":"2026-11-23T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","template":"status","to":{"role":"employer","key":"NLWD-2026-000001"},"hash":"976adff1df8af035bb2d74ee6e165504efb47b3dd59941ba8f25864640047229"}');
INSERT INTO journal VALUES(50,1795424700000,'mail.sent',20260000001,'{"seq":50,"at":"2026-11-23T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"midden-brabant","mail":47,"template":"referral","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"09fe448920bc1c1e6ce9c8435ed8f780e249103f6c251ed58501983a045188a5"}');
INSERT INTO journal VALUES(51,1795424700000,'mail.sent',20260000001,'{"seq":51,"at":"2026-11-23T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":48,"template":"referral","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"a3925605710ca67ca05e5471c1b5196dbf3f6d7d1c53266d81157311afbab21d"}');
INSERT INTO journal VALUES(52,1795424700000,'mail.sent',20260000001,'{"seq":52,"at":"2026-11-23T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","mail":49,"template":"status","to":{"role":"employer","key":"NLWD-2026-000001"},"hash":"256b0002a1823be41ee7c8fd86d0d1f8918eb52c610dd872b76fa6670ba448b7"}');
INSERT INTO journal VALUES(53,1795425000000,'request.taken_up',20260000002,'{"seq":53,"at":"2026-11-23T09:10:00Z","event":"request.taken_up","request":"NLWD-2026-000002","by":"anna","hash":"be02976fd2ed913afd418992cdf847ab43bb5fde5f61d5475c1bb628fe2a0710"}');
INSERT INTO journal VALUES(54,1795425000000,'clock.met',20260000002,'{"seq":54,"at":"2026-11-23T09:10:00Z","event":"clock.met","request":"NLWD-2026-000002","clock":"take_up","due":"2026-11-24T08:20:00Z","hash":"6b8e0a8add93dd213642154af889b8548df9118fba7c038761e06521d617d9ac"}');
INSERT INTO journal VALUES(55,1795425000000,'clock.started',20260000002,'{"seq":55,"at":"2026-11-23T09:10:00Z","event":"clock.started","request":"NLWD-2026-000002","clock":"assess","start":"2026-11-23T09:10:00Z","due":"2026-11-25T09:10:00Z","hash":"f4d42b7027b7cd93646aff9bdcbfa4f56577228d76ed0b2d4b75cfcc2dcc4d43"}');
INSERT INTO journal VALUES(56,1795425060000,'request.taken_up',20260000003,'{"seq":56,"at":"2026-11-23T09:11:00Z","event":"request.taken_up","request":"NLWD-2026-000003","by":"anna","hash":"ad46f19b42eeda12cacff84c1e5fa8f435235bdf77f3fb2fd0f2c82fb03688a5"}');
INSERT INTO journal VALUES(57,1795425060000,'clock.met',20260000003,'{"seq":57,"at":"2026-11-23T09:11:00Z","event":"clock.met","request":"NLWD-2026-000003","clock":"take_up","due":"2026-11-24T08:30:00Z","hash":"f7337addb15db3ef49dbefbac4148eb05ed2a628277a2fee97214b71374e4aa7"}');
INSERT INTO journal VALUES(58,1795425060000,'clock.started',20260000003,'{"seq":58,"at":"2026-11-23T09:11:00Z","event":"clock.started","request":"NLWD-2026-000003","clock":"assess","start":"2026-11-23T09:11:00Z","due":"2026-11-25T09:11:00Z","hash":"5f8f98079a5715754111240eac50abe9040d53cddc1ffc07bfba3697606b5fdb"}');
INSERT INTO journal VALUES(59,1795425120000,'request.introduced',20260000003,'{"seq":59,"at":"2026-11-23T09:12:00Z","event":"request.introduced","request":"NLWD-2026-000003","by":"anna","with":"NLWD-2026-000002","hash":"2ae7e0e5c3dbcfbea1263a71f9d9c2748d1ed7178869f2af4a731c46cae16595"}');
INSERT INTO journal VALUES(60,1795425120000,'clock.met',20260000003,'{"seq":60,"at":"2026-11-23T09:12:00Z","event":"clock.met","request":"NLWD-2026-000003","clock":"assess","due":"2026-11-25T09:11:00Z","hash":"127009019b8539fcc265ec9212c9ad98b246aa932e6fe6d9f775ea3d74af2a1b"}');
INSERT INTO journal VALUES(61,1795425120000,'clock.started',20260000003,'{"seq":61,"at":"2026-11-23T09:12:00Z","event":"clock.started","request":"NLWD-2026-000003","clock":"follow_up","start":"2026-11-23T09:12:00Z","due":"2026-12-21T09:12:00Z","hash":"8e5eeaf17a9bb757136c9a8ead7ec7ea4383f48c37e32829aab235cad7ff1d69"}');
INSERT INTO journal VALUES(62,1795425120000,'request.introduced',20260000002,'{"seq":62,"at":"2026-11-23T09:12:00Z","event":"request.introduced","request":"NLWD-2026-000002","by":"anna","with":"NLWD-2026-000003","hash":"3847ca82aa2192689d29b9a456070dd4b6c14d0f528200f55294a591d2254c6f"}');
INSERT INTO journal VALUES(63,1795425120000,'clock.met',20260000002,'{"seq":63,"at":"2026-11-23T09:12:00Z","event":"clock.met","request":"NLWD-2026-000002","clock":"assess","due":"2026-11-25T09:10:00Z","hash":"f9d4f17ead9b43e025aa7798014c4edb537a02d3ecfb92cb329084f2fff1224a"}');
INSERT INTO journal VALUES(64,1795425120000,'clock.started',20260000002,'{"seq":64,"at":"2026-11-23T09:12:00Z","event":"clock.started","request":"NLWD-2026-000002","clock":"follow_up","start":"2026-11-23T09:12:00Z","due":"2026-12-21T09:12:00Z","hash":"647464a93b32b115300083d98b99d8ee25c1b6f457a27b76f59a78382f22fd8e"}');
INSERT INTO journal VALUES(65,1795425120000,'mail.queued',20260000003,'{"seq":65,"at":"2026-11-23T09:12:00Z","event":"mail.queued","request":"NLWD-2026-000003","template":"introduction","to":{"role":"employer","key":"NLWD-2026-000003"},"hash":"6b412ebbf38cb0d13f5b1a80df9dc6c62cd194e6155c55916c4bd98ba7da60d2"}');
INSERT INTO journal VALUES(66,1795425120000,'mail.queued',20260000002,'{"seq":66,"at":"2026-11-23T09:12:00Z","event":"mail.queued","request":"NLWD-2026-000002","template":"introduction","to":{"role":"employer","key":"NLWD-2026-000002"},"hash":"1e279ddd069094492ab0e023b3ae4a18b140dc2b61d600112f38436fd62bf31a"}');
INSERT INTO journal VALUES(67,1795425120000,'mail.sent',20260000003,'{"seq":67,"at":"2026-11-23T09:12:00Z","event":"mail.sent","request":"NLWD-2026-000003","mail":65,"template":"introduction","to":{"role":"employer","key":"NLWD-2026-000003"},"hash":"6558c126b85e924bf54ab39e4a43ba695f8a0f4824ebfc7ac9b5d14060bdc961"}');
INSERT INTO journal VALUES(68,1795425120000,'mail.sent',20260000002,'{"seq":68,"at":"2026-11-23T09:12:00Z","event":"mail.sent","request":"NLWD-2026-000002","mail":66,"template":"introduction","to":{"role":"employer","key":"NLWD-2026-000002"},"hash":"3be69333cc36e7765d5d6e4a22ce3a445f892bd864b9d9331309cc0ffcfdb4e6"}');
INSERT INTO journal VALUES(69,1795428300000,'referral.forwarded',20260000001,'{"seq":69,"at":"2026-11-23T10:05:00Z","event":"referral.forwarded","request":"NLWD-2026-000001","region":"midden-brabant","by":"regional_contact","happenedAt":"2026-11-23T10:00:00Z","wsps":["wsp-midden-brabant"],"hash":"3a860b09b7f9a38ff0f3b853dae32482991bf65ac6c1a0f646b415056e49a8ce"}');
INSERT INTO journal VALUES(70,1795428300000,'clock.met',20260000001,'{"seq":70,"at":"2026-11-23T10:05:00Z","event":"clock.met","request":"NLWD-2026-000001","region":"midden-brabant","clock":"forward","due":"2026-11-24T09:05:00Z","hash":"54c698d633c090745b1cdac40117dd72d14dc84bec22bbd50e18103881c9817e"}');
INSERT INTO journal VALUES(71,1795428300000,'clock.started',20260000001,'{"seq":71,"at":"2026-11-23T10:05:00Z","event":"clock.started","request":"NLWD-2026-000001","region":"midden-brabant","clock":"wsp_response","wsp":"wsp-midden-brabant","start":"2026-11-23T10:00:00Z","warn":"2026-11-24T10:00:00Z","due":"2026-11-25T10:00:00Z","hash":"cb5bc5749c4367b46b68aad65599c7dc83461bf505a7f946543809de7b750cd0"}');
INSERT INTO journal VALUES(72,1795428300000,'mail.queued',20260000001,'{"seq":72,"at":"2026-11-23T10:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"midden-brabant","template":"wsp_request","to":{"role":"wsp","key":"wsp-midden-brabant"},"wsp":"wsp-midden-brabant","hash":"394b1e9a5d7351066c112156f17daae24e20367802e974d2f9e3fb26c8d08daf"}');
INSERT INTO journal VALUES(73,1795428300000,'mail.sent',20260000001,'{"seq":73,"at":"2026-11-23T10:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"midden-brabant","mail":72,"template":"wsp_request","to":{"role":"wsp","key":"wsp-midden-brabant"},"hash":"a113b7f3350c578208faac490191b5f1c0960172fd816c7fb2fc262964a8a276"}');
INSERT INTO journal VALUES(74,1795437600000,'clock.warned',20260000004,'{"seq":74,"at":"2026-11-23T12:40:00Z","event":"clock.warned","request":"NLWD-2026-000004","clock":"take_up","due":"2026-11-24T08:40:00Z","hash":"ffdc1cbf244d324c7c6a20af32f8e9a676de65018eab864bd5dedfc96d5dee9f"}');
INSERT INTO journal VALUES(75,1795437600000,'alert.raised',20260000004,'{"seq":75,"at":"2026-11-23T12:40:00Z","event":"alert.raised","request":"NLWD-2026-000004","clock":"take_up","step":"warned","to":[{"role":"owner","key":"anna"}],"hash":"6aad7cd97efde13196da68150b562b0435f97477d0e2badd0f1b1d925ccfa5a0"}');
INSERT INTO journal VALUES(76,1795437600000,'mail.queued',20260000004,'{"seq":76,"at":"2026-11-23T12:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"owner","key":"anna"},"clock":"take_up","step":"warned","hash":"33d11c186ecdb152db8a29a88fe8dbe95e840d6185d007eb42c45ff0f20660e3"}');
INSERT INTO journal VALUES(77,1795437600000,'mail.sent',20260000004,'{"seq":77,"at":"2026-11-23T12:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":76,"template":"alert","to":{"role":"owner","key":"anna"},"hash":"b1c8412e6d1ce27acebb4463506cf8dc16f07284c8b671e65e941378b75d639a"}');
INSERT INTO journal VALUES(78,1795504500000,'digest.queued',NULL,'{"seq":78,"at":"2026-11-24T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"anna"},"hash":"7b65c4a813d8c92d52a9d12359aac1685b0487787f2f03a16aafac7301f00103"}');
INSERT INTO journal VALUES(79,1795504500000,'digest.queued',NULL,'{"seq":79,"at":"2026-11-24T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"bram"},"hash":"bb9b6da274e116f11b0893116c959e3d0556bdf95699165c67a9cf0e56cdde01"}');
INSERT INTO journal VALUES(80,1795504500000,'digest.queued',NULL,'{"seq":80,"at":"2026-11-24T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"chris"},"hash":"5ef839da6a4a2bfbf5ac66753b6e8b4fc829129c1ea131d2008f639e2c8d7f15"}');
INSERT INTO journal VALUES(81,1795504500000,'digest.queued',NULL,'{"seq":81,"at":"2026-11-24T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"dina"},"hash":"fe8dbee7f358cc405f03d0fbaaf60cf648034ac24de2c5c2ad753b6d723dd366"}');
INSERT INTO journal VALUES(82,1795504500000,'mail.sent',NULL,'{"seq":82,"at":"2026-11-24T07:15:00Z","event":"mail.sent","mail":78,"template":"digest_team","to":{"role":"team","key":"anna"},"hash":"0b03623c71dca76f95cbf531c43cb2fa94d29ed039c965629ba209e7d754ad05"}');
INSERT INTO journal VALUES(83,1795504500000,'mail.sent',NULL,'{"seq":83,"at":"2026-11-24T07:15:00Z","event":"mail.sent","mail":79,"template":"digest_team","to":{"role":"team","key":"bram"},"hash":"57191bf5e2757947bd0bd83db0e5ceda8354081367de5aea60af053da8d93ed0"}');
INSERT INTO journal VALUES(84,1795504500000,'mail.sent',NULL,'{"seq":84,"at":"2026-11-24T07:15:00Z","event":"mail.sent","mail":80,"template":"digest_team","to":{"role":"team","key":"chris"},"hash":"734cb81c485c35b0260fbd86e321ff0b6261ffbd0d4692cc0928fdfcc99cb65b"}');
INSERT INTO journal VALUES(85,1795504500000,'mail.sent',NULL,'{"seq":85,"at":"2026-11-24T07:15:00Z","event":"mail.sent","mail":81,"template":"digest_team","to":{"role":"team","key":"dina"},"hash":"d98a107d58d5d5cdb974317ab0f7ea4314e35b453338c3f508ca30d0ae3f0313"}');
INSERT INTO journal VALUES(86,1795505400000,'digest.skipped',NULL,'{"seq":86,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"achterhoek"},"reason":"empty","hash":"4c359d9b5647d5392ab52c49ba0e7d943c397094ae5e004f608ff9e86ec29a3e"}');
INSERT INTO journal VALUES(87,1795505400000,'digest.skipped',NULL,'{"seq":87,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"amersfoort"},"reason":"empty","hash":"856965a621a11a0a65613e723c9e9a1439176c35b4152f6444d342c5a3e4d5cf"}');
INSERT INTO journal VALUES(88,1795505400000,'digest.skipped',NULL,'{"seq":88,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"drechtsteden"},"reason":"empty","hash":"98f35254182094d610f8fd0f84064cf0537506076e55959661b4a4e99655d17d"}');
INSERT INTO journal VALUES(89,1795505400000,'digest.skipped',NULL,'{"seq":89,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"drenthe"},"reason":"empty","hash":"6579caab91db473bd0be5093867c679c18e0d5b2f05b0388a74c5532cd91cf1f"}');
INSERT INTO journal VALUES(90,1795505400000,'digest.skipped',NULL,'{"seq":90,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"flevoland"},"reason":"empty","hash":"9101ac991e7c0753acc03c38d050ead79585ef9ed320c2e02075c53462cf1794"}');
INSERT INTO journal VALUES(91,1795505400000,'digest.skipped',NULL,'{"seq":91,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"foodvalley"},"reason":"empty","hash":"d6ad7bda6fb7294d8404664444d8e6d4022a5597a70eef4952fee72ee0238376"}');
INSERT INTO journal VALUES(92,1795505400000,'digest.skipped',NULL,'{"seq":92,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"friesland"},"reason":"empty","hash":"40b1cf94cb99027de563de91f72268ee63b950a718cab5fd0c6a9f74aebf4796"}');
INSERT INTO journal VALUES(93,1795505400000,'digest.skipped',NULL,'{"seq":93,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"gooi-en-vechtstreek"},"reason":"empty","hash":"de90f7ae5b44613e16b4c87d54ac79f5ed6f73722cb7731b5d3573d2ee4c4e3f"}');
INSERT INTO journal VALUES(94,1795505400000,'digest.skipped',NULL,'{"seq":94,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"gorinchem"},"reason":"empty","hash":"c6d75518e44bdcafa4d1ef77d73fade35bb970bb0864470e4ec0d73e5ba3dc07"}');
INSERT INTO journal VALUES(95,1795505400000,'digest.skipped',NULL,'{"seq":95,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"groningen"},"reason":"empty","hash":"9c072697f7f16f32299d19122d785849c0ed75dea79874f795cf896d9c18452b"}');
INSERT INTO journal VALUES(96,1795505400000,'digest.skipped',NULL,'{"seq":96,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"groot-amsterdam"},"reason":"empty","hash":"9318042121ec568d24b6dcd1b1d4242dc20d1db199c465166957943d106dc66f"}');
INSERT INTO journal VALUES(97,1795505400000,'digest.skipped',NULL,'{"seq":97,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"haaglanden"},"reason":"empty","hash":"411d0644969ec0520613f2995669387c09d8cf3426158d934bdd1c367a4551ee"}');
INSERT INTO journal VALUES(98,1795505400000,'digest.skipped',NULL,'{"seq":98,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"helmond-de-peel"},"reason":"empty","hash":"beff1837e6514eee3cfd5d5c135f0c342db35dd3a46123d2c90ca6734e647e41"}');
INSERT INTO journal VALUES(99,1795505400000,'digest.skipped',NULL,'{"seq":99,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"holland-rijnland"},"reason":"empty","hash":"b3674566301f342f4d7a7c17ea69a61b9b0e593876f801c7b941d6784fee1962"}');
INSERT INTO journal VALUES(100,1795505400000,'digest.queued',NULL,'{"seq":100,"at":"2026-11-24T07:30:00Z","event":"digest.queued","template":"digest_contact","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"3fafbbb8bc80196e1433dd701a9e7b686f4010a59696d03d48b0da3ea3c883fd"}');
INSERT INTO journal VALUES(101,1795505400000,'digest.skipped',NULL,'{"seq":101,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-gelderland"},"reason":"empty","hash":"f8763990aa2ac1e72000ad82750eb58a4dd191c0beb9e2bf9a1d5aacbedc24f0"}');
INSERT INTO journal VALUES(102,1795505400000,'digest.skipped',NULL,'{"seq":102,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-holland"},"reason":"empty","hash":"4a22df43c5e78de721f0acb9e66070274390950ece481e51480f12710c27fcb8"}');
INSERT INTO journal VALUES(103,1795505400000,'digest.skipped',NULL,'{"seq":103,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-limburg"},"reason":"empty","hash":"cbf8673f5ac15065eb123047f53d3efb5023b849109242669bdd190756e6f989"}');
INSERT INTO journal VALUES(104,1795505400000,'digest.skipped',NULL,'{"seq":104,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-utrecht"},"reason":"empty","hash":"7aaaaf7e6253b85b4f69c5b25d637082509f7a321e5d6422639b3542bef1aee3"}');
INSERT INTO journal VALUES(105,1795505400000,'digest.skipped',NULL,'{"seq":105,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noord-holland-noord"},"reason":"empty","hash":"41731e6032aa0962c255d47a1a336508bcbbe55e9f1b6b2ed8a9d840eb94fe18"}');
INSERT INTO journal VALUES(106,1795505400000,'digest.skipped',NULL,'{"seq":106,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noord-limburg"},"reason":"empty","hash":"4814b115f3ea92412305644fbcf88145b780fccfabff575b47e099b2c30dc20d"}');
INSERT INTO journal VALUES(107,1795505400000,'digest.skipped',NULL,'{"seq":107,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noordoost-brabant"},"reason":"empty","hash":"70ada4ff6ffba010332c9f32db86e1dcaf8b2622a0c1ba7c70b988045d4c2d63"}');
INSERT INTO journal VALUES(108,1795505400000,'digest.skipped',NULL,'{"seq":108,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"regio-zwolle"},"reason":"empty","hash":"70ffffe9f986ed218155fa1db26879dc0d4053d7e1ce2361d5f59dd465c60a16"}');
INSERT INTO journal VALUES(109,1795505400000,'digest.skipped',NULL,'{"seq":109,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rijk-van-nijmegen"},"reason":"empty","hash":"c8fe8ff460bfcb80f735f618ecceef6314a1dd5d35fcd9beadf19d39403cab34"}');
INSERT INTO journal VALUES(110,1795505400000,'digest.skipped',NULL,'{"seq":110,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rijnmond"},"reason":"empty","hash":"8b1142554ced391a9ecbc574e1f1dbdf6b78cc27caac91b9de4112e3b084e4c3"}');
INSERT INTO journal VALUES(111,1795505400000,'digest.skipped',NULL,'{"seq":111,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rivierenland"},"reason":"empty","hash":"1e12a6d2781af36b515b1d2d2ba7d1bbffcab9ed15de9b0ee59c1011f238557b"}');
INSERT INTO journal VALUES(112,1795505400000,'digest.skipped',NULL,'{"seq":112,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"twente"},"reason":"empty","hash":"014a4078070282e72894339eb087bc0623e1087d4f941621cf3d2d8b4f78dcef"}');
INSERT INTO journal VALUES(113,1795505400000,'digest.skipped',NULL,'{"seq":113,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"veluwe-stedendriehoek"},"reason":"empty","hash":"4e3c41f17c65b388abee3c5ac45d9c0406f8a2ffad44975a5fb8c0e31bf6ea8a"}');
INSERT INTO journal VALUES(114,1795505400000,'digest.skipped',NULL,'{"seq":114,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"west-brabant"},"reason":"empty","hash":"0e897e45b2807bde9ae7d61653869d20f33d21c3451e3bc52672761cb4d00ff2"}');
INSERT INTO journal VALUES(115,1795505400000,'digest.skipped',NULL,'{"seq":115,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zaanstreek-waterland"},"reason":"empty","hash":"685dc89205b1c0f83e369c67572f00ccb884826151e66ea1e548a92063e0c9a4"}');
INSERT INTO journal VALUES(116,1795505400000,'digest.skipped',NULL,'{"seq":116,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zeeland"},"reason":"empty","hash":"0eb457a3ac085058a190ef40e8e9a871ba504d1bf55fd483eacbedfd8104e958"}');
INSERT INTO journal VALUES(117,1795505400000,'digest.skipped',NULL,'{"seq":117,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-holland-centraal"},"reason":"empty","hash":"91ae16a70d643bd069115772f4da6e7198ee907e4fcf6432cad68326c713a948"}');
INSERT INTO journal VALUES(118,1795505400000,'digest.skipped',NULL,'{"seq":118,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-kennemerland-en-ijmond"},"reason":"empty","hash":"1840052a9ba7408da0942d5f587dce93c56ae50b95dc1215b61aad833279dca0"}');
INSERT INTO journal VALUES(119,1795505400000,'digest.skipped',NULL,'{"seq":119,"at":"2026-11-24T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-limburg"},"reason":"empty","hash":"2dbf15f9d047b34c267d2124e979e13550ce6166f28bb6371d70987032f4b1be"}');
INSERT INTO journal VALUES(120,1795505400000,'digest.queued',NULL,'{"seq":120,"at":"2026-11-24T07:30:00Z","event":"digest.queued","template":"digest_contact","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"ef0447e6535e3a7c077ee6682897def04e2dbbc304be8b7f70a7bb7e1c0ac026"}');
INSERT INTO journal VALUES(121,1795505400000,'mail.sent',NULL,'{"seq":121,"at":"2026-11-24T07:30:00Z","event":"mail.sent","mail":100,"template":"digest_contact","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"9a8e02ec1801255d18c4d17407b18afbb07d297d7ada512e8ebffd971ab9252b"}');
INSERT INTO journal VALUES(122,1795505400000,'mail.sent',NULL,'{"seq":122,"at":"2026-11-24T07:30:00Z","event":"mail.sent","mail":120,"template":"digest_contact","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"4a677bf219342d4819e4d07e43adc4d0afcd43f61fb10b5b7aa88427cb14078d"}');
INSERT INTO journal VALUES(123,1795509600000,'clock.missed',20260000004,'{"seq":123,"at":"2026-11-24T08:40:00Z","event":"clock.missed","request":"NLWD-2026-000004","clock":"take_up","due":"2026-11-24T08:40:00Z","hash":"476218d0b7daa3e668cea10f2e2b0f672ac9edcf707569c329ab0b8adab1ace5"}');
INSERT INTO journal VALUES(124,1795509600000,'alert.raised',20260000004,'{"seq":124,"at":"2026-11-24T08:40:00Z","event":"alert.raised","request":"NLWD-2026-000004","clock":"take_up","step":"missed","to":[{"role":"owner","key":"anna"},{"role":"team","key":"anna"},{"role":"team","key":"bram"},{"role":"team","key":"chris"},{"role":"team","key":"dina"}],"hash":"fd162f3642a708d18818902d3219c38a257e6c89eccea093262bb4deb2c59176"}');
INSERT INTO journal VALUES(125,1795509600000,'mail.queued',20260000004,'{"seq":125,"at":"2026-11-24T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"owner","key":"anna"},"clock":"take_up","step":"missed","hash":"d8a50e3116f46b7a0b5d857b8d97ccc6d4839edc2bb330385f1bfcbbdadcb6c6"}');
INSERT INTO journal VALUES(126,1795509600000,'mail.queued',20260000004,'{"seq":126,"at":"2026-11-24T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"team","key":"bram"},"clock":"take_up","step":"missed","hash":"9644acd0397497496962992f4e26638c556f07bbf6dacf6a43c236d6dc1655e8"}');
INSERT INTO journal VALUES(127,1795509600000,'mail.queued',20260000004,'{"seq":127,"at":"2026-11-24T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"team","key":"chris"},"clock":"take_up","step":"missed","hash":"c03ffbf1713b1fb8db3955b956704c363bec939e23961cbbe700654e121ab006"}');
INSERT INTO journal VALUES(128,1795509600000,'mail.queued',20260000004,'{"seq":128,"at":"2026-11-24T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"team","key":"dina"},"clock":"take_up","step":"missed","hash":"84aad67e17a23fe181c3f0da112b8d5d9955e60dcf9f25552b84afd08b3d56eb"}');
INSERT INTO journal VALUES(129,1795509600000,'mail.sent',20260000004,'{"seq":129,"at":"2026-11-24T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":125,"template":"alert","to":{"role":"owner","key":"anna"},"hash":"bdd9f5a779f086b27ba571e7168a0c3ea044a4b8ed755eee1c87a96fab8da369"}');
INSERT INTO journal VALUES(130,1795509600000,'mail.sent',20260000004,'{"seq":130,"at":"2026-11-24T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":126,"template":"alert","to":{"role":"team","key":"bram"},"hash":"ed9199c04ec9a25a1bfeaca6f3e5db12f875d98bbbe269b13d7f171cb7402433"}');
INSERT INTO journal VALUES(131,1795509600000,'mail.sent',20260000004,'{"seq":131,"at":"2026-11-24T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":127,"template":"alert","to":{"role":"team","key":"chris"},"hash":"36cc7802983bc2c8bbd752c95f902a60cf788d9da65384a288b02962fd1ffa95"}');
INSERT INTO journal VALUES(132,1795509600000,'mail.sent',20260000004,'{"seq":132,"at":"2026-11-24T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":128,"template":"alert","to":{"role":"team","key":"dina"},"hash":"4a85e88307fd9d839800e9877950c35e3651f4aaf0ad480fd915284d71744b19"}');
INSERT INTO journal VALUES(133,1795511100000,'clock.missed',20260000001,'{"seq":133,"at":"2026-11-24T09:05:00Z","event":"clock.missed","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"forward","due":"2026-11-24T09:05:00Z","hash":"ac008c747c3f1d2d18912d6611f7d725e8d8a5bb94dd586503ab23f4e149edcd"}');
INSERT INTO journal VALUES(134,1795511100000,'alert.raised',20260000001,'{"seq":134,"at":"2026-11-24T09:05:00Z","event":"alert.raised","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"forward","step":"missed","to":[{"role":"regional_contact","key":"zuidoost-brabant"},{"role":"backup","key":"zuidoost-brabant"},{"role":"team","key":"anna"},{"role":"team","key":"bram"},{"role":"team","key":"chris"},{"role":"team","key":"dina"}],"hash":"1e0ca2fdf2f1fc36a767e27633e9d5d08805bbc1baec224a6b613739e567b5a9"}');
INSERT INTO journal VALUES(135,1795511100000,'mail.queued',20260000001,'{"seq":135,"at":"2026-11-24T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"regional_contact","key":"zuidoost-brabant"},"clock":"forward","step":"missed","hash":"4d538cb23ba995b320f5aa44f668b723038ea0cf5016cc6ed9d626ffd509ea11"}');
INSERT INTO journal VALUES(136,1795511100000,'mail.queued',20260000001,'{"seq":136,"at":"2026-11-24T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"backup","key":"zuidoost-brabant"},"clock":"forward","step":"missed","hash":"19dd7af5b8fe7d9495b43d0909bd6b083c14701ea9e977ee112ecf6f4d1b8349"}');
INSERT INTO journal VALUES(137,1795511100000,'mail.queued',20260000001,'{"seq":137,"at":"2026-11-24T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"team","key":"anna"},"clock":"forward","step":"missed","hash":"d7157ea275eda5036edfd76bd1ea708964ade5773446daa5f1824ab1be68a673"}');
INSERT INTO journal VALUES(138,1795511100000,'mail.queued',20260000001,'{"seq":138,"at":"2026-11-24T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"team","key":"bram"},"clock":"forward","step":"missed","hash":"18acea419a09c78070d08fc9bae0e193c0a4d7a7e4a4aaef35a24c79e3587bec"}');
INSERT INTO journal VALUES(139,1795511100000,'mail.queued',20260000001,'{"seq":139,"at":"2026-11-24T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"team","key":"chris"},"clock":"forward","step":"missed","hash":"09a433dd09994c6f2941db39f7978c2da0b99ade804810da8d4e4a0493c703dc"}');
INSERT INTO journal VALUES(140,1795511100000,'mail.queued',20260000001,'{"seq":140,"at":"2026-11-24T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"team","key":"dina"},"clock":"forward","step":"missed","hash":"414a9f02c680055c640f6bb0598354989aa7313894768384e5e4115b7a33bacb"}');
INSERT INTO journal VALUES(141,1795511100000,'mail.sent',20260000001,'{"seq":141,"at":"2026-11-24T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":135,"template":"alert","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"30118f2bce540354de2e7d47f8b047ac8be934e37b022b7709dca9d70ed2c6f8"}');
INSERT INTO journal VALUES(142,1795511100000,'mail.sent',20260000001,'{"seq":142,"at":"2026-11-24T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":136,"template":"alert","to":{"role":"backup","key":"zuidoost-brabant"},"hash":"384aa0ad888c2b59179bddb5f9ef69e4a76b694f5740f5753fd011f1ca74e394"}');
INSERT INTO journal VALUES(143,1795511100000,'mail.sent',20260000001,'{"seq":143,"at":"2026-11-24T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":137,"template":"alert","to":{"role":"team","key":"anna"},"hash":"9f59c7ff4c1e57b59c57ee6e83ecb712bdcb251f759e053defab01d6ba679565"}');
INSERT INTO journal VALUES(144,1795511100000,'mail.sent',20260000001,'{"seq":144,"at":"2026-11-24T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":138,"template":"alert","to":{"role":"team","key":"bram"},"hash":"59e8421489308deae23c07ad07ed085937aef9b9b7d1be0a95af02ef3117882b"}');
INSERT INTO journal VALUES(145,1795511100000,'mail.sent',20260000001,'{"seq":145,"at":"2026-11-24T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":139,"template":"alert","to":{"role":"team","key":"chris"},"hash":"9129fd2c374cbd2e16e9defa537462bc13662f4784db3b83974ddab61b07e151"}');
INSERT INTO journal VALUES(146,1795511100000,'mail.sent',20260000001,'{"seq":146,"at":"2026-11-24T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":140,"template":"alert","to":{"role":"team","key":"dina"},"hash":"0dcb10b1547c06170c08ed42022a7a89a20639ded18fd2004d429d2d4020d3ae"}');
INSERT INTO journal VALUES(147,1795511100000,'referral.wsp_responded',20260000001,'{"seq":147,"at":"2026-11-24T09:05:00Z","event":"referral.wsp_responded","request":"NLWD-2026-000001","region":"midden-brabant","by":"regional_contact","wsp":"wsp-midden-brabant","hash":"b68081f4d0265919885f94f65452a447e1d521268c05e86383f63a90b7f332ce"}');
INSERT INTO journal VALUES(148,1795511100000,'clock.met',20260000001,'{"seq":148,"at":"2026-11-24T09:05:00Z","event":"clock.met","request":"NLWD-2026-000001","region":"midden-brabant","clock":"wsp_response","wsp":"wsp-midden-brabant","due":"2026-11-25T10:00:00Z","hash":"ca6110e4669de6077c5547e0790943144c477f16fa1652067cb9001e32c5f2c8"}');
INSERT INTO journal VALUES(149,1795590900000,'digest.queued',NULL,'{"seq":149,"at":"2026-11-25T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"anna"},"hash":"20775decc6813e9a836f4373919f0691c7dc62b9345d5f684092b9bd6c007ba3"}');
INSERT INTO journal VALUES(150,1795590900000,'digest.queued',NULL,'{"seq":150,"at":"2026-11-25T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"bram"},"hash":"fb3663878fb24bc67fbae6039b10d1f3491cf334faadf53daf5c9d298ec4c6b0"}');
INSERT INTO journal VALUES(151,1795590900000,'digest.queued',NULL,'{"seq":151,"at":"2026-11-25T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"chris"},"hash":"4491abb5983ecab8a1101c984a08ea16b28a64eea2c0353749b6b3837dccdac6"}');
INSERT INTO journal VALUES(152,1795590900000,'digest.queued',NULL,'{"seq":152,"at":"2026-11-25T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"dina"},"hash":"8ab3836fe69dcfbfb9943a92f45b4a626592193ee659de188a4d556b56b07d51"}');
INSERT INTO journal VALUES(153,1795590900000,'mail.sent',NULL,'{"seq":153,"at":"2026-11-25T07:15:00Z","event":"mail.sent","mail":149,"template":"digest_team","to":{"role":"team","key":"anna"},"hash":"3dd3651c463be51133a185cc3125444dafe29a35a822a70b57c957c667e3f536"}');
INSERT INTO journal VALUES(154,1795590900000,'mail.sent',NULL,'{"seq":154,"at":"2026-11-25T07:15:00Z","event":"mail.sent","mail":150,"template":"digest_team","to":{"role":"team","key":"bram"},"hash":"379b2cf5c145e25c72fdbc12e6ca4347ec297588c43ea5f4231982db888a177f"}');
INSERT INTO journal VALUES(155,1795590900000,'mail.sent',NULL,'{"seq":155,"at":"2026-11-25T07:15:00Z","event":"mail.sent","mail":151,"template":"digest_team","to":{"role":"team","key":"chris"},"hash":"536eebdafc067beb3f90a54c96ed53f2842aca99b18dfbfdb640285caf3817b7"}');
INSERT INTO journal VALUES(156,1795590900000,'mail.sent',NULL,'{"seq":156,"at":"2026-11-25T07:15:00Z","event":"mail.sent","mail":152,"template":"digest_team","to":{"role":"team","key":"dina"},"hash":"680ed4b4aad88feb82d46f5cfdefcaf5bf678b0c94d7c534fa4a04da5482620e"}');
INSERT INTO journal VALUES(157,1795591800000,'digest.skipped',NULL,'{"seq":157,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"achterhoek"},"reason":"empty","hash":"0b7c819fbb7d7679dc06a4dca7fb46c2eef7be27fef6ca39effe7f662dcd4483"}');
INSERT INTO journal VALUES(158,1795591800000,'digest.skipped',NULL,'{"seq":158,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"amersfoort"},"reason":"empty","hash":"68d7f9670c0f191c6a2a3a3c468ce1b89cdeae8cc8fe12af2d7a9398d4851665"}');
INSERT INTO journal VALUES(159,1795591800000,'digest.skipped',NULL,'{"seq":159,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"drechtsteden"},"reason":"empty","hash":"184e07c09f3db213c0d7c2dec39b329679f0deaadfec7415e1537d6ed3b626d3"}');
INSERT INTO journal VALUES(160,1795591800000,'digest.skipped',NULL,'{"seq":160,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"drenthe"},"reason":"empty","hash":"c31e592ae14c6ddab26bf849d40bfeeb77fcfc6052174d9380c6c3ed61db2e7b"}');
INSERT INTO journal VALUES(161,1795591800000,'digest.skipped',NULL,'{"seq":161,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"flevoland"},"reason":"empty","hash":"51e35aba766f1ae8947505fb6eb1e1089961cb52f6d7d171dfdabd092a0c3be0"}');
INSERT INTO journal VALUES(162,1795591800000,'digest.skipped',NULL,'{"seq":162,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"foodvalley"},"reason":"empty","hash":"d28c78e49618c925e39d27b04defe7eada7eb8a8dab7d7a1609736cc04e3e698"}');
INSERT INTO journal VALUES(163,1795591800000,'digest.skipped',NULL,'{"seq":163,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"friesland"},"reason":"empty","hash":"c16ba8baa6838f12251bf965113e52e5ae4ed37f9a791ca8506f727ac01fefe7"}');
INSERT INTO journal VALUES(164,1795591800000,'digest.skipped',NULL,'{"seq":164,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"gooi-en-vechtstreek"},"reason":"empty","hash":"192ab652408e9c6330836b5c77eed2a530e1b84f7ab71a5e74360088cc2ebed6"}');
INSERT INTO journal VALUES(165,1795591800000,'digest.skipped',NULL,'{"seq":165,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"gorinchem"},"reason":"empty","hash":"40d84d6d1fdf15f54b04af8e4cd88d084e5389baa0b451357b7f891b98de941e"}');
INSERT INTO journal VALUES(166,1795591800000,'digest.skipped',NULL,'{"seq":166,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"groningen"},"reason":"empty","hash":"bc9ab0b23f68e50a8e7022fe271592a9e50a078c605c46d6680f6a1777946db1"}');
INSERT INTO journal VALUES(167,1795591800000,'digest.skipped',NULL,'{"seq":167,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"groot-amsterdam"},"reason":"empty","hash":"53e0a3a427ee97c0f08e49fe3bdfe33418f50e4ce23e2f2236255249472349df"}');
INSERT INTO journal VALUES(168,1795591800000,'digest.skipped',NULL,'{"seq":168,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"haaglanden"},"reason":"empty","hash":"f59bdbda31e4f36be7f0a4e63cac030c83c311e256c94db5ef30151648386337"}');
INSERT INTO journal VALUES(169,1795591800000,'digest.skipped',NULL,'{"seq":169,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"helmond-de-peel"},"reason":"empty","hash":"28323c37fcee225fb41ba2bad149560c6c7192c9f2461b0b57a0d8ebdf367d6f"}');
INSERT INTO journal VALUES(170,1795591800000,'digest.skipped',NULL,'{"seq":170,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"holland-rijnland"},"reason":"empty","hash":"e7bf86b44248fb3b60ebe265032f9a06338b14c53088ba7aa1570194147ff1a0"}');
INSERT INTO journal VALUES(171,1795591800000,'digest.queued',NULL,'{"seq":171,"at":"2026-11-25T07:30:00Z","event":"digest.queued","template":"digest_contact","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"175da6f2a6349347bf62e16bb04f76ac547c088cfc41480523cf36f222c0e80a"}');
INSERT INTO journal VALUES(172,1795591800000,'digest.skipped',NULL,'{"seq":172,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-gelderland"},"reason":"empty","hash":"21f64abc305c8c8861e68ed6184a22f13a15b1f75f6e9faf5aadc1628c44c6b7"}');
INSERT INTO journal VALUES(173,1795591800000,'digest.skipped',NULL,'{"seq":173,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-holland"},"reason":"empty","hash":"78e28b3d451de339b07b0aa2d7a47cbc521df710d2cdac1989e7c414701d74ba"}');
INSERT INTO journal VALUES(174,1795591800000,'digest.skipped',NULL,'{"seq":174,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-limburg"},"reason":"empty","hash":"5122d21edb9e2af7b315ece56253f7cd6fe95aabaf4a42b58c3a746f04f4549b"}');
INSERT INTO journal VALUES(175,1795591800000,'digest.skipped',NULL,'{"seq":175,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-utrecht"},"reason":"empty","hash":"8309f8f325d70dc2d72ca167a00d15d91b015a2d8e257d8987ee8276a521c7d0"}');
INSERT INTO journal VALUES(176,1795591800000,'digest.skipped',NULL,'{"seq":176,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noord-holland-noord"},"reason":"empty","hash":"e82e9faf1d282905e43d0ec288bb61aa4bbd23b67e1c9a6caf23fc3d10d0d2f3"}');
INSERT INTO journal VALUES(177,1795591800000,'digest.skipped',NULL,'{"seq":177,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noord-limburg"},"reason":"empty","hash":"954b27a2bc30f89c1077bf8937293dfb7f857d6b6522b8fab600b17a6468776d"}');
INSERT INTO journal VALUES(178,1795591800000,'digest.skipped',NULL,'{"seq":178,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noordoost-brabant"},"reason":"empty","hash":"927d27d9f02138e74c452acc7df8a442cf3c562555c6b7666182b5b751ece314"}');
INSERT INTO journal VALUES(179,1795591800000,'digest.skipped',NULL,'{"seq":179,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"regio-zwolle"},"reason":"empty","hash":"f15f7f6957de3a8f08934491fc59a46863151257b01627938fda403cebb8e9ac"}');
INSERT INTO journal VALUES(180,1795591800000,'digest.skipped',NULL,'{"seq":180,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rijk-van-nijmegen"},"reason":"empty","hash":"18a8d5697fc909461a2f3abfc0d71c7639403cb2fd069523a870a849e0fdf880"}');
INSERT INTO journal VALUES(181,1795591800000,'digest.skipped',NULL,'{"seq":181,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rijnmond"},"reason":"empty","hash":"b2ec1273609649f1799084f55f7396ad6edfcfc7f70392d159e9569af434c2df"}');
INSERT INTO journal VALUES(182,1795591800000,'digest.skipped',NULL,'{"seq":182,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rivierenland"},"reason":"empty","hash":"07e77124dd18210a9e879d4d089105f3532948a7b29d0ffc7322db376a1ed224"}');
INSERT INTO journal VALUES(183,1795591800000,'digest.skipped',NULL,'{"seq":183,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"twente"},"reason":"empty","hash":"a817158182f413800ba1014b2d5d668ef1acaebc882f6e3c9dde9996c2efebbc"}');
INSERT INTO journal VALUES(184,1795591800000,'digest.skipped',NULL,'{"seq":184,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"veluwe-stedendriehoek"},"reason":"empty","hash":"67af0e1c4a599b034e5f979ccc33bcbc8dd1ca22ecaf1d5cd0446ef714ab483d"}');
INSERT INTO journal VALUES(185,1795591800000,'digest.skipped',NULL,'{"seq":185,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"west-brabant"},"reason":"empty","hash":"c08407128ee4b2e192ec293976e8e9b161b13be83d8f27afe74642ef52882e8f"}');
INSERT INTO journal VALUES(186,1795591800000,'digest.skipped',NULL,'{"seq":186,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zaanstreek-waterland"},"reason":"empty","hash":"793bc2d7f7e1471ca8387e161b200c82a6d82fd1b612ea14d57f7a3ed4b369f1"}');
INSERT INTO journal VALUES(187,1795591800000,'digest.skipped',NULL,'{"seq":187,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zeeland"},"reason":"empty","hash":"fc2b01f9d177c5183a43fc98e31482d84071a53c8081333b4a11c168927bbca9"}');
INSERT INTO journal VALUES(188,1795591800000,'digest.skipped',NULL,'{"seq":188,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-holland-centraal"},"reason":"empty","hash":"b3f6fcb5479100f4b53e1d4fb60152ce8515887a5fc2f62f481a5554d706fdea"}');
INSERT INTO journal VALUES(189,1795591800000,'digest.skipped',NULL,'{"seq":189,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-kennemerland-en-ijmond"},"reason":"empty","hash":"4066c1089f4d259953e921ebe8af58f52b8619627bb73ac86c61a134d4173fd7"}');
INSERT INTO journal VALUES(190,1795591800000,'digest.skipped',NULL,'{"seq":190,"at":"2026-11-25T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-limburg"},"reason":"empty","hash":"a07aa973eba04f4d47a7c6b5da3772f6b0f8b6a159677a4bdf9b8942451db630"}');
INSERT INTO journal VALUES(191,1795591800000,'digest.queued',NULL,'{"seq":191,"at":"2026-11-25T07:30:00Z","event":"digest.queued","template":"digest_contact","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"af5796cd0c7c0754e5c9371c2a5dfa6b71d1cf7293ab88c04c4f46cdce720d56"}');
INSERT INTO journal VALUES(192,1795591800000,'mail.sent',NULL,'{"seq":192,"at":"2026-11-25T07:30:00Z","event":"mail.sent","mail":171,"template":"digest_contact","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"8848717f6b16a1de35e3e4987bca0c54a906290a12a4980538c6b1b87a7ab34c"}');
INSERT INTO journal VALUES(193,1795591800000,'mail.sent',NULL,'{"seq":193,"at":"2026-11-25T07:30:00Z","event":"mail.sent","mail":191,"template":"digest_contact","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"80e5870d68337e268fdf34e0bc499f1871540008aaa923b664523aa3be0a3b86"}');
INSERT INTO journal VALUES(194,1795596000000,'alert.raised',20260000004,'{"seq":194,"at":"2026-11-25T08:40:00Z","event":"alert.raised","request":"NLWD-2026-000004","clock":"take_up","step":"after","send":1,"to":[{"role":"coordinator","key":"anna"}],"hash":"1de7fd0eb37a3fb3a183c81058c1c9cc9557c31d838061d24ec566197b94a826"}');
INSERT INTO journal VALUES(195,1795596000000,'mail.queued',20260000004,'{"seq":195,"at":"2026-11-25T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"coordinator","key":"anna"},"clock":"take_up","step":"after","hash":"5fc6ccce9a6fad829ab4cd3239b37f45b20126f58beda443bd3d1da1cb491d0e"}');
INSERT INTO journal VALUES(196,1795596000000,'mail.sent',20260000004,'{"seq":196,"at":"2026-11-25T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":195,"template":"alert","to":{"role":"coordinator","key":"anna"},"hash":"c3ed5b299f0a595ce2809a29cf5e33db7178fe614b6fcf587a82da1cef3dc5c6"}');
INSERT INTO journal VALUES(197,1795597500000,'alert.raised',20260000001,'{"seq":197,"at":"2026-11-25T09:05:00Z","event":"alert.raised","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"forward","step":"after","send":1,"to":[{"role":"backup","key":"zuidoost-brabant"},{"role":"coordinator","key":"anna"}],"hash":"4d28982f58451eacfac3bc4a1fa6fc0eeea3c762652a76350eefabe370ab9441"}');
INSERT INTO journal VALUES(198,1795597500000,'mail.queued',20260000001,'{"seq":198,"at":"2026-11-25T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"backup","key":"zuidoost-brabant"},"clock":"forward","step":"after","hash":"867770488dae03654c5127d6ac90a60df76d3cd6a12b4172fe27521e7c5edf44"}');
INSERT INTO journal VALUES(199,1795597500000,'mail.queued',20260000001,'{"seq":199,"at":"2026-11-25T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"alert","to":{"role":"coordinator","key":"anna"},"clock":"forward","step":"after","hash":"2e3de534eff88e778b7da50677d453879e43cef954c27502fd22e71fc250ce60"}');
INSERT INTO journal VALUES(200,1795597500000,'mail.sent',20260000001,'{"seq":200,"at":"2026-11-25T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":198,"template":"alert","to":{"role":"backup","key":"zuidoost-brabant"},"hash":"9b4b04d28c97e408228b7b614e4f6e5248aaa15346dbbcc84f6c6ab551a22a27"}');
INSERT INTO journal VALUES(201,1795597500000,'mail.sent',20260000001,'{"seq":201,"at":"2026-11-25T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":199,"template":"alert","to":{"role":"coordinator","key":"anna"},"hash":"93d2f888cbcf73ef1eb08044a03ccbc250c3b65fa10bf984aa874b48dfac262c"}');
INSERT INTO journal VALUES(202,1795597500000,'referral.feedback',20260000001,'{"seq":202,"at":"2026-11-25T09:05:00Z","event":"referral.feedback","request":"NLWD-2026-000001","region":"midden-brabant","by":"regional_contact","filled":1,"note":"sha256:ced9c87c726e93f9cd447800193220cc4a4fe5f2ea8cc523c1340433528ba761","hash":"370c9cc0adef043c246a0181dba842fc7cba3005ba4e1bb220ca44c3e5465f7e"}');
INSERT INTO journal VALUES(203,1795597500000,'clock.met',20260000001,'{"seq":203,"at":"2026-11-25T09:05:00Z","event":"clock.met","request":"NLWD-2026-000001","region":"midden-brabant","clock":"feedback","due":"2026-12-07T09:05:00Z","hash":"90078ec176b82a4cbbdef18a194e78d0ea7012b8f40250fe4a5cf600ab7d14ba"}');
INSERT INTO journal VALUES(204,1795597500000,'mail.queued',20260000001,'{"seq":204,"at":"2026-11-25T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","template":"status","to":{"role":"employer","key":"NLWD-2026-000001"},"hash":"baae34dc763db3db3dd22d00fd0433575c87f52df7a2cd3a6d97360e89232f35"}');
INSERT INTO journal VALUES(205,1795597500000,'mail.queued',20260000001,'{"seq":205,"at":"2026-11-25T09:05:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"midden-brabant","template":"update","to":{"role":"owner","key":"anna"},"hash":"d0ab97ed334092b35a33b5699591cba1086857f32ff761db0fe12c330b76f368"}');
INSERT INTO journal VALUES(206,1795597500000,'mail.sent',20260000001,'{"seq":206,"at":"2026-11-25T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","mail":204,"template":"status","to":{"role":"employer","key":"NLWD-2026-000001"},"hash":"00dfd486946bcd010e684794f3658d900a1c344abea370a7d4bfd8e1ebe1204f"}');
INSERT INTO journal VALUES(207,1795597500000,'mail.sent',20260000001,'{"seq":207,"at":"2026-11-25T09:05:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"midden-brabant","mail":205,"template":"update","to":{"role":"owner","key":"anna"},"hash":"cc196553c8485b8c851ea0b24058fc7870cce4b5052510593afa8269e2409e79"}');
INSERT INTO journal VALUES(208,1795597560000,'referral.declined',20260000001,'{"seq":208,"at":"2026-11-25T09:06:00Z","event":"referral.declined","request":"NLWD-2026-000001","region":"zuidoost-brabant","by":"regional_contact","reason":"no_capacity","hash":"b6d61565b24064955166d6a6b8833360620ef79007b46f80e9649ccb8eb44c63"}');
INSERT INTO journal VALUES(209,1795597560000,'clock.cancelled',20260000001,'{"seq":209,"at":"2026-11-25T09:06:00Z","event":"clock.cancelled","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"feedback","hash":"c8745f3a62817e0da71c38fadde64ab37c9615df4819045947bf60adda6a4541"}');
INSERT INTO journal VALUES(210,1795597560000,'clock.cancelled',20260000001,'{"seq":210,"at":"2026-11-25T09:06:00Z","event":"clock.cancelled","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"forward","hash":"d993fb91fee9ed6f5e9c1d3dcd763f40733625774a9fe9547a674e010c963f72"}');
INSERT INTO journal VALUES(211,1795597560000,'clock.cancelled',20260000001,'{"seq":211,"at":"2026-11-25T09:06:00Z","event":"clock.cancelled","request":"NLWD-2026-000001","region":"zuidoost-brabant","clock":"report_back","hash":"9030e1d4cb48180c62eb2cb62b86d8442674347470c1ae9d1a70d833db07e6cd"}');
INSERT INTO journal VALUES(212,1795597560000,'clock.started',20260000001,'{"seq":212,"at":"2026-11-25T09:06:00Z","event":"clock.started","request":"NLWD-2026-000001","clock":"decide","start":"2026-11-25T09:06:00Z","due":"2026-11-27T09:06:00Z","hash":"a43d67af01988828f5b16b552940939a337f4dd3e513aaa11bcf1b20a60888e2"}');
INSERT INTO journal VALUES(213,1795597560000,'mail.queued',20260000001,'{"seq":213,"at":"2026-11-25T09:06:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"zuidoost-brabant","template":"update","to":{"role":"owner","key":"anna"},"hash":"1437522c9d2bfd7c665fe683983673164b7a775ace927099af7c22dcb5bb8f50"}');
INSERT INTO journal VALUES(214,1795597560000,'mail.sent',20260000001,'{"seq":214,"at":"2026-11-25T09:06:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"zuidoost-brabant","mail":213,"template":"update","to":{"role":"owner","key":"anna"},"hash":"38a51d259ba05cb1a73f8fe0231bec5665d4ace0d8b5451a8d77208d21171793"}');
INSERT INTO journal VALUES(215,1795601160000,'request.amended',20260000001,'{"seq":215,"at":"2026-11-25T10:06:00Z","event":"request.amended","request":"NLWD-2026-000001","by":"anna","data":"sha256:dd67ce45826a8c83c0b6543bdf47ada34e32bb10afc99af751ba659beac71c74","note":"sha256:39400a924d5a7cd4d2130f2f85a370922e94b8334878ded49a15d72cb6384acf","hash":"061d1c5c045b0989db517d6530770724a2591abbb95b9350633bed71d8f221b5"}');
INSERT INTO journal VALUES(216,1795601160000,'request.routed',20260000001,'{"seq":216,"at":"2026-11-25T10:06:00Z","event":"request.routed","request":"NLWD-2026-000001","rules":["default"],"regions":["midden-brabant","zuidoost-brabant"],"mode":"after_assessment","policy":"blueprint","lead":"midden-brabant","signposts":["zowerkthet"],"why":["Vestiging 1: postcode 5038 ligt in Tilburg, regio midden-brabant.","Vestiging 2: postcode 5611 ligt in Eindhoven, regio zuidoost-brabant."],"rulesHash":"0f5f987c5d862e2aa1c992c75389b3a9edb1ac0474a5dac0dc8df01320fbe5a6","hash":"b81492cb49075b5910e4f38321a5fc6494055a58863fbcd68a4a948bcf664831"}');
INSERT INTO journal VALUES(217,1795601160000,'mail.queued',20260000001,'{"seq":217,"at":"2026-11-25T10:06:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"midden-brabant","template":"update","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"c138cb2766bf8c28bc9591192b03a890c8c16cbe5ba5b13a8f99eccf236abede"}');
INSERT INTO journal VALUES(218,1795601160000,'mail.queued',20260000001,'{"seq":218,"at":"2026-11-25T10:06:00Z","event":"mail.queued","request":"NLWD-2026-000001","region":"midden-brabant","template":"update","to":{"role":"wsp","key":"wsp-midden-brabant"},"wsp":"wsp-midden-brabant","hash":"675e7abdf0b363e05fe3336e8c5e3b208e1b5094f0ddf6c88a6df8453b223f9d"}');
INSERT INTO journal VALUES(219,1795601160000,'mail.sent',20260000001,'{"seq":219,"at":"2026-11-25T10:06:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"midden-brabant","mail":217,"template":"update","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"bab302cfa12228b39bf785dd10d0a75f01128417500de11ea40a2218675d6f2c"}');
INSERT INTO journal VALUES(220,1795601160000,'mail.sent',20260000001,'{"seq":220,"at":"2026-11-25T10:06:00Z","event":"mail.sent","request":"NLWD-2026-000001","region":"midden-brabant","mail":218,"template":"update","to":{"role":"wsp","key":"wsp-midden-brabant"},"hash":"f1216d8ac0eb3153c89e250603d3836f2defd6efa99290780154d5693518a908"}');
INSERT INTO journal VALUES(221,1795677300000,'digest.queued',NULL,'{"seq":221,"at":"2026-11-26T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"anna"},"hash":"545dfa80c5227b7d6e7e5afccbdcc74128100b9b4bf55d6b26144ba05b7c91af"}');
INSERT INTO journal VALUES(222,1795677300000,'digest.queued',NULL,'{"seq":222,"at":"2026-11-26T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"bram"},"hash":"0d545f9a24e1a90e882813f5f4b2f261851af75b91cd367c2f701719b001710c"}');
INSERT INTO journal VALUES(223,1795677300000,'digest.queued',NULL,'{"seq":223,"at":"2026-11-26T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"chris"},"hash":"48a6b90b5a6c071d469ae7099e3cff1660d0e7ca1a30cb89bfeb4d9041e33957"}');
INSERT INTO journal VALUES(224,1795677300000,'digest.queued',NULL,'{"seq":224,"at":"2026-11-26T07:15:00Z","event":"digest.queued","template":"digest_team","to":{"role":"team","key":"dina"},"hash":"c1c6b881e16625f4b605efa34a5f3e39a999a4109c7af9493966b2f43fb0957d"}');
INSERT INTO journal VALUES(225,1795677300000,'mail.sent',NULL,'{"seq":225,"at":"2026-11-26T07:15:00Z","event":"mail.sent","mail":221,"template":"digest_team","to":{"role":"team","key":"anna"},"hash":"72e3d25f0a382bbf7a3f8d6ed65f5058d31df6a9516a36c64a25117f7b16a6f3"}');
INSERT INTO journal VALUES(226,1795677300000,'mail.sent',NULL,'{"seq":226,"at":"2026-11-26T07:15:00Z","event":"mail.sent","mail":222,"template":"digest_team","to":{"role":"team","key":"bram"},"hash":"7bc605448bda95a452aa72702b4149b208388db3fb59dc11a3c22e141ea715b1"}');
INSERT INTO journal VALUES(227,1795677300000,'mail.sent',NULL,'{"seq":227,"at":"2026-11-26T07:15:00Z","event":"mail.sent","mail":223,"template":"digest_team","to":{"role":"team","key":"chris"},"hash":"587333ce69494206361385a08479a8696174b207edf8a2c63a67b1a42653277a"}');
INSERT INTO journal VALUES(228,1795677300000,'mail.sent',NULL,'{"seq":228,"at":"2026-11-26T07:15:00Z","event":"mail.sent","mail":224,"template":"digest_team","to":{"role":"team","key":"dina"},"hash":"51ff9fc6c8aa872014d07385107cf9ca4142fe37dc7728e6aafc13417d906ac0"}');
INSERT INTO journal VALUES(229,1795678200000,'digest.skipped',NULL,'{"seq":229,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"achterhoek"},"reason":"empty","hash":"eff37c4f888cbaea28832185e59315a78f13758f0ac9abcde5872d18e0c76b7e"}');
INSERT INTO journal VALUES(230,1795678200000,'digest.skipped',NULL,'{"seq":230,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"amersfoort"},"reason":"empty","hash":"337f8de6cfaafc23087c5d71f3234857fc182bbccab591131531f2d9e205b509"}');
INSERT INTO journal VALUES(231,1795678200000,'digest.skipped',NULL,'{"seq":231,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"drechtsteden"},"reason":"empty","hash":"ba7f46faf6813f6bc6cbdead606ddaf8edea0b5ee0e9b480c91c3dd2351b7944"}');
INSERT INTO journal VALUES(232,1795678200000,'digest.skipped',NULL,'{"seq":232,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"drenthe"},"reason":"empty","hash":"188c4c473a949a857f0e5d72cc1498840916dfd682cc1e8d92f2c0cbf0bb0246"}');
INSERT INTO journal VALUES(233,1795678200000,'digest.skipped',NULL,'{"seq":233,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"flevoland"},"reason":"empty","hash":"5a1b25b59c4574280f46bfbbe3ad3504a1ed7ba7d5b17a998456426761cce1fa"}');
INSERT INTO journal VALUES(234,1795678200000,'digest.skipped',NULL,'{"seq":234,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"foodvalley"},"reason":"empty","hash":"fe430ac851c1fc3d0e3dd03a869ea3b52e34d2210e1f59c418d00903d846b56a"}');
INSERT INTO journal VALUES(235,1795678200000,'digest.skipped',NULL,'{"seq":235,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"friesland"},"reason":"empty","hash":"cefbc7e84b3e4e4bed2768561db71ade95085faa90a2fcb35cdadbea07e0f4f7"}');
INSERT INTO journal VALUES(236,1795678200000,'digest.skipped',NULL,'{"seq":236,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"gooi-en-vechtstreek"},"reason":"empty","hash":"2aadf5c4abf79e41b6908ae815b8392c1e0bce735d6681c9731b3c130be96a21"}');
INSERT INTO journal VALUES(237,1795678200000,'digest.skipped',NULL,'{"seq":237,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"gorinchem"},"reason":"empty","hash":"174da78ca7deb4d7c12343bdc7d66a513314b068e8af1ca91f8f00907c0ff298"}');
INSERT INTO journal VALUES(238,1795678200000,'digest.skipped',NULL,'{"seq":238,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"groningen"},"reason":"empty","hash":"198e25de59484cc81c67ccdc6db1b1f75aae0ab28d6062542a91804ef9e29597"}');
INSERT INTO journal VALUES(239,1795678200000,'digest.skipped',NULL,'{"seq":239,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"groot-amsterdam"},"reason":"empty","hash":"ed0381313f4ce16d27e13f872073d1e2615171a3fb5fb97a3d213469b69d3c4c"}');
INSERT INTO journal VALUES(240,1795678200000,'digest.skipped',NULL,'{"seq":240,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"haaglanden"},"reason":"empty","hash":"9c672e80e4caf48955274765f450463f755b49392251815109b5b45fd4a53fcb"}');
INSERT INTO journal VALUES(241,1795678200000,'digest.skipped',NULL,'{"seq":241,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"helmond-de-peel"},"reason":"empty","hash":"3d80e029c1378248fcdab52035eb239794a61c8f287a25af6e33a952efd375ea"}');
INSERT INTO journal VALUES(242,1795678200000,'digest.skipped',NULL,'{"seq":242,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"holland-rijnland"},"reason":"empty","hash":"58de10724c2565901222b40263366945384d572c2fda58450b74e3f82bce2200"}');
INSERT INTO journal VALUES(243,1795678200000,'digest.queued',NULL,'{"seq":243,"at":"2026-11-26T07:30:00Z","event":"digest.queued","template":"digest_contact","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"12371fdcf3bdd190630e5a0e8c521a117258ee0fe385a0589002ddac22db813d"}');
INSERT INTO journal VALUES(244,1795678200000,'digest.skipped',NULL,'{"seq":244,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-gelderland"},"reason":"empty","hash":"e6663c3f3a994cc66fa4edc0b0ceb70f4f685360e54d2d666104f187f365ab24"}');
INSERT INTO journal VALUES(245,1795678200000,'digest.skipped',NULL,'{"seq":245,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-holland"},"reason":"empty","hash":"c51b0b79ac0a9a01e6b0a276738d11a221ae40d0d7f886ae1e3b957bb859b9ca"}');
INSERT INTO journal VALUES(246,1795678200000,'digest.skipped',NULL,'{"seq":246,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-limburg"},"reason":"empty","hash":"72e71d0768d22ff30f7d4d39f693165c48e51b76eb1035fdb7dc21fda5b7a0f5"}');
INSERT INTO journal VALUES(247,1795678200000,'digest.skipped',NULL,'{"seq":247,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"midden-utrecht"},"reason":"empty","hash":"56aadb49084dbdfcceb322056cb6a2a2aad45c13c32b7e45901f8fc9b91eb3ae"}');
INSERT INTO journal VALUES(248,1795678200000,'digest.skipped',NULL,'{"seq":248,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noord-holland-noord"},"reason":"empty","hash":"3c935a5c07c23941530600e8bc5e30071ad78b754ddea9c2352f769e15e0532e"}');
INSERT INTO journal VALUES(249,1795678200000,'digest.skipped',NULL,'{"seq":249,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noord-limburg"},"reason":"empty","hash":"0adde457d61dbcce8d9f54ed3e8733be7f0e155a9fbc9446d8fd0d60caa3fe61"}');
INSERT INTO journal VALUES(250,1795678200000,'digest.skipped',NULL,'{"seq":250,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"noordoost-brabant"},"reason":"empty","hash":"063ab86952e9908f58e0a89c821729923e757e4fe331befa014dd39ec10fd2d9"}');
INSERT INTO journal VALUES(251,1795678200000,'digest.skipped',NULL,'{"seq":251,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"regio-zwolle"},"reason":"empty","hash":"e96981d3633be5885e7c7912ca317362d9d7ee8aef9f7adef9db04377685b401"}');
INSERT INTO journal VALUES(252,1795678200000,'digest.skipped',NULL,'{"seq":252,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rijk-van-nijmegen"},"reason":"empty","hash":"ad896d2416de4f8f2ba5226f3e1ae579f38a7f29dbe489f94576da1c1f1dfbca"}');
INSERT INTO journal VALUES(253,1795678200000,'digest.skipped',NULL,'{"seq":253,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rijnmond"},"reason":"empty","hash":"9ea6c0e56cf82c1d44e68c3c02f8a0d01619ec0e76f4e92927ecb607d70ec306"}');
INSERT INTO journal VALUES(254,1795678200000,'digest.skipped',NULL,'{"seq":254,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"rivierenland"},"reason":"empty","hash":"b9c8cedd0679fac40c167d2505e7aa34a079b954536ea5976a80972d2364e808"}');
INSERT INTO journal VALUES(255,1795678200000,'digest.skipped',NULL,'{"seq":255,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"twente"},"reason":"empty","hash":"121835d3ac6f607b36773bab9013c3407dab40f4c19202bb106a86fdd85141ab"}');
INSERT INTO journal VALUES(256,1795678200000,'digest.skipped',NULL,'{"seq":256,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"veluwe-stedendriehoek"},"reason":"empty","hash":"71bea36fbd575d9c2f82fc92d0be899d5d60ba0d11251686bd546a4c33eeed11"}');
INSERT INTO journal VALUES(257,1795678200000,'digest.skipped',NULL,'{"seq":257,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"west-brabant"},"reason":"empty","hash":"a98bf8e54c8b715b538f46897d3d4481f135b7028e56044559303f9fe9e30aa8"}');
INSERT INTO journal VALUES(258,1795678200000,'digest.skipped',NULL,'{"seq":258,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zaanstreek-waterland"},"reason":"empty","hash":"9254cd571f20a8a7bb1e4bef6a9afdaa91b6021beaa9b4f88c2d1876d1f3c446"}');
INSERT INTO journal VALUES(259,1795678200000,'digest.skipped',NULL,'{"seq":259,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zeeland"},"reason":"empty","hash":"1f40dc9f507f4ce44fcfdd8f33970d5dac1568b19a84ce9d9e99a4c807d90da6"}');
INSERT INTO journal VALUES(260,1795678200000,'digest.skipped',NULL,'{"seq":260,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-holland-centraal"},"reason":"empty","hash":"b0360943f66a6c66e6445a3f26827ca16a8dd2ec8f4433649206e93696ad33ee"}');
INSERT INTO journal VALUES(261,1795678200000,'digest.skipped',NULL,'{"seq":261,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-kennemerland-en-ijmond"},"reason":"empty","hash":"41e5d34522c171c086cca52c2b231bf142a75b314379576125a9738ce9d2bad8"}');
INSERT INTO journal VALUES(262,1795678200000,'digest.skipped',NULL,'{"seq":262,"at":"2026-11-26T07:30:00Z","event":"digest.skipped","template":"digest_contact","to":{"role":"regional_contact","key":"zuid-limburg"},"reason":"empty","hash":"d40454882f3fe58f8cf4ce2f3ee345e326d091e3853efff01ddfd9eceaf395c8"}');
INSERT INTO journal VALUES(263,1795678200000,'digest.queued',NULL,'{"seq":263,"at":"2026-11-26T07:30:00Z","event":"digest.queued","template":"digest_contact","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"4f6f513fb2aa5c5a325265c1ec0d9b00bb34e3983f807bca9f4904d5dacfe759"}');
INSERT INTO journal VALUES(264,1795678200000,'mail.sent',NULL,'{"seq":264,"at":"2026-11-26T07:30:00Z","event":"mail.sent","mail":243,"template":"digest_contact","to":{"role":"regional_contact","key":"midden-brabant"},"hash":"b6fdca418cdfaa1b4ae4b508aa84acaec9ee504b1d10a87e2177172d2166425d"}');
INSERT INTO journal VALUES(265,1795678200000,'mail.sent',NULL,'{"seq":265,"at":"2026-11-26T07:30:00Z","event":"mail.sent","mail":263,"template":"digest_contact","to":{"role":"regional_contact","key":"zuidoost-brabant"},"hash":"a34ef4dc911162eedd02bb9b5d11e339866433b0a04b3d3671bf0d4a944e5117"}');
INSERT INTO journal VALUES(266,1795682400000,'alert.raised',20260000004,'{"seq":266,"at":"2026-11-26T08:40:00Z","event":"alert.raised","request":"NLWD-2026-000004","clock":"take_up","step":"after","send":2,"to":[{"role":"coordinator","key":"anna"}],"hash":"f296230f8970c3729c508b47d3cfd697d4987462e0234943b46d48dd4d9a55e9"}');
INSERT INTO journal VALUES(267,1795682400000,'mail.queued',20260000004,'{"seq":267,"at":"2026-11-26T08:40:00Z","event":"mail.queued","request":"NLWD-2026-000004","template":"alert","to":{"role":"coordinator","key":"anna"},"clock":"take_up","step":"after","hash":"5bdce5de98ef90ab9fbb58f100841e6acbcd5437ca8635981ff428b87a3223fe"}');
INSERT INTO journal VALUES(268,1795682400000,'mail.sent',20260000004,'{"seq":268,"at":"2026-11-26T08:40:00Z","event":"mail.sent","request":"NLWD-2026-000004","mail":267,"template":"alert","to":{"role":"coordinator","key":"anna"},"hash":"ec0a60ca19c12539e1d4406a1330c05d8f10a97586a6d34cd41be1886d36f58e"}');
INSERT INTO journal VALUES(269,1795684320000,'request.closed',20260000003,'{"seq":269,"at":"2026-11-26T09:12:00Z","event":"request.closed","request":"NLWD-2026-000003","by":"anna","outcome":"filled","reason":"sha256:be3af9aa56c36a3f4b7a38618950d962a14c31930dafc84b164a9f25acb6a5f4","case":"sha256:37d287fe23a6afee16bd8314b0a918999967fd5a8790b3e51ab522fc666d0cac","hash":"805ad44527bd9e602c09c92d292fc68e843b6380e7c7e44ee88953f55699e30d"}');
INSERT INTO journal VALUES(270,1795684320000,'clock.met',20260000003,'{"seq":270,"at":"2026-11-26T09:12:00Z","event":"clock.met","request":"NLWD-2026-000003","clock":"follow_up","due":"2026-12-21T09:12:00Z","hash":"17fe518ab42911a15b0c38de77e2ebfcfa902a6c050f90a50a10b2e9f9fea228"}');
INSERT INTO journal VALUES(271,1795684320000,'mail.queued',20260000003,'{"seq":271,"at":"2026-11-26T09:12:00Z","event":"mail.queued","request":"NLWD-2026-000003","template":"closing","to":{"role":"employer","key":"NLWD-2026-000003"},"hash":"78d70d6ddbc420f6c35d0080d3889ef232a7befb50a2c3235da8e421f4f72352"}');
INSERT INTO journal VALUES(272,1795684320000,'request.deciding',20260000002,'{"seq":272,"at":"2026-11-26T09:12:00Z","event":"request.deciding","request":"NLWD-2026-000002","reason":"partner_closed","hash":"3b1f50e1178105f45f34a0b00d47aaa56713d01361b5bf13676c370030fa30dd"}');
INSERT INTO journal VALUES(273,1795684320000,'clock.started',20260000002,'{"seq":273,"at":"2026-11-26T09:12:00Z","event":"clock.started","request":"NLWD-2026-000002","clock":"decide","start":"2026-11-26T09:12:00Z","due":"2026-11-30T09:12:00Z","hash":"124d743f33757b95049a740dbb09a19ef77de5183b4d7f167776fd89fc0ac82b"}');
INSERT INTO journal VALUES(274,1795684320000,'mail.queued',20260000002,'{"seq":274,"at":"2026-11-26T09:12:00Z","event":"mail.queued","request":"NLWD-2026-000002","template":"update","to":{"role":"owner","key":"anna"},"hash":"d856c929c0ad0d819410d63ff7e41501bb21889dd5df2c702b6864ff7b4c05e2"}');
INSERT INTO journal VALUES(275,1795684320000,'mail.sent',20260000003,'{"seq":275,"at":"2026-11-26T09:12:00Z","event":"mail.sent","request":"NLWD-2026-000003","mail":271,"template":"closing","to":{"role":"employer","key":"NLWD-2026-000003"},"hash":"691ab07a6859ea8538e0d2b6e69862f6817c68c6dacc9a183e6eac37c9bf425f"}');
INSERT INTO journal VALUES(276,1795684320000,'mail.sent',20260000002,'{"seq":276,"at":"2026-11-26T09:12:00Z","event":"mail.sent","request":"NLWD-2026-000002","mail":274,"template":"update","to":{"role":"owner","key":"anna"},"hash":"b1e10fb3bd0b297b61387da2408c3d2ca6fc7e6605eeb31b11ed8e2e9f7d8b51"}');
CREATE TABLE personal (
  seq INTEGER PRIMARY KEY,
  personal TEXT NOT NULL    -- JSON: personal members of that line with their salts
) STRICT;
INSERT INTO personal VALUES(2,'{"data":{"salt":"45f4a4b48d7b6d4c840d1ddf43029ae1","text":"{\"kind\":\"demand\",\"employer\":{\"name\":\"Bedrijf een\",\"contact\":{\"name\":\"Contact een\",\"email\":\"post@een.example\",\"phone\":\"+31 10 000 0101\"}},\"sites\":[{\"postcode\":\"5038 AB\",\"municipality\":\"Tilburg\"},{\"postcode\":\"5611 AA\"}],\"sector\":\"86.10\",\"occupation\":\"verpleegkundige\",\"headcount\":4,\"consentToIntroduce\":true}"}}');
INSERT INTO personal VALUES(10,'{"data":{"salt":"ccbeecfb36caa2726b1395e097fb2efc","text":"{\"kind\":\"offer\",\"employer\":{\"name\":\"Bedrijf twee\",\"contact\":{\"name\":\"Contact twee\",\"email\":\"post@twee.example\",\"phone\":\"+31 10 000 0101\"}},\"sites\":[{\"postcode\":\"5038 AB\",\"municipality\":\"Tilburg\"},{\"postcode\":\"5611 AA\"}],\"sector\":\"86.10\",\"occupation\":\"verpleegkundige\",\"headcount\":4,\"consentToIntroduce\":true}"}}');
INSERT INTO personal VALUES(18,'{"data":{"salt":"be89f7a1f1206e6ad7d2f2cb041013d9","text":"{\"kind\":\"demand\",\"employer\":{\"name\":\"Bedrijf drie\",\"contact\":{\"name\":\"Contact drie\",\"email\":\"post@drie.example\",\"phone\":\"+31 10 000 0101\"}},\"sites\":[{\"postcode\":\"5038 AB\"}],\"sector\":\"86.10\",\"occupation\":\"verpleegkundige\",\"headcount\":4,\"consentToIntroduce\":true}"}}');
INSERT INTO personal VALUES(26,'{"data":{"salt":"52d4454a047f628a63af08dc2b7949a2","text":"{\"kind\":\"demand\",\"employer\":{\"name\":\"Bedrijf vier\",\"contact\":{\"name\":\"Contact vier\",\"email\":\"post@vier.example\",\"phone\":\"+31 10 000 0101\"}},\"sites\":[{\"municipality\":\"Nergenshuizen\"}],\"sector\":\"86.10\",\"occupation\":\"verpleegkundige\",\"headcount\":4,\"consentToIntroduce\":true}"}}');
INSERT INTO personal VALUES(34,'{"note":{"salt":"88c7e9d7aeadc6773d8a6937a930c283","text":"Gebeld met de werkgever."}}');
INSERT INTO personal VALUES(202,'{"note":{"salt":"7ae95ce26a7a2f3dc90b4cbf8cb0f2d9","text":"Een geplaatst."}}');
INSERT INTO personal VALUES(215,'{"data":{"salt":"a8e93b326feeed809440a5dff9ffc7d7","text":"{\"headcount\":3}"},"note":{"salt":"fb275912289575fd7533416ef997a150","text":"Er zijn er minder nodig."}}');
INSERT INTO personal VALUES(269,'{"reason":{"salt":"cd0f71fc61bcc53e5c4989653410d753","text":"Ze werken samen."},"case":{"salt":"09d87e45a4131a0119bae5e0fe864333","text":"Een mooi verhaal."}}');
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
INSERT INTO outbox VALUES(6,1795421520000,20260000001,NULL,NULL,'confirmation','employer','NLWD-2026-000001','Contact een','post@een.example',NULL,'',0,'{}','sent',1795421520000,0,'',NULL,1795421520000);
INSERT INTO outbox VALUES(7,1795421520000,20260000001,NULL,NULL,'new_request','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795421520000,0,'',NULL,1795421520000);
INSERT INTO outbox VALUES(14,1795422000000,20260000002,NULL,NULL,'confirmation','employer','NLWD-2026-000002','Contact twee','post@twee.example',NULL,'',0,'{}','sent',1795422000000,0,'',NULL,1795422000000);
INSERT INTO outbox VALUES(15,1795422000000,20260000002,NULL,NULL,'new_request','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795422000000,0,'',NULL,1795422000000);
INSERT INTO outbox VALUES(22,1795422600000,20260000003,NULL,NULL,'confirmation','employer','NLWD-2026-000003','Contact drie','post@drie.example',NULL,'',0,'{}','sent',1795422600000,0,'',NULL,1795422600000);
INSERT INTO outbox VALUES(23,1795422600000,20260000003,NULL,NULL,'new_request','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795422600000,0,'',NULL,1795422600000);
INSERT INTO outbox VALUES(30,1795423200000,20260000004,NULL,NULL,'confirmation','employer','NLWD-2026-000004','Contact vier','post@vier.example',NULL,'',0,'{}','sent',1795423200000,0,'',NULL,1795423200000);
INSERT INTO outbox VALUES(31,1795423200000,20260000004,NULL,NULL,'new_request','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795423200000,0,'',NULL,1795423200000);
INSERT INTO outbox VALUES(47,1795424700000,20260000001,'midden-brabant',NULL,'referral','regional_contact','midden-brabant','Regiocontact Midden-Brabant','contact@midden-brabant.example',NULL,'',1,'{}','sent',1795424700000,0,'',NULL,1795424700000);
INSERT INTO outbox VALUES(48,1795424700000,20260000001,'zuidoost-brabant',NULL,'referral','regional_contact','zuidoost-brabant','Regiocontact Zuidoost-Brabant','contact@zuidoost-brabant.example',NULL,'',2,'{}','sent',1795424700000,0,'',NULL,1795424700000);
INSERT INTO outbox VALUES(49,1795424700000,20260000001,NULL,NULL,'status','employer','NLWD-2026-000001','Contact een','post@een.example',NULL,'',0,'{}','sent',1795424700000,0,'',NULL,1795424700000);
INSERT INTO outbox VALUES(65,1795425120000,20260000003,NULL,NULL,'introduction','employer','NLWD-2026-000003','Contact drie','post@drie.example',NULL,'',0,'{}','sent',1795425120000,0,'',NULL,1795425120000);
INSERT INTO outbox VALUES(66,1795425120000,20260000002,NULL,NULL,'introduction','employer','NLWD-2026-000002','Contact twee','post@twee.example',NULL,'',0,'{}','sent',1795425120000,0,'',NULL,1795425120000);
INSERT INTO outbox VALUES(72,1795428300000,20260000001,'midden-brabant','wsp-midden-brabant','wsp_request','wsp','wsp-midden-brabant','Werkgeversservicepunt Midden-Brabant','wsp@midden-brabant.example',NULL,'',1,'{}','sent',1795428300000,0,'',NULL,1795428300000);
INSERT INTO outbox VALUES(76,1795437600000,20260000004,NULL,NULL,'alert','owner','anna','Anna de Graaf','anna@nlwerktdoor.example','take_up','warned',0,'{}','sent',1795437600000,0,'',NULL,1795437600000);
INSERT INTO outbox VALUES(78,1795504500000,NULL,NULL,NULL,'digest_team','team','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795504500000,0,'',NULL,1795504500000);
INSERT INTO outbox VALUES(79,1795504500000,NULL,NULL,NULL,'digest_team','team','bram','Bram Willemse','bram@nlwerktdoor.example',NULL,'',0,'{}','sent',1795504500000,0,'',NULL,1795504500000);
INSERT INTO outbox VALUES(80,1795504500000,NULL,NULL,NULL,'digest_team','team','chris','Chris Oudkerk','chris@nlwerktdoor.example',NULL,'',0,'{}','sent',1795504500000,0,'',NULL,1795504500000);
INSERT INTO outbox VALUES(81,1795504500000,NULL,NULL,NULL,'digest_team','team','dina','Dina Haddad','dina@nlwerktdoor.example',NULL,'',0,'{}','sent',1795504500000,0,'',NULL,1795504500000);
INSERT INTO outbox VALUES(100,1795505400000,NULL,NULL,NULL,'digest_contact','regional_contact','midden-brabant','Regiocontact Midden-Brabant','contact@midden-brabant.example',NULL,'',0,'{}','sent',1795505400000,0,'',NULL,1795505400000);
INSERT INTO outbox VALUES(120,1795505400000,NULL,NULL,NULL,'digest_contact','regional_contact','zuidoost-brabant','Regiocontact Zuidoost-Brabant','contact@zuidoost-brabant.example',NULL,'',0,'{}','sent',1795505400000,0,'',NULL,1795505400000);
INSERT INTO outbox VALUES(125,1795509600000,20260000004,NULL,NULL,'alert','owner','anna','Anna de Graaf','anna@nlwerktdoor.example','take_up','missed',0,'{}','sent',1795509600000,0,'',NULL,1795509600000);
INSERT INTO outbox VALUES(126,1795509600000,20260000004,NULL,NULL,'alert','team','bram','Bram Willemse','bram@nlwerktdoor.example','take_up','missed',0,'{}','sent',1795509600000,0,'',NULL,1795509600000);
INSERT INTO outbox VALUES(127,1795509600000,20260000004,NULL,NULL,'alert','team','chris','Chris Oudkerk','chris@nlwerktdoor.example','take_up','missed',0,'{}','sent',1795509600000,0,'',NULL,1795509600000);
INSERT INTO outbox VALUES(128,1795509600000,20260000004,NULL,NULL,'alert','team','dina','Dina Haddad','dina@nlwerktdoor.example','take_up','missed',0,'{}','sent',1795509600000,0,'',NULL,1795509600000);
INSERT INTO outbox VALUES(135,1795511100000,20260000001,'zuidoost-brabant',NULL,'alert','regional_contact','zuidoost-brabant','Regiocontact Zuidoost-Brabant','contact@zuidoost-brabant.example','forward','missed',2,'{}','sent',1795511100000,0,'',NULL,1795511100000);
INSERT INTO outbox VALUES(136,1795511100000,20260000001,'zuidoost-brabant',NULL,'alert','backup','zuidoost-brabant','Achtervang Zuidoost-Brabant','achtervang@zuidoost-brabant.example','forward','missed',2,'{}','sent',1795511100000,0,'',NULL,1795511100000);
INSERT INTO outbox VALUES(137,1795511100000,20260000001,'zuidoost-brabant',NULL,'alert','team','anna','Anna de Graaf','anna@nlwerktdoor.example','forward','missed',2,'{}','sent',1795511100000,0,'',NULL,1795511100000);
INSERT INTO outbox VALUES(138,1795511100000,20260000001,'zuidoost-brabant',NULL,'alert','team','bram','Bram Willemse','bram@nlwerktdoor.example','forward','missed',2,'{}','sent',1795511100000,0,'',NULL,1795511100000);
INSERT INTO outbox VALUES(139,1795511100000,20260000001,'zuidoost-brabant',NULL,'alert','team','chris','Chris Oudkerk','chris@nlwerktdoor.example','forward','missed',2,'{}','sent',1795511100000,0,'',NULL,1795511100000);
INSERT INTO outbox VALUES(140,1795511100000,20260000001,'zuidoost-brabant',NULL,'alert','team','dina','Dina Haddad','dina@nlwerktdoor.example','forward','missed',2,'{}','sent',1795511100000,0,'',NULL,1795511100000);
INSERT INTO outbox VALUES(149,1795590900000,NULL,NULL,NULL,'digest_team','team','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795590900000,0,'',NULL,1795590900000);
INSERT INTO outbox VALUES(150,1795590900000,NULL,NULL,NULL,'digest_team','team','bram','Bram Willemse','bram@nlwerktdoor.example',NULL,'',0,'{}','sent',1795590900000,0,'',NULL,1795590900000);
INSERT INTO outbox VALUES(151,1795590900000,NULL,NULL,NULL,'digest_team','team','chris','Chris Oudkerk','chris@nlwerktdoor.example',NULL,'',0,'{}','sent',1795590900000,0,'',NULL,1795590900000);
INSERT INTO outbox VALUES(152,1795590900000,NULL,NULL,NULL,'digest_team','team','dina','Dina Haddad','dina@nlwerktdoor.example',NULL,'',0,'{}','sent',1795590900000,0,'',NULL,1795590900000);
INSERT INTO outbox VALUES(171,1795591800000,NULL,NULL,NULL,'digest_contact','regional_contact','midden-brabant','Regiocontact Midden-Brabant','contact@midden-brabant.example',NULL,'',0,'{}','sent',1795591800000,0,'',NULL,1795591800000);
INSERT INTO outbox VALUES(191,1795591800000,NULL,NULL,NULL,'digest_contact','regional_contact','zuidoost-brabant','Regiocontact Zuidoost-Brabant','contact@zuidoost-brabant.example',NULL,'',0,'{}','sent',1795591800000,0,'',NULL,1795591800000);
INSERT INTO outbox VALUES(195,1795596000000,20260000004,NULL,NULL,'alert','coordinator','anna','Anna de Graaf','anna@nlwerktdoor.example','take_up','after',0,'{}','sent',1795596000000,0,'',NULL,1795596000000);
INSERT INTO outbox VALUES(198,1795597500000,20260000001,'zuidoost-brabant',NULL,'alert','backup','zuidoost-brabant','Achtervang Zuidoost-Brabant','achtervang@zuidoost-brabant.example','forward','after',2,'{}','sent',1795597500000,0,'',NULL,1795597500000);
INSERT INTO outbox VALUES(199,1795597500000,20260000001,'zuidoost-brabant',NULL,'alert','coordinator','anna','Anna de Graaf','anna@nlwerktdoor.example','forward','after',2,'{}','sent',1795597500000,0,'',NULL,1795597500000);
INSERT INTO outbox VALUES(204,1795597500000,20260000001,NULL,NULL,'status','employer','NLWD-2026-000001','Contact een','post@een.example',NULL,'',0,'{}','sent',1795597500000,0,'',NULL,1795597500000);
INSERT INTO outbox VALUES(205,1795597500000,20260000001,'midden-brabant',NULL,'update','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',1,'{}','sent',1795597500000,0,'',NULL,1795597500000);
INSERT INTO outbox VALUES(213,1795597560000,20260000001,'zuidoost-brabant',NULL,'update','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',2,'{}','sent',1795597560000,0,'',NULL,1795597560000);
INSERT INTO outbox VALUES(217,1795601160000,20260000001,'midden-brabant',NULL,'update','regional_contact','midden-brabant','Regiocontact Midden-Brabant','contact@midden-brabant.example',NULL,'',1,'{}','sent',1795601160000,0,'',NULL,1795601160000);
INSERT INTO outbox VALUES(218,1795601160000,20260000001,'midden-brabant','wsp-midden-brabant','update','wsp','wsp-midden-brabant','Werkgeversservicepunt Midden-Brabant','wsp@midden-brabant.example',NULL,'',1,'{}','sent',1795601160000,0,'',NULL,1795601160000);
INSERT INTO outbox VALUES(221,1795677300000,NULL,NULL,NULL,'digest_team','team','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795677300000,0,'',NULL,1795677300000);
INSERT INTO outbox VALUES(222,1795677300000,NULL,NULL,NULL,'digest_team','team','bram','Bram Willemse','bram@nlwerktdoor.example',NULL,'',0,'{}','sent',1795677300000,0,'',NULL,1795677300000);
INSERT INTO outbox VALUES(223,1795677300000,NULL,NULL,NULL,'digest_team','team','chris','Chris Oudkerk','chris@nlwerktdoor.example',NULL,'',0,'{}','sent',1795677300000,0,'',NULL,1795677300000);
INSERT INTO outbox VALUES(224,1795677300000,NULL,NULL,NULL,'digest_team','team','dina','Dina Haddad','dina@nlwerktdoor.example',NULL,'',0,'{}','sent',1795677300000,0,'',NULL,1795677300000);
INSERT INTO outbox VALUES(243,1795678200000,NULL,NULL,NULL,'digest_contact','regional_contact','midden-brabant','Regiocontact Midden-Brabant','contact@midden-brabant.example',NULL,'',0,'{}','sent',1795678200000,0,'',NULL,1795678200000);
INSERT INTO outbox VALUES(263,1795678200000,NULL,NULL,NULL,'digest_contact','regional_contact','zuidoost-brabant','Regiocontact Zuidoost-Brabant','contact@zuidoost-brabant.example',NULL,'',0,'{}','sent',1795678200000,0,'',NULL,1795678200000);
INSERT INTO outbox VALUES(267,1795682400000,20260000004,NULL,NULL,'alert','coordinator','anna','Anna de Graaf','anna@nlwerktdoor.example','take_up','after',0,'{}','sent',1795682400000,0,'',NULL,1795682400000);
INSERT INTO outbox VALUES(271,1795684320000,20260000003,NULL,NULL,'closing','employer','NLWD-2026-000003','Contact drie','post@drie.example',NULL,'',0,'{}','sent',1795684320000,0,'',NULL,1795684320000);
INSERT INTO outbox VALUES(274,1795684320000,20260000002,NULL,NULL,'update','owner','anna','Anna de Graaf','anna@nlwerktdoor.example',NULL,'',0,'{}','sent',1795684320000,0,'',NULL,1795684320000);
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
CREATE TABLE numbers (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL    -- the last n that was given out
) STRICT;
INSERT INTO numbers VALUES(2026,4);
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO settings VALUES('calendar','Europe/Amsterdam netherlands 540-1020 540-1020 540-1020 540-1020 540-1020 - -');
INSERT INTO settings VALUES('digest.day.regional_contact','2026-11-26');
INSERT INTO settings VALUES('digest.day.team','2026-11-26');
INSERT INTO settings VALUES('digest.handled.regional_contact','2026-11-26T07:30:00Z');
INSERT INTO settings VALUES('digest.handled.team','2026-11-26T07:15:00Z');
INSERT INTO settings VALUES('digest.since.region.achterhoek','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.amersfoort','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.drechtsteden','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.drenthe','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.flevoland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.foodvalley','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.friesland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.gooi-en-vechtstreek','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.gorinchem','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.groningen','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.groot-amsterdam','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.haaglanden','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.helmond-de-peel','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.holland-rijnland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.midden-brabant','2026-11-26T07:30:00Z');
INSERT INTO settings VALUES('digest.since.region.midden-gelderland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.midden-holland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.midden-limburg','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.midden-utrecht','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.noord-holland-noord','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.noord-limburg','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.noordoost-brabant','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.regio-zwolle','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.rijk-van-nijmegen','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.rijnmond','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.rivierenland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.twente','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.veluwe-stedendriehoek','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.west-brabant','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.zaanstreek-waterland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.zeeland','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.zuid-holland-centraal','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.zuid-kennemerland-en-ijmond','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.zuid-limburg','2026-11-23T08:12:00Z');
INSERT INTO settings VALUES('digest.since.region.zuidoost-brabant','2026-11-26T07:30:00Z');
INSERT INTO settings VALUES('digest.since.team','2026-11-26T07:15:00Z');
INSERT INTO settings VALUES('roster.handled_until','2026-11-23T08:12:00Z');
CREATE INDEX requests_open ON requests(id) WHERE state <> 'closed';
CREATE INDEX requests_open_of_owner ON requests(owner, taken_up_at) WHERE state <> 'closed';
CREATE INDEX requests_closed ON requests(closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX requests_open_of_kvk ON requests(employer_kvk, kind, occupation)
  WHERE state <> 'closed' AND employer_kvk <> '';
CREATE INDEX requests_open_of_email ON requests(employer_email, kind, occupation)
  WHERE state <> 'closed' AND employer_email <> '';
CREATE INDEX referrals_open ON referrals(region, forwarded_at) WHERE state = 'open';
CREATE INDEX referrals_ended ON referrals(region, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX clocks_next ON clocks(next_at) WHERE next_at IS NOT NULL;
CREATE INDEX clocks_open ON clocks(due) WHERE state IN ('running', 'missed');
CREATE INDEX clocks_attention ON clocks(attention) WHERE attention IS NOT NULL;
CREATE INDEX journal_of_request ON journal(request) WHERE request IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox(next_attempt) WHERE state = 'waiting';
CREATE INDEX outbox_parked ON outbox(id) WHERE state = 'parked';
CREATE INDEX rejected_of_id ON rejected(source, webhook_id);
CREATE VIEW open_clocks AS
  SELECT r.number, r.state AS request_state, r.owner, c.name AS clock, c.region, c.wsp, c.state,
         strftime('%Y-%m-%dT%H:%M:%SZ', c.due / 1000, 'unixepoch') AS due
  FROM clocks c JOIN requests r ON r.id = c.request
  WHERE c.state IN ('running', 'missed') ORDER BY c.due;
COMMIT;
PRAGMA user_version = 1;
