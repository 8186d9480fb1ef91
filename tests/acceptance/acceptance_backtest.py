"""backtest: what other rules would have changed, on a store that a daemon serves meanwhile."""

import datetime
import json
import shutil
import unittest

import harness
from client import demand, employer, envelope
from harness import REPO, DaemonTest, run, wait_for

OLD = "{ name: Regiocontact Midden-Brabant, email: contact@midden-brabant.example }"
NEW = "{ name: Loket Midden-Brabant, email: loket@midden-brabant.example }"
ARROW = ("region midden-brabant: contact Regiocontact Midden-Brabant "
         "<contact@midden-brabant.example> -> Loket Midden-Brabant <loket@midden-brabant.example>")


def json_lines(done):
    """The lines, and the summary that ends them."""
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return lines[:-1], lines[-1]["summary"]


class OnAStore(DaemonTest):
    """Three requests came in; then somebody edits the rules in place, or in a copy."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        send = [
            demand(employer=employer("Zorghuis A", "a@zorghuis.example")),
            demand(employer=employer("Bakker B", "b@bakker.example"),
                   sites=[{"municipality": "Enschede"}]),
            demand(employer=employer("Zorghuis C", "c@zorghuis.example"), urgency="urgent"),
        ]
        cls.plain, cls.twente, cls.urgent = (
            cls.client.submit(data).json["request"] for data in send)
        cls.rules = cls.setting.folder / "rules"

    def setUp(self):
        self.copy = self.setting.folder / "new rules"
        shutil.copytree(REPO / "rules", self.copy)
        self.addCleanup(shutil.rmtree, self.copy)

    def backtest(self, *more, rules=None):
        return run("backtest", "--config", self.setting.config, "--rules", rules or self.copy,
                   *more)

    def assertExit(self, code, done):
        self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        return done

    def test_the_same_rules_change_nothing(self):
        done = self.assertExit(0, self.backtest())
        self.assertEqual("0 of 3 requests change\n", done.stdout)
        self.assertRegex(done.stderr, r"comparing the rules in force \([0-9a-f]{12}\) with ")
        differences, summary = json_lines(self.assertExit(0, self.backtest("--format", "json")))
        self.assertEqual(([], 3, 0), (differences, summary["tried"], summary["changed"]))
        self.assertEqual(summary["old"], summary["new"])

    def test_a_contact_changed_in_place_shows_exactly_its_requests_before_the_reload(self):
        self.setting.change(self.rules / "regions.yaml", OLD, NEW)
        self.addCleanup(self.setting.change, self.rules / "regions.yaml", NEW, OLD)
        done = self.assertExit(1, self.backtest(rules=self.rules))
        self.assertEqual(2, done.stdout.count("  " + ARROW + "\n"), done.stdout)
        self.assertIn(f"{self.plain}, ", done.stdout)
        self.assertIn(f"{self.urgent}, ", done.stdout)
        self.assertNotIn(self.twente, done.stdout)
        self.assertIn("2 of 3 requests change\n", done.stdout)
        self.assertIn("region midden-brabant: 2 with another contact\n", done.stdout)
        self.assertIn("rule default: 1\n", done.stdout)
        self.assertIn("rule care-in-crisis: 1\n", done.stdout)

    def test_json_has_a_line_for_each_changed_request(self):
        self.setting.change(self.copy / "regions.yaml", OLD, NEW)
        done = self.assertExit(1, self.backtest("--format", "json"))
        differences, summary = json_lines(done)
        self.assertEqual([self.plain, self.urgent], [one["request"] for one in differences])
        self.assertEqual({"old": ["default"], "new": ["default"]}, differences[0]["rules"])
        region, = differences[0]["regions"]
        self.assertEqual({"region", "change", "contacts"}, set(region))
        self.assertEqual("contact@midden-brabant.example", region["contacts"]["old"][0]["email"])
        self.assertEqual("loket@midden-brabant.example", region["contacts"]["new"][0]["email"])
        self.assertEqual((3, 2, 0, 0), tuple(
            summary[name] for name in ("tried", "changed", "unreadable", "forgotten")))
        self.assertEqual(2, summary["regions"]["midden-brabant"]["contacts"])
        self.assertNotEqual(summary["old"], summary["new"])

    def test_other_routing_shows_regions_policy_and_due_instants(self):
        self.setting.change(
            self.copy / "routing.yaml",
            "  - name: default\n",
            "  - name: to-twente\n    when: { region: midden-brabant }\n"
            "    refer: { to: [twente], mode: immediately }\n    deadlines: crisis\n\n"
            "  - name: default\n")
        done = self.assertExit(1, self.backtest())
        self.assertIn("  rule default -> to-twente\n", done.stdout)
        self.assertRegex(done.stdout, r"  region midden-brabant: gone \(after_assessment, lead")
        self.assertRegex(done.stdout, r"  region twente: added \(immediately, lead region.*Twe")
        self.assertIn("  policy blueprint -> crisis\n", done.stdout)
        self.assertRegex(done.stdout, r"  clock take_up: due 2\S+ -> 2\S+")
        self.assertIn("1 of 3 requests change\n", done.stdout)
        self.assertIn("region twente: 1 in\n", done.stdout)
        self.assertIn("rule default -> to-twente: 1\n", done.stdout)
        # The examples of the new folder tell it too, and hinder nothing.
        self.assertRegex(done.stderr, r"tests\.yaml:\d+:\d+: warning: example ")
        (line,), summary = json_lines(self.backtest("--format", "json"))
        self.assertEqual({"midden-brabant": "gone", "twente": "added"},
                         {one["region"]: one["change"] for one in line["regions"]})
        self.assertEqual({"old": "blueprint", "new": "crisis"}, line["policy"])
        clocks = {one["clock"]: one for one in line["clocks"]}
        self.assertLess(clocks["report_back"]["new"]["due"], clocks["report_back"]["old"]["due"])
        self.assertEqual([{"old": ["default"], "new": ["to-twente"], "requests": 1}],
                         summary["rules"])

    def test_since_leaves_out_what_came_before(self):
        self.setting.change(self.copy / "regions.yaml", OLD, NEW)
        registered = {line["request"]: line["at"] for line in self.daemon.journal()
                      if line["event"] == "request.registered"}
        day = datetime.datetime.fromisoformat(registered[self.plain]).date()
        for since, code, tried in (
            (day - datetime.timedelta(days=1), 1, 3),
            (day + datetime.timedelta(days=2), 0, 0),
            (registered[self.urgent], 1, 1),
            (registered[self.plain], 1, 3),
        ):
            with self.subTest(since=str(since)):
                done = self.assertExit(code, self.backtest("--since", since))
                self.assertIn(f" of {tried} requests change\n", done.stdout)

    def test_rules_that_cannot_be_read_exit_2_and_are_told_as_check_does(self):
        self.setting.change(self.copy / "deadlines.yaml", "default: blueprint",
                            "default: blauwdruk")
        done = self.assertExit(2, self.backtest())
        self.assertEqual("", done.stdout)
        self.assertRegex(done.stderr, r"deadlines\.yaml:\d+:\d+: error: .*blauwdruk")
        self.assertExit(2, self.backtest(rules=self.setting.folder / "nowhere"))

    def test_the_next_rules_in_force_are_compared_after_a_reload(self):
        regions = self.rules / "regions.yaml"
        self.setting.change(regions, OLD, NEW)
        loaded = len([one for one in self.daemon.journal() if one["event"] == "rules.loaded"])

        def reloads(times):
            self.daemon.reload()
            wait_for(lambda: len([one for one in self.daemon.journal()
                                  if one["event"] == "rules.loaded"]) == loaded + times,
                     "the rules are loaded")

        reloads(1)
        self.assertExit(0, self.backtest(rules=self.rules))
        self.assertExit(1, self.backtest())
        self.setting.change(regions, NEW, OLD)
        reloads(2)
        self.assertExit(0, self.backtest())

    def test_calendar_only_tells_which_running_clocks_move(self):
        done = self.assertExit(0, self.backtest("--calendar-only"))
        self.assertRegex(done.stdout, r"^0 of \d+ running clocks move\n$")
        due = self.client.get(f"/v1/requests/{self.plain}").json
        clock, = [one for one in due["clocks"] if one["clock"] == "take_up"]
        # The day on which it would be due.
        self.setting.change(self.copy / "calendar.yaml", "closed: []",
                            f"closed: [{clock['dueAt'][:10]}]")
        done = self.assertExit(1, self.backtest("--calendar-only"))
        self.assertRegex(done.stdout, rf"{self.plain} clock take_up: due 2\S+ -> 2\S+")
        self.assertRegex(done.stdout, r"clock take_up: \d+ move \d+ days? ?.*later\n")
        moves, summary = json_lines(
            self.assertExit(1, self.backtest("--calendar-only", "--format", "json")))
        found = {(one["request"], one["clock"]): one for one in moves}
        self.assertEqual(clock["dueAt"], found[self.plain, "take_up"]["due"]["old"])
        self.assertGreater(found[self.plain, "take_up"]["due"]["new"], clock["dueAt"])
        self.assertEqual(len(moves), summary["moved"])
        self.assertTrue(summary["clocks"]["take_up"])

    def test_check_counts_the_running_clocks_that_a_calendar_would_move(self):
        self.assertNotIn("would move", run("check", "--config", self.setting.config).stdout)
        due = self.client.get(f"/v1/requests/{self.plain}").json
        clock, = [one for one in due["clocks"] if one["clock"] == "take_up"]
        calendar = self.setting.folder / "rules" / "calendar.yaml"
        closed = f"closed: [{clock['dueAt'][:10]}]"
        self.setting.change(calendar, "closed: []", closed)
        self.addCleanup(self.setting.change, calendar, closed, "closed: []")
        done = run("check", "--config", self.setting.config)
        self.assertEqual(0, done.returncode)
        self.assertRegex(done.stdout, r"calendar.yaml:\d+:1: warning: \d+ running clocks? would move")
        self.assertRegex(done.stdout, rf"warning: {self.plain} clock take_up: due 2\S+ -> 2\S+")

    def test_it_writes_nothing(self):
        before = self.daemon.journal_lines()
        self.backtest()
        self.backtest("--calendar-only")
        self.assertEqual(before, self.daemon.journal_lines())


class OnAFile(unittest.TestCase):
    def setUp(self):
        self.setting = harness.Setting()
        self.addCleanup(self.setting.remove)
        self.copy = self.setting.folder / "new"
        shutil.copytree(REPO / "rules", self.copy)

    def backtest(self, *more, stdin="", rules=None):
        return run("backtest", "--config", self.setting.config, "--rules", rules or self.copy,
                   *more, stdin=stdin)

    def test_requests_of_a_file_need_no_store(self):
        self.setting.change(self.copy / "regions.yaml", OLD, NEW)
        away = OLD[:-2] + ", absent: [ { from: 2025-06-02, until: 2025-06-02 } ] }"
        self.setting.change(self.setting.folder / "rules" / "regions.yaml", OLD, away)
        then = envelope(demand()) | {"timestamp": "2025-06-02T09:12:00Z"}
        lines = [json.dumps(then), "", json.dumps(demand(sites=[{"postcode": "7551"}])),
                 '{"kind":"wish"}', json.dumps(demand())]
        text = "".join(line + "\n" for line in lines)
        done = self.backtest("--requests", "-", "--format", "json", stdin=text)
        self.assertEqual(1, done.returncode, done.stderr)
        (first, last), summary = json_lines(done)
        self.assertEqual((1, 5), (first["line"], last["line"]))
        # A submission is routed at its timestamp, a day on which the backup stood in.
        self.assertEqual("2025-06-02T09:12:00Z", first["registeredAt"])
        self.assertEqual("backup", first["regions"][0]["contacts"]["old"][0]["role"])
        self.assertEqual("regional_contact", last["regions"][0]["contacts"]["old"][0]["role"])
        self.assertEqual((3, 2, 1), (summary["tried"], summary["changed"], summary["unreadable"]))
        self.assertRegex(done.stderr, r"line 4: cannot be read: /kind: ")
        self.assertFalse(self.setting.store.exists())
        file = self.setting.folder / "requests.jsonl"
        file.write_text(text, encoding="utf-8")
        told = self.backtest("--requests", file)
        self.assertEqual(1, told.returncode)
        self.assertIn("line 5, ", told.stdout)
        self.assertIn("2 of 3 requests change; 1 could not be read\n", told.stdout)

    def test_wrong_usage_exits_2(self):
        for arguments in (
            ("--requests", "/nowhere.jsonl"), ("--since", "soon"), ("--format", "xml"),
            ("--calendar-only", "--requests", "-"), (),  # the last: there is no store yet
        ):
            with self.subTest(arguments=arguments):
                done = self.backtest(*arguments)
                self.assertEqual((2, ""), (done.returncode, done.stdout))
                self.assertTrue(done.stderr)
        self.assertEqual(2, run("backtest", "--config", self.setting.config).returncode)


if __name__ == "__main__":
    harness.main()
