"""Reads what a daemon left behind, as anyone could, and says what is wrong with it.

Knows the contract (journal, clocks, outbox, numbers) and nothing of the daemon's code.
"""

import collections
import datetime
import hashlib
import json
import re
import sqlite3
import zoneinfo

ZONE = zoneinfo.ZoneInfo("Europe/Amsterdam")
MARKER = re.compile(r"merk-[a-z0-9-]+-einde")
MOST_TOLD = 12  # problems that are told at once


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Clock:
    """A clock as the journal tells it."""

    def __init__(self, line):
        self.due = line["due"]
        self.warned = self.missed = False


class Evidence:
    """The store over many restarts: reads what is new each time, keeps what it learnt."""

    def __init__(self, path):
        self.path = path
        self.problems = []
        self.seq = 0
        self.hash = "0" * 64
        self.registered = {}  # number -> marker
        self.recorded = collections.Counter()  # marker -> events with it
        self.clocks = {}  # (request, clock, region, wsp) -> Clock, while open
        self.mails = {}  # id -> waiting, sent, parked, dropped
        self.digests = collections.Counter()  # (template, to, local day)
        self.counts = collections.Counter()

    def wrong(self, what):
        if len(self.problems) < MOST_TOLD:
            self.problems.append(what)

    def read(self, ledger, settled=None, whole=False):
        """Checks one state of the store; gives the problems, none when all is well.

        What was due by `settled` (milliseconds) was worked off by then.
        """
        with ledger.lock:
            requests, events = list(ledger.requests), list(ledger.events)
        store = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)
        try:
            store.execute("BEGIN")
            self._read_journal(store)
            self._check_acknowledged(requests, events, ledger)
            self._check_numbers(store)
            self._check_clocks(store, settled)
            self._check_outbox(store)
            if whole:
                self._check_database(store)
        finally:
            store.close()
        return self.problems

    def _read_journal(self, store):
        if self.seq:
            kept = store.execute("SELECT line FROM journal WHERE seq = ?", (self.seq,)).fetchone()
            if not kept or json.loads(kept[0])["hash"] != self.hash:
                self.wrong(f"journal line {self.seq} was there and is gone or another")
                return
        rows = store.execute(
            "SELECT j.seq, j.event, j.line, p.personal FROM journal j LEFT JOIN personal p"
            " ON p.seq = j.seq WHERE j.seq > ? ORDER BY j.seq", (self.seq,))
        for seq, event, line, personal in rows:
            told = json.loads(line)
            bare = line[: line.rindex(',"hash":')] + "}"
            digest = hashlib.sha256((self.hash + "\n" + bare).encode()).hexdigest()
            if (seq, told["seq"], told["hash"]) != (self.seq + 1, seq, digest):
                self.wrong(f"journal line {seq} breaks the chain after {self.seq}")
                return
            if event != told["event"]:
                self.wrong(f"journal line {seq} is filed as {event}")
            self.seq, self.hash = seq, digest
            self._take(told, personal)

    def _take(self, told, personal):
        event = told["event"]
        self.counts[event] += 1
        marker = MARKER.search(personal or "")
        if event == "request.registered":
            if told["request"] in self.registered:
                self.wrong(f"{told['request']} is registered twice")
            self.registered[told["request"]] = marker[0] if marker else None
        elif marker:
            self.recorded[marker[0]] += 1
        if event.startswith("clock."):
            self._take_clock(told)
        elif event.startswith(("mail.", "digest.")):
            self._take_mail(told)

    def _take_clock(self, told):
        key = tuple(told.get(name) for name in ("request", "clock", "region", "wsp"))
        event, at = told["event"], f"line {told['seq']}, {told['event']} of {told['clock']}"
        clock = self.clocks.get(key)
        if event == "clock.started":
            if clock:
                self.wrong(f"{at}: it was open already")
            self.clocks[key] = Clock(told)
            return
        if not clock:
            self.wrong(f"{at}: there is no such open clock")
        elif event == "clock.missed":
            if clock.missed:
                self.wrong(f"{at}: missed twice")
            if told["due"] != clock.due or instant(told["at"]) < instant(told["due"]):
                self.wrong(f"{at}: due {told['due']}, promised {clock.due}, at {told['at']}")
            clock.missed = True
        elif event == "clock.warned":
            if clock.warned or clock.missed:
                self.wrong(f"{at}: warned twice, or after it was missed")
            clock.warned = True
        elif event == "clock.moved":
            clock.due = told["due"]
        else:
            del self.clocks[key]

    def _take_mail(self, told):
        event = told["event"]
        if event in ("mail.queued", "digest.queued"):
            self.mails[told["seq"]] = "waiting"
        if event == "digest.queued":
            day = instant(told["at"]).astimezone(ZONE).date()
            key = (told["template"], json.dumps(told["to"]), day)
            self.digests[key] += 1
            if self.digests[key] > 1:
                self.wrong(f"line {told['seq']}: a second digest that day: {key}")
        ends = {"mail.sent": "sent", "mail.dropped": "dropped", "mail.failed": "parked"}
        if event in ends:
            if self.mails.get(told["mail"]) != "waiting":
                self.wrong(f"line {told['seq']}: {event} of mail {told['mail']}, which is"
                           f" {self.mails.get(told['mail'])}")
            self.mails[told["mail"]] = ends[event]

    def _check_acknowledged(self, requests, events, ledger):
        for sent in requests:
            if self.registered.get(sent.number) != sent.marker:
                self.wrong(f"{sent.number} was acknowledged to {sent.marker}, and is"
                           f" {self.registered.get(sent.number)}")
        for sent in events:
            if self.recorded[sent.marker] != 1:
                self.wrong(f"an event of {sent.number} was acknowledged and is there"
                           f" {self.recorded[sent.marker]} times ({sent.marker})")
        twice = [one for one, times in self.recorded.items() if times > 1]
        several = collections.Counter(self.registered.values())
        twice += [one for one, times in several.items() if times > 1]
        if twice:
            self.wrong(f"done twice: {twice[:5]}")
        stray = (set(several) | set(self.recorded)) - ledger.markers
        if stray:
            self.wrong(f"nobody sent: {list(stray)[:5]}")

    def _check_numbers(self, store):
        numbers = [row[0] for row in store.execute("SELECT number FROM requests ORDER BY id")]
        years = collections.defaultdict(list)
        for number in numbers:
            years[number[5:9]].append(int(number[10:]))
        for year, counted in years.items():
            if counted != list(range(1, len(counted) + 1)):
                self.wrong(f"the numbers of {year} have gaps")
        if set(numbers) != set(self.registered):
            self.wrong("requests and journal differ:"
                       f" {sorted(set(numbers) ^ set(self.registered))[:5]}")

    def _check_clocks(self, store, settled):
        rows = store.execute(
            "SELECT r.number, c.name, c.region, c.wsp, c.due, c.state FROM clocks c JOIN requests r"
            " ON r.id = c.request WHERE c.state IN ('running', 'missed')")
        stored = {}
        for number, name, region, wsp, due, state in rows:
            stored[(number, name, region, wsp)] = (due, state)
        told = {key: (round(instant(clock.due).timestamp() * 1000),
                      "missed" if clock.missed else "running")
                for key, clock in self.clocks.items()}
        for key in set(stored) | set(told):
            if stored.get(key) != told.get(key):
                self.wrong(f"clock {key}: stored {stored.get(key)}, journal {told.get(key)}")
        never = [key for key, (due, state) in stored.items()
                 if settled and state == "running" and due <= settled]
        if never:
            self.wrong(f"due and never missed: {never[:5]}")
        bare = store.execute(
            "SELECT number FROM requests r WHERE state <> 'closed' AND NOT EXISTS (SELECT 1 FROM"
            " clocks c WHERE c.request = r.id AND c.state IN ('running', 'missed'))").fetchall()
        if bare:
            self.wrong(f"open requests without a clock: {bare[:5]}")

    def _check_outbox(self, store):
        stored = dict(store.execute("SELECT id, state FROM outbox"))
        for mail in set(stored) | set(self.mails):
            if stored.get(mail) != self.mails.get(mail):
                self.wrong(f"mail {mail}: outbox {stored.get(mail)},"
                           f" journal {self.mails.get(mail)}")

    def _check_database(self, store):
        found = store.execute("PRAGMA integrity_check").fetchall()
        if found != [("ok",)]:
            self.wrong(f"integrity_check: {found[:5]}")
        if store.execute("PRAGMA foreign_key_check").fetchall():
            self.wrong("foreign_key_check finds rows")

    def overdue(self, now_ms):
        """Clocks that are due and not yet told; all that waits to be worked off by then."""
        store = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)
        try:
            return store.execute("SELECT count(*) FROM clocks WHERE next_at <= ?",
                                 (now_ms,)).fetchone()[0]
        finally:
            store.close()
