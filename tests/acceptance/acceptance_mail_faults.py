"""Mail servers that talk nonsense, and employers whose names are an attack or merely long."""

import html
import re
import socketserver
import threading
import time
import unittest

import harness
import mail_reads_back
from acceptance_mail import Mail, Server, mails_left
from client import demand
from harness import Daemon, Setting, SmtpTest, chain_problems, free_port, smtp_to, wait_for

GREETING, FINE = b"220 mail.example ESMTP\r\n", b"250 OK\r\n"


class Nonsense(socketserver.ThreadingTCPServer):
    """Answers by a script of bytes, a list for each connection; then hangs up, or says no more."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port, says, hangs_up):
        super().__init__(("127.0.0.1", port), Conversation)
        self.says, self.hangs_up = says, hangs_up
        self.connections, self.heard = 0, []
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def end(self):
        self.shutdown()
        self.server_close()

    def handle_error(self, _request, _address):
        """The daemon hung up in the middle, as it should."""


class Conversation(socketserver.BaseRequestHandler):
    def handle(self):
        self.server.connections += 1
        for said in self.server.says:
            self.request.sendall(said)
            self.request.settimeout(0.3)
            self.server.heard.append(self.request.recv(65536))
        if not self.server.hangs_up:
            self.request.settimeout(harness.PATIENCE)
            self.request.recv(1)


class Hostile(unittest.TestCase):
    """One daemon; a server that learns ever other nonsense, and in the end a good one."""

    NONSENSE = {
        "hangs up at once": [],
        "another protocol": [b"HTTP/1.1 400 Bad Request\r\n\r\n<html>"],
        "bytes": [bytes(range(256)) * 4],
        "an endless line": [b"x" * 300000],
        "an endless greeting": [b"220-more\r\n" * 30000],
        "closing down": [b"421 4.3.2 closing down\r\n"],
        "no such command": [GREETING, b"502 5.5.1 what?\r\n", b"502 5.5.1 what?\r\n"],
        "a wrong code": [GREETING, FINE, b"354 go on\r\n"],
        "cut at the sender": [GREETING, FINE],
        "closing at the recipient": [GREETING, FINE, FINE, b"421 4.7.0 too many\r\n"],
        "a sender that it refuses": [GREETING, FINE, b"553 5.7.1 not allowed\r\n"],
    }

    def test_nonsense_pauses_the_queue_and_loses_nothing(self):
        port = free_port()
        setting = Setting(notify_always=True, smtp=smtp_to(port))
        self.addCleanup(setting.remove)
        self.daemon = Daemon(setting).start()
        self.addCleanup(self.daemon.end_whatever_happened)
        for i in range(5):
            answer = self.daemon.client.submit(demand())
            self.assertEqual(201, answer.status, answer)
        server = Nonsense(port, [], hangs_up=True)
        for name, says in self.NONSENSE.items():
            with self.subTest(name):
                self.meets(server, says)
        server.end()
        good = Server(port)
        good.controller.start()
        self.addCleanup(good.controller.stop)
        mails_left(self.daemon)
        identities = [mail.header("Message-ID") for _, mail in good.taken]
        self.assertEqual(10, len(identities))
        self.assertEqual(10, len(set(identities)))
        self.assertEqual([], list(chain_problems(self.daemon.journal_lines())))
        self.assertNotIn("mail.failed", self.daemon.log())
        self.assertEqual(0, self.daemon.stop())

    def meets(self, server, says):
        told = len(self.pauses())
        began = time.monotonic()
        server.says, server.connections = says, 0
        wait_for(lambda: 0 < server.connections <= len(self.pauses()) - told, "the queue pauses")
        # A pause is a second at least.
        self.assertLessEqual(server.connections, time.monotonic() - began + 2)
        for reason in self.pauses()[told:]:
            self.assertRegex(reason, r"^[ -~]{3,160}$")
        for row in self.daemon.rows("SELECT state, attempts FROM outbox"):
            self.assertEqual(("waiting", 0), tuple(row))
        for heard in server.heard:
            self.assertNotIn(b"Subject:", heard)

    def pauses(self):
        return re.findall(r'mail\.paused reason="?(.*?)"? until', self.daemon.log())

    def test_a_silent_server_does_not_keep_the_daemon_from_stopping(self):
        port = free_port()
        setting = Setting(notify_always=True, smtp=smtp_to(port))
        self.addCleanup(setting.remove)
        daemon = Daemon(setting)
        self.addCleanup(daemon.end_whatever_happened)
        server = Nonsense(port, [], hangs_up=False)
        self.addCleanup(server.end)
        daemon.start()
        self.assertEqual(201, daemon.client.submit(demand()).status)
        for says in ([], [GREETING, FINE, FINE]):
            server.says, server.heard = says, []
            if daemon.process is None:
                daemon.start()
            wait_for(lambda: server.connections and len(server.heard) >= len(says), "it waits")
            began = time.monotonic()
            self.assertEqual(0, daemon.stop())
            self.assertLess(time.monotonic() - began, 10)
            self.assertEqual([("waiting", 0)] * 2, [
                tuple(row) for row in daemon.rows("SELECT state, attempts FROM outbox")])
            server.connections = 0


LONG = "Bouwbedrijf Ĳsselzicht en Zonen " * 7
NAMES = {
    "line ends": "Bedrijf\r\nBcc: dief@elders.example\r\n\r\n<p>Beste",
    "a bare line feed": "Bedrijf\nX-Extra: ja",
    "a bare carriage return": "Bedrijf\rSubject: anders",
    "line separators": "Bedrijf\u2028X-Extra: ja\u0085X-Extra: ja\vX-Extra: ja",
    "writing turned round": "Bedrijf \u202egnp.exe\u202c \u2067om\u2069 \u200f\u200e\u061c",
    "emoji": "Bedrijf 👩🏽‍🔧🇳🇱 Zon ☀️",
    "two hundred characters": LONG[:200],
    "two hundred emoji": "🧑🏿‍🚒" * 50,
    "quotes and brackets": 'Bedrijf "De <Klok>", \\ (nu: ook; hier) <dief@elders.example>',
    "an encoded word": "=?utf-8?Q?Bedrijf=0D=0ABcc:_dief=40elders.example?=",
    "another script": "مؤسسة النور – 株式会社 – Ελλάς",
    "zero bytes wide": "Be\u200bdrijf\ufeff",
    "a template's words": "{{number}} {{{owner_name}}} {{#sites}}",
}


class Names(SmtpTest):
    """From the submission to the recipient's program: no header is broken into, all is readable."""

    server_class = Server

    def test_whatever_a_name_holds_the_mails_are_sound(self):
        numbers = {}
        for i, (what, name) in enumerate(NAMES.items()):
            contact = {"name": name, "email": f"naam-{i}@namen.example"}
            answer = self.client.submit(demand(
                employer={"name": name, "contact": contact}, occupation=name[:200],
                description=name))
            if answer.status == 201:
                numbers[what] = (answer.json["request"], contact["email"])
            else:
                # What is refused is refused with its place; nothing of it is mailed to the sender.
                self.assertStatus(400, answer)
                self.assertTrue(all(one.startswith("/data/") for one in answer.pointers()), answer)
                self.assertEqual([], self.server.of(contact["email"]))
        for what in ("emoji", "two hundred characters", "quotes and brackets", "another script",
                     "writing turned round", "an encoded word", "a template's words"):
            self.assertIn(what, numbers)
        mails_left(self.daemon)  # what is taken up before its mail left needs none
        for number, _ in numbers.values():
            self.recorded(number, "request.taken_up", note="Gesproken.")
            self.recorded(number, "request.referred")
        mails_left(self.daemon)
        self.assertEqual([], [to for to, _ in self.server.taken
                              if "elders.example" in to])
        for what, (number, address) in numbers.items():
            found = [(to, mail) for to, mail in self.server.taken
                     if number in mail.header("Message-ID")]
            # Confirmation and status to the employer, one to the owner, one to the contact.
            self.assertEqual(4, len(found), what)
            self.assertEqual(2, sum(to == address for to, _ in found), what)
            for to, mail in found:
                with self.subTest(what, mail=mail):
                    self.sound(to, mail)
            with self.subTest(what):
                self.readable(NAMES[what], next(mail for to, mail in found if to == address))

    def sound(self, to, mail):
        own = {"x-peer", "x-mailfrom", "x-rcptto"}  # of the test's server
        for name in own:
            del mail.message[name]
        self.assertEqual([], list(mail_reads_back.header_problems(mail.message)))
        # Braces of a name stay what they are: a value is not filled once more.
        found = [one for one in mail_reads_back.part_problems(mail.message)
                 if "{{number}}" not in mail.plain or not one.endswith("an unfilled value")]
        self.assertEqual([], found)
        for part in mail.message.walk():
            self.assertEqual([], part.defects)
        self.assertEqual(to, mail.to)
        self.assertLessEqual(max(map(len, mail.raw.split(b"\r\n"))), 998)
        self.assertTrue(mail.raw.isascii())

    def readable(self, name, mail):
        """The letters of the name stand in the address and in both texts, in their order."""
        letters = "".join(re.findall(r"\w", name))[:60]
        shown = mail.message["To"].addresses[0].display_name
        self.assertTrue("".join(re.findall(r"\w", shown)).startswith(letters[:40]), shown)
        for text in (mail.plain, html.unescape(mail.html)):
            self.assertIn(letters[:30], "".join(re.findall(r"\w", text)))


if __name__ == "__main__":
    harness.main()
