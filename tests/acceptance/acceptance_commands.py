"""The commands on a store: what they say when it cannot be done as asked, and where it went."""

import http.server
import json
import re
import subprocess
import threading
import unittest

import harness
from client import demand
from harness import BINARY, PATIENCE, REPO, Setting, run

STORY = REPO / "tests" / "scenarios" / "blueprint-six-weeks.jsonl"
NUMBER = "NLWD-2026-000001"


class StoreTest(unittest.TestCase):
    """A store that a simulation left, half-way through its story."""

    until = "2026-12-10T12:00:00+01:00"

    def setUp(self):
        self.setting = Setting()
        self.addCleanup(self.setting.remove)
        self.setting.store.parent.mkdir(exist_ok=True)
        played = run("simulate", "--config", self.setting.config, "--store", self.setting.store,
                     "--until", self.until, STORY)
        self.assertEqual(0, played.returncode, played.stderr)

    def command(self, *arguments, **more):
        """With --config behind the first words."""
        words = [one for one in arguments[:2] if re.fullmatch("[a-z]+", str(one))]
        return run(*words, "--config", self.setting.config, *arguments[len(words):], **more)

    def assertTells(self, code, pattern, done):
        self.assertEqual((code, ""), (done.returncode, done.stdout), done.stderr)
        self.assertRegex(done.stderr, pattern)


class Output(StoreTest):
    COMMANDS = (
        ("journal",), ("cases",), ("subject", "--email", "nobody@weg.example"),
        ("report", "--from", "2026-11-01", "--until", "2026-11-30"),
        ("route", "--request", NUMBER), ("simulate", STORY), ("outbox", "list"),
        ("due", "--within", "1 working_day"), ("match", NUMBER), ("check", "--format", "json"),
        ("mail", "preview", "confirmation"), ("verify", "--help"), ("--version",))

    def printed_to(self, out, words, **more):
        named = () if words[-1] in ("--help", "--version") else ("--config", self.setting.config)
        group = 2 if words[0] in ("outbox", "mail") else 1
        command = [BINARY, *words[:group], *named, *words[group:]]
        return subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=out,
                              stderr=subprocess.PIPE, text=True, timeout=PATIENCE, check=False,
                              **more)

    def test_that_cannot_be_written_is_a_problem_and_told(self):
        for words in self.COMMANDS:
            with self.subTest(words=words), open("/dev/full", "wb") as full:
                done = self.printed_to(full, words)
                # Where nothing is printed nothing is lost.
                if run(*done.args[1:]).stdout:
                    self.assertEqual(1, done.returncode, done.stderr)
                    self.assertIn("could not be written to standard output", done.stderr)

    def test_whose_reader_went_away_is_no_problem(self):
        for ignored in (False, True):  # whether SIGPIPE ends the command or not
            with self.subTest(ignored=ignored):
                reading = subprocess.Popen(["true"], stdin=subprocess.PIPE)
                reading.wait(timeout=PATIENCE)
                done = self.printed_to(reading.stdin, ("journal",), restore_signals=not ignored)
                reading.stdin.close()
                self.assertEqual((0 if ignored else -13, ""), (done.returncode, done.stderr))


class OpenWork(StoreTest):
    """Rules that are right, but not for this store: as a start and a reload refuse them."""

    def renamed(self, old, new):
        """A key, everywhere: the rules are in order, but lack the old one."""
        rules = self.setting.folder / "rules"
        for file in [*rules.glob("*.yaml"), *(rules / "reference").glob("*.csv")]:
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(rf"\b{old}\b(?!\.example)", new, text), encoding="utf-8")

    def check_and_start(self):
        checked = run("check", "--config", self.setting.config)
        started = run("serve", "--config", self.setting.config)
        self.assertEqual((1, 2), (checked.returncode, started.returncode), started.stderr)
        return checked.stdout, started.stderr

    def test_of_a_wsp_that_was_taken_out_is_an_error_at_its_region(self):
        regions = self.setting.folder / "rules" / "regions.yaml"
        lost = "WSP wsp-midden-brabant of region midden-brabant has open work"
        self.renamed("wsp-midden-brabant", "wsp-nieuw")
        checked, started = self.check_and_start()
        (line,) = [one for one in checked.splitlines() if lost in one]
        self.assertIn(lost, started)
        number = int(re.match(r".+regions\.yaml:(\d+):\d+: error: ", line)[1])
        lines = regions.read_text(encoding="utf-8").splitlines()
        self.assertEqual("    wsps:", lines[number - 1])
        self.assertIn("      wsp-nieuw:", lines[number])
        self.assertEqual(0, run("check", "--config", REPO / "config" / "werktdoord.yaml").returncode)

    def test_of_a_region_that_was_taken_out_is_an_error(self):
        self.renamed("midden-brabant", "brabant-midden")
        checked, started = self.check_and_start()
        lost = "region midden-brabant has open work"
        self.assertRegex(checked, rf"regions\.yaml:\d+:1: error: {lost}")
        self.assertIn(lost, started)

    def test_is_not_asked_for_where_there_is_no_store(self):
        self.renamed("wsp-midden-brabant", "wsp-nieuw")
        self.setting.store.unlink()
        done = run("check", "--config", self.setting.config)
        self.assertEqual((0, 0), (done.returncode, done.stdout.count("open work")))
        self.assertFalse(self.setting.store.exists())


