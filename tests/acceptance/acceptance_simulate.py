"""`simulate`: the stories of tests/scenarios, their golden journals and their mails."""

import email
import email.policy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import harness
from client import demand
from harness import REPO, chain_problems, run

CONFIG = REPO / "config" / "werktdoord.yaml"
SCENARIOS = sorted((REPO / "tests" / "scenarios").glob("*.jsonl"))
GOLDEN = REPO / "tests" / "golden"
MEANT = {"withdrawn": 1}  # stories in which a stimulus is meant to be refused, and how often
ENDED = ("clock.met", "clock.cancelled")


def simulate(*arguments, stdin=""):
    return run("simulate", "--config", CONFIG, *arguments, stdin=stdin)


def journal(lines):
    return [line for line in lines if json.loads(line)["event"] != "stimulus.refused"]


def readable(lines):
    """A journal as a person compares it: without hashes, and without what says nothing."""
    for line in lines:
        told = json.loads(line)
        if told["event"] == "digest.skipped" and told["reason"] == "empty":
            continue
        told.pop("hash", None)
        told.pop("rulesHash", None)
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":"))


class Stories(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.told = {}
        for story in SCENARIOS:
            cls.told[story.stem] = simulate(story)

    def each(self):
        for name, done in self.told.items():
            with self.subTest(name):
                yield name, done.stdout.splitlines()

    def test_they_run_to_their_end(self):
        self.assertGreaterEqual(len(SCENARIOS), 5)
        for name, done in self.told.items():
            self.assertEqual((0, ""), (done.returncode, done.stderr), name)
            self.assertTrue(done.stdout)

    def test_the_chain_verifies(self):
        for _, lines in self.each():
            self.assertEqual([], list(chain_problems(journal(lines))))

    def test_nothing_is_refused_that_is_not_meant_to_be(self):
        for name, lines in self.each():
            refused = [one for one in lines if json.loads(one)["event"] == "stimulus.refused"]
            self.assertEqual(MEANT.get(name, 0), len(refused), refused)

    def test_one_rules_loaded_no_daemon_events_and_time_never_runs_back(self):
        for _, lines in self.each():
            told = [json.loads(line) for line in lines]
            names = [one["event"] for one in told]
            self.assertEqual(1, names.count("rules.loaded"))
            self.assertFalse([one for one in names if one.startswith("daemon.")])
            instants = [one["at"] for one in told]
            self.assertEqual(sorted(instants), instants)

    def test_no_open_request_is_ever_without_a_clock(self):
        for _, lines in self.each():
            clocks, closed, at = set(), True, None
            for line in map(json.loads, lines):
                if line["at"] != at:
                    self.assertTrue(closed or clocks, f"limbo before {line}")
                    at = line["at"]
                if line["event"] == "request.registered":
                    closed = False
                elif line["event"] == "request.closed":
                    closed = True
                key = (line.get("clock"), line.get("region"), line.get("wsp"))
                if line["event"] == "clock.started":
                    clocks.add(key)
                elif line["event"] in ENDED:
                    clocks.discard(key)
            self.assertTrue(closed or clocks)

    def test_golden(self):
        renew = os.environ.get("WERKTDOORD_RENEW_GOLDEN")
        for name, lines in self.each():
            golden = GOLDEN / f"{name}.jsonl"
            text = "".join(line + "\n" for line in readable(lines))
            if renew:
                golden.write_text(text, encoding="utf-8")
            self.assertEqual(golden.read_text(encoding="utf-8").splitlines(), text.splitlines())

    def test_until_is_inclusive(self):
        story = next(one for one in SCENARIOS if one.stem == "blueprint-six-weeks")
        whole = self.told[story.stem].stdout.splitlines()
        until = simulate("--until", "2026-12-09T10:00:00+01:00", story)
        self.assertEqual(0, until.returncode, until.stderr)
        expected = [one for one in whole if json.loads(one)["at"] <= "2026-12-09T09:00:00Z"]
        self.assertEqual(expected, until.stdout.splitlines())


    def test_a_second_run_gives_the_same_bytes_and_mails_that_read_back(self):
        for story in SCENARIOS:
            with self.subTest(story.stem), tempfile.TemporaryDirectory() as folder:
                done = simulate("--mail", folder, story)
                self.assertEqual(self.told[story.stem].stdout, done.stdout)
                lines = [json.loads(line) for line in done.stdout.splitlines()]
                sent = [line for line in lines if line["event"] == "mail.sent"]
                messages = [line for line in sent if "together" not in line]
                mails = list(pathlib.Path(folder).glob("*.eml"))
                self.assertEqual(len(messages), len(mails))
                read = subprocess.run(
                    [sys.executable, "-B", harness.HERE / "mail_reads_back.py", folder],
                    capture_output=True, text=True, timeout=harness.PATIENCE, check=False)
                self.assertEqual(0, read.returncode, read.stdout + read.stderr)

    def test_the_store_that_is_kept_holds_the_same(self):
        story = next(one for one in SCENARIOS if one.stem == "withdrawn")
        setting = harness.Setting()
        self.addCleanup(setting.remove)
        setting.store.parent.mkdir()
        done = simulate("--store", setting.store, story)
        self.assertEqual(0, done.returncode, done.stderr)
        kept = run("journal", "--config", setting.config).stdout.splitlines()
        self.assertEqual(journal(done.stdout.splitlines()), kept)
        again = simulate("--store", setting.store, story)
        self.assertEqual((2, ""), (again.returncode, again.stdout))


class SeveralSites(unittest.TestCase):
    """What people read of tests/scenarios/several-sites.jsonl (L3)."""

    places = ("4811 AA Breda", "4701 AA Roosendaal", "5038 AB Tilburg", "9711 AA Groningen")

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            done = simulate("--mail", folder, REPO / "tests" / "scenarios" / "several-sites.jsonl")
            assert done.returncode == 0, done.stderr
            cls.mails = [email.message_from_bytes(one.read_bytes(), policy=email.policy.default)
                         for one in sorted(pathlib.Path(folder).glob("*.eml"))]
        cls.told = [json.loads(line) for line in done.stdout.splitlines()]

    def to(self, address, subject=""):
        return [one for one in self.mails if address in one["to"] and subject in one["subject"]]

    @staticmethod
    def texts(mail):
        """The plain text and the HTML."""
        return [mail.get_body((kind,)).get_content() for kind in ("plain", "html")]

    def status(self):
        return self.to("mieke@windroos.example", "Hoe het staat")

    def test_the_employer_gets_one_status_mail_a_day(self):
        days = [one["date"].datetime.date().isoformat() for one in self.status()]
        self.assertEqual(["2026-11-30", "2026-12-01", "2026-12-09", "2026-12-15", "2026-12-22"],
                         days)
        causes = [one for one in self.told if one["event"] in ("mail.queued", "mail.joined")
                  and one["template"] == "status"]
        self.assertGreater(len(causes), len(days))

    def test_each_lists_every_site(self):
        for mail in self.status():
            for text in self.texts(mail):
                for place in (*self.places, "Goirle"):
                    self.assertIn(place, text, mail["date"])

    def test_news_of_one_day_stands_together_with_every_note(self):
        mail = next(one for one in self.status() if "09 Dec 2026" in one["date"])
        for text in self.texts(mail):
            self.assertIn("Twee mensen beginnen in Breda.", text)
            self.assertIn("Drie gesprekken in Tilburg gingen goed.", text)
            self.assertIn("West-Brabant", text)
            self.assertIn("5 van 13", text)

    def test_a_region_that_declined_is_told_as_it_stands_when_the_mail_leaves(self):
        first = self.texts(self.status()[0])[0]
        self.assertIn("9711 AA Groningen, regio Groningen: teruggegeven aan het team", first)
        second = self.texts(self.status()[1])[0]
        self.assertIn("9711 AA Groningen, regio Drenthe: bij het WSP", second)

    def test_the_closing_does_not_overtake_the_status_of_its_day(self):
        subjects = [one["subject"] for one in self.to("mieke@windroos.example")]
        self.assertIn("Hoe het staat", subjects[-2])
        self.assertIn("sluiten", subjects[-1])
        self.assertIn("Ook de tweede plaats is rond.", self.texts(self.status()[-1])[0])

    def test_every_mail_about_the_request_names_the_lead_region(self):
        about = [one for one in self.mails if "NLWD-2026-000001" in one["subject"]]
        self.assertGreater(len(about), 30)
        for mail in about:
            lead = "West-Brabant" if "Nov 2026 09:30" in mail["date"] else "Midden-Brabant"
            for text in self.texts(mail):
                self.assertRegex(text, rf"[Hh]oofdregio.*{lead}",
                                 mail["subject"])

    def test_a_wsp_reads_the_sites_that_are_its_own(self):
        for desk, own, other in (
            ("wsp-west-brabant@", "4811 AA Breda", "4701 AA Roosendaal"),
            ("werkplein-hart-van-west-brabant@", "4701 AA Roosendaal", "4811 AA Breda"),
        ):
            mail, = self.to(desk, "Vraag aan uw WSP")
            text = self.texts(mail)[0]
            self.assertIn(f"Plaats: {own}", text)
            self.assertIn(f"Ook in de melding: {other}", text)
            self.assertNotIn(f"Plaats: {other}", text)
        self.assertEqual([], self.to("werkcentrum-brabantse-wal@"))

    def test_the_journal_tells_the_lead_and_why(self):
        routed = [one for one in self.told if one["event"] == "request.routed"]
        self.assertEqual(["west-brabant", "midden-brabant"], [one["lead"] for one in routed])
        self.assertIn("Regio West-Brabant is de hoofdregio, want daar liggen de meeste "
                      "vestigingen.", routed[0]["why"])
        self.assertIn("Regio Midden-Brabant is de hoofdregio, want daar gaat het om de meeste "
                      "mensen.", routed[1]["why"])
        self.assertEqual([4], [one["site"] for one in routed[0]["unplaced"]])
        self.assertNotIn("unplaced", routed[1])


class OneSite(unittest.TestCase):
    def test_no_mail_speaks_of_a_lead_region(self):
        with tempfile.TemporaryDirectory() as folder:
            simulate("--mail", folder, REPO / "tests" / "scenarios" / "withdrawn.jsonl")
            mails = list(pathlib.Path(folder).glob("*.eml"))
            self.assertGreater(len(mails), 3)
            for one in mails:
                mail = email.message_from_bytes(one.read_bytes(), policy=email.policy.default)
                for kind in ("plain", "html"):
                    self.assertNotRegex(mail.get_body((kind,)).get_content(),
                                        "[Hh]oofdregio|meer regio")


class Stimuli(unittest.TestCase):
    submit = {"at": "2026-11-23T09:12:00+01:00", "submit": demand(), "as": "a"}

    def lines(self, *stimuli):
        return "".join(json.dumps(one) + "\n" for one in stimuli)

    def test_rubbish_is_told_with_its_line_and_runs_nothing(self):
        for wrong, line in (
            ("rubbish\n", 1), ("[]\n", 1), ("{}\n", 1), ('{"at":"soon"}\n', 1),
            (self.lines(self.submit) + "x\n", 2),
            (self.lines(self.submit, {"at": "2026-11-24T09:00:00Z", "request": "a"}), 2),
        ):
            with self.subTest(wrong[-60:]):
                done = simulate("-", stdin=wrong)
                self.assertEqual((2, ""), (done.returncode, done.stdout), done.stderr)
                self.assertRegex(done.stderr, rf":{line}\b")

    def test_a_stimulus_at_the_end_of_the_calendar_is_refused(self):
        line = json.dumps({"at": "9999-12-30T09:12:00+01:00", "request": "a", "event": "request.note"})
        done = simulate("-", stdin=line)
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("lies after the year 9000", done.stderr)

    def test_what_does_not_fit_is_refused_in_its_place_and_the_run_goes_on(self):
        at = "2026-11-23T10:00:00+01:00"
        done = simulate("--until", "2026-11-23T12:00:00+01:00", "-", stdin=self.lines(
            self.submit,
            {"at": at, "request": "a", "event": "request.referred", "by": "anna"},
            {"at": at, "request": "a", "event": "request.taken_up", "by": "zoe"},
            {"at": at, "request": "b", "event": "request.taken_up", "by": "anna"},
            {"at": at, "request": "a", "event": "request.taken_up", "by": "anna"},
            {**self.submit, "as": "too-early"}, {**self.submit, "at": at},
        ))
        self.assertEqual(0, done.returncode, done.stderr)
        told = [json.loads(line) for line in done.stdout.splitlines()]
        refused = [one for one in told if one["event"] == "stimulus.refused"]
        self.assertEqual(["2026-11-23T09:00:00Z"] * 3 + ["2026-11-23T08:12:00Z"]
                         + ["2026-11-23T09:00:00Z"], [one["at"] for one in refused])
        for one in refused:
            self.assertTrue(one["reason"])
            self.assertNotIn("seq", one)
        self.assertIn("request.taken_up", [one["event"] for one in told])
        self.assertEqual([], list(chain_problems(journal(done.stdout.splitlines()))))


if __name__ == "__main__":
    harness.main()
