"""Mail that was refused, and submissions that could not be read: what people do about them."""

import email
import email.policy
import json
import threading
import unittest

from aiosmtpd.controller import Controller

import harness
from client import TEAM_TOKEN, READ_TOKEN, demand, employer, new_id
from harness import REPO, Daemon, Setting, SmtpTest, free_port, run, smtp_to, wait_for

TEMPLATES = sorted({path.name.split(".")[0]
                    for path in (REPO / "config" / "templates").glob("*.mustache")})


class Server:
    """An SMTP server that refuses the addresses it was told to, for good."""

    def __init__(self, port):
        self.lock = threading.Lock()
        self.tried, self.taken, self.refuses = [], [], set()
        self.controller = Controller(self, hostname="127.0.0.1", port=port)

    async def handle_DATA(self, _server, _session, envelope):
        (to,) = envelope.rcpt_tos
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        with self.lock:
            self.tried.append((to, mail))
            if to in self.refuses:
                return f"550 5.1.1 no such user <{to}>"
            self.taken.append((to, mail))
        return "250 OK"

    def of(self, address, tried=False):
        with self.lock:
            return [mail for to, mail in (self.tried if tried else self.taken) if to == address]

    def alerts(self):
        with self.lock:
            return [(to, mail) for to, mail in self.taken
                    if mail["Subject"].startswith("Mail kwam niet aan")]


