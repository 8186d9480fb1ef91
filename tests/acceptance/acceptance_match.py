"""Demand and offer brought together: the sample requests played through, as a team would use them.

Why each match is right, and why the others are none, is told in README.md.
"""

import email
import email.policy
import json
import os
import pathlib
import re
import struct
import time
import unittest

import harness
from client import demand, employer
from harness import REPO, DaemonTest, Setting, run, wait_for

REQUESTS = REPO / "tests" / "acceptance" / "requests"
NOW = "2026-11-23 10:01"

# The matches of each sample, best first, with whether the team should call today. What is not
# named has none.
RIGHT = {
    "tilburg-demand": [("tilburg-offer", True)],
    "tilburg-demand-again": [("tilburg-offer", True)],
    "tilburg-offer": [("tilburg-demand", True), ("tilburg-demand-again", True)],
    "work-to-work": [("partly-unknown", True), ("hundred-sites", False)],
    "partly-unknown": [("work-to-work", True)],
    "hundred-sites": [("work-to-work", False)],
    "postcode-and-municipality-differ": [("texel-hotel", False)],
    "texel-hotel": [("postcode-and-municipality-differ", False)],
}


def read_mail(path):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return {"to": str(mail["To"]), "subject": str(mail["Subject"]),
            "references": str(mail["References"] or ""),
            "text": mail.get_body(("plain",)).get_content()}


