"""The rules change while the daemon serves: all or nothing, nothing lost, nothing done twice."""

import collections
import json
import os
import re
import socket
import subprocess
import tempfile
import threading
import time
import unittest

import harness
from client import Client, demand, employer
from harness import DaemonTest, chain_problems, events_of, run, wait_for

OLD = "contact@midden-brabant.example"
NEW = "nieuw@midden-brabant.example"
ACROBATS = """  - name: acrobats
    when: { occupation: koorddanser }
    refer: { to: [twente], mode: immediately }

  - name: default
"""


class ReloadTest(DaemonTest):
    def rules(self, name):
        return self.setting.folder / "rules" / name

    def ready(self):
        answer = self.client.call("GET", "/readyz")
        self.assertEqual(200, answer.status)
        return answer.json

    def metric(self, name):
        text = self.client.call("GET", "/metrics").body.decode()
        found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
        return float(found.group(1)) if found else None

    def results(self):
        return tuple(self.metric(f'werktdoord_rules_reloads_total{{result="{one}"}}')
                     for one in ("taken", "refused"))

    def reload(self, taken):
        """SIGHUP, and waits until it is told in the numbers."""
        before = self.results()
        after = (before[0] + taken, before[1] + (not taken))
        self.daemon.reload()
        wait_for(lambda: self.results() == after, f"a reload that is {'taken' if taken else 'refused'}")
        self.assertEqual(0 if taken else 1, self.metric("werktdoord_rules_reload_failed"))

    def addresses(self, number, template):
        return [row["address"] for row in self.daemon.rows(
            "SELECT address FROM outbox o JOIN requests r ON r.id = o.request"
            " WHERE r.number = ? AND o.template = ? ORDER BY o.id", number, template)]

    def urgent(self):
        return self.submitted(demand(urgency="urgent"))

    def hash_in_force(self):
        return [one["rulesHash"] for one in self.daemon.journal()
                if one["event"] == "rules.loaded"][-1]


class Start(ReloadTest):
    """What a start says of the rules: in the log where it goes on, and quoting nothing."""

    @classmethod
    def prepare(cls):
        cls.setting.change(cls.setting.config, "format: logfmt", "format: json")
        roster = cls.setting.folder / "rules" / "roster.yaml"
        cls.setting.change(roster, "overrides: []",
                           "overrides: [ { date: 2031-01-01, on_duty: bram } ]")

    def test_warnings_are_records_of_the_log(self):
        records = [json.loads(line) for line in self.daemon.log().splitlines()]
        # The shipped rules have findings of their own once what they hold is over.
        found, = [one for one in records
                  if one["event"] == "rules.finding" and "/roster.yaml:" in one["where"]]
        self.assertEqual("warning", found["level"])
        self.assertRegex(found["where"], r"/roster\.yaml:\d+:\d+$")

    def test_a_start_that_is_refused_quotes_nothing_in_the_journal(self):
        other = harness.Setting()
        self.addCleanup(other.remove)
        other.change(other.folder / "rules" / "regions.yaml", OLD, "geen adres van iemand")
        with tempfile.TemporaryFile("w+") as stderr:
            for journal, said in (("", r": error: .*iemand.* is no e-mail address.*\n"), ("1", r"\n")):
                stderr.seek(0)
                stderr.truncate()
                file = os.fstat(stderr.fileno())
                stream = {"JOURNAL_STREAM": f"{file.st_dev}:{file.st_ino}"} if journal else {}
                refused = subprocess.run([harness.BINARY, "serve", "--config", str(other.config)], stderr=stderr,
                                         env={**os.environ, **stream}, check=False)
                self.assertEqual(2, refused.returncode)
                stderr.seek(0)
                text = stderr.read()
                self.assertRegex(text, r"regions\.yaml:\d+:\d+" + said)
                self.assertIn("werktdoord check", text)
                self.assertEqual(not journal, "iemand" in text)


