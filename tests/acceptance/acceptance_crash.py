"""SIGKILL at random moments under load: nothing that was acknowledged is lost or done twice."""

import contextlib
import http.client
import json
import os
import random
import threading
import time
import unittest

import harness
from client import Client, demand, employer, envelope, new_id
from harness import Daemon, DaemonTest, Setting, chain_problems

ROUNDS = 8
SENDERS = 4
SEED = int(os.environ.get("WERKTDOORD_CRASH_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)


class Sender(threading.Thread):
    """Submits and records over one connection; what was not answered is sent again, as it was."""

    def __init__(self, port, name, seed):
        super().__init__(daemon=True)
        self.client = Client(port, timeout=10)
        self.name = name
        self.random = random.Random(seed)
        self.count = 0
        self.stopping = threading.Event()
        self.acknowledged = {}  # webhook id -> (body sent, body answered)
        self.recorded = {}  # idempotency key -> (number, body sent, body answered)
        self.wrong = []

    def run(self):
        while not self.stopping.is_set():
            if self.acknowledged and self.random.random() < 0.3:
                self.record_event()
            else:
                self.submit()
        self.client.close()

    def until_answered(self, send):
        """Sends until there is an answer that counts; None when told to stop before."""
        while not self.stopping.is_set():
            try:
                answer = send()
            except (OSError, http.client.HTTPException):
                time.sleep(0.01)
                continue
            if answer.status != 503:
                return answer
            time.sleep(0.01)
        return None

    def submit(self):
        self.count += 1
        name = f"{self.name}-{self.count}"
        urgency = self.random.choice(("normal", "urgent"))
        data = demand(urgency=urgency, employer=employer(name, f"{name}@crash.example"))
        if self.random.random() < 0.1:
            data["headcount"] = 0
        body, webhook_id = json.dumps(envelope(data)).encode(), new_id()
        answer = self.until_answered(lambda: self.client.post_signed(body, webhook_id))
        if answer is None:
            return
        if answer.status in (200, 201) and data["headcount"]:
            self.acknowledged[webhook_id] = (body, answer.body)
        elif answer.status != 400 or data["headcount"]:
            self.wrong.append(answer)

    def record_event(self):
        number = json.loads(self.random.choice(list(self.acknowledged.values()))[1])["request"]
        key, body = new_id(), json.dumps(
            {"event": "request.note", "by": "anna", "note": f"van {self.name}"}).encode()
        answer = self.until_answered(lambda: self.client.post_event(number, body, key=key))
        if answer is None:
            return
        if answer.status == 201:
            self.recorded[key] = (number, body, answer.body)
        else:
            self.wrong.append(answer)


class Crash(unittest.TestCase):
    def setUp(self):
        self.setting = Setting(notify_always=True)
        self.addCleanup(self.setting.remove)
        self.daemon = Daemon(self.setting)
        self.addCleanup(self.daemon.end_whatever_happened)

    def torment(self):
        """The rounds; gives the senders with what was acknowledged to them."""
        chance = random.Random(SEED)
        senders = [Sender(self.setting.port, f"werkgever-{one}", SEED + one)
                   for one in range(SENDERS)]
        self.daemon.start()
        for sender in senders:
            sender.start()
        for _ in range(ROUNDS):
            before = sum(len(sender.acknowledged) for sender in senders)
            harness.wait_for(lambda: sum(len(one.acknowledged) for one in senders) > before,
                             "something was acknowledged in this round")
            time.sleep(chance.uniform(0, 0.25))
            self.daemon.kill()
            self.daemon.start()
        for sender in senders:
            sender.stopping.set()
        for sender in senders:
            sender.join(harness.PATIENCE)
            self.assertEqual([], sender.wrong)
        return senders

    def test_nothing_acknowledged_is_lost_or_done_twice(self):
        senders = self.torment()
        acknowledged = {key: kept for one in senders for key, kept in one.acknowledged.items()}
        recorded = {key: kept for one in senders for key, kept in one.recorded.items()}
        with self.subTest(seed=SEED, acknowledged=len(acknowledged), recorded=len(recorded)):
            self.check_answers(acknowledged, recorded)
            self.check_requests(acknowledged)
            self.check_outbox_is_worked_off()
            self.check_journal(acknowledged, recorded)
        self.assertEqual(0, self.daemon.stop())

    def check_answers(self, acknowledged, recorded):
        client = self.daemon.client
        for webhook_id, (body, answered) in acknowledged.items():
            again = client.post_signed(body, webhook_id)
            self.assertEqual((200, answered), (again.status, again.body))
        for key, (number, body, answered) in recorded.items():
            again = client.post_event(number, body, key=key)
            self.assertEqual((201, answered), (again.status, again.body))

    def check_requests(self, acknowledged):
        numbers = [row["number"] for row in
                   self.daemon.rows("SELECT number FROM requests ORDER BY id")]
        self.assertEqual(list(range(1, len(numbers) + 1)), [int(one[-6:]) for one in numbers])
        given = [json.loads(answered)["request"] for _, answered in acknowledged.values()]
        self.assertEqual(len(given), len(set(given)))
        self.assertLessEqual(set(given), set(numbers))
        # What was stored but never acknowledged: at most one of each sender when it was stopped.
        self.assertLessEqual(len(numbers) - len(given), SENDERS)
        self.assertEqual([], self.daemon.rows(
            "SELECT number FROM requests r WHERE state <> 'closed' AND NOT EXISTS (SELECT 1"
            " FROM clocks c WHERE c.request = r.id AND c.state IN ('running', 'missed'))"))
        self.assertEqual("ok", self.daemon.rows("PRAGMA integrity_check")[0][0])
        self.assertEqual([], self.daemon.rows("PRAGMA foreign_key_check"))

    def check_outbox_is_worked_off(self):
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
        harness.wait_for(lambda: self.daemon.rows(waiting)[0]["n"] == 0, "every mail left")

    def check_journal(self, acknowledged, recorded):
        lines = self.daemon.journal_lines()
        self.assertEqual([], list(chain_problems(lines)))
        told = [json.loads(line) for line in lines]
        registered = [one["request"] for one in told if one["event"] == "request.registered"]
        self.assertEqual(len(registered), len(set(registered)))
        notes = [one for one in told if one["event"] == "request.note"]
        self.assertLessEqual(len(recorded), len(notes))
        self.assertLessEqual(len(notes), len(recorded) + SENDERS)
        started = [one for one in told if one["event"] == "daemon.started"]
        self.assertEqual(ROUNDS + 1, len(started))
        self.check_mails(told)

    def check_mails(self, told):
        """The outbox, the journal and the folder tell the same."""
        queued = {one["seq"] for one in told if one["event"] in ("mail.queued", "digest.queued")}
        rows = {row["id"]: row["state"] for row in self.daemon.rows("SELECT id, state FROM outbox")}
        self.assertEqual(queued, set(rows))
        sent = [one["mail"] for one in told if one["event"] == "mail.sent"]
        self.assertEqual(len(sent), len(set(sent)))
        self.assertEqual({one for one, state in rows.items() if state == "sent"}, set(sent))
        files = {int(path.name.split("-")[0]) for path in self.daemon.mails()}
        self.assertEqual(set(sent), files)


class Downtime(DaemonTest):
    def test_a_restart_goes_on_where_it_was(self):
        number = self.submitted(demand())
        before = self.client.get(f"/v1/requests/{number}").json
        self.assertEqual(0, self.daemon.stop())
        self.daemon.start()
        self.assertEqual(before, self.client.get(f"/v1/requests/{number}").json)
        names = [one["event"] for one in self.daemon.journal()]
        self.assertEqual((2, 1), (names.count("daemon.started"), names.count("daemon.stopped")))

    def test_its_files_are_for_nobody_else_of_the_machine(self):
        self.submitted(demand())
        files = list(self.setting.store.parent.glob("*.db*"))
        self.assertGreater(len(files), 1)
        for file in files:
            self.assertEqual(0, file.stat().st_mode & 0o007, file)

    @contextlib.contextmanager
    def log_in_a_pipe(self):
        """The daemon started anew, its log in a pipe; gives the end to read from."""
        self.daemon.stop()
        reads, writes = os.pipe()
        self.daemon.before_exec = lambda: os.dup2(writes, 2)
        self.daemon.launch()
        os.close(writes)
        with open(reads, "rb", buffering=0) as log:
            try:
                yield log
            finally:
                code = self.daemon.stop()
                self.daemon.before_exec = None
                self.daemon.start()
        self.assertEqual(0, code)

    def test_it_serves_on_when_nobody_reads_its_log_any_more(self):
        with self.log_in_a_pipe() as log:
            log.close()
            harness.wait_for(self.daemon.answers, "the daemon answers without a log")
            self.submitted(demand())

    def test_it_serves_on_while_nobody_empties_the_pipe_of_its_log(self):
        with self.log_in_a_pipe() as log:
            os.set_blocking(log.fileno(), False)
            harness.wait_for(self.daemon.answers, "the daemon answers")
            for _ in range(100):  # more than the 64 KiB of a pipe
                self.submitted(demand())
            time.sleep(1.5)  # longer than it waits for a reader
            read = bytearray()

            def told():
                self.submitted(demand())
                read.extend(log.read(1 << 20) or b"")
                return b"event=log.untold records=" in read

            harness.wait_for(told, "it says how much it left out")

    def refused(self, port):
        """What a second daemon says that is started beside this one, on its store."""
        text = self.setting.config.read_text(encoding="utf-8")
        other = self.setting.config.with_name("other.yaml")
        other.write_text(text.replace(f"port: {self.setting.port} }}", f"port: {port} }}"))
        before = self.daemon.journal()
        ended = harness.run("serve", "--config", other)
        self.assertEqual((1, ""), (ended.returncode, ended.stdout), ended.stderr)
        self.assertEqual(before, self.daemon.journal(), "it left something in the store")
        return ended.stderr

    def test_a_second_daemon_on_its_store_or_port_ends_and_leaves_no_trace(self):
        self.assertIn("another werktdoord serves", self.refused(harness.free_port()))
        self.assertIn("cannot listen here", self.refused(self.setting.port))
        self.submitted(demand())

    def test_while_it_stops_nothing_is_acknowledged_that_is_not_kept(self):
        sender = Sender(self.setting.port, "laatste", SEED)
        sender.start()
        harness.wait_for(lambda: len(sender.acknowledged) > 5, "some were acknowledged")
        self.assertEqual(0, self.daemon.stop())
        sender.stopping.set()
        sender.join(harness.PATIENCE)
        self.daemon.start()
        for webhook_id, (body, answered) in sender.acknowledged.items():
            again = self.client.post_signed(body, webhook_id)
            self.assertEqual((200, answered), (again.status, again.body))


if __name__ == "__main__":
    harness.main()
