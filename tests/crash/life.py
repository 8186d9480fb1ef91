"""One store that lives through many crashes: its daemon, its senders and the evidence."""

import datetime
import json
import math
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "acceptance"))

from client import Client  # noqa: E402  (found by the line above)
from disk import Disk  # noqa: E402
from evidence import ZONE, Evidence  # noqa: E402
from harness import PATIENCE, Daemon, Setting, wait_for  # noqa: E402
from load import Ledger, start_senders, stop_senders  # noqa: E402

# Local days on which a life begins: a plain week, the turns of summer time, the turn of the year.
BEGINNINGS = ("2026-11-23", "2026-03-26", "2026-10-22", "2026-12-29")

# Mail to a folder; after a fault it is tried again soon.
FOLDER_TRIED_SOON = ("  transport: directory\n"
                     "  retry: { first: 1s, most: 1s, give_up: 48h }\n")


def local(day, hour, minute=0, second=0):
    return datetime.datetime.combine(day, datetime.time(hour, minute, second), ZONE)


class Life:
    def __init__(self, seed, senders=3, pause=0, keeps_image=True):
        self.seed = seed
        self.chance = random.Random(seed)
        self.setting = Setting(notify_always=True, smtp=FOLDER_TRIED_SOON)
        self.disk = Disk(self.setting.folder / "disk", keeps_image)
        self.ledger = Ledger()
        self.evidence = Evidence(self.setting.store)
        self.daemon = Daemon(self.setting)
        self.daemon.environment = self.disk.environment()
        self.closed_days = 0
        self.loads = -1
        self.count, self.pause = senders, pause
        self.senders = []
        first = datetime.date.fromisoformat(self.chance.choice(BEGINNINGS))
        self.set_time(local(first, self.chance.randrange(7, 18)))

    # Time

    def set_time(self, to):
        self.disk.clock = math.ceil(to.timestamp() - time.time())

    def local_now(self):
        return datetime.datetime.fromtimestamp(self.disk.now(), ZONE)

    def next_digest(self):
        """The next instant at which a digest may be due: team 08:15, contacts 08:30."""
        now = self.local_now()
        hour, minute = self.chance.choice(((8, 15), (8, 30)))
        at = local(now.date(), hour, minute)
        while at <= now or at.weekday() > 4:
            at = local(at.date() + datetime.timedelta(days=1), hour, minute)
        return at

    def jump(self):
        hours = self.chance.choice((1, 3, 9, 24, 30))
        self.set_time(self.local_now() + datetime.timedelta(hours=hours))

    # The daemon

    def begin(self):
        self.daemon.start()
        self.senders = self.start_load()

    def start_load(self):
        self.loads += 1
        names = [f"{'abcdefgh'[self.loads]}{one}" for one in range(self.count)]
        return start_senders(self.setting.port, self.disk, self.ledger, names, self.seed,
                             self.pause)

    def was_killed(self, seconds):
        """Waits until the process is gone; whether it went within the time."""
        try:
            code = self.daemon.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        if code != -signal.SIGKILL:
            raise AssertionError(f"it ended by itself with {code}:\n{self.daemon.log()[-3000:]}")
        self.gone()
        return True

    def gone(self):
        self.daemon.client.close()
        self.daemon.process = None

    def kill(self):
        """From outside, wherever it is."""
        if self.daemon.process is not None:
            self.daemon.kill()

    def change_rules(self):
        """Other working days, so that clocks move; the file is replaced whole."""
        calendar = self.setting.folder / "rules" / "calendar.yaml"
        self.closed_days += 1
        day = self.local_now().date() + datetime.timedelta(days=1 + self.closed_days % 5)
        text = re.sub(r"closed: \[.*\]", f"closed: [{day}]", calendar.read_text(encoding="utf-8"))
        fresh = calendar.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(calendar)

    # What must hold

    def settle(self):
        """Waits until what is due by now was worked off; gives that instant in milliseconds."""
        until = round(self.disk.now() * 1000)
        wait_for(lambda: self.evidence.overdue(until) == 0, "what is due is worked off")
        return until

    def problems(self, whole=False):
        found = self.evidence.read(self.ledger, self.settle(), whole)
        return found + self.ledger.wrong

    def repeat_some(self, most=6):
        """What was acknowledged is acknowledged again, in the same words, and is no second one."""
        client, found = Client(self.setting.port), []
        with self.ledger.lock:
            requests, events = self.ledger.requests[-most:], self.ledger.events[-most:]
        for sent in requests:
            again = client.post_signed(sent.body, sent.key, timestamp=int(self.disk.now()))
            if (again.status, again.body) != (200, sent.answered):
                found.append(f"{sent.number} sent again: {again}")
        for sent in events:
            again = client.post_event(sent.number, sent.body, key=sent.key)
            if (again.status, again.body) != (201, sent.answered):
                found.append(f"an event of {sent.number} sent again: {again}")
        client.close()
        return found

    def finish(self):
        """Stops the load and the daemon; gives what is wrong with the whole of it."""
        stop_senders(self.senders)
        found = self.repeat_some(50)
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting' AND next_attempt <= ?"
        wait_for(lambda: self.daemon.rows(waiting, round(self.disk.now() * 1000))[0]["n"] == 0,
                 "every mail left", seconds=180)
        found += self.problems(whole=True)
        found += self.mail_problems()
        extra = len(self.evidence.registered) - len(self.ledger.requests)
        if extra > self.count:
            found.append(f"{extra} requests were stored and never acknowledged")
        code = self.daemon.stop()
        if code != 0:
            found.append(f"SIGTERM ends it with {code}")
        return found + Evidence(self.setting.store).read(self.ledger, whole=True)

    def mail_problems(self):
        """The folder holds a message for every mail that is told as sent, and no other."""
        together = {one["mail"]: one["together"] for one in self.sent_lines() if "together" in one}
        state = self.evidence.mails
        alone = {mail for mail in state if state[mail] == "sent" and mail not in together}
        files = {int(path.name.split("-")[0]) for path in self.daemon.mails()}
        # One that left in the instant of the kill may have become moot before it was sent again.
        stray = {mail for mail in files if state.get(mail) not in ("sent", "dropped")}
        if stray or alone - files:
            return [f"mail files without record {sorted(stray)[:5]},"
                    f" records without file {sorted(alone - files)[:5]}"]
        return []

    def sent_lines(self):
        rows = self.daemon.rows("SELECT line FROM journal WHERE event = 'mail.sent'")
        return [json.loads(row["line"]) for row in rows]

    def remove(self):
        for sender in self.senders:
            sender.stopping.set()
        self.daemon.end_whatever_happened()
        self.setting.remove()


__all__ = ["Life", "PATIENCE", "wait_for"]