class Stop(unittest.TestCase):
    def test_after_stopping_systemd_hears_nothing_of_a_reload(self):
        setting = harness.Setting()
        self.addCleanup(setting.remove)
        daemon = harness.Daemon(setting)
        self.addCleanup(daemon.end_whatever_happened)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.bind(str(setting.folder / "notify"))
            systemd.setblocking(False)
            daemon.environment = {"NOTIFY_SOCKET": str(setting.folder / "notify")}
            daemon.start()
            daemon.reload()
            self.assertEqual(0, daemon.stop())
            told = []
            while True:
                try:
                    told.append(systemd.recv(4096).decode().split("=")[0])
                except BlockingIOError:
                    break
        self.assertEqual("READY", told[0])
        self.assertEqual("STOPPING", told[-1], told)


class Files(ReloadTest):
    def test_a_broken_file_leaves_the_rules_and_the_mended_one_counts(self):
        self.assertEqual({"status": "ready"}, self.ready())
        regions, before = self.rules("regions.yaml"), self.hash_in_force()
        good = regions.read_text(encoding="utf-8")
        one = self.urgent()
        regions.write_text(good.replace(OLD, "geen adres van iemand"), encoding="utf-8")
        self.reload(taken=False)
        warning, = self.ready()["warnings"]
        self.assertRegex(warning, r"refused at 20.*Z: regions\.yaml:\d+:\d+ .*" + before)
        self.assertNotIn("iemand", warning + self.daemon.log(), "a file may name people")
        self.assertRegex(self.daemon.log(), r'level=error event=rules\.finding'
                         r' where=\S+/regions\.yaml:\d+:\d+\n')
        two = self.urgent()
        self.assertEqual([OLD], self.addresses(two, "referral"))

        regions.write_text(good.replace(OLD, NEW), encoding="utf-8")
        self.reload(taken=True)
        self.assertEqual({"status": "ready"}, self.ready())
        self.assertNotEqual(before, self.hash_in_force())
        self.assertEqual(1, self.metric(f'werktdoord_rules_info{{hash="{self.hash_in_force()}"}}'))
        self.assertIsNone(self.metric(f'werktdoord_rules_info{{hash="{before}"}}'))
        three = self.urgent()
        self.assertEqual([NEW], self.addresses(three, "referral"))
        self.assertEqual([OLD], self.addresses(one, "referral"), "not sent once more")
        self.assertEqual([OLD], self.addresses(two, "referral"))

    def test_open_proposals_are_routed_anew_and_running_clocks_stay(self):
        number = self.submitted(demand(occupation="koorddanser"))
        before = self.client.get(f"/v1/requests/{number}").json
        routing = self.rules("routing.yaml")
        self.setting.change(routing, "  - name: default\n", ACROBATS)
        self.reload(taken=True)
        proposed = lambda: [one["region"] for one in
                            self.client.get(f"/v1/requests/{number}").json["proposals"]]
        wait_for(lambda: proposed() == ["twente"], "the proposal follows the rules")
        after = self.client.get(f"/v1/requests/{number}").json
        self.assertEqual(("registered", [], before["clocks"]),
                         (after["state"], after["referrals"], after["clocks"]))
        routed = [one for one in self.journal_of(number) if one["event"] == "request.routed"]
        self.assertEqual([None, "rules_changed"], [one.get("reason") for one in routed])
        self.assertEqual(self.hash_in_force(), routed[-1]["rulesHash"])
        self.recorded(number, "request.taken_up")
        sent = self.recorded(number, "request.referred")
        self.assertEqual(["twente"], [one["region"] for one in sent["referrals"]])

    def test_open_work_keeps_a_wsp_also_at_the_start(self):
        number = self.submitted(demand(sites=[{"municipality": "Enschede"}]))
        self.recorded(number, "request.taken_up")
        self.recorded(number, "request.referred")
        self.recorded(number, "referral.forwarded", by="regional_contact", region="twente")
        regions = self.rules("regions.yaml")
        good = regions.read_text(encoding="utf-8")
        self.setting.change(regions, "      werkplein-twente:", "      werkplein-nieuw:")
        lost = "WSP werkplein-twente of region twente has open work"
        self.reload(taken=False)
        self.assertIn(lost, self.ready()["warnings"][0])
        self.assertEqual(0, self.daemon.stop())
        refused = run("serve", "--config", self.setting.config)
        self.assertEqual(2, refused.returncode, refused.stderr)
        self.assertIn(lost, refused.stderr)
        regions.write_text(good, encoding="utf-8")
        self.daemon.start()
        self.assertEqual({"status": "ready"}, self.ready())


