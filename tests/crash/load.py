"""Real load: senders that submit and record, and remember all that was acknowledged to them."""

import http.client
import json
import random
import threading
import time

from client import Client, demand, employer, envelope, new_id

SECTORS = ("86.10", "01.13", "62.01", "49.41", "88.10")
SITES = (("5038 AB", "Tilburg"), ("3011 AA", "Rotterdam"), ("9711 LM", "Groningen"),
         ("6211 AA", "Maastricht"))


class Sent:
    """One submission or event: what was sent, and what was answered when it was acknowledged."""

    def __init__(self, marker, key, body, number=None):
        self.marker = marker  # text that no other has
        self.key = key  # the webhook id, or the Idempotency-Key
        self.body = body
        self.number = number
        self.answered = None


class Ledger:
    """What was acknowledged, and every answer that should not have been given. Thread-safe."""

    def __init__(self):
        self.lock = threading.Lock()
        self.requests = []
        self.events = []
        self.markers = set()  # of all that was sent, acknowledged or not
        self.unavailable = 0
        self.wrong = []

    def acknowledge(self, into, sent, answer, number):
        sent.answered, sent.number = answer.body, number
        with self.lock:
            into.append(sent)

    def count(self):
        return len(self.requests) + len(self.events)

    def complain(self, what):
        with self.lock:
            self.wrong.append(what)


class Sender(threading.Thread):
    """One connection. What was not answered is sent again, as it was, until it is."""

    def __init__(self, port, disk, ledger, name, seed):
        super().__init__(daemon=True, name=name)
        self.client = Client(port, timeout=10)
        self.disk = disk
        self.ledger = ledger
        self.random = random.Random(seed)
        self.count = 0
        self.pause = 0
        self.stopping = threading.Event()
        self.mine = []  # [number, region, steps taken]

    def run(self):
        try:
            while not self.stopping.is_set():
                if self.mine and self.random.random() < 0.5:
                    self.record()
                else:
                    self.submit()
                time.sleep(self.pause)
        except Exception as defect:  # a thread that dies quietly would prove nothing
            self.ledger.complain(f"{self.name} ended: {defect!r}")
        finally:
            self.client.close()

    def marker(self):
        self.count += 1
        marker = f"merk-{self.name}-{self.count}-einde"
        self.ledger.markers.add(marker)
        return marker

    def answered(self, send):
        """Sends until an answer counts; None when told to stop before."""
        while not self.stopping.is_set():
            clock = self.disk.clock
            try:
                answer = send()
            except (OSError, http.client.HTTPException):
                time.sleep(0.005)
                continue
            if answer.status == 503:
                self.ledger.unavailable += 1
                if "retry-after" not in answer.headers:
                    self.ledger.complain(f"503 without Retry-After: {answer}")
                time.sleep(0.02)
            elif answer.status == 401 and clock != self.disk.clock:
                pass  # signed before the clock jumped
            else:
                return answer
        return None

    def submit(self):
        marker = self.marker()
        postcode, municipality = self.random.choice(SITES)
        data = demand(
            urgency=self.random.choice(("normal", "urgent")), sector=self.random.choice(SECTORS),
            sites=[{"postcode": postcode, "municipality": municipality}],
            employer=employer(marker, f"{marker}@crash.example"))
        sent = Sent(marker, new_id(), json.dumps(envelope(data)).encode())
        answer = self.answered(lambda: self.client.post_signed(
            sent.body, sent.key, timestamp=int(self.disk.now())))
        if answer is None:
            return
        if answer.status not in (200, 201):
            return self.ledger.complain(f"a submission gets {answer}")
        number = answer.json["request"]
        self.ledger.acknowledge(self.ledger.requests, sent, answer, number)
        self.mine = self.mine[-20:] + [number]

    def record(self):
        number = self.random.choice(self.mine)
        marker = self.marker()
        members = self.random.choice((
            {"event": "request.note"},
            {"event": "request.taken_up"},
            {"event": "request.referred"},
            {"event": "request.reassigned", "to": self.random.choice(("bram", "chris", "dina"))},
            {"event": "request.closed", "outcome": "not_filled", "reason": "niet gelukt"},
        ))
        body = json.dumps({**members, "by": "anna", "note": marker}).encode()
        sent = Sent(marker, new_id(), body)
        answer = self.answered(
            lambda: self.client.post_event(number, sent.body, key=sent.key))
        if answer is None:
            return
        if answer.status == 201:
            self.ledger.acknowledge(self.ledger.events, sent, answer, number)
        elif answer.status not in (400, 409):  # which fits the state is not this test's business
            self.ledger.complain(f"an event gets {answer}")


def start_senders(port, disk, ledger, names, seed, pause=0):
    """One of each name; `pause` seconds between two of a sender's, where more would prove no more."""
    senders = [Sender(port, disk, ledger, name, f"{seed} {name}") for name in names]
    for sender in senders:
        sender.pause = pause
        sender.start()
    return senders


def stop_senders(senders):
    for sender in senders:
        sender.stopping.set()
    for sender in senders:
        sender.join(30)
