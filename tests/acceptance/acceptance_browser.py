"""By clicking alone, in headless Chromium: a referral from the digest to the report-back."""

import email
import email.policy
import json
import time
import unittest

import harness
from browser_client import Browser
from client import demand, envelope
from harness import Daemon, Setting, wait_for

CONTACT = "contact@midden-brabant.example"
WSP = "wsp@midden-brabant.example"
OWNER = "anna@nlwerktdoor.example"
POLICY = ("default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          "base-uri 'none'")

FORWARD = "Doorsturen naar het WSP"
ANSWERED = "De werkgever heeft antwoord"
STATUS = "De stand van zaken doorgeven"
REPORT = "De uitkomst terugmelden"
DECLINE = "De melding teruggeven"
FILLED = "Hoeveel plaatsen zijn tot nu toe ingevuld?"


class Inbox:
    """The mail folder, as a mail program shows it: the newest of a kind to an address, as HTML."""

    def __init__(self, setting):
        self.setting = setting
        self.folder = setting.folder / "inbox"
        self.folder.mkdir()
        self.old = set()

    def forget(self):
        """What came up to now is not looked for any more."""
        self.old = set(self.setting.mail.glob("*.eml"))

    def newest(self, address, kind, number=""):
        found = [path for path in sorted(self.setting.mail.glob(f"*-{kind}.eml"))
                 if path not in self.old and f"<{address}>".encode() in path.read_bytes()
                 and number in self.read(path).get_body(("plain",)).get_content()]
        return found[-1] if found else None

    @staticmethod
    def read(path):
        return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)

    def as_page(self, path):
        page = self.folder / (path.stem + ".html")
        page.write_text(self.read(path).get_body(("html",)).get_content(), encoding="utf-8")
        return page.as_uri()


class BrowserTest(unittest.TestCase):
    """One daemon whose date moves with the story, and one browser."""

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.setting = Setting()
        cls.addClassCleanup(cls.setting.remove)
        cls.daemon = Daemon(cls.setting)
        cls.addClassCleanup(cls.daemon.end_whatever_happened)
        cls.client = cls.daemon.client
        cls.inbox = Inbox(cls.setting)
        cls.judged = set()

    def on(self, when):
        """Starts the daemon anew at a local time."""
        if self.daemon.process is not None:
            self.assertEqual(0, self.daemon.stop())
        self.inbox.forget()
        self.shift = harness.seconds_to(when)
        self.daemon.environment = {"LD_PRELOAD": harness.CLOCK, "SHIFTED_CLOCK_SECONDS": str(self.shift)}
        self.daemon.start()

    def submitted(self, **changes):
        body = json.dumps(envelope(demand(**changes))).encode()
        answer = self.client.post_signed(body, timestamp=int(time.time()) + self.shift)
        self.assertEqual(201, answer.status, answer)
        return answer.json["request"]

    def request(self, number):
        return self.client.get(f"/v1/requests/{number}").json

    def referral(self, number):
        return self.request(number)["referrals"][0]

    def count(self, event, number):
        lines = self.client.get(f"/v1/requests/{number}/journal").json["items"]
        return sum(one["event"] == event for one in lines)

    def mail(self, address, kind, number=""):
        """Opens the newest mail of a kind in the browser, as HTML."""
        path = wait_for(lambda: self.inbox.newest(address, kind, number), f"{kind} to {address}")
        self.browser.do("open", url=self.inbox.as_page(path))
        self.audited(f"mail-{kind}")
        return path

    def shown(self, page, status=200):
        """A page of the daemon is as strict as it says, and the browser found nothing wrong."""
        self.assertEqual(status, page.status, page.text)
        self.assertEqual(POLICY, page.headers["content-security-policy"])
        self.assertEqual([], page.console)
        for url in page.asked:
            self.assertTrue(url.startswith(f"http://127.0.0.1:{self.setting.port}/antwoord"), url)
        return page

    def audited(self, name):
        """Each kind of page once: judging takes longer than all the rest."""
        if name not in self.judged:
            self.judged.add(name)
            self.assertEqual([], self.browser.do("audit", name=name))

    def press(self, form, button, name, status=200):
        page = self.shown(form.press(button), status)
        self.audited(name)
        return page