class Places(StoreTest):
    """What `check` says of files that are not where they should be: at file:line:column."""

    def check(self):
        done = run("check", "--config", self.setting.config)
        self.assertEqual(1, done.returncode, done.stderr)
        return done.stdout

    def test_a_template_that_is_missing_or_unknown(self):
        templates = self.setting.folder / "config" / "templates"
        (templates / "alert.text.mustache").rename(templates / "alarm.text.mustache")
        told = self.check()
        self.assertIn(f"{templates}/alert.text.mustache:1:1: error: this template is mis", told)
        self.assertIn(f"{templates}/alarm.text.mustache:1:1: error: no mail uses", told)

    def test_the_folder_of_the_rules(self):
        config = self.setting.config
        lines = config.read_text(encoding="utf-8").splitlines()
        place = f"{config}:{lines.index('rules: ../rules') + 1}:8: error: "
        self.setting.change(config, "rules: ../rules", "rules: ../rulez")
        self.assertIn(f"{place}there is no folder {self.setting.folder}/rulez\n", self.check())
        started = run("serve", "--config", config)
        self.assertEqual(2, started.returncode)
        self.assertIn(place, started.stderr)
        self.setting.change(config, "rules: ../rulez", "rules: ../rules/routing.yaml")
        self.assertRegex(self.check(), re.escape(place) + ".*routing.yaml is no folder")

    def test_two_tokens_with_the_same_secret(self):
        self.setting.change(self.setting.config, "demo-read-token", "demo-team-token")
        self.assertRegex(self.check(), r"werktdoord\.yaml:\d+:\d+: error: another token has the")
        self.assertEqual(2, run("serve", "--config", self.setting.config).returncode)


class Usage(StoreTest):
    """What a person is told who asks for what cannot be."""

    def test_a_number_that_is_none(self):
        for words in (("outbox", "show", "x"), ("outbox", "send", "0"), ("rejected", "show", "1x"),
                      ("forget", "--rejected", "x")):
            with self.subTest(words=words):
                self.assertTells(2, rf'number, such as 12, and not "{words[-1]}"',
                                 self.command(*words))

    def test_a_word_below_a_command_that_is_none(self):
        self.assertTells(2, r"no command 'outbox sho'.*show.*outbox --help", run("outbox", "sho", "1"))
        done = run("mail", "--config", self.setting.config, "previews", "status")
        self.assertTells(2, r"no command 'mail previews'.*preview", done)

    def test_a_request_that_is_no_json(self):
        file = self.setting.folder / "bad.json"
        file.write_text("{", encoding="utf-8")
        self.assertTells(2, rf"^{file}: error: ", self.command("submit", file))

    def test_a_store_that_is_not_there_yet(self):
        self.setting.store.unlink()
        self.assertTells(1, f"there is no store at {self.setting.store} yet",
                         self.command("journal"))
        self.assertTells(1, "there is no store at /nowhere/x.db yet", run("verify", "/nowhere/x.db"))

    def test_what_a_command_needs(self):
        self.assertTells(2, "--config FILE, or the file of a store, is required", run("verify"))
        self.assertTells(2, "file is empty", self.command("backup", ""))
        self.assertTells(2, "input excludes --request",
                         self.command("route", "--request", NUMBER, STORY))
        self.assertTells(2, "report is not about one request",
                         self.command("mail", "preview", "report", "--request", NUMBER))

    def test_a_url_may_end_with_a_slash(self):
        class Answer(http.server.BaseHTTPRequestHandler):
            asked = []

            def do_POST(self):
                self.asked.append(self.path)
                self.send_response(201)
                self.end_headers()

            def log_message(self, *_):
                pass

        with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
            threading.Thread(target=server.handle_request, daemon=True).start()
            url = f"http://127.0.0.1:{server.server_port}/"
            self.command("submit", "--url", url, "-", stdin=json.dumps(demand()))
        self.assertEqual(["/v1/intake"], Answer.asked)


class Shipped(unittest.TestCase):
    def test_the_unit_the_example_and_the_text_name_the_same_secrets(self):
        def text(*path):
            return REPO.joinpath(*path).read_text(encoding="utf-8")
        example = re.sub(r"(?m)#.*", "", text("config", "production.example.yaml"))
        asked = set(re.findall(r"credential: ([\w-]+)", example))
        loaded = re.findall(r"(?m)^LoadCredential=([\w-]+):", text("systemd", "werktdoord.service"))
        made = re.findall(r"(?m)^    .* > ([\w-]+)(?: |$)", text("docs", "operations.md"))
        self.assertTrue(asked)
        self.assertEqual((asked, asked), (set(loaded), asked & set(made)))


if __name__ == "__main__":
    harness.main()