class Parked(SmtpTest):
    server_class = Server

    def outbox(self, *arguments):
        return run("outbox", *arguments, "--config", self.setting.config)

    def parked(self, name):
        """A confirmation that the server refused; gives number, mail id and address."""
        address = f"{name}@parked.example"
        with self.server.lock:
            self.server.refuses.add(address)
        number = self.submitted(demand(employer=employer(f"Bedrijf {name}", address)))
        row = lambda: self.daemon.rows("SELECT id FROM outbox WHERE address = ?"
                                       " AND state = 'parked'", address)
        return number, wait_for(row, "it is parked")[0]["id"], address

    def accepts(self, address):
        with self.server.lock:
            self.server.refuses.discard(address)

    def events_about(self, mail):
        return [one for one in self.daemon.journal() if one.get("mail") == mail]

    def post(self, path, body, token=TEAM_TOKEN):
        headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
        return self.client.call("POST", path, json.dumps(body).encode(), headers)

    def test_a_the_whole_team_is_told_once_and_not_for_each_mail(self):
        _, mail, _ = self.parked("eerste")
        team = {one["email"] for one in self.client.get("/v1/roster").json["team"]}
        wait_for(lambda: len(self.server.alerts()) >= len(team), "the team is told")
        for name in ("tweede", "derde"):
            self.parked(name)
        alerts = self.server.alerts()
        self.assertEqual(sorted(team), sorted(to for to, _ in alerts))
        text = alerts[0][1].get_body(("plain",)).get_content()
        for words in (f"Mail {mail}: bevestiging, aan de werkgever",
                      "Waarom: de mailbox is niet gevonden (code 550 5.1.1)", "NLWD-",
                      "werktdoord outbox send"):
            self.assertIn(words, text)
        self.assertNotIn("parked.example", text)
        (failed,) = self.events_about(mail)
        self.assertEqual(("mail.failed", "confirmation"), (failed["event"], failed["template"]))

    def test_sent_again_it_arrives_once_under_the_same_message_id(self):
        number, mail, address = self.parked("opnieuw")
        (line,) = [one for one in self.outbox("list").stdout.splitlines()
                   if one.startswith(f"{mail} ")]
        for words in ("parked", "confirmation", f"employer:{number}", "550 5.1.1"):
            self.assertIn(words, line)
        shown = self.outbox("show", mail).stdout
        self.accepts(address)
        done = self.outbox("send", mail, "--by", "anna")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertEqual(("waiting", 0, address), (
            json.loads(done.stdout)["state"], json.loads(done.stdout)["attempts"],
            json.loads(done.stdout)["to"]["address"]))
        wait_for(lambda: self.server.of(address), "it was taken", seconds=10)
        (taken,) = self.server.of(address)
        first, second = self.server.of(address, tried=True)
        self.assertEqual(first["Message-ID"], second["Message-ID"])
        self.assertEqual(first.get_body(("plain",)).get_content(),
                         taken.get_body(("plain",)).get_content())
        for words in (f"Message-ID: {first['Message-ID']}", f"Subject: {first['Subject']}",
                      f"<{address}>", "parked", "550 5.1.1",
                      first.get_body(("plain",)).get_content().splitlines()[0]):
            self.assertIn(words, shown)
        wait_for(lambda: self.events_about(mail)[-1]["event"] == "mail.sent", "it is on record")
        self.assertEqual(["mail.failed", "mail.resent", "mail.sent"],
                         [one["event"] for one in self.events_about(mail)])
        self.assertEqual("anna", self.events_about(mail)[1]["by"])
        again = self.outbox("send", mail)
        self.assertEqual((1, ""), (again.returncode, again.stdout))
        self.assertIn(f"mail {mail} is sent", again.stderr)
        self.assertIn("not kept any more", self.outbox("show", mail).stdout)

    def test_dropped_it_is_on_record_with_a_reason_that_stays_private(self):
        _, mail, address = self.parked("vervalt")
        for wrong in (("drop", mail), ("drop", mail, "--reason", " "), ("drop",), ("send",),
                      ("send", "0"), ("send", "twelve"), ("list", "--state", "lost"), ()):
            done = self.outbox(*wrong)
            self.assertEqual((2, ""), (done.returncode, done.stdout), wrong)
        unknown = self.outbox("drop", mail, "--reason", "Gebeld.", "--by", "nobody")
        self.assertEqual(1, unknown.returncode)
        self.assertIn("--by: nobody of the team has this key", unknown.stderr)
        done = self.outbox("drop", mail, "--reason", "Gebeld met de planner.")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual("dropped", json.loads(done.stdout)["state"])
        dropped = self.events_about(mail)[-1]
        self.assertEqual(("mail.dropped", "by_hand"), (dropped["event"], dropped["reason"]))
        self.assertTrue(dropped["note"].startswith("sha256:"))
        self.assertEqual("Gebeld met de planner.", [
            json.loads(line) for line in self.daemon.journal_lines("--personal")
            if json.loads(line)["seq"] == dropped["seq"]][0]["note"])
        self.assertEqual(1, len(self.server.of(address, tried=True)))
        self.assertEqual(1, self.outbox("send", mail).returncode)
        self.assertEqual(1, self.outbox("show", "999999").returncode)

    def test_over_the_api_with_the_role_team(self):
        number, mail, address = self.parked("api")
        self.assertStatus(403, self.client.get("/v1/outbox", token=READ_TOKEN))
        listed = self.assertStatus(200, self.client.get("/v1/outbox?state=parked", TEAM_TOKEN))
        (found,) = [one for one in listed.json["items"] if one["id"] == mail]
        self.assertEqual((number, "parked", address), (
            found["request"], found["state"], found["to"]["address"]))
        self.assertIn("550", found["lastError"])
        first = self.client.get("/v1/outbox?state=all&limit=2", TEAM_TOKEN).json
        second = self.client.get(f"/v1/outbox?state=all&limit=2&cursor={first['next']}",
                                 TEAM_TOKEN).json
        ids = [one["id"] for one in first["items"] + second["items"]]
        self.assertEqual(sorted(set(ids), reverse=True), ids)
        self.assertEqual(found, self.client.get(f"/v1/outbox/{mail}", TEAM_TOKEN).json)
        self.assertStatus(404, self.client.get("/v1/outbox/999999", TEAM_TOKEN))
        self.assertStatus(403, self.post(f"/v1/outbox/{mail}/send", {"by": "anna"}, READ_TOKEN))
        self.assertEqual(["/by", "/reason"], self.assertStatus(
            400, self.post(f"/v1/outbox/{mail}/drop", {})).pointers())
        self.assertStatus(400, self.post(f"/v1/outbox/{mail}/send", {"by": "nobody"}))
        self.assertStatus(404, self.post("/v1/outbox/999999/send", {"by": "anna"}))
        self.accepts(address)
        sent = self.assertStatus(200, self.post(f"/v1/outbox/{mail}/send", {"by": "anna"}))
        self.assertEqual("waiting", sent.json["state"])
        wait_for(lambda: self.server.of(address), "it was taken", seconds=10)
        wait_for(lambda: self.events_about(mail)[-1]["event"] == "mail.sent", "it is on record")
        self.assertStatus(409, self.post(f"/v1/outbox/{mail}/drop",
                                         {"by": "anna", "reason": "Te laat."}))

    def test_commands_beside_a_busy_daemon_leave_a_whole_chain(self):
        mails = [self.parked(f"druk{i}")[1] for i in range(4)]
        stop = threading.Event()
        numbers = []

        def submit():
            while not stop.is_set():
                numbers.append(self.submitted(demand()))

        busy = threading.Thread(target=submit)
        busy.start()
        try:
            for mail in mails:
                done = self.outbox("drop", mail, "--reason", "Gebeld.")
                self.assertEqual(0, done.returncode, done.stderr)
        finally:
            stop.set()
            busy.join()
        self.assertTrue(numbers)
        self.assertEqual([], list(harness.chain_problems(self.daemon.journal_lines())))
        times = [one["at"] for one in self.daemon.journal()]
        self.assertEqual(sorted(times, key=instant), times)

    def test_what_could_not_be_read_is_set_aside(self):
        ids = [new_id() for _ in range(3)]
        for one in ids:
            self.assertStatus(400, self.client.submit(demand(headcount=0), one))
        rejected = lambda *more: run("rejected", *more, "--config", self.setting.config)
        listed = [json.loads(line)
                  for line in rejected("list", "--format", "json").stdout.splitlines()]
        first, second, third = [next(one for one in listed if one["webhookId"] == id_)["id"]
                                for id_ in ids]
        shown = rejected("show", first)
        self.assertEqual(0, shown.returncode, shown.stderr)
        for words in (ids[0], "/data/headcount", "Zorghuis De Linde"):
            self.assertIn(words, shown.stdout)
        done = rejected("set-aside", first, "--reason", "Proef van het platform.", "--by", "anna")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual("set_aside", json.loads(done.stdout)["state"])
        aside = [one for one in self.daemon.journal() if one["event"] == "request.set_aside"][-1]
        self.assertEqual(("request.set_aside", first, "anna"),
                         (aside["event"], aside["rejected"], aside["by"]))
        self.assertTrue(aside["note"].startswith("sha256:"))
        self.assertEqual(1, rejected("set-aside", first, "--reason", "Nog eens.").returncode)
        self.assertEqual(2, rejected("set-aside", second).returncode)
        self.assertEqual(1, rejected("show", "999999").returncode)
        self.assertStatus(403, self.client.get("/v1/rejected", READ_TOKEN))
        page = self.client.get("/v1/rejected?limit=1", TEAM_TOKEN).json
        self.assertEqual([second], [one["id"] for one in page["items"]])
        page = self.client.get(f"/v1/rejected?cursor={page['next']}", TEAM_TOKEN).json
        self.assertEqual([third], [one["id"] for one in page["items"]])
        decision = {"by": "anna", "reason": "Komt niet meer."}
        self.assertStatus(200, self.post(f"/v1/rejected/{second}/set-aside", decision))
        self.assertStatus(409, self.post(f"/v1/rejected/{second}/set-aside", decision))
        self.assertStatus(404, self.post("/v1/rejected/999999/set-aside", decision))
        self.assertNotIn("Komt niet meer", self.daemon.log())


