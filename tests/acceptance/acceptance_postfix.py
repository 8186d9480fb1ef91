"""Mail through a real Postfix that wants STARTTLS and a login, and what happens where one of them fails."""

import collections
import re
import threading
import unittest

import harness
import mail_reads_back
from acceptance_mail import mails_left, marked, record_route
from client import demand, employer
from harness import Daemon, DaemonTest, Setting, chain_problems, wait_for
from postfix_server import PASSWORD, USER, Postfix

SERVER = None  # one for all: it takes seconds to start


def setUpModule():
    global SERVER
    SERVER = Postfix()
    unittest.addModuleCleanup(SERVER.remove)
    SERVER.start()


def smtp(**changes):
    """The configuration for this server; a change of "" leaves a line out."""
    password = SERVER.folder / "password"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    told = {"host": "localhost", "port": SERVER.port, "security": "starttls",
            "ca_file": SERVER.certificate, "username": USER, "password": f"{{ file: {password} }}"}
    told.update(changes)
    lines = "".join(f"    {name}: {value}\n" for name, value in told.items() if value != "")
    return ("  transport: smtp\n  smtp:\n" + lines +
            "  retry: { first: 1s, most: 1s, give_up: 48h }\n")


def confirmations(daemon, state):
    return daemon.rows("SELECT * FROM outbox WHERE template = 'confirmation' AND state = ?", state)


class Working(DaemonTest):
    @classmethod
    def setUpClass(cls):
        cls.changes = {"notify_always": True, "smtp": smtp()}
        super().setUpClass()

    def sent_to(self, address):
        """Submits a request of an employer with this address; gives its number."""
        return self.submitted(demand(employer=employer("Café Ĳsbeer – Ŝĵö €", address)))

    def arrived(self, address):
        return wait_for(lambda: SERVER.of(address), f"mail for {address} arrived")

    def events_about(self, number, name):
        return [one for one in self.journal_of(number)
                if one["event"] == name and one["template"] == "confirmation"]

    def test_the_mails_of_a_request_arrive_whole(self):
        number, _ = record_route(self)
        mails = {row["id"]: row for row in self.daemon.rows(
            "SELECT o.id, o.address FROM outbox o JOIN requests r ON r.id = o.request"
            " WHERE r.number = ? AND o.state = 'sent'", number)}
        of_request = lambda: [(to, mail) for to, mail in SERVER.mails()
                              if number in str(mail["Message-ID"])]
        found = wait_for(lambda: len(of_request()) == len(mails) and of_request(), "all arrived")
        threads = set()
        for to, mail in found:
            self.assertEqual([to], [one.addr_spec for one in mail["To"].addresses])
            self.assertEqual([], list(mail_reads_back.part_problems(mail)), mail["Subject"])
            for part in mail.walk():
                self.assertEqual([], part.defects)
            for name in mail_reads_back.ONCE:
                self.assertEqual(1, len(mail.get_all(name, [])), name)
            self.assertEqual("auto-generated", str(mail["Auto-Submitted"]))
            self.assertEqual("<noreply@nlwerktdoor.example>", str(mail["Return-Path"]))
            identity = int(re.search(r"outbox-(\d+)", str(mail["Message-ID"]))[1])
            self.assertEqual(to, mails.pop(identity)["address"])
            threads.add((str(mail["References"]), str(mail["In-Reply-To"])))
            received = str(mail["Received"])
            self.assertIn("from nlwerktdoor.example", received)
            self.assertIn(" with ESMTPSA ", received, "encrypted and logged in")
        self.assertEqual({}, mails)
        self.assertEqual(1, len(threads))
        self.assertIn(f"sasl_username={USER}", SERVER.log())

    def test_what_is_not_ascii_survives(self):
        self.sent_to("letters@postfix.example")
        (mail,) = self.arrived("letters@postfix.example")
        text, html = (part.get_content() for part in mail.iter_parts())
        for words in (text, html, mail["To"].addresses[0].display_name):
            self.assertIn("Café Ĳsbeer – Ŝĵö €", words)

    def test_one_connection_is_kept(self):
        self.sent_to("first@postfix.example")
        mails_left(self.daemon)
        before = SERVER.connections()
        for i in range(15):
            self.sent_to(f"kept-{i}@postfix.example")
        mails_left(self.daemon)
        for i in range(15):
            self.assertEqual(1, len(self.arrived(f"kept-{i}@postfix.example")))
        self.assertEqual(before, SERVER.connections(), "30 mails, no further connection")

    def test_a_recipient_that_is_refused_is_parked_and_the_rest_goes_on(self):
        refused = self.sent_to("weigeren@postfix.example")
        self.sent_to("after-the-refused@postfix.example")
        self.arrived("after-the-refused@postfix.example")
        (failed,) = wait_for(lambda: self.events_about(refused, "mail.failed"), "mail.failed")
        self.assertIn("550 5.1.1", failed["reason"])
        self.assertNotIn("weigeren", failed["reason"])
        (row,) = confirmations(self.daemon, "parked")
        self.assertEqual("weigeren@postfix.example", row["address"])
        self.assertEqual([], SERVER.of("weigeren@postfix.example"))

    def test_a_recipient_that_is_put_off_waits_and_the_rest_goes_on(self):
        later = self.sent_to("later@postfix.example")
        self.sent_to("after-the-later@postfix.example")
        self.arrived("after-the-later@postfix.example")
        row = "SELECT * FROM outbox WHERE address = 'later@postfix.example'"
        wait_for(lambda: self.daemon.rows(row)[0]["attempts"] > 1, "it was tried again")
        self.assertTrue(self.daemon.rows(row)[0]["last_error"].startswith("450 4.2.0"))
        SERVER.write("recipients", "/^weigeren@/ 550 5.1.1 No such user here\n")
        SERVER.command("reload")
        wait_for(lambda: self.events_about(later, "mail.sent"), "mail.sent in the journal")
        self.assertEqual(1, len(self.arrived("later@postfix.example")))

    def test_a_server_that_restarts_amid_the_queue_gets_all_of_it(self):
        pauses = self.daemon.log().count("mail.paused")
        sending = threading.Thread(target=SERVER.stop)
        for i in range(30):
            self.sent_to(f"restart-{i}@postfix.example")
            if i == 10:
                sending.start()
        sending.join()
        wait_for(lambda: self.daemon.log().count("mail.paused") > pauses, "the queue pauses")
        self.assertRegex(self.daemon.log(), r'level=warning.* event=mail\.paused reason=".+" until=')
        self.assertEqual(1, self.paused())
        SERVER.start()
        mails_left(self.daemon)
        self.assertIn("mail.resumed", self.daemon.log())
        self.assertEqual(0, self.paused())
        found = collections.Counter()
        for i in range(30):
            found[len(self.arrived(f"restart-{i}@postfix.example"))] += 1
        # Only the one whose answer was lost may have come twice.
        self.assertGreaterEqual(found[1], 29, found)

    def paused(self):
        text = self.client.get("/metrics", token=None).body.decode()
        return int(re.search(r"^werktdoord_outbox_paused (\d)$", text, re.MULTILINE)[1])


