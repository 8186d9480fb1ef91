"""The command line: help, exit codes, check, due, route, and what rubbish is told."""

import json
import re
import subprocess
import unittest

import harness
from client import demand
from harness import BINARY, PATIENCE, REPO, Setting, run

COMMANDS = ("serve", "check", "route", "due", "simulate", "submit", "journal",
            "backtest", "outbox", "rejected", "mail")
CONFIG = REPO / "config" / "werktdoord.yaml"

# Contract of `due`: start, within, due; local times in Amsterdam.
DUE = [
    ("2026-11-21T11:00:00+01:00", "1 working_day", "2026-11-23T17:00:00+01:00"),
    ("2026-11-23T07:30:00+01:00", "1 working_day", "2026-11-23T17:00:00+01:00"),
    ("2026-11-23T09:00:00+01:00", "1 working_day", "2026-11-24T09:00:00+01:00"),
    ("2026-11-20T16:30:00+01:00", "1 working_day", "2026-11-23T16:30:00+01:00"),
    ("2026-11-20T16:00:00+01:00", "1 working_hours", "2026-11-20T17:00:00+01:00"),
    ("2026-11-20T16:30:00+01:00", "1 working_hours", "2026-11-23T09:30:00+01:00"),
    ("2026-11-20T17:00:00+01:00", "1 working_day", "2026-11-23T17:00:00+01:00"),
    ("2026-12-24T10:00:00+01:00", "1 working_day", "2026-12-28T10:00:00+01:00"),
    ("2026-12-31T10:00:00+01:00", "2 working_days", "2027-01-05T10:00:00+01:00"),
    ("2027-04-26T10:00:00+02:00", "1 working_day", "2027-04-28T10:00:00+02:00"),
    ("2027-03-26T10:00:00+01:00", "1 working_day", "2027-03-30T10:00:00+02:00"),
    ("2027-03-27T02:30:00+01:00", "1 days", "2027-03-28T03:00:00+02:00"),
    ("2026-10-24T02:30:00+02:00", "1 days", "2026-10-25T02:30:00+02:00"),
    ("2026-12-08T11:00:00+01:00", "14 days", "2026-12-22T11:00:00+01:00"),
    ("2026-12-08T11:00:00+01:00", "4 weeks", "2027-01-05T11:00:00+01:00"),
    ("2026-03-02T11:00:00+01:00", "4 weeks", "2026-03-30T11:00:00+02:00"),
]


class Usage(unittest.TestCase):
    def test_help_on_every_level(self):
        done = run("--help")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        for command in COMMANDS:
            self.assertIn(command, done.stdout)
            told = run(command, "--help")
            self.assertEqual((0, ""), (told.returncode, told.stderr), command)
            self.assertIn("--config", told.stdout)

    def test_version(self):
        done = run("--version")
        self.assertEqual(0, done.returncode)
        self.assertRegex(done.stdout, r"^werktdoord \d+\.\d+\.\d+\n$")

    def test_wrong_usage_exits_2_and_prints_nothing_for_programs(self):
        for arguments in (
            (), ("serve",), ("nothing",), ("--nothing",), ("check", "--config"),
            ("due", "--config", CONFIG), ("due", "--config", CONFIG, "--within", "soon"),
            ("due", "--config", CONFIG, "--within", "1 working_day", "tomorrow"),
            ("simulate", "--config", CONFIG), ("simulate", "--config", CONFIG, "/nowhere.jsonl"),
            ("simulate", "--config", CONFIG, "--until", "later", "-"),
            ("route", "--config", CONFIG, "/nowhere.json"),
            ("submit", "--config", CONFIG, "/nowhere.json"),
            ("serve", "--config", "/nowhere.yaml"), ("journal", "--config", "/nowhere.yaml"),
        ):
            with self.subTest(arguments=[str(one) for one in arguments]):
                done = run(*arguments)
                self.assertEqual((2, ""), (done.returncode, done.stdout))
                self.assertTrue(done.stderr)