class Matches(DaemonTest):
    """One daemon on the morning of 23 November 2026 with all samples open."""

    changes = {"notify_always": True}

    @classmethod
    def prepare(cls):
        cls.shift = harness.seconds_to(NOW)
        shift_file = pathlib.Path(cls.setting.folder) / "shift"
        shift_file.write_bytes(struct.pack("=q", cls.shift))
        cls.shifted = {"LD_PRELOAD": harness.CLOCK, "SHIFTED_CLOCK_FILE": str(shift_file)}
        cls.daemon.environment = cls.shifted

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.numbers = {}
        for path in sorted(REQUESTS.glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))["data"]
            cls.numbers[path.stem] = cls.submit(data)
        cls.names = {number: name for name, number in cls.numbers.items()}

    @classmethod
    def submit(cls, data):
        body = json.dumps({"type": "request.submitted", "timestamp": "2026-11-23T09:01:00Z",
                           "data": data}).encode()
        answer = cls.client.post_signed(body, timestamp=int(time.time()) + cls.shift)
        assert answer.status == 201, answer
        return answer.json["request"]

    def shown(self, number):
        return self.assertStatus(200, self.client.get(f"/v1/requests/{number}")).json

    def matches(self, name):
        return self.shown(self.numbers[name])["matches"]

    def take_up(self, *names):
        for name in names:
            self.recorded(self.numbers[name], "request.taken_up")

    def mails_to(self, address, kind):
        found = [read_mail(path) for path in self.daemon.mails() if path.stem.endswith(kind)]
        return [mail for mail in found if address in mail["to"]]

    def test_1_every_sample_has_the_matches_that_a_team_member_would_call(self):
        for name in self.numbers:
            with self.subTest(name):
                found = [(self.names[match["request"]], match["good"])
                         for match in self.matches(name)]
                self.assertEqual(RIGHT.get(name, []), found)

    def test_2_a_match_says_why_and_what_speaks_against_it(self):
        best = self.matches("tilburg-demand")[0]
        self.assertEqual(["zelfde beroep", "1 km", "3 van de 3 plaatsen",
                          "periode overlapt 8 weken", "32 uur per week",
                          "allebei collegiale-in-en-uitleen"], best["why"])
        self.assertEqual([], best["against"])
        far = self.matches("texel-hotel")[0]
        self.assertRegex(" ".join(far["against"]), r"te ver: 1[67]\d km")
        refused = self.matches("work-to-work")[1]
        self.assertIn("geen toestemming om in contact te brengen: de vrager", refused["against"])

    def test_3_the_command_line_tells_the_same(self):
        number = self.numbers["tilburg-demand"]
        done = run("match", "--config", self.setting.config, number, "--format", "json",
                   env={**os.environ, **self.shifted})
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual({"request": number, "matches": self.matches("tilburg-demand")},
                         json.loads(done.stdout))
        done = run("match", "--config", self.setting.config, number,
                   env={**os.environ, **self.shifted})
        self.assertIn(self.numbers["tilburg-offer"], done.stdout)
        self.assertIn("zelfde beroep, 1 km, 3 van de 3 plaatsen", done.stdout)
        done = run("match", "--config", self.setting.config, self.numbers["minimal"],
                   env={**os.environ, **self.shifted})
        self.assertEqual((0, "Geen open melding past hierbij.\n"), (done.returncode, done.stdout))
        done = run("match", "--config", self.setting.config, "NLWD-2026-999999")
        self.assertEqual(1, done.returncode)

    def test_4_the_owner_reads_it_in_the_mail_of_a_new_request(self):
        number = self.numbers["tilburg-offer"]
        text = wait_for(lambda: self.new_request_mail(number), "the owner's mail")
        self.assertIn("Past misschien bij: " + self.numbers["tilburg-demand"], text)
        self.assertIn("zelfde beroep, 1 km", text)

    def new_request_mail(self, number):
        for path in self.daemon.mails():
            mail = read_mail(path)
            if path.stem.endswith("new_request") and number in mail["subject"]:
                return mail["text"]
        return None

    def test_5_signposts_fit_where_how_large_and_when(self):
        signs = {name: {sign["key"]: sign for sign in self.shown(number)["signposts"]}
                 for name, number in self.numbers.items()}
        self.assertEqual("€ 3.000", signs["voucher-enschede"]["thuiswerkvoucher"]["amount"])
        self.assertEqual("€ 4.000", signs["food-chain"]["thuiswerkvoucher"]["amount"])
        self.assertNotIn("thuiswerkvoucher", signs["work-to-work"], "40 employees in Almelo")
        self.assertIn("thuiswerkwebinar", signs["work-to-work"], "the webinar instead")
        self.assertNotIn("thuiswerkwebinar", signs["voucher-enschede"])
        self.assertIn("collegiaal-uitlenen", signs["tilburg-offer"])
        self.assertNotIn("collegiaal-uitlenen", signs["work-to-work"])
        self.assertIn("gronings-rooster", signs["minimal"])
        self.assertIn("spreiding-amsterdam", signs["events-offer"])
        for name, found in signs.items():
            self.assertIn("zowerkthet", found, name)

    def test_6_an_introduction_needs_the_consent_of_both_and_another_employer(self):
        self.take_up("work-to-work", "hundred-sites", "tilburg-demand", "tilburg-offer")
        refused = self.client.event(self.numbers["work-to-work"], "request.introduced", "anna",
                                    with_=self.numbers["hundred-sites"])
        self.assertStatus(400, refused)
        self.assertIn(self.numbers["hundred-sites"], refused.json["errors"][0]["detail"])
        form = self.client.event(self.numbers["tilburg-demand"], "request.introduced", "anna",
                                 with_=self.numbers["tilburg-offer"], form="anders")
        self.assertEqual(["/form"], self.assertStatus(400, form).pointers())

    def test_7_an_introduction_leads_to_a_case(self):
        wanted, offered = self.numbers["tilburg-demand"], self.numbers["tilburg-offer"]
        introduced = self.recorded(wanted, "request.introduced", with_=offered,
                                   form="collegiale-in-en-uitleen")
        self.assertEqual("collegiale-in-en-uitleen", introduced["introductions"][0]["form"])
        for address, other in (("sjaak@piushaven.example", "noor@hetspoor.example"),
                               ("noor@hetspoor.example", "sjaak@piushaven.example")):
            mails = wait_for(lambda a=address: self.mails_to(a, "introduction"), "the mail")
            self.assertEqual(1, len(mails), "one mail")
            self.assertIn(other, mails[0]["text"])
            self.assertIn("Anna", mails[0]["text"], "the team member's name")
            self.assertTrue(mails[0]["references"], "in the thread of the request")
        self.assertEqual([], self.matches("tilburg-demand"), "they have met")

        self.recorded(wanted, "request.followed_up", outcome="works", filled=2, with_=offered)
        left = {match["request"]: match["left"] for match in self.matches("tilburg-demand-again")}
        self.assertEqual({offered: 1}, left)

        story = ("Sjaak Verhoeven (sjaak@piushaven.example) leende inpakkers van Brasserie Het "
                 "Spoor. Zij werkten na een halve dag zelfstandig.")
        closed = self.recorded(wanted, "request.closed", outcome="partly_filled", case=story,
                               reason="Twee van de drie begonnen.")
        self.assertEqual(2, closed["placed"])

    def test_8_the_case_is_found_without_persons(self):
        number = self.numbers["tilburg-demand"]
        for query in ("", "?sector=10", "?sector=10.85", "?region=midden-brabant",
                      "?theme=collegiale-in-en-uitleen", "?q=inpakkers%20zelfstandig",
                      "?q=INPAK"):
            with self.subTest(query):
                found = self.assertStatus(200, self.client.get("/v1/cases" + query)).json["items"]
                self.assertEqual([number], [case["request"] for case in found])
        case = found[0]
        self.assertEqual(("10.85", "10-49", 3, 2, "partly_filled", "collegiale-in-en-uitleen"),
                         tuple(case[name] for name in ("sector", "employerSize", "headcount",
                                                       "placed", "outcome", "form")))
        for person in ("Sjaak", "Verhoeven", "piushaven", "Piushaven", "Spoor"):
            self.assertNotIn(person, json.dumps(case))
        for query in ("?sector=86", "?sector=C", "?region=twente", "?theme=werk-naar-werk", "?q=Sjaak",
                      "?q=%22%20OR%20*"):
            with self.subTest(query):
                self.assertEqual([], self.client.get("/v1/cases" + query).json["items"])
        self.assertStatus(400, self.client.get("/v1/cases?colour=red"))
        for sector in ("x", ".", "zorg", "10..8", "%20", "*"):
            answer = self.assertStatus(400, self.client.get(f"/v1/cases?sector={sector}"))
            self.assertEqual(["?sector"], answer.pointers())
        done = run("cases", "--config", self.setting.config, "--sector", "zorg")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertStatus(401, self.client.get("/v1/cases", token=None))

        done = run("cases", "--config", self.setting.config)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(2, len(done.stdout.splitlines()), "a header and a case")
        done = run("cases", "--config", self.setting.config, "--format", "json")
        self.assertEqual(case, json.loads(done.stdout))
        done = run("cases", "--config", self.setting.config, "--format", "json", "--words", "niets")
        self.assertEqual((0, ""), (done.returncode, done.stdout))

    def test_9_the_next_request_is_shown_the_case(self):
        again = self.submit(demand(
            employer=employer("Maaltijden De Reit", "els@dereit.example", "90009001"),
            sector="10.85", occupation="inpakkers", headcount=2))
        similar = self.shown(again)["similarCases"]
        self.assertEqual([self.numbers["tilburg-demand"]], [case["request"] for case in similar])
        self.assertIn("zelfde sector (10)", similar[0]["why"])
        self.assertIn("2 van de 3 plaatsen in 0 dagen", similar[0]["why"])
        text = wait_for(lambda: self.new_request_mail(again), "the owner's mail")
        self.assertIn("Zo ging het eerder: " + self.numbers["tilburg-demand"], text)
        self.assertIn("na een halve dag zelfstandig", text)
        self.assertEqual(0, run("verify", "--config", self.setting.config).returncode)