class ByClickingAlone(BrowserTest):
    def test_from_the_digest_to_the_report_back(self):
        self.on("2026-11-23T10:00")
        number = self.submitted()
        other = self.submitted(occupation="kok", description="Nog een kok.")
        self.taken_up_and_referred(number)
        self.client.event(other, "request.taken_up", "anna")
        self.client.event(other, "request.referred", "anna")
        lost = self.link_of_mail(CONTACT, "referral", other)
        with self.subTest("tampered"):
            self.a_link_that_was_changed(lost)

        self.on("2026-11-24T09:01")
        self.from_digest(number, "Moet vóór het volgende overzicht klaar")
        self.looking_changes_nothing(number)
        self.forwarded(number)
        self.answered(number)

        self.on("2026-12-07T09:01")
        self.from_digest(number, "Moet vóór het volgende overzicht klaar")
        self.status_after_two_weeks(number)

        self.on("2026-12-21T09:01")
        self.from_digest(number, "Moet vóór het volgende overzicht klaar")
        self.reported_back(number)

        self.on("2027-01-05T10:00")
        self.a_fresh_link(lost, other)
        self.given_back(other)
        self.closed(other)

    def taken_up_and_referred(self, number):
        self.mail(OWNER, "new_request", number)
        self.shown(self.browser.page("click", name="De melding openen"))
        self.audited("owner")
        form = self.browser.form("De melding oppakken")
        form.fill("Toelichting (mag leeg blijven)", "Gebeld, het klopt.")
        page = self.press(form, "Leg vast: opgepakt", "taken-up")
        self.assertIn("Vastgelegd: u hebt de melding opgepakt.", page.text)
        self.assertEqual("taken_up", self.request(number)["state"])
        form = self.browser.form("Doorsturen naar de regio")
        page = self.press(form, "Stuur door", "referred")
        self.assertIn("Vastgelegd: de melding is doorgestuurd naar de regio.", page.text)
        self.assertEqual("referred", self.request(number)["state"])

    def link_of_mail(self, address, kind, number):
        self.mail(address, kind, number)
        page = self.shown(self.browser.page("click", name="Doorsturen, teruggeven of iets melden"))
        return page.url

    def a_link_that_was_changed(self, link):
        page = self.shown(self.browser.page("open", url=link[:-1] + ("A" if link[-1] != "A" else "B")),
                          404)
        self.assertIn("Deze link werkt niet", page.text)
        self.audited("tampered")

    def from_digest(self, number, heading):
        """The digest lists the request under this heading, its number leads to the page."""
        path = self.mail(CONTACT, "digest_contact", number)
        text = self.inbox.read(path).get_body(("plain",)).get_content()
        self.assertIn(number, text.split(heading.upper())[1].split("\n\n")[0])
        self.shown(self.browser.page("click", name=number))
        self.audited("contact")

    def looking_changes_nothing(self, number):
        before = self.daemon.rows("SELECT count(*) AS n FROM journal")[0]["n"]
        for _ in range(3):
            page = self.shown(self.browser.page("again"))
        self.assertIn("Zorghuis De Linde", page.text)
        self.assertEqual(before, self.daemon.rows("SELECT count(*) AS n FROM journal")[0]["n"])

    def forwarded(self, number):
        form = self.browser.form(FORWARD)
        form.unchoose("Werkgeversservicepunt Midden-Brabant")
        page = self.press(form, "Stuur door", "forward-nobody", 400)
        self.assertIn("Kies minstens één WSP.", page.text)
        self.assertTrue(page.title.startswith("Fout: "))
        self.assertEqual(0, self.count("referral.forwarded", number))
        form.choose("Werkgeversservicepunt Midden-Brabant")
        form.fill("Toelichting (mag leeg blijven)", "Graag snel.")
        page = self.press(form, "Stuur door", "forwarded")
        self.assertIn("Vastgelegd: de melding is doorgestuurd.", page.text)
        page = self.shown(self.browser.page("again"))
        self.assertIn("Er is niets dubbel vastgelegd.", page.text)
        self.audited("pressed-twice")
        self.assertEqual(1, self.count("referral.forwarded", number))

    def answered(self, number):
        self.mail(WSP, "wsp_request", number)
        self.shown(self.browser.page("click", name="Melden dat u hebt gereageerd"))
        self.audited("wsp")
        self.usable_by_keyboard()
        page = self.press(self.browser.form(ANSWERED), "Leg het antwoord vast", "wsp-done")
        self.assertIn("U hoeft nu niets meer te doen", page.text)
        self.assertEqual(1, self.count("referral.wsp_responded", number))

    def status_after_two_weeks(self, number):
        """By keyboard alone, and wrong at first."""
        self.usable_by_keyboard()
        field = "referral.feedback-filled"
        self.keyboard(field, "text:drie")
        self.keyboard("Geef de stand door")
        page = self.shown(self.browser.page("send", keys=["Enter"]), 400)
        self.audited("status-wrong")
        self.assertIn("Vul een heel getal in", page.text)
        self.assertEqual("drie", self.browser.form(STATUS).value(FILLED))
        self.keyboard("#" + field, "Enter", "Control+A", "text:1")
        self.keyboard("referral.feedback-note", "text:Een is begonnen.")
        self.keyboard("Geef de stand door")
        page = self.shown(self.browser.page("send", keys=["Enter"]))
        self.audited("status")
        self.assertIn("Vastgelegd: de stand van zaken is doorgegeven.", page.text)
        self.assertEqual(1, self.referral(number)["filled"])

    def keyboard(self, to, *keys):
        """Presses Tab up to this field, link or button, then these keys."""
        self.assertTrue(self.browser.do("tab", to=to), f"the focus on {to} shows")
        self.browser.do("type", keys=keys)

    def usable_by_keyboard(self):
        walked = self.browser.do("walk")
        self.assertEqual(walked["all"], [stop["name"] for stop in walked["stops"]])
        self.assertEqual([], [stop["name"] for stop in walked["stops"] if not stop["seen"]])

    def reported_back(self, number):
        form = self.browser.form(REPORT)
        form.choose("Een deel is ingevuld").fill("Hoeveel plaatsen zijn ingevuld?", "3")
        page = self.press(form, "Meld de uitkomst terug", "reported-back")
        self.assertIn("Uw regio is klaar met deze melding.", page.text)
        self.assertNotIn("personeel@delinde.example", page.text)
        referral = self.referral(number)
        self.assertEqual(("reported_back", 3), (referral["state"], referral["filled"]))
        self.assertEqual("deciding", self.request(number)["state"])

    def a_fresh_link(self, link, number):
        page = self.shown(self.browser.page("open", url=link), 410)
        self.assertIn("Deze link is verlopen", page.text)
        self.assertNotIn("Zorghuis", page.text)
        self.audited("expired")
        form = self.browser.form(f"Een nieuwe link voor melding {number}")
        page = self.press(form, "Mail mij een nieuwe link", "expired-sent")
        self.assertIn("De nieuwe link is onderweg", page.text)
        page = self.shown(self.browser.page("again"), 429)
        self.assertIn("al een nieuwe link gemaild", page.text)
        self.audited("expired-twice")
        self.mail(CONTACT, "new_link", number)
        page = self.shown(self.browser.page("click", name="Open de melding en geef uw antwoord"))
        self.assertIn("Zorghuis De Linde", page.text)
        self.audited("late")

    def given_back(self, number):
        form = self.browser.form(DECLINE).choose("Een andere reden")
        page = self.press(form, "Geef terug", "decline-why", 400)
        self.assertIn("Schrijf hier waarom u de melding teruggeeft.", page.text)
        form.select("Welke regio past wel? (mag leeg blijven)", "Twente")
        form.fill("Toelichting", "De kok werkt in Enschede.")
        page = self.press(form, "Geef terug", "declined")
        self.assertIn("teruggegeven aan Team NLWerktDoor", page.text)
        self.assertEqual("declined", self.referral(number)["state"])

    def closed(self, number):
        self.client.event(number, "request.closed", "anna", outcome="withdrawn")
        page = self.shown(self.browser.page("again"))
        self.assertIn("afgesloten", page.text)
        self.audited("closed")


if __name__ == "__main__":
    harness.main()