def instant(text):
    """Sorts instants with and without milliseconds."""
    return text.removesuffix("Z").ljust(23, "0") if "." in text else text.removesuffix("Z") + ".000"


class Preview(unittest.TestCase):
    def setUp(self):
        self.setting = Setting()
        self.addCleanup(self.setting.remove)

    def preview(self, *arguments):
        return run("mail", "preview", *arguments, "--config", self.setting.config)

    def test_every_mail_in_every_format(self):
        for template in TEMPLATES:
            with self.subTest(template):
                text = self.preview(template)
                self.assertEqual((0, ""), (text.returncode, text.stderr))
                self.assertRegex(text.stdout, r"^From: NLWerktDoor <.*>\nTo: .*\nSubject: .+\n")
                page = self.preview(template, "--format", "html")
                self.assertTrue(page.stdout.startswith("<!DOCTYPE html>"))
                whole = self.preview(template, "--format", "eml")
                read = email.message_from_string(whole.stdout, policy=email.policy.default)
                self.assertEqual([], read.defects)
                self.assertEqual("multipart/alternative", read.get_content_type())

    def test_an_unknown_one_names_the_nearest(self):
        done = self.preview("confirmatoin")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn('did you mean "confirmation"?', done.stderr)

    def test_with_a_stored_request(self):
        self.setting.store.parent.mkdir(exist_ok=True)
        story = REPO / "tests" / "scenarios" / "blueprint-six-weeks.jsonl"
        run("simulate", "--config", self.setting.config, "--store", self.setting.store, story)
        number = "NLWD-2026-000001"
        for template in TEMPLATES:
            with self.subTest(template):
                done = self.preview(template, "--request", number)
                if template.startswith("digest_") or template in ("alerts", "mail_failed", "rejected",
                                                                  "report"):
                    self.assertEqual(2, done.returncode)
                elif template == "introduction":
                    self.assertEqual((1, ""), (done.returncode, done.stdout))
                    self.assertIn("has no introduction yet", done.stderr)
                else:
                    self.assertEqual((0, ""), (done.returncode, done.stderr))
                    self.assertIn(number, done.stdout)
        for wrong in ("NLWD-2026-999999", "rubbish"):
            done = self.preview("confirmation", "--request", wrong)
            self.assertEqual((1, ""), (done.returncode, done.stdout))
            self.assertIn("there is no request", done.stderr)


