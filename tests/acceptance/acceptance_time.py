"""The clock of the machine jumps, forward and back: nothing fires twice, nothing is forgotten."""

import datetime
import json
import pathlib
import struct
import time
import unittest

import harness
from client import demand, envelope
from harness import Daemon, Setting, chain_problems, run, wait_for



class Time(unittest.TestCase):
    """One daemon that runs on while its clock is moved."""

    def setUp(self):
        self.setting = Setting()
        self.addCleanup(self.setting.remove)
        self.shift_file = pathlib.Path(self.setting.folder) / "shift"
        self.daemon = Daemon(self.setting)
        self.addCleanup(self.daemon.end_whatever_happened)
        self.now_is("2026-11-23 10:01")
        self.daemon.environment = {"LD_PRELOAD": harness.CLOCK, "SHIFTED_CLOCK_FILE": str(self.shift_file)}
        self.daemon.start()

    def now_is(self, when):
        self.shift = harness.seconds_to(when)
        if not self.shift_file.exists():
            self.shift_file.write_bytes(struct.pack("=q", self.shift))
            return
        with open(self.shift_file, "r+b", buffering=0) as file:
            file.write(struct.pack("=q", self.shift))

    def submitted(self):
        """Beside all else the writer wakes up and sees what time it is."""
        body = json.dumps(envelope(demand())).encode()
        answer = self.daemon.client.post_signed(body, timestamp=int(time.time()) + self.shift)
        self.assertEqual(201, answer.status, answer)
        return answer.json["request"]

    def lines(self):
        return [json.loads(line) for line in self.daemon.journal_lines()]

    def told(self, event, **members):
        return [line for line in self.lines() if line["event"] == event
                and all(line.get(name) == value for name, value in members.items())]

    def sound(self):
        lines = self.lines()
        self.assertEqual([], list(chain_problems(self.daemon.journal_lines())))
        # As a text a whole second would come after its own parts.
        instants = [datetime.datetime.fromisoformat(line["at"]) for line in lines]
        self.assertEqual(sorted(instants), instants, "the journal never runs backwards")
        days = [(line["at"][:10], line["template"], json.dumps(line["to"])) for line in lines
                if line["event"] == "digest.queued"]
        self.assertEqual(len(set(days)), len(days), "one digest a day for each")
        self.assertTrue(days)

    def missed(self, number):
        return self.told("clock.missed", request=number, clock="take_up")

    def test_forward_it_is_told_late_and_once(self):
        number = self.submitted()
        self.now_is("2026-11-25 10:01")
        self.submitted()
        missed = wait_for(lambda: self.missed(number), "the missed clock")
        self.assertEqual("2026-11-24T09:0", missed[0]["due"][:15], "as it was promised")
        self.assertEqual("2026-11-25T09:0", missed[0]["at"][:15], "as late as it was seen")
        self.submitted()
        self.assertEqual(1, len(self.missed(number)))
        self.sound()

    def test_back_nothing_fires_twice_and_nothing_is_lost(self):
        first = self.submitted()
        self.now_is("2026-11-25 10:01")
        self.submitted()
        wait_for(lambda: self.missed(first), "the missed clock")
        self.now_is("2026-11-25 05:00")
        again = self.submitted()
        self.assertEqual("NLWD-2026-000003", again)
        self.assertEqual(0, self.daemon.stop())
        self.daemon.start()
        self.submitted()
        self.now_is("2026-11-26 10:05")
        self.submitted()
        wait_for(lambda: self.missed(again), "the clock of what came while it was set back")
        self.submitted()
        for number in (first, again):
            self.assertEqual(1, len(self.missed(number)), number)
        self.sound()
        self.assertEqual(0, self.daemon.stop())
        verified = run("verify", "--config", self.setting.config)
        self.assertEqual(0, verified.returncode, verified.stdout + verified.stderr)

    def example(self, owner):
        """Puts into the rules who is on duty, without saying when."""
        tests = self.setting.folder / "rules" / "tests.yaml"
        request = json.dumps(demand())
        with open(tests, "a", encoding="utf-8") as file:
            file.write(f"\n  - {{ name: {owner}, given: {request}, expect: {{ owner: {owner} }} }}\n")

    def test_an_example_that_held_yesterday_keeps_nothing_from_starting(self):
        self.daemon.stop()
        self.example("anna")
        self.daemon.start()
        self.daemon.stop()
        self.now_is("2026-11-24 10:01")
        self.daemon.start()
        self.assertRegex(self.daemon.log(),
                         r"level=error event=rules\.finding where=\S+/tests\.yaml:\d+:\d+\n")
        self.daemon.stop()
        self.example("chris")
        self.daemon.launch()
        self.assertEqual(2, self.daemon.process.wait(timeout=harness.PATIENCE), "new rules must hold")


if __name__ == "__main__":
    harness.main()
