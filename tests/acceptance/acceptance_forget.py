"""AVG: forgetting a person for good, and telling all that is held on one."""

import json
import random

import harness
from care import CareTest, Load
from client import demand, employer, new_id
from harness import run

SEED = 20261123


def person(i, random):
    """An employer whose every text stands nowhere else; gives the data and these texts."""
    mark = "".join(random.choice("bcdfghjklmnpqrstvwxz") for _ in range(12))
    texts = {
        "name": f"Bedrijf {mark} Naam",
        "contact": f"Zoë van {mark} Persoon",
        "email": f"{mark}.post@{mark}.example",
        "phone": f"+31 6 {random.randrange(10**7, 10**8)} {i:04d}",
        "note": f"Gesproken met {mark} over verlof. " + mark * random.randrange(1, 60),
        "description": f"{mark} zoekt mensen. " * random.randrange(1, 90),
        "occupation": f"vak van {mark}",
    }
    data = demand(
        employer={"name": texts["name"], "kvkNumber": f"{10000000 + i}",
                  "contact": {"name": texts["contact"], "email": texts["email"],
                              "phone": texts["phone"]}},
        description=texts["description"], occupation=texts["occupation"],
        ontbekend={"x": f"onbekend {mark}"})
    return data, mark, texts


def bytes_of(*paths):
    return b"".join(path.read_bytes() for path in paths if path.exists())


def traces(held, texts):
    """Which of the texts stand in the bytes, in UTF-8 or as JSON may escape them."""
    forms = {(name, form) for name, text in texts.items()
             for form in (text.encode(), json.dumps(text)[1:-1].encode(), text.lower().encode())}
    return sorted({name for name, form in forms if form in held})


