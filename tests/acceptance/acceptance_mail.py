"""Mail as its recipients see it: files in a folder, and SMTP against a server of the tests."""

import datetime
import email
import email.policy
import email.utils
import re
import subprocess
import sys
import threading

from aiosmtpd.controller import Controller

import harness
from client import demand, employer
from harness import DaemonTest, SmtpTest, wait_for

REGION = "midden-brabant"
CONTACT, WSP = f"contact@{REGION}.example", f"wsp@{REGION}.example"
MARKED = {
    "name": "Merkwaardig <b>Vet</b> & Zoon", "email": "herkenbaar@merkwaardig.example",
    "person": "Hermelien Quasibekend", "phone": "+31 10 987 6543",
    "text": "Vertrouwelijkheidsmerkteken in de omschrijving.", "note": "Notitiemerkteken.",
}


def marked(**changes):
    contact = {"name": MARKED["person"], "email": MARKED["email"], "phone": MARKED["phone"]}
    return demand(employer={"name": MARKED["name"], "contact": contact, "size": 12},
                  description=MARKED["text"], **changes)


class Mail:
    """One mail, read back."""

    def __init__(self, raw):
        self.raw = raw
        self.message = email.message_from_bytes(raw, policy=email.policy.default)
        self.plain, self.html = (
            part.get_content().replace("\r\n", "\n") for part in self.message.iter_parts())

    def header(self, name):
        return str(self.message[name] or "")

    @property
    def to(self):
        return self.message["To"].addresses[0].addr_spec

    def __repr__(self):
        return f"{self.to}: {self.header('Subject')}"


def mails_left(daemon):
    waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
    wait_for(lambda: daemon.rows(waiting)[0]["n"] == 0, "every mail left")


def record_route(test):
    """One request to its end and one that is closed half-way; gives both numbers.

    Each step waits for its mails, as people would: what is moot before it leaves is dropped.
    """
    def step(number, event, by="anna", **members):
        mails_left(test.daemon)
        test.recorded(number, event, by, **members)

    first, second = test.submitted(marked()), test.submitted(marked())
    contact = {"by": "regional_contact", "region": REGION}
    for number in (first, second):
        step(number, "request.taken_up", note=MARKED["note"])
        step(number, "request.referred", note=MARKED["note"])
        step(number, "referral.forwarded", inform=["wsp_manager"], **contact)
    step(first, "referral.wsp_responded", by="wsp", region=REGION, note=MARKED["note"])
    step(first, "referral.feedback", filled=1, **contact)
    step(first, "referral.reported_back", outcome="partly_filled", filled=3, **contact)
    for number in (first, second):
        step(number, "request.closed", outcome="partly_filled", reason=MARKED["note"])
    mails_left(test.daemon)
    return first, second