class Check(unittest.TestCase):
    def setUp(self):
        self.setting = Setting()
        self.addCleanup(self.setting.remove)

    def check(self, *arguments):
        return run("check", "--config", self.setting.config, *arguments)

    def test_the_shipped_files_are_right(self):
        done = run("check", "--config", CONFIG)
        # The periods of the signposts end some day.
        lines = [line for line in done.stdout.splitlines() if " ended on " not in line]
        self.assertEqual((0, []), (done.returncode, lines), done.stderr)

    def test_every_problem_with_its_place(self):
        rules = self.setting.folder / "rules"
        change = self.setting.change
        change(rules / "routing.yaml", "{ kind: offer, headcount: { at_least: 50 } }",
               "{ kind: offer, headcout: { at_least: 50 } }")
        change(rules / "deadlines.yaml", "default: blueprint", "default: blauwdruk")
        change(rules / "roster.yaml", "  tuesday: bram", "  tuesday: bart")
        change(self.setting.config, "time_zone: Europe/Amsterdam", "time_zon: Europe/Amsterdam")
        done = self.check()
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stdout, r"werktdoord\.yaml:\d+:\d+: error: .*time_zone")
        change(self.setting.config, "time_zon:", "time_zone:")
        done = self.check()
        self.assertEqual(1, done.returncode)
        for line in done.stdout.splitlines():
            self.assertRegex(line, r"^.+:\d+:\d+: (error|warning): .+")
        self.assertRegex(done.stdout, r"routing\.yaml:\d+:\d+: error: .*headcount")
        self.assertRegex(done.stdout, r"deadlines\.yaml:\d+:\d+: error: .*blauwdruk")
        self.assertRegex(done.stdout, r"roster\.yaml:\d+:\d+: error: .*bart")

    def test_a_rule_test_that_fails_is_a_problem(self):
        tests = self.setting.folder / "rules" / "routing.yaml"
        self.setting.change(tests, "headcount: { at_least: 20 }", "headcount: { at_least: 2000 }")
        done = self.check()
        self.assertEqual(1, done.returncode)
        self.assertIn("tests.yaml:", done.stdout)

    def test_findings_as_json(self):
        done = self.check("--format", "json")
        told = [one for one in json.loads(done.stdout) if " ended on " not in one["text"]]
        self.assertEqual((0, []), (done.returncode, told))
        rules = self.setting.folder / "rules"
        self.setting.change(rules / "deadlines.yaml", "on: missed, to: [owner] }",
                            "on: missed, to: [owner, wsp_manager] }")
        regions = rules / "regions.yaml"
        text = regions.read_text(encoding="utf-8")
        regions.write_text(re.sub(r" +wsp_manager: .*\n", "", text), encoding="utf-8")
        done = self.check("--format", "json")
        told = [one for one in json.loads(done.stdout) if " ended on " not in one["text"]]
        self.assertEqual((0, {"warning"}), (done.returncode, {one["severity"] for one in told}))
        self.assertEqual({str(rules / "deadlines.yaml")}, {one["file"] for one in told})
        line = (rules / "deadlines.yaml").read_text(encoding="utf-8").splitlines()[
            told[-1]["line"] - 1]
        self.assertTrue(line[told[-1]["column"] - 1:].startswith("wsp_manager"), line)
        self.assertRegex(done.stderr, r"^0 errors, \d+ warnings?\n$")
        self.setting.change(self.setting.config, "time_zone:", "time_zon:")
        done = self.check("--format", "json")
        self.assertEqual(1, done.returncode)
        for one in json.loads(done.stdout):
            self.assertEqual(["file", "line", "column", "severity", "text"], list(one))
            self.assertEqual("error", one["severity"])
        self.assertEqual(2, self.check("--format", "xml").returncode)

    def test_yaml_that_is_none_and_a_key_given_twice(self):
        calendar = self.setting.folder / "rules" / "calendar.yaml"
        good = calendar.read_text(encoding="utf-8")
        for wrong in (good + "holidays: netherlands\n", good + "x: [\n", "", "- a\n",
                      good.replace("09:00-17:00", "17:00-09:00")):
            calendar.write_text(wrong, encoding="utf-8")
            done = self.check()
            self.assertEqual(1, done.returncode, wrong[-40:])
            self.assertRegex(done.stdout, r"calendar\.yaml:\d+:\d+: error: ")
            self.assertEqual(2, run("serve", "--config", self.setting.config).returncode)


class Due(unittest.TestCase):
    def test_each_example(self):
        for start, within, expected in DUE:
            with self.subTest(start=start, within=within):
                done = run("due", "--config", CONFIG, "--within", within, start)
                self.assertEqual((0, expected + "\n"), (done.returncode, done.stdout), done.stderr)

    def test_one_a_line_from_standard_input(self):
        some = [(start, due) for start, within, due in DUE if within == "1 working_day"]
        done = run("due", "--config", CONFIG, "--within", "1 working_day", "-",
                   stdin="".join(start + "\n" for start, _ in some))
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual([due for _, due in some], done.stdout.splitlines())
        done = run("due", "--config", CONFIG, "--within", "1 working_day", "-",
                   stdin=f"{some[0][0]}\nsoon\n{some[1][0]}\n")
        self.assertEqual(1, done.returncode)
        self.assertEqual([due for _, due in some[:2]], done.stdout.splitlines())
        self.assertIn("soon", done.stderr)

    def test_explain_counts_it_out(self):
        done = run("due", "--config", CONFIG, "--within", "1 working_day", "--explain",
                   "2026-12-24T10:00:00+01:00")
        self.assertEqual(0, done.returncode)
        for day in ("2026-12-25", "2026-12-26", "2026-12-27"):
            self.assertRegex(done.stdout, f"{day} +niet geteld")
        self.assertIn("2026-12-28", done.stdout)