class Forgotten(CareTest):
    PEOPLE = 40

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.random = random.Random(SEED)

    def state(self, table, columns):
        return [tuple(row) for row in self.daemon.rows(f"SELECT {columns} FROM {table}")]

    def counted(self):
        """What reports are made of."""
        return (self.state("clocks", "request, id, name, region, wsp, start, due, state, ended_at,"
                           " late"),
                self.state("referrals", "request, region, state, sent_at, ended_at, outcome, filled"),
                self.state("requests", "id, kind, state, owner, registered_at, taken_up_at,"
                           " closed_at, headcount, sector, outcome, regions"),
                self.state("request_regions", "region, request"))

    def life(self, i):
        """A request with all that may be kept of a person; gives what must be gone."""
        data, mark, texts = person(i, self.random)
        if i % 5 == 0:
            self.reject(data, mark)
        number = self.submitted(data)
        key = f"key-{i}"
        self.assertStatus(201, self.client.event(number, "request.taken_up", "anna", key=key,
                                                 note=texts["note"]))
        if i % 3 == 0:
            amended = dict(data["employer"], name=texts["name"] + " Holding")
            self.recorded(number, "request.amended", note=texts["note"],
                          data={"employer": amended,
                                "description": texts["description"] * self.random.randrange(1, 9)})
        if i % 2 == 0:
            self.recorded(number, "request.referred", note=texts["note"])
        return number, mark, texts

    def reject(self, data, mark):
        """Broken first, mended later under another id: only the address tells whose it is."""
        broken = dict(data, kind="wens", description=mark)
        webhook = new_id()
        self.assertEqual(400, self.client.submit(broken, webhook).status)
        rejected = self.daemon.rows("SELECT id FROM rejected WHERE webhook_id = ?", webhook)
        done = run("rejected", "set-aside", rejected[0]["id"], "--reason", f"Gebeld met {mark}.",
                   "--config", self.setting.config)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_nothing_of_the_person_is_left_and_all_else_is_as_it_was(self):
        load = Load(self.setting.port)
        self.addCleanup(load.stop)
        lives = [self.life(i) for i in range(self.PEOPLE)]
        self.introduce(lives[0], lives[1])
        gone = lives[:-10]
        for number, _, texts in gone:
            self.close(number, note=texts["note"], case=texts["note"])
        load.stop()
        self.nothing_waits()
        before, lines = self.counted(), self.daemon.journal_lines()
        self.check_there(gone)

        load = Load(self.setting.port)
        self.addCleanup(load.stop)
        for number, *_ in gone:
            shown = json.loads(self.assertDone(self.care("forget", "--request", number)).stdout)
            self.assertTrue(shown["forgotten"])
        load.stop()
        self.assertEqual([], load.failed)
        self.check_gone(gone, lives[-10:])
        known = {row[0] for row in before[2]}
        after = [[row for row in table if row[0] in known or row[1] in known]
                 for table in self.counted()]
        self.assertEqual([sorted(map(repr, t)) for t in before], [sorted(map(repr, t)) for t in after])
        self.assertEqual(lines, self.daemon.journal_lines()[:len(lines)])
        told = [line["request"] for line in self.daemon.journal()
                if line["event"] == "request.forgotten" and "request" in line]
        self.assertEqual([number for number, *_ in gone], told)
        self.verify()

    def introduce(self, one, other):
        """Words about two persons, on the record of both."""
        number, _, texts = one
        offer = self.submitted(demand(kind="offer", employer=employer("Uitlener", "uit@leen.example")))
        self.recorded(offer, "request.taken_up")
        self.recorded(number, "request.introduced", with_=offer, note=texts["note"])

    def check_there(self, lives):
        held = bytes_of(self.setting.store, self.setting.store.with_name("werktdoord.db-wal"))
        for _, mark, texts in lives:
            self.assertIn(mark.encode(), held)
            self.assertIn("email", traces(held, texts))

    def check_gone(self, gone, kept):
        copy = self.setting.folder / "after.db"
        self.assertDone(self.care("backup", copy))
        beside = [self.setting.store.with_name(f"werktdoord.db{end}") for end in ("-wal", "-shm")]
        for held in (bytes_of(self.setting.store, *beside), bytes_of(copy), self.daemon.log().encode()):
            for _, mark, texts in gone:
                self.assertEqual([], traces(held, texts))
                self.assertNotIn(mark.encode(), held)
        for _, _, texts in kept:
            self.assertIn(texts["email"].encode(), bytes_of(copy))
        self.verify(copy)

    def test_what_is_open_or_unknown_is_refused_and_twice_is_no_fault(self):
        data, _, texts = person(9000, self.random)
        number = self.submitted(data)
        done = self.care("forget", "--request", number)
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertIn("is open (registered)", done.stderr)
        self.assertIn("no request", self.care("forget", "--request", "NLWD-1999-000001").stderr)
        self.assertIn("no request", self.care("forget", "--request", "pietje").stderr)
        self.assertIn("--by", self.care("forget", "--request", number, "--by", "zoe").stderr)
        self.close(number)
        self.nothing_waits()
        second = self.submitted(data)
        for _ in range(2):
            done = self.assertDone(self.care("forget", "--request", number, "--by", "anna"))
            self.assertNotIn(texts["email"], done.stdout)
        forgotten = [one for one in self.journal_of(number) if one["event"] == "request.forgotten"]
        self.assertEqual(["anna"], [one["by"] for one in forgotten])
        self.assertEqual(409, self.client.event(number, "request.reopened", "anna",
                                                reason="Toch.").status)
        shown = self.client.get(f"/v1/requests/{number}").json
        self.assertEqual((True, {}), (shown["forgotten"], shown["data"]))
        self.assertEqual(texts["email"],
                         self.client.get(f"/v1/requests/{second}").json["data"]["employer"]
                         ["contact"]["email"])

    def test_others_of_the_same_sender_are_named(self):
        data, _, _ = person(9100, self.random)
        first, second = self.submitted(data), self.submitted(data)
        self.close(first)
        self.nothing_waits()
        done = self.assertDone(self.care("forget", "--request", first))
        self.assertIn(f"request {second} came from the same address and stays", done.stderr)
        self.assertNotIn(first, done.stderr)
        self.assertTrue(self.client.get(f"/v1/requests/{second}").json["data"])

    def test_exactly_one_thing_is_named(self):
        for arguments in ((), ("--request", "NLWD-2026-000001", "--rejected", "1"),
                          ("--rejected", "x")):
            self.assertEqual(2, self.care("forget", *arguments).returncode, arguments)


class Subject(CareTest):
    def test_all_that_is_held_on_a_person_is_told(self):
        data, _, texts = person(1, random.Random(SEED + 1))
        number = self.submitted(data)
        self.recorded(number, "request.taken_up", note="Rustig gesproken.")
        other = self.submitted(demand())
        self.recorded(other, "request.note", note=f"Zie ook {texts['email']}.")
        self.recorded(other, "request.note", note="Niet van belang.")
        done = self.assertDone(self.care("subject", "--email", texts["email"].upper()))
        held = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([number], [one["request"] for one in held if one["held"] == "request"])
        notes = [one.get("note") for one in held if one["held"] == "journal"]
        self.assertIn("Rustig gesproken.", notes)
        self.assertIn(f"Zie ook {texts['email']}.", notes)
        self.assertNotIn("Niet van belang.", notes)
        self.assertIn("confirmation", [one["template"] for one in held if one["held"] == "mail"])
        self.assertNotIn("personeel@delinde.example", done.stdout)

    def test_team_members_stand_in_the_rules(self):
        email = self.client.get("/v1/roster").json["team"][0]["email"]
        done = self.assertDone(self.care("subject", "--email", email))
        held = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(["roster.yaml"], [one["file"] for one in held if one["held"] == "rules"])

    def test_a_part_of_an_address_is_nobodys(self):
        self.submitted(demand(employer=employer("Jan", "jan@b.example")))
        done = self.care("subject", "--email", "an@b.example")
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertIn("nothing is held on an@b.example", done.stderr)
        self.assertEqual(2, self.care("subject").returncode)


if __name__ == "__main__":
    harness.main()
