"""Nobody may never hear back: the employer is asked whether the WSP spoke to them, by a link."""

import datetime
import json

import harness
from acceptance_answers import AnswerTest
from answer_client import links_of, path_of
from client import demand
from harness import run

REGION = "midden-brabant"
WSP = f"wsp-{REGION}"
EVENT = "referral.heard_back"


class HeardBack(AnswerTest):
    def answered(self):
        """A request of which a WSP is on record as having answered."""
        number = self.referred()
        self.recorded(number, "referral.forwarded", "regional_contact", region=REGION)
        self.recorded(number, "referral.wsp_responded", "wsp", region=REGION, wsp=WSP)
        return number

    def question(self, number, template="status"):
        """The path of the question's page, from the newest mail of this kind."""
        self.mails_left()
        rows = self.daemon.rows(
            "SELECT id FROM outbox WHERE request = ? AND template = ? ORDER BY id",
            self.key_of(number), template)
        name = f"{rows[-1]['id']:09d}-{template}.eml"
        paths = {path_of(link) for link in links_of((self.setting.mail / name).read_bytes())}
        self.assertEqual(1, len(paths), name)
        return paths.pop()

    def told(self, number):
        return [line for line in self.journal_of(number) if line["event"] == EVENT]

    def chosen(self, page):
        return [one["value"] for one in page.form_of(EVENT)
                if one["name"] == "heard" and one["checked"]]

    def test_no_against_the_record_is_an_alert_and_counts(self):
        number = self.answered()
        self.recorded(number, "referral.feedback", "regional_contact", region=REGION, filled=1)
        path = self.question(number)
        self.assertEqual([], self.chosen(self.get(path)))
        self.assertEqual(["yes"], self.chosen(self.get(path + "?antwoord=ja")))
        page = self.get(path + "?antwoord=nee")
        self.assertEqual(["no"], self.chosen(page))
        self.assertEqual([EVENT], page.events)
        for secret in ("Zorghuis De Linde", "Marga", "delinde.example", "+31 10"):
            self.assertNotIn(secret, page.words)
        self.assertEqual([], self.told(number), "a GET changed something")

        done = self.post(path, page.filled(EVENT))
        self.assertIn("Vastgelegd", done.words)
        (line,) = self.told(number)
        self.assertEqual(("employer", REGION, WSP, False),
                         (line["by"], line["region"], line["wsp"], line["heard"]))
        self.assertNotIn("note", line)
        alert = self.newest(number, "alert.raised")
        self.assertEqual(("not_heard", WSP), (alert["step"], alert["wsp"]))
        self.assertEqual({"regional_contact", "team"}, {to["role"] for to in alert["to"]})
        updates = {line["to"]["role"] for line in self.journal_of(number)
                   if line["event"] == "mail.queued" and line["template"] == "update"}
        self.assertLessEqual({"regional_contact", "team"}, updates)

        self.post(path, page.filled(EVENT))
        self.assertEqual(1, len(self.told(number)), "the same form twice is recorded once")
        self.post(path, self.get(path).filled(EVENT, heard="yes"))
        self.assertEqual([False, True], [line["heard"] for line in self.told(number)])
        today = harness.today()
        done = run("report", "--config", self.setting.config, "--format", "json", "--from",
                   today - datetime.timedelta(days=1), "--until", today)
        (row,) = json.loads(done.stdout)["heardBack"]["byRegion"]
        self.assertEqual(REGION, row["region"])
        self.assertGreaterEqual(row["answers"], 1)
        self.assertGreaterEqual(row["heard"], 1)

    def test_the_question_is_asked_at_the_closing_too_and_not_once_it_is_answered(self):
        number = self.answered()
        self.recorded(number, "request.closed", outcome="filled", reason="Klaar.")
        path = self.question(number, "closing")
        self.post(path, self.get(path + "?antwoord=nee").filled(EVENT))
        self.assertEqual("closed", self.client.get(f"/v1/requests/{number}").json["state"])
        self.assertEqual([False], [line["heard"] for line in self.told(number)])

        number = self.answered()
        self.recorded(number, EVENT, "employer", region=REGION, heard=True)
        self.recorded(number, "referral.feedback", "regional_contact", region=REGION, filled=1)
        with self.assertRaises(AssertionError):
            self.question(number)

    def referred_again(self):
        """One that was answered and reported back, and is with the same region once more."""
        number = self.answered()
        self.recorded(number, "referral.feedback", "regional_contact", region=REGION, filled=0)
        self.recorded(number, "referral.reported_back", "regional_contact", region=REGION,
                      outcome="not_filled", filled=0)
        self.recorded(number, "request.referred", regions=[REGION])
        return number

    def test_a_new_referral_to_the_region_leaves_the_question_open(self):
        number = self.referred_again()
        path = self.question(number)
        self.post(path, self.get(path + "?antwoord=nee").filled(EVENT))
        self.assertEqual([False], [line["heard"] for line in self.told(number)])
        self.assertEqual("not_heard", self.newest(number, "alert.raised")["step"])

        number = self.referred_again()
        self.recorded(number, "request.closed", outcome="not_filled", reason="Klaar.")
        self.recorded(number, EVENT, "employer", region=REGION, heard=False)
        self.assertEqual("not_heard", self.newest(number, "alert.raised")["step"])

    def test_the_link_is_good_for_this_answer_only(self):
        number = self.answered()
        self.recorded(number, "referral.feedback", "regional_contact", region=REGION, filled=1)
        path = self.question(number)
        self.post(path, b"event=request.closed&outcome=withdrawn", 400)
        self.post(path, b"event=referral.heard_back&heard=maybe", 400)
        self.post(path, b"event=referral.heard_back", 400)
        self.post(path, b"event=referral.heard_back&heard=no&wsp=other&region=twente&by=anna"
                        b"&note=Bel+Marga")
        (line,) = self.told(number)
        self.assertEqual(("employer", REGION, WSP), (line["by"], line["region"], line["wsp"]))
        self.assertNotIn("note", line)

    def test_by_the_api_it_must_fit(self):
        number = self.submitted(demand())
        self.assertStatus(409, self.client.event(number, EVENT, "employer", region=REGION,
                                                 heard=True))
        number = self.answered()
        for members, pointers in (({}, ["/heard"]), ({"heard": "ja"}, ["/heard"]),
                                  ({"heard": True, "wsp": 3}, ["/wsp"])):
            answer = self.client.event(number, EVENT, "employer", region=REGION, **members)
            self.assertEqual(pointers, self.assertStatus(400, answer).pointers())
        for who in ("regional_contact", "backup", "wsp"):
            self.assertStatus(400, self.client.event(number, EVENT, who, region=REGION, heard=True))
        self.recorded(number, EVENT, "employer", region=REGION, heard=True)
        self.assertStatus(409, self.client.event(number, EVENT, "employer", region=REGION,
                                                 heard=True))


class AddsUp(AnswerTest):
    def test_the_metrics_say_so(self):
        for _ in range(3):
            self.referred()
        self.assertStatus(400, self.client.submit(demand(headcount=0)))
        text = self.client.get("/metrics", token=None).body.decode()
        for line in ('werktdoord_conserved{figure="received",region="all"} 4',
                     'werktdoord_conserved{figure="open",region="all"} 3',
                     'werktdoord_conserved{figure="rejected",region="all"} 1',
                     f'werktdoord_conserved{{figure="received",region="{REGION}"}} 3',
                     "werktdoord_conservation_imbalances 0"):
            self.assertIn(line, text)

    def test_what_is_lost_is_an_error_in_the_log(self):
        self.submitted(demand())
        self.daemon.stop()
        harness.sqlite3.connect(self.setting.store).executescript(
            "UPDATE numbers SET last = last + 1;")
        self.daemon.start()
        self.submitted(demand(occupation="kok"))
        log = self.daemon.log()
        self.assertIn("does not add up: requests: received", log)
        text = self.client.get("/metrics", token=None).body.decode()
        self.assertIn("werktdoord_conservation_imbalances 1", text)


del AnswerTest

if __name__ == "__main__":
    harness.main()