class Folder(DaemonTest):
    changes = {"notify_always": True}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        test = cls("test_each_arrives_once_at_the_right_address")
        cls.first, cls.second = record_route(test)
        cls.found = {}
        for path in cls.daemon.mails():
            template = path.stem.split("-", 1)[1]
            cls.found.setdefault(template, []).append(Mail(path.read_bytes()))

    def of(self, template, number):
        return [mail for mail in self.found.get(template, [])
                if number in mail.header("Message-ID")]

    def test_each_arrives_once_at_the_right_address(self):
        owner = self.client.get(f"/v1/requests/{self.first}").json["owner"]
        team = {one["key"]: one["email"] for one in self.client.get("/v1/roster").json["team"]}
        (first_owner,) = self.of("new_request", self.first)
        self.assertIn(first_owner.to, team.values())
        self.assertEqual("anna", owner)
        for template, to in (("confirmation", MARKED["email"]), ("referral", CONTACT),
                             ("wsp_request", WSP), ("closing", MARKED["email"]),
                             ("for_information", f"wsp-manager@{REGION}.example")):
            for number in (self.first, self.second):
                self.assertEqual([to], [mail.to for mail in self.of(template, number)], template)
        # At request.referred, and at the feedback of the first.
        self.assertEqual([MARKED["email"]] * 2, [one.to for one in self.of("status", self.first)])
        self.assertEqual([MARKED["email"]], [one.to for one in self.of("status", self.second)])
        self.assertEqual({CONTACT, WSP},
                         {one.to for one in self.of("closing_partner", self.second)})
        self.assertEqual([], self.of("closing_partner", self.first))

    def test_they_read_back_without_a_defect(self):
        done = subprocess.run(
            [sys.executable, "-B", harness.HERE / "mail_reads_back.py", self.setting.mail],
            capture_output=True, text=True, timeout=harness.PATIENCE, check=False)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def test_headers_thread_the_mails_of_a_request(self):
        threads = {}
        for mails in self.found.values():
            for mail in mails:
                self.assertRegex(mail.header("Message-ID"), r"^<[^<>@\s]+@nlwerktdoor\.example>$")
                self.assertEqual("auto-generated", mail.header("Auto-Submitted"))
                self.assertEqual("NLWerktDoor <noreply@nlwerktdoor.example>", mail.header("From"))
                self.assertIsNotNone(email.utils.parsedate_to_datetime(mail.header("Date")).tzinfo)
                number = re.search(r"NLWD-\d+-\d+", mail.header("Message-ID"))
                if number:
                    self.assertEqual(mail.header("In-Reply-To"), mail.header("References"))
                    threads.setdefault(number[0], set()).add(mail.header("References"))
        self.assertEqual({self.first, self.second}, set(threads))
        self.assertTrue(all(len(one) == 1 and "" not in one for one in threads.values()))

    def test_the_text_is_dutch_and_tells_what_matters(self):
        (confirmation,) = self.of("confirmation", self.first)
        for text in (confirmation.plain, confirmation.html):
            for words in (self.first, "Wat gebeurt er nu", "Met vriendelijke groet", "werkdag"):
                self.assertIn(words, text)
        self.assertIn("Wij hebben uw melding ontvangen", confirmation.header("Subject"))
        (referral,) = self.of("referral", self.first)
        for words in (MARKED["person"], MARKED["phone"], MARKED["text"], MARKED["note"],
                      "verpleegkundige", "Tilburg"):
            self.assertIn(words, referral.plain)
        (request,) = self.of("wsp_request", self.first)
        for words in (MARKED["person"], MARKED["phone"], "verpleegkundige"):
            self.assertIn(words, request.plain)

    def test_what_strangers_write_is_escaped(self):
        for mails in self.found.values():
            for mail in mails:
                self.assertNotIn("<b>Vet", mail.html)
        (referral,) = self.of("referral", self.first)
        self.assertIn("&lt;b&gt;Vet&lt;", referral.html)
        self.assertIn(MARKED["name"], referral.plain)

    def test_the_log_holds_no_personal_data(self):
        self.assertStatus(400, self.client.submit(marked(headcount=0, kind=MARKED["text"])))
        self.client.event(self.first, MARKED["note"], MARKED["person"])
        log = self.daemon.log()
        self.assertIn(self.first, log)
        self.assertIn("mail.sent", log)
        for word in ("Merkwaardig", "merkwaardig.example", "Quasibekend", "987 6543", "merkteken",
                     CONTACT, WSP, "Regiocontact", "anna@"):
            self.assertNotIn(word, log)
        journal = "\n".join(self.daemon.journal_lines())
        for word in ("Merkwaardig", "merkwaardig.example", "Quasibekend", "987 6543",
                     "merkteken", CONTACT, WSP):
            self.assertNotIn(word, journal)


class Server:
    """An SMTP server that keeps what it took, and answers as an address was told to."""

    def __init__(self, port):
        self.lock = threading.Lock()
        self.taken, self.tried = [], []  # (address, mail)
        self.answers = {}  # address -> answers to give before it takes
        self.controller = Controller(self, hostname="127.0.0.1", port=port)

    async def handle_DATA(self, _server, _session, envelope):
        (to,) = envelope.rcpt_tos
        with self.lock:
            mail = Mail(envelope.original_content)
            self.tried.append((to, mail))
            if self.answers.get(to):
                return self.answers[to].pop(0)
            self.taken.append((to, mail))
        return "250 OK"

    def of(self, address, tried=False):
        with self.lock:
            return [mail for to, mail in (self.tried if tried else self.taken) if to == address]


