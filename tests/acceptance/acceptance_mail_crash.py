"""Mail through a server that fails at random and a daemon that is killed: all arrive, none for free.

WERKTDOORD_MAILS and WERKTDOORD_KILLS make it longer (`make mail-crash`).
"""

import collections
import os
import random
import threading
import time
import unittest

from aiosmtpd.controller import Controller

import harness
from client import demand, employer
from harness import Daemon, Setting, chain_problems, free_port, smtp_to, wait_for

MAILS = int(os.environ.get("WERKTDOORD_MAILS", "200"))
KILLS = int(os.environ.get("WERKTDOORD_KILLS", "3"))
SEED = int(os.environ.get("WERKTDOORD_SEED", "20261122"))


class Moody:
    """Takes a mail, puts it off, refuses to talk, or takes it and is gone before it says so."""

    def __init__(self, port):
        self.port = port
        self.chance = random.Random(SEED)
        self.accepted = collections.Counter()
        self.answer_lost = collections.Counter()
        self.controller = Controller(self, hostname="127.0.0.1", port=port, ready_timeout=30)

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if self.chance.random() < 0.03:
            return "450 later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, _session, envelope):
        mood = self.chance.random()
        if mood < 0.03:
            return "451 not now"
        if mood < 0.05:
            return "421 busy"
        line = next(one for one in envelope.content.splitlines()
                    if one.lower().startswith(b"message-id:"))
        message_id = line.split(b":", 1)[1].strip().decode()
        self.accepted[message_id] += 1
        if mood < 0.08:
            self.answer_lost[message_id] += 1
            server.transport.abort()
        return "250 OK"


class MailUnderFire(unittest.TestCase):
    def setUp(self):
        port = free_port()
        self.setting = Setting(notify_always=True, smtp=smtp_to(port))
        self.addCleanup(self.setting.remove)
        self.server = Moody(port)
        self.daemon = Daemon(self.setting)
        self.addCleanup(self.daemon.end_whatever_happened)

    def queue_mails(self):
        """The server is away meanwhile: they pile up. A request has two mails."""
        self.daemon.start()
        for i in range(MAILS // 2):
            name = f"Bedrijf {i}"
            answer = self.daemon.client.submit(
                demand(employer=employer(name, f"post@bedrijf-{i}.example")))
            self.assertEqual(201, answer.status, answer)

    def kill_now_and_then(self):
        for _ in range(KILLS):
            time.sleep(self.server.chance.uniform(0.3, 1.5))
            self.daemon.kill()
            self.daemon.start()

    def test_every_mail_is_accepted_and_twice_only_where_an_answer_was_lost(self):
        self.queue_mails()
        self.server.controller.start()
        self.addCleanup(self.server.controller.stop)
        self.kill_now_and_then()
        left = "SELECT count(*) AS n FROM outbox WHERE state <> 'sent'"
        wait_for(lambda: self.daemon.rows(left)[0]["n"] == 0, "every mail is sent",
                 seconds=60 + MAILS / 10)
        self.check_server()
        self.check_journal()
        self.assertEqual(0, self.daemon.stop())

    def check_server(self):
        mails = [row["id"] for row in self.daemon.rows("SELECT id FROM outbox")]
        self.assertGreaterEqual(len(mails), MAILS - 1)
        arrived = {int(one.split("outbox-")[1].split(".")[0].split("@")[0])
                   for one in self.server.accepted}
        self.assertEqual(set(mails), arrived)
        more = {one: count - 1 - self.server.answer_lost[one]
                for one, count in self.server.accepted.items()}
        # A kill loses at most the one answer that was on its way.
        self.assertLessEqual(sum(count for count in more.values() if count > 0), KILLS)

    def check_journal(self):
        lines = self.daemon.journal_lines()
        self.assertEqual([], list(chain_problems(lines)))
        journal = self.daemon.journal()
        queued = [line["seq"] for line in journal if line["event"] in ("mail.queued",
                                                                       "digest.queued")]
        sent = collections.Counter(line["mail"] for line in journal
                                   if line["event"] == "mail.sent")
        self.assertEqual(collections.Counter(queued), sent)
        self.assertFalse([line for line in journal
                          if line["event"] in ("mail.failed", "mail.dropped")])


if __name__ == "__main__":
    threading.excepthook = lambda args: None  # of connections that were cut on purpose
    harness.main()