class Offline(unittest.TestCase):
    """Without a daemon: the store alone; and without a store."""

    def setUp(self):
        self.setting = Setting()
        self.addCleanup(self.setting.remove)

    def test_without_a_store_nothing_is_made(self):
        for arguments in (("outbox", "list"), ("outbox", "send", "1"), ("rejected", "list")):
            done = run(*arguments, "--config", self.setting.config)
            self.assertEqual((1, ""), (done.returncode, done.stdout), done.stderr)
            self.assertFalse(self.setting.store.exists())

    def test_what_waits_is_dropped_while_no_daemon_runs_and_the_rest_leaves(self):
        port = free_port()
        setting = Setting(notify_always=True, smtp=smtp_to(port))
        self.addCleanup(setting.remove)
        outbox = lambda *more: run("outbox", *more, "--config", setting.config)
        daemon = Daemon(setting).start()
        self.addCleanup(daemon.end_whatever_happened)
        self.assertEqual(201, daemon.client.submit(demand()).status)
        wait_for(lambda: daemon.rows("SELECT 1 FROM outbox WHERE last_error <> ''"),
                 "a try that found nobody")
        self.assertEqual(0, daemon.stop())

        waiting = [json.loads(line) for line in
                   outbox("list", "--state", "waiting", "--format", "json").stdout.splitlines()]
        self.assertEqual({"confirmation", "new_request"}, {one["template"] for one in waiting})
        ids = {one["template"]: one["id"] for one in waiting}
        self.assertEqual(1, outbox("send", ids["new_request"]).returncode)
        done = outbox("drop", ids["new_request"], "--reason", "Proef.")
        self.assertEqual(0, done.returncode, done.stderr)

        server = Server(port)
        server.controller.start()
        self.addCleanup(lambda: server.controller.stop(no_assert=True))
        daemon.start()
        wait_for(lambda: [one for one in daemon.journal() if one["event"] == "mail.sent"],
                 "the other mail left")
        self.assertEqual(["personeel@delinde.example"], [to for to, _ in server.tried])
        self.assertEqual([], list(harness.chain_problems(daemon.journal_lines())))
        self.assertEqual(0, daemon.stop())


if __name__ == "__main__":
    harness.main()