class Sender(threading.Thread):
    """Submits without pause; every submission must be taken."""

    def __init__(self, port, name):
        super().__init__(daemon=True)
        self.client, self.name = Client(port, timeout=30), name
        self.stopping, self.stored, self.wrong = threading.Event(), [], []

    def run(self):
        while not self.stopping.is_set():
            count = len(self.stored)
            name = f"{self.name}-{count}"
            data = demand(urgency="urgent", employer=employer(name, f"{name}@last.example"))
            answer = self.client.submit(data)
            if answer.status != 201:
                self.wrong.append(answer)
            else:
                self.stored.append(answer.json["request"])
        self.client.close()


class Load(ReloadTest):
    changes = {"notify_always": True}

    def test_two_hundred_reloads_under_load_lose_and_repeat_nothing(self):
        senders = [Sender(self.setting.port, f"zender{n}") for n in range(2)]
        for sender in senders:
            sender.start()
        regions = self.rules("regions.yaml")
        good = regions.read_text(encoding="utf-8")
        texts = (good, good.replace(OLD, NEW), good.replace("    code: AM26\n", "    kode: AM26\n"))
        for n in range(200):
            written = regions.with_suffix(".new")
            written.write_text(texts[n % 3], encoding="utf-8")
            written.replace(regions)
            self.daemon.reload()
            time.sleep(0.01)
        # An address of its own: one of the files before it cannot be taken for the last one.
        last = NEW.replace("nieuw", "laatste")
        written.write_text(good.replace(OLD, last), encoding="utf-8")
        written.replace(regions)
        self.daemon.reload()
        shown = lambda: self.client.get("/v1/regions").json["items"]
        wait_for(lambda: last in json.dumps(shown()), "the last files win")
        for sender in senders:
            sender.stopping.set()
            sender.join(harness.PATIENCE)
        number = self.urgent()
        self.assertEqual([last], self.addresses(number, "referral"))
        self.check_everything(senders)

    def check_everything(self, senders):
        self.assertEqual([], [one for sender in senders for one in sender.wrong])
        stored = [one for sender in senders for one in sender.stored]
        self.assertGreater(len(stored), 20)
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
        wait_for(lambda: self.daemon.rows(waiting)[0]["n"] == 0, "every mail left")
        lines = self.daemon.journal_lines()
        self.assertEqual([], list(chain_problems(lines)))
        told = [json.loads(line) for line in lines]
        self.assertGreater(events_of(told).count("rules.loaded"), 5)
        registered = {one["request"] for one in told if one["event"] == "request.registered"}
        self.assertLessEqual(set(stored), registered)
        mails = collections.Counter((one["request"], one["template"]) for one in told
                                    if one["event"] == "mail.queued")
        for number in stored:
            for template in ("confirmation", "new_request", "referral"):
                self.assertEqual(1, mails[number, template], f"{template} of {number}")
        sent = [one["mail"] for one in told if one["event"] == "mail.sent"]
        self.assertEqual(len(sent), len(set(sent)))
        self.assertEqual(len(sent), len(self.daemon.mails()))


if __name__ == "__main__":
    harness.main()