class Route(unittest.TestCase):
    def route(self, *arguments, stdin):
        return run("route", "--config", CONFIG, *arguments, stdin=stdin)

    def test_a_line_for_each_request(self):
        sent = [demand(), demand(urgency="urgent"), demand(sites=[{"postcode": "1234 AB"}])]
        done = self.route(stdin="".join(json.dumps(one) + "\n" for one in sent))
        self.assertEqual(0, done.returncode, done.stderr)
        plain, urgent, lost = map(json.loads, done.stdout.splitlines())
        self.assertEqual((["default"], ["midden-brabant"], "blueprint"),
                         (plain["rules"], plain["regions"], plain["policy"]))
        self.assertEqual("contact@midden-brabant.example", plain["contacts"][0]["email"])
        self.assertEqual(["wsp-midden-brabant"], plain["wsps"])
        self.assertEqual("midden-brabant", plain["lead"])
        self.assertTrue(plain["signposts"])
        self.assertEqual((["care-in-crisis"], "crisis"), (urgent["rules"], urgent["policy"]))
        self.assertEqual([], lost["regions"])
        self.assertEqual([0], [one["site"] for one in lost["unplaced"]])

    def test_a_folder_is_no_input(self):
        for command in ("route", "simulate"):
            done = run(command, "--config", CONFIG, REPO)
            self.assertEqual(2, done.returncode, done.stderr)
            self.assertIn("is a folder", done.stderr)

    def test_standard_input_that_cannot_be_read_is_not_taken_for_an_empty_one(self):
        rules = REPO / "rules"
        for command in (("route",), ("simulate", "-"), ("due", "--within", "1 working_day", "-"),
                        ("backtest", "--rules", rules, "--requests", "-")):
            for how in ("<&-", "< /"):
                with self.subTest(command=command[0], how=how):
                    words = [BINARY, command[0], "--config", str(CONFIG), *map(str, command[1:])]
                    done = subprocess.run(["sh", "-c", f'exec "$@" {how}', "sh", *words],
                                          capture_output=True, text=True, timeout=PATIENCE,
                                          check=False)
                    self.assertEqual((2, ""), (done.returncode, done.stdout), done.stderr)
                    self.assertIn("standard input cannot be read: ", done.stderr)

    def test_explain_tells_which_rule_matched_and_why(self):
        done = self.route("--explain", stdin=json.dumps(demand()) + "\n")
        self.assertEqual(0, done.returncode)
        self.assertRegex(done.stdout, r"care-in-crisis: past niet.*urgency")
        self.assertRegex(done.stdout, r"default: past en beslist")

    def test_what_is_no_request_is_told_on_its_line_and_the_rest_goes_on(self):
        done = self.route(stdin='{"kind":"wish"}\nrubbish\n' + json.dumps(demand()) + "\n")
        self.assertEqual(1, done.returncode)
        first, second, third = map(json.loads, done.stdout.splitlines())
        self.assertIn("/kind", [one["pointer"] for one in first["errors"]])
        self.assertTrue(second["errors"])
        self.assertEqual(["midden-brabant"], third["regions"])

    def test_another_instant_counts_the_absences_of_that_day(self):
        done = self.route("--explain", "--at", "2026-11-27T16:30:00+01:00",
                          stdin=json.dumps(demand()) + "\n")
        self.assertIn("    2026-11-30T16:30:00+01:00\n", done.stdout)
        self.assertEqual(2, self.route("--at", "friday", stdin="").returncode)


class StoredRequest(unittest.TestCase):
    """Why a request went where it went, after the rules have changed."""

    def setUp(self):
        self.setting = Setting()
        self.addCleanup(self.setting.remove)
        self.setting.store.parent.mkdir(exist_ok=True)
        story = REPO / "tests" / "scenarios" / "blueprint-six-weeks.jsonl"
        played = run("simulate", "--config", self.setting.config, "--store", self.setting.store,
                     story)
        self.assertEqual(0, played.returncode, played.stderr)

    def route(self, *more):
        return run("route", "--config", self.setting.config, *more)

    def test_is_explained_by_the_rules_of_its_moment(self):
        before = self.route("--explain", "--request", "NLWD-2026-000001")
        self.assertEqual(0, before.returncode, before.stderr)
        self.assertIn("2026-12-07T10:00:00+01:00", before.stdout)
        self.assertIn("<contact@midden-brabant.example> (regional_contact)", before.stdout)
        self.setting.change(self.setting.folder / "rules" / "regions.yaml",
                            "contact@midden-brabant.example", "nieuw@midden-brabant.example")
        after = self.route("--explain", "--request", "NLWD-2026-000001")
        self.assertEqual(before.stdout, after.stdout)
        now = run("route", "--config", self.setting.config, "--explain",
                  stdin=json.dumps(demand()) + "\n")
        self.assertIn("<nieuw@midden-brabant.example> (regional_contact)", now.stdout)

    def test_as_a_line_for_programs(self):
        line = json.loads(self.route("--request", "NLWD-2026-000001").stdout)
        self.assertEqual((["default"], ["midden-brabant"]), (line["rules"], line["regions"]))

    def test_that_is_not_there_is_told(self):
        for number in ("NLWD-2026-999999", "rubbish"):
            done = self.route("--explain", "--request", number)
            self.assertEqual((1, ""), (done.returncode, done.stdout))
            self.assertIn("there is no request", done.stderr)



if __name__ == "__main__":
    harness.main()
