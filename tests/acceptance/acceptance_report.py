"""`report`: every figure recomputed from the journal, over stories, samples and after `forget`."""

import csv
import datetime
import html.parser
import io
import json
import pathlib
import tempfile
import unittest

import harness
import report_from_journal
from browser_client import Browser
from client import demand, employer
from harness import REPO, DaemonTest, run, wait_for

SCENARIOS = sorted((REPO / "tests" / "scenarios").glob("*.jsonl"))
DAY = datetime.date.fromisoformat
WHOLE = ("2020-01-01", "2039-12-31")


def report(config, first, last, *more):
    return run("report", "--config", config, "--from", first, "--until", last, *more)


class Page(html.parser.HTMLParser):
    """Counts the tags of a page, and whether what opens is closed."""

    VOID = {"meta", "link", "rect", "line"}

    def __init__(self, text):
        super().__init__()
        self.open, self.counts, self.text = [], {}, text
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.counts[tag] = self.counts.get(tag, 0) + 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag


class ReportTest(unittest.TestCase):
    maxDiff = 6000

    def assertRecomputed(self, config, lines, first, last):
        """That the report says what the lines say; gives it."""
        done = report(config, first, last, "--format", "json")
        self.assertEqual(0, done.returncode, done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual(
            report_from_journal.report(lines, DAY(first), DAY(last), told["asOf"]), told)
        return told


class StoriesTest(ReportTest):
    """Stores that `simulate` kept."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="werktdoord-report-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.config = cls.folder / "config" / "werktdoord.yaml"
        cls.config.parent.mkdir()
        text = (REPO / "config" / "werktdoord.yaml").read_text(encoding="utf-8")
        text = text.replace("../rules", str(REPO / "rules"))
        for name in ("config/secrets", "config/templates"):
            (cls.folder / name).symlink_to(REPO / name)
        cls.config.write_text(text, encoding="utf-8")
        cls.store = cls.folder / "var" / "werktdoord.db"
        cls.store.parent.mkdir()

    def played(self, stimuli, *more):
        for path in self.store.parent.iterdir():
            path.unlink()
        done = run("simulate", "--config", self.config, "--store", self.store, *more, "-",
                   stdin=stimuli)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        return run("journal", "--config", self.config).stdout.splitlines()


class Stories(StoriesTest):
    def test_every_story_played_to_its_end(self):
        for story in SCENARIOS:
            with self.subTest(story.stem):
                lines = self.played(story.read_text(encoding="utf-8"))
                told = self.assertRecomputed(self.config, lines, *WHOLE)
                self.assertGreaterEqual(told["received"]["requests"], 1)
                self.assertGreaterEqual(told["promises"]["count"], 1)

    def test_every_story_cut_off_half_way(self):
        for story in SCENARIOS:
            with self.subTest(story.stem):
                text = story.read_text(encoding="utf-8")
                begin = datetime.datetime.fromisoformat(json.loads(text.splitlines()[0])["at"])
                for days in (1, 3, 16):
                    until = (begin + datetime.timedelta(days=days)).isoformat()
                    lines = self.played(text, "--until", until)
                    self.assertRecomputed(self.config, lines, *WHOLE)

    def test_who_never_answers_does_not_look_better_for_it(self):
        story = REPO / "tests" / "scenarios" / "never-answered.jsonl"
        lines = self.played(story.read_text(encoding="utf-8"))
        told = self.assertRecomputed(self.config, lines, *WHOLE)
        (contact,) = [row for row in told["responseTimes"]["byHop"] if row["hop"] == "contact"]
        self.assertEqual(0, contact["inTime"])
        self.assertGreaterEqual(contact["late"], 1)

    def stimuli(self, *stories):
        return "".join(json.dumps(one) + "\n" for one in stories)

    def submitted(self, at, name="a", **changes):
        return {"at": at, "submit": demand(**changes), "as": name}

    def test_a_day_begins_at_midnight_over_there_also_when_the_clock_changes(self):
        # Summer time ends on 25 October 2026: that day has 25 hours; it begins on 28 March 2027.
        at = ["2026-10-24T23:59:59+02:00", "2026-10-25T00:00:00+02:00",
              "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00",
              "2026-10-25T23:59:59+01:00", "2026-10-26T00:00:00+01:00",
              "2027-03-27T23:59:59+01:00", "2027-03-28T00:00:00+01:00",
              "2027-03-28T23:59:59+02:00", "2027-03-29T00:00:00+02:00"]
        lines = self.played(self.stimuli(*[
            self.submitted(each, f"r{i}", employer=employer(f"Bedrijf {i}", f"b{i}@b{i}.example"))
            for i, each in enumerate(at)]), "--until", "2027-03-30T12:00:00+02:00")
        for first, last, count in (("2026-10-25", "2026-10-25", 4), ("2026-10-24", "2026-10-25", 5),
                                   ("2026-10-26", "2026-10-26", 1), ("2027-03-28", "2027-03-28", 2),
                                   ("2027-03-27", "2027-03-29", 4), ("2026-10-01", "2027-12-31", 10)):
            told = self.assertRecomputed(self.config, lines, first, last)
            self.assertEqual(count, told["received"]["requests"], (first, last))

    def test_the_year_of_a_number_may_be_another_than_that_of_the_instant(self):
        lines = self.played(self.stimuli(
            self.submitted("2026-12-31T23:30:00+01:00", "a"),
            self.submitted("2027-01-01T00:30:00+01:00", "b",
                           employer=employer("Anders", "a@anders.example"))),
            "--until", "2027-01-02T12:00:00+01:00")
        for first, last, count in (("2026-12-31", "2026-12-31", 1), ("2027-01-01", "2027-01-01", 1),
                                   ("2026-01-01", "2027-12-31", 2)):
            told = self.assertRecomputed(self.config, lines, first, last)
            self.assertEqual(count, told["received"]["requests"], (first, last))

    def test_small_numbers_are_masked_and_not_to_be_had_from_the_total(self):
        sectors = ["86.10"] * 9 + ["10.71"] * 6 + ["55.10"]
        lines = self.played(self.stimuli(*[
            self.submitted(f"2026-11-23T10:{i:02d}:00+01:00", f"r{i}", sector=sector, themes=[],
                           employer=employer(f"Bedrijf {i}", f"b{i}@b{i}.example"))
            for i, sector in enumerate(sectors)]), "--until", "2026-11-24T12:00:00+01:00")
        told = self.assertRecomputed(self.config, lines, "2026-11-23", "2026-11-23")
        shown = {row["sector"]: row["requests"] for row in told["volumes"]["bySector"]}
        self.assertEqual({"55": "<5", "10": "hidden", "86": 9}, shown)
        self.assertEqual([16], [row["requests"] for row in told["volumes"]["all"]])

    def test_over_no_data_and_over_one_request(self):
        lines = self.played(self.stimuli(self.submitted("2026-11-23T10:00:00+01:00")),
                            "--until", "2026-11-23T11:00:00+01:00")
        told = self.assertRecomputed(self.config, lines, "2019-01-01", "2019-12-31")
        self.assertEqual({"requests": 0, "rejected": 0}, told["received"])
        self.assertEqual([], told["volumes"]["byRegion"])
        for form in ("text", "csv", "html"):
            done = report(self.config, "2019-01-01", "2019-12-31", "--format", form)
            self.assertEqual(0, done.returncode)
            self.assertIn("no request", done.stderr)
        told = self.assertRecomputed(self.config, lines, "2026-11-23", "2026-11-23")
        self.assertEqual(1, told["received"]["requests"])
        self.assertEqual(["<5"], [row["requests"] for row in told["volumes"]["bySector"]])

    def test_the_month_before_is_mailed_once_a_month(self):
        lines = [json.loads(line) for line in self.played(
            self.stimuli(self.submitted("2026-11-23T10:00:00+01:00")), "--until",
            "2027-02-02T12:00:00+01:00")]
        queued = [line for line in lines
                  if line["event"] == "mail.queued" and line["template"] == "report"]
        self.assertEqual(["2026-12-01T07:30:00Z", "2027-01-01T07:30:00Z", "2027-02-01T07:30:00Z"],
                         [line["at"] for line in queued])
        self.assertEqual({"coordinator"}, {line["to"]["role"] for line in queued})

    def test_what_is_no_period_is_wrong_usage(self):
        self.played(self.stimuli(self.submitted("2026-11-23T10:00:00+01:00")), "--until",
                    "2026-11-23T11:00:00+01:00")
        for first, last, word in (("2026-02-30", "2026-03-01", "--from"),
                                  ("2026-03-01", "gisteren", "--until"),
                                  ("2026-03-02", "2026-03-01", "before"),
                                  ("2026-3-1", "2026-03-01", "--from")):
            done = report(self.config, first, last)
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertIn(word, done.stderr)
        self.assertEqual(2, report(self.config, *WHOLE, "--format", "xml").returncode)
        self.assertEqual(2, run("report", "--config", self.config).returncode)

    def test_text_csv_and_page_say_the_same(self):
        story = REPO / "tests" / "scenarios" / "five-sites.jsonl"
        self.played(story.read_text(encoding="utf-8"))
        told = json.loads(report(self.config, *WHOLE, "--format", "json").stdout)
        text = report(self.config, *WHOLE).stdout
        self.assertIn("Op tijd per regio", text)
        self.assertIn("Groningen", text)
        rows = list(csv.DictReader(io.StringIO(report(self.config, *WHOLE, "--format", "csv").stdout,
                                               newline="")))
        for group, name in (("volumes", "byRegion"), ("responseTimes", "byRegionAndClock"),
                            ("outcomes", "all"), ("heardBack", "all")):
            mine = [row for row in rows if row["table"] == f"{group}.{name}"]
            self.assertEqual(len(told[group][name]), len(mine))
            for expected, row in zip(told[group][name], mine):
                for member, value in expected.items():
                    self.assertEqual("" if value is None else str(value), row[member], member)
        page = Page(report(self.config, *WHOLE, "--format", "html").stdout)
        self.assertEqual([], page.open)
        self.assertEqual(1, page.counts["h1"])
        self.assertGreaterEqual(page.counts["svg"], 4)
        for outside in ("http://", "https://", "<script", "src=", "@import", "url("):
            self.assertNotIn(outside, page.text)


class Pages(StoriesTest):
    """The page as people meet it."""

    def test_it_is_readable_by_everybody(self):
        browser = Browser()
        self.addCleanup(browser.close)
        story = REPO / "tests" / "scenarios" / "five-sites.jsonl"
        self.played(story.read_text(encoding="utf-8"))
        for name, period in (("report", WHOLE), ("report-of-nothing", ("2019-01-01", "2019-01-31"))):
            path = self.folder / f"{name}.html"
            path.write_text(report(self.config, *period, "--format", "html").stdout, "utf-8")
            page = browser.page("open", url=path.as_uri())
            self.assertEqual([], page.console)
            self.assertEqual([page.url], page.asked, "nothing is fetched from elsewhere")
            self.assertEqual([], browser.do("audit", name=name))


class Samples(DaemonTest, ReportTest):
    """The requests of requests/ through the daemon, played through, and forgotten."""

    changes = {"notify_always": True}

    def test_every_figure_by_command_and_by_http_before_and_after_forget(self):
        numbers = []
        for path in sorted(harness.REQUESTS.glob("*.json")):
            numbers.append(self.assertStatus(201, self.client.post_signed(path.read_bytes()))
                           .json["request"])
        self.assertStatus(400, self.client.submit(demand(headcount=0)))
        self.assertStatus(400, self.client.submit(demand(kind=None)))
        for i, number in enumerate(numbers):
            self.play(number, i)
        today = harness.today()
        period = ((today - datetime.timedelta(days=1)).isoformat(), today.isoformat())
        before = self.assertRecomputed(self.setting.config, self.daemon.journal_lines(), *period)
        self.assertEqual({"requests": len(numbers), "rejected": 2}, before["received"])
        self.assertLess(before["promises"]["kept"], len(numbers) * 8)
        answer = self.client.get(f"/v1/reports/response-times?from={period[0]}&until={period[1]}")
        self.assertStatus(200, answer)
        self.assertEqual(self.timeless(before), self.timeless(answer.json))
        closed = [number for number in numbers
                  if self.client.get(f"/v1/requests/{number}").json["state"] == "closed"]
        self.assertGreaterEqual(len(closed), 5)
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
        wait_for(lambda: self.daemon.rows(waiting)[0]["n"] == 0, "every mail left")
        for number in closed:
            done = run("forget", "--config", self.setting.config, "--request", number)
            self.assertEqual(0, done.returncode, done.stderr)
        after = self.assertRecomputed(self.setting.config, self.daemon.journal_lines(), *period)
        self.assertEqual(self.timeless(before), self.timeless(after))
        self.assertEqual(0, run("verify", "--config", self.setting.config).returncode)

    @staticmethod
    def timeless(told):
        """Without what grows with the clock on the wall: the ages of open promises."""
        told = {name: value for name, value in told.items() if name != "asOf"}
        told["responseTimes"] = {
            name: [{member: value for member, value in row.items()
                    if member != "longestOpenSeconds"} for row in rows]
            for name, rows in told["responseTimes"].items()}
        return told

    def play(self, number, i):
        """Some go a long way, some are amended, some stop early."""
        self.recorded(number, "request.taken_up")
        if i % 4 == 1:
            self.recorded(number, "request.amended",
                          data={"headcount": 7 + i, "sector": "4711", "themes": ["anders", "Vrij!"]})
        if i % 3 == 2:
            self.recorded(number, "request.closed", outcome="withdrawn", reason="Niet meer nodig.")
            return
        request = self.client.get(f"/v1/requests/{number}").json
        if request["state"] == "taken_up" and request["proposals"]:
            request = self.recorded(number, "request.referred")
        for referral in request["referrals"][:3]:
            self.answer(number, referral["region"], i)
        if i % 5 == 0:
            self.recorded(number, "request.closed", outcome="partly_filled", reason="Deels gelukt.")

    def answer(self, number, region, i):
        request = self.recorded(number, "referral.forwarded", "regional_contact", region=region)
        (referral,) = [each for each in request["referrals"] if each["region"] == region]
        if i % 2:
            self.recorded(number, "referral.wsp_responded", "wsp", region=region,
                          wsp=referral["wsps"][0]["wsp"])
        self.recorded(number, "referral.feedback", "regional_contact", region=region, filled=1)
        if i % 4 == 0:
            self.recorded(number, "referral.reported_back", "regional_contact", region=region,
                          outcome="partly_filled", filled=2)

    def test_the_query_is_checked(self):
        for query, pointers in (("", ["?from", "?until"]), ("?from=2026-01-01", ["?until"]),
                                ("?from=x&until=2026-01-01", ["?from"]),
                                ("?from=2026-01-02&until=2026-01-01", ["?until"]),
                                ("?from=2026-01-01&until=2026-01-02&format=x", ["?format"])):
            answer = self.client.get("/v1/reports/response-times" + query)
            self.assertEqual(pointers, self.assertStatus(400, answer).pointers())
        self.assertEqual(401, self.client.get("/v1/reports/response-times", token=None).status)


del ReportTest, StoriesTest

if __name__ == "__main__":
    harness.main()