class Digest(unittest.TestCase):
    """The team's digest on virtual time: new good matches, each pair once."""

    def test_it_tells_of_new_good_matches_once(self):
        setting = Setting()
        self.addCleanup(setting.remove)
        stimuli = [{"at": at, "submit": json.loads((REQUESTS / f"{name}.json").read_text())["data"],
                    "as": name}
                   for at, name in (("2026-11-23T10:00:00+01:00", "tilburg-demand"),
                                    ("2026-11-23T11:00:00+01:00", "tilburg-offer"))]
        mails = setting.folder / "digests"
        done = run("simulate", "--config", setting.config, "--mail", mails, "--until",
                   "2026-11-25T09:00:00+01:00", "-", stdin="\n".join(map(json.dumps, stimuli)))
        self.assertEqual(0, done.returncode, done.stderr)
        texts = [read_mail(path)["text"].replace("\r\n", "\n")
                 for path in sorted(mails.glob("*digest_team*.eml"))]
        told = [re.search(r"NIEUWE GOEDE KOPPELINGEN\n(.*?)\n\n", text, re.S)[1] for text in texts]
        members = len(told) // 2
        self.assertGreater(members, 0)
        for text in told[:members]:
            self.assertEqual(1, text.count("NLWD-2026-000001"), text)
            self.assertIn("zelfde beroep, 1 km, 3 van de 3 plaatsen", text)
        self.assertEqual(["Geen."] * members, told[members:], "the next day it is no news")


if __name__ == "__main__":
    harness.main()