class Mended(unittest.TestCase):
    """What is wrong in the configuration or at the server: mail waits, unseen by anyone else."""

    def started(self, **changes):
        self.before = len(SERVER.clients())
        self.setting = Setting(notify_always=True, smtp=smtp(**changes))
        self.addCleanup(self.setting.remove)
        self.daemon = Daemon(self.setting)
        self.addCleanup(self.daemon.end_whatever_happened)
        self.daemon.start()
        self.addresses = [f"{self.id().rsplit('.', maxsplit=1)[1][-40:]}-{i}@postfix.example"
                          for i in range(3)]
        for address in self.addresses:
            answer = self.daemon.client.submit(demand(employer=employer("Bedrijf", address)))
            self.assertEqual(201, answer.status, answer)

    def waits(self, reason, may_try=("ehlo", "starttls", "quit")):
        """The queue pauses, one mail at a time is tried, and the server saw no mail."""
        pauses = lambda: re.findall(r'mail\.paused reason="(.*?)" until', self.daemon.log())
        wait_for(lambda: len(pauses()) >= 2, "the queue paused twice")
        for told in pauses():
            self.assertRegex(told, reason)
        self.assertEqual(0, self.daemon.stop())
        rows = self.daemon.rows("SELECT * FROM outbox")
        self.assertEqual(6, len(rows))
        for row in rows:
            self.assertEqual(("waiting", 0), (row["state"], row["attempts"]))
        self.assertRegex([row["last_error"] for row in rows if row["last_error"]][0], reason)
        wait_for(lambda: len(SERVER.clients()) - self.before >= len(pauses()), "all are gone")
        tries = SERVER.clients()[self.before:]
        self.assertLessEqual(len(tries), len(pauses()) + 1, "one connection a pause")
        for told in tries:
            verbs = {one.split("=")[0] for one in told.split()} - {"commands"}
            self.assertLessEqual(verbs, set(may_try), told)
        for address in self.addresses:
            self.assertEqual([], SERVER.of(address))

    def goes(self, *mended):
        """Once the configuration is mended."""
        for old, new in mended:
            self.setting.change(self.setting.config, old, new)
        self.daemon.start()
        mails_left(self.daemon)
        for address in self.addresses:
            arrived = wait_for(lambda to=address: SERVER.of(to), f"mail for {address}")
            self.assertEqual(1, len(arrived))
        lines = self.daemon.journal_lines()
        self.assertEqual([], list(chain_problems(lines)))
        self.assertEqual([], [line for line in lines if "mail.failed" in line])
        self.assertNotIn(PASSWORD, self.daemon.log())
        self.assertEqual(0, self.daemon.stop())

    def test_a_wrong_password(self):
        self.started(password='"wrong"')
        self.waits("^535 5.7.8 login refused$", ("ehlo", "starttls", "auth", "quit"))
        self.goes(('password: "wrong"', f"password: {{ file: {SERVER.folder}/password }}"))

    def test_a_certificate_that_nobody_vouches_for(self):
        self.started(ca_file="")
        self.waits("certificate")
        self.goes(("    host: localhost\n",
                   f"    host: localhost\n    ca_file: {SERVER.certificate}\n"))

    def test_a_certificate_of_another_host(self):
        self.started(host="127.0.0.1")
        self.waits("127.0.0.1")
        self.goes(("host: 127.0.0.1\n", "host: localhost\n"))

    def test_a_server_that_offers_no_starttls(self):
        self.started(port=SERVER.bare_port)
        self.waits("STARTTLS")
        self.goes((f"    port: {SERVER.bare_port}\n", f"    port: {SERVER.port}\n"))

    def test_a_server_that_is_not_encrypted_from_the_first_byte(self):
        self.started(security="tls")
        self.waits("SSL|TLS", ("unknown",))
        self.goes((f"    port: {SERVER.port}\n", f"    port: {SERVER.tls_port}\n"))

    def test_a_server_that_offers_no_login(self):
        # It refuses each mail for good, for being a stranger's. That is not about the mail.
        self.started(port=SERVER.bare_port, security="none")
        self.waits("^no login offered: 554 5.7.1", ("ehlo", "mail", "rcpt", "rset", "quit"))
        self.goes((f"    port: {SERVER.bare_port}\n", f"    port: {SERVER.port}\n"),
                  ("security: none", "security: starttls"))


if __name__ == "__main__":
    harness.main()