class Smtp(SmtpTest):
    server_class = Server

    def sent_to(self, name):
        address = f"{name}@smtp.example"
        return address, demand(employer=employer(f"Bedrijf {name}", address))

    def row(self, number, template="confirmation"):
        return self.daemon.rows(
            "SELECT o.* FROM outbox o JOIN requests r ON r.id = o.request"
            " WHERE r.number = ? AND o.template = ?", number, template)[0]

    def events_about(self, number, name):
        return [one for one in self.journal_of(number)
                if one["event"] == name and one["template"] == "confirmation"]

    def test_the_route_arrives_once(self):
        record_route(self)
        identities = [mail.header("Message-ID") for _, mail in self.server.taken]
        self.assertEqual(len(identities), len(set(identities)))
        for to, mail in self.server.taken:
            self.assertEqual(to, mail.to)
        subjects = [mail.header("Subject") for mail in self.server.of(MARKED["email"])]
        self.assertEqual(2, sum(one.startswith("Wij hebben uw melding ontvangen")
                                for one in subjects))
        self.assertEqual(2, sum(one.startswith("Wij sluiten uw melding") for one in subjects))
        self.assertTrue(self.server.of(CONTACT) and self.server.of(WSP))

    def test_a_domain_of_other_letters_is_written_as_mail_servers_know_it(self):
        number = self.submitted(demand(employer=employer("Boekhandel", "jan@bücher.example")))
        ascii_address = "jan@xn--bcher-kva.example"
        wait_for(lambda: self.server.of(ascii_address), "the confirmation")
        self.assertEqual(ascii_address, self.server.of(ascii_address)[0].to)
        wait_for(lambda: self.events_about(number, "mail.sent"), "mail.sent in the journal")

    def test_a_mail_that_is_put_off_is_sent_once_with_the_same_message_id(self):
        address, data = self.sent_to("later")
        self.server.answers[address] = ["451 greylisted", "452 full for now"]
        number = self.submitted(data)
        wait_for(lambda: self.server.of(address), "it was taken at the third try")
        wait_for(lambda: self.events_about(number, "mail.sent"), "mail.sent in the journal")
        tried = self.server.of(address, tried=True)
        self.assertEqual(3, len(tried))
        for told in ({mail.header("Message-ID") for mail in tried},
                     {mail.header("Subject") + mail.plain + mail.html for mail in tried}):
            self.assertEqual(1, len(told), "a retry is the same mail")
        self.assertEqual(1, len(self.server.of(address)))
        self.assertEqual(1, len(self.events_about(number, "mail.sent")))
        self.assertEqual([], self.events_about(number, "mail.failed"))
        self.assertEqual("sent", self.row(number)["state"])

    def test_a_mail_that_is_refused_is_parked_and_journalled(self):
        address, data = self.sent_to("never")
        self.server.answers[address] = [
            f"550 5.1.2 never <{address}>: Jan Ververs of smtp.example, never%40smtp.example"] * 3
        number = self.submitted(data)
        (failed,) = wait_for(lambda: self.events_about(number, "mail.failed"), "mail.failed")
        self.assertEqual("550 5.1.2 host unknown", failed["reason"])
        self.assertEqual("550 5.1.2 host unknown", self.row(number)["last_error"])
        self.assertEqual("parked", self.row(number)["state"])
        self.assertEqual(1, len(self.server.of(address, tried=True)))
        self.assertEqual([], self.server.of(address))
        for word in (address, "never", "Ververs", "smtp.example"):
            self.assertNotIn(word, self.daemon.log())
        self.assertRegex(self.daemon.log(), r"level=error.*mail\.failed|mail\.failed.*level=error")

    def test_a_server_that_is_away_pauses_the_queue_and_does_not_count(self):
        address, data = self.sent_to("away")
        self.server.controller.stop()
        number = self.submitted(data)
        wait_for(lambda: self.row(number)["last_error"], "a try that found nobody")
        self.assertEqual(("waiting", 0, None), tuple(
            self.row(number)[name] for name in ("state", "attempts", "first_failure")))
        again = Server(self.port)
        again.answers, again.tried, again.taken = (
            self.server.answers, self.server.tried, self.server.taken)
        type(self).server = again
        again.controller.start()
        wait_for(lambda: self.events_about(number, "mail.sent"), "mail.sent in the journal")
        self.assertEqual(1, len(again.of(address)))

    def test_what_waits_at_a_stop_leaves_after_the_start(self):
        address, data = self.sent_to("patient")
        self.server.answers[address] = ["451 later"] * 2
        number = self.submitted(data)
        self.assertEqual(0, self.daemon.stop())
        self.daemon.start()
        wait_for(lambda: self.events_about(number, "mail.sent"), "mail.sent in the journal")
        self.assertEqual(1, len(self.server.of(address)))


class Silence(DaemonTest):
    """`notify: working_hours`: who works is not mailed at night; the employer always is."""

    @classmethod
    def prepare(cls):
        # Closed on every day of the year but one far ahead.
        calendar = cls.setting.folder / "rules" / "calendar.yaml"
        text = calendar.read_text(encoding="utf-8")
        cls.setting.change(calendar, "closed: []", f"closed: [{', '.join(coming_days())}]")
        assert "notify: working_hours" in text

    def test_mails_to_the_team_wait_for_the_opening(self):
        number = self.submitted(demand())
        sent = lambda: [one["template"] for one in self.journal_of(number)
                        if one["event"] == "mail.sent"]
        wait_for(lambda: "confirmation" in sent(), "the confirmation left")
        (queued,) = [one for one in self.journal_of(number)
                     if one["event"] == "mail.queued" and one["template"] == "new_request"]
        self.assertGreater(queued["notBefore"], queued["at"])
        self.assertEqual(["confirmation"], sent())


def coming_days():
    """Yesterday to three days on, as calendar.yaml writes them."""
    return [str(harness.today() + datetime.timedelta(days=ahead)) for ahead in range(-1, 4)]


if __name__ == "__main__":
    harness.main()
