"""The answer: people without an account bring a referral to its end by the links in their mails."""

import base64
import email
import email.policy
import json
import time

import harness
from answer_client import PageReader, links_of, path_of
from client import demand
from harness import DaemonTest, Setting, run, wait_for

REGION = "midden-brabant"
WSP = f"wsp-{REGION}"
FORM = {"content-type": "application/x-www-form-urlencoded"}
POLICY = ("default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          "base-uri 'none'")


class AnswerTest(DaemonTest):
    changes = {"notify_always": True}

    def page(self, answer, status=200):
        self.assertEqual(status, answer.status, answer)
        self.assertEqual("text/html; charset=utf-8", answer.headers["content-type"])
        self.assertEqual(POLICY, answer.headers["content-security-policy"])
        self.assertEqual("no-referrer", answer.headers["referrer-policy"])
        self.assertEqual("no-store", answer.headers["cache-control"])
        self.assertIn("noindex", answer.headers["x-robots-tag"])
        self.assertNotIn("set-cookie", answer.headers)
        page = PageReader(answer.body.decode())
        self.assertEqual([], page.problems, answer.body.decode())
        return page

    def get(self, path, status=200):
        return self.page(self.client.call("GET", path), status)

    def post(self, path, body, status=200, headers=None):
        return self.page(self.client.call("POST", path, body, headers or FORM), status)

    def mails_left(self):
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
        wait_for(lambda: self.daemon.rows(waiting)[0]["n"] == 0, "every mail left")

    def mail_to(self, number, template, index=-1):
        """The path of the link in the newest mail of this kind about this request."""
        self.mails_left()
        query = "SELECT id FROM outbox WHERE request = ? AND template = ? ORDER BY id"
        rows = self.daemon.rows(query, self.key_of(number), template)
        name = f"{rows[index]['id']:09d}-{template}.eml"
        (link,) = links_of((self.setting.mail / name).read_bytes())
        return path_of(link)

    @staticmethod
    def key_of(number):
        """A request number as the store keeps it."""
        _, year, count = number.split("-")
        return int(year) * 10_000_000 + int(count)

    def referred(self, **changes):
        number = self.submitted(demand(**changes))
        self.recorded(number, "request.taken_up")
        self.recorded(number, "request.referred")
        self.mails_left()
        return number

    def newest(self, number, event):
        return [one for one in self.journal_of(number) if one["event"] == event][-1]


class ByLinksAlone(AnswerTest):
    def test_a_referral_goes_from_mail_to_report_back(self):
        number = self.submitted(demand())
        owner = self.mail_to(number, "new_request")
        page = self.get(owner)
        self.assertEqual(["request.taken_up", "request.note"], page.events)
        page = self.post(owner, page.filled("request.taken_up", note="Gebeld."))
        self.assertIn("Vastgelegd", page.words)
        page = self.post(owner, page.filled("request.referred"))
        self.assertIn("doorgestuurd naar de regio", page.words)

        contact = self.mail_to(number, "referral")
        page = self.get(contact)
        for words in (number, "Zorghuis De Linde", "verpleegkundige", "Tilburg", "Midden-Brabant",
                      "personeel@delinde.example", "doorsturen naar het WSP", "4"):
            self.assertIn(words, page.words)
        self.assertIn("mailto:personeel@delinde.example", page.anchors)
        page = self.post(contact, page.filled("referral.forwarded", inform=["wsp_manager"],
                                              note="Graag snel."))
        forwarded = self.newest(number, "referral.forwarded")
        self.assertEqual(("regional_contact", REGION, [WSP], ["wsp_manager"]),
                         tuple(forwarded[name] for name in ("by", "region", "wsps", "inform")))
        self.assertRegex(forwarded["link"], "^[0-9a-f]{16}$")

        wsp = self.mail_to(number, "wsp_request")
        page = self.get(wsp)
        self.assertEqual(["referral.wsp_responded"], page.events)
        page = self.post(wsp, page.filled("referral.wsp_responded", note="Wij bellen elkaar."))
        self.assertEqual([], page.events)
        self.assertIn("U hoeft nu niets meer te doen", page.words)
        self.assertEqual("wsp", self.newest(number, "referral.wsp_responded")["by"])

        page = self.get(contact)
        self.assertNotIn("referral.wsp_responded", page.events)
        page = self.post(contact, page.filled("referral.feedback", filled="1"))
        page = self.post(contact, page.filled("referral.reported_back", outcome="partly_filled",
                                              filled="3"))
        self.assertIn("klaar met deze melding", page.words)
        self.assertNotIn("personeel@delinde.example", page.words)
        back = self.newest(number, "referral.reported_back")
        self.assertEqual(("partly_filled", 3), (back["outcome"], back["filled"]))
        self.assertEqual("deciding", self.client.get(f"/v1/requests/{number}").json["state"])
        self.assertEqual([], self.get(wsp).events)

    def test_the_contact_can_record_the_answer_of_the_wsp_and_give_the_request_back(self):
        number = self.referred()
        contact = self.mail_to(number, "referral")
        page = self.post(contact, self.get(contact).filled("referral.forwarded"))
        page = self.post(contact, page.filled("referral.wsp_responded"))
        self.assertEqual(WSP, self.newest(number, "referral.wsp_responded")["wsp"])
        page = self.post(contact, page.filled("referral.declined", reason="other_region",
                                              suggests="twente"))
        self.assertIn("teruggegeven", page.words)
        declined = self.newest(number, "referral.declined")
        self.assertEqual(("other_region", ["twente"]), (declined["reason"], declined["suggests"]))

    def test_looking_changes_nothing(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        version = self.get(path).filled("request.note", note="x")
        before = self.daemon.rows("SELECT count(*) AS n FROM journal")[0]["n"]
        for _ in range(3):
            self.get(path)
            head = self.client.call("HEAD", path)
            self.assertEqual((200, b""), (head.status, head.body))
        self.assertEqual(version, self.get(path).filled("request.note", note="x"))
        self.assertEqual(before, self.daemon.rows("SELECT count(*) AS n FROM journal")[0]["n"])
        for method in ("PUT", "DELETE", "PATCH"):
            self.assertEqual(405, self.client.call(method, path).status)

    def test_pressed_twice_is_recorded_once(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        page = self.get(path)
        for event, members in (("referral.feedback", {"filled": "1"}),
                               ("request.note", {"note": "Een opmerking."}),
                               ("referral.forwarded", {})):
            body = page.filled(event, **members)
            self.post(path, body)
            again = self.post(path, body)
            self.assertIn("niets dubbel vastgelegd", again.words)
            told = [one for one in self.journal_of(number) if one["event"] == event]
            self.assertEqual(1, len(told), event)
        # The same words of a page that was opened later are meant anew.
        later = self.get(path)
        self.post(path, later.filled("referral.feedback", filled="1"))
        told = [one["event"] for one in self.journal_of(number)]
        self.assertEqual(2, told.count("referral.feedback"))

    def test_what_somebody_else_did_meanwhile_is_told_kindly(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        page = self.get(path)
        self.recorded(number, "referral.forwarded", by="backup", region=REGION)
        shown = self.post(path, page.filled("referral.forwarded"), 409)
        self.assertIn("het was al gedaan", shown.words)
        self.assertIn("referral.wsp_responded", shown.events)
        self.recorded(number, "request.closed", outcome="withdrawn")
        shown = self.post(path, page.filled("referral.feedback", filled="1"), 409)
        self.assertIn("afgesloten", shown.words)
        self.assertEqual([], shown.events)
        self.assertNotIn("Zorghuis", shown.words)
        self.assertIn("afgesloten", self.get(path).words)

    def test_what_is_wrong_is_told_at_the_field_and_what_was_typed_stays(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        page = self.get(path)
        before = len(self.journal_of(number))
        typed = {"outcome": "partly_filled", "filled": "drie <b>", "note": "Zie \"bijlage\" & meer"}
        shown = self.post(path, page.filled("referral.reported_back", **typed), 400)
        self.assertTrue(shown.title.startswith("Fout: "))
        self.assertIn("#referral.reported_back-filled", shown.anchors)
        self.assertIn("Vul een heel getal in", shown.words)
        form = {one["name"]: one for one in shown.form_of("referral.reported_back")
                if one["kind"] != "radio" or one["checked"]}
        self.assertEqual(typed, {name: form[name]["value"] for name in typed})
        self.assertIn("Kies minstens één WSP",
                      self.post(path, page.filled("referral.forwarded", wsps=[]), 400).words)
        strange = self.post(path, page.filled("referral.forwarded", wsps=["wsp-twente"]), 400)
        self.assertIn("Dit past niet bij de melding", strange.words)
        self.assertEqual(before, len(self.journal_of(number)))

    def test_no_link_reaches_further_than_it_was_made_for(self):
        sites = [{"postcode": "5038 AB", "municipality": "Tilburg"},
                 {"postcode": "7511 AA", "municipality": "Enschede"}]
        number = self.referred(sites=sites)
        first, second = (self.mail_to(number, "referral", index) for index in (0, 1))
        page = self.get(first)
        other = "twente" if REGION in self.content(first) else REGION
        own = ({REGION, "twente"} - {other}).pop()
        self.post(first, page.filled("referral.feedback", filled="1", region=other, by="anna",
                                     request="NLWD-2026-000001"))
        told = self.newest(number, "referral.feedback")
        self.assertEqual((own, "regional_contact"), (told["region"], told["by"]))
        self.post(second, self.get(second).filled("referral.forwarded"))
        wsp = self.mail_to(number, "wsp_request")
        for event in (b"referral.forwarded", b"referral.reported_back", b"request.taken_up",
                      b"request.closed", b"daemon.stopped", b"", b"new_link"):
            shown = self.post(wsp, b"event=" + event + b"&outcome=filled&note=x", 400)
            self.assertIn("past niet bij uw link", shown.words)
        self.post(wsp, self.get(wsp).filled("referral.wsp_responded", wsp=f"wsp-{own}"))
        asked = self.newest(number, "referral.forwarded")["wsps"]
        self.assertEqual(asked, [self.newest(number, "referral.wsp_responded")["wsp"]])

    @staticmethod
    def content(path):
        encoded = path.rsplit("/", 1)[1].split(".")[0]
        return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()

    def test_a_link_that_is_not_ours_says_nothing(self):
        path = self.mail_to(self.referred(), "referral")
        token = path.rsplit("/", 1)[1]
        content, signature = token.split(".")
        changed = self.content(path).replace(REGION, "twente")
        forged = base64.urlsafe_b64encode(changed.encode()).decode().rstrip("=")
        bodies = set()
        for strange in (token[:-1], token + "A", content, f"{forged}.{signature}", "A" * 5000, "x",
                        f"{content}.", f".{signature}", token.swapcase(), "%00", "%C3%28",
                        f"{token}%0A"):
            for method in ("GET", "POST"):
                body = b"event=request.note&note=x" if method == "POST" else None
                answer = self.client.call(method, f"/antwoord/{strange}", body, FORM)
                self.page(answer, 404)
                bodies.add(answer.body)
        self.assertEqual(1, len(bodies))

    def test_what_no_browser_sends_is_refused(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        before = len(self.journal_of(number))
        self.post(path, b"{}", 415, {"content-type": "application/json"})
        self.post(path, b"event=request.note&note=" + b"a" * 17000, 413)
        for body in (b"note=%", b"note=%FF", b"note=%00", b"a=b&" * 300):
            self.post(path, body, 400)
        self.assertEqual(before, len(self.journal_of(number)))

    def test_what_strangers_write_stays_text(self):
        nasty = "<script>alert(1)</script> \u202e \"'&"
        number = self.referred(description=nasty, occupation="<img src=x>")
        page = self.get(self.mail_to(number, "referral"))
        self.assertIn("<script>alert(1)</script>", page.words)
        self.assertNotIn("\u202e", page.words)

    def test_the_style_is_our_own(self):
        answer = self.client.call("GET", "/antwoord.css")
        self.assertEqual((200, "text/css; charset=utf-8"),
                         (answer.status, answer.headers["content-type"]))
        self.assertNotIn(b"url(", answer.body)
        self.assertNotIn(b"@import", answer.body)

    def test_nobody_finds_a_token_in_logs_metrics_or_the_journal(self):
        path = self.mail_to(self.referred(), "referral")
        self.post(path, self.get(path).filled("request.note", note="Opmerking."))
        token = path.rsplit("/", 1)[1]
        told = [self.daemon.log(), self.client.call("GET", "/metrics").body.decode(),
                "\n".join(self.daemon.journal_lines("--personal"))]
        for text in told:
            self.assertNotIn(token[:20], text)
            self.assertNotIn(token[-20:], text)
        self.assertIn('"/antwoord/{token}"', told[1])

    @staticmethod
    def read(path):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        return mail.get_body(("plain",)).get_content()

    def test_mail_to_the_employer_has_no_link_but_that_of_its_one_question(self):
        number = self.referred()
        self.mail_to(number, "referral")
        for path in self.daemon.mails():
            kind = path.stem.split("-", 1)[1]
            if kind in ("confirmation", "status", "for_information"):
                links = links_of(path.read_bytes())
                asked = "?antwoord=ja" in self.read(path)
                self.assertEqual(2 if kind == "status" and asked else 0, len(links), path.name)


class Expired(AnswerTest):
    @classmethod
    def prepare(cls):
        Setting.change(cls.setting.config, "valid: 28d", "valid: 1s")

    def test_a_fresh_link_goes_to_the_address_of_the_old_one(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        time.sleep(1.1)
        page = self.get(path, 410)
        self.assertEqual(["new_link"], page.events)
        self.assertNotIn("Zorghuis", page.words)
        before = len(self.journal_of(number))
        late = self.post(path, b"event=referral.feedback&filled=1", 410)
        self.assertIn("niets vastgelegd", late.words)
        self.assertEqual(before, len(self.journal_of(number)))

        body = page.filled("new_link")
        self.assertIn("onderweg", self.post(path, body).words)
        queued = self.newest(number, "mail.queued")
        self.assertEqual("new_link", queued["template"])
        self.assertIn("al gemaild", self.post(path, body, 429).words)
        fresh = self.mail_to(number, "new_link")
        self.assertNotEqual(path, fresh)
        name = next(one for one in self.daemon.mails() if one.stem.endswith("new_link"))
        self.assertIn(f"contact@{REGION}.example", name.read_text(encoding="utf-8"))

        self.recorded(number, "request.closed", outcome="withdrawn")
        wait_for(lambda: self.client.call("GET", fresh).status == 410, "the fresh one expires too")
        self.post(fresh, body, 409)
        queued = [one["template"] for one in self.journal_of(number)
                  if one["event"] == "mail.queued"]
        self.assertEqual(1, queued.count("new_link"))


class Keys(AnswerTest):
    def test_a_new_key_in_front_leaves_old_links_alive_until_the_old_key_goes(self):
        number = self.referred()
        path = self.mail_to(number, "referral")
        old = "werktdoord demo key for links, not secret"
        new = "another key for links, not secret either"
        for keys, status in ((f'"{new}", "{old}"', 200), (f'"{new}"', 404)):
            self.daemon.stop()
            text = self.setting.config.read_text(encoding="utf-8")
            start = text.index("  keys: [")
            end = text.index("\n", start)
            self.setting.config.write_text(text[:start] + f"  keys: [ {keys} ]" + text[end:],
                                           encoding="utf-8")
            self.daemon.start()
            self.get(path, status)


class Digests(harness.unittest.TestCase):
    def test_every_line_of_a_digest_is_one_link_away_of_its_own_region(self):
        setting = Setting()
        self.addCleanup(setting.remove)
        sites = [{"postcode": "5038 AB", "municipality": "Tilburg"},
                 {"postcode": "7511 AA", "municipality": "Enschede"}]
        stimuli = [
            {"at": "2026-11-23T09:12:00+01:00", "submit": demand(sites=sites), "as": "a"},
            {"at": "2026-11-23T10:00:00+01:00", "request": "a", "event": "request.taken_up",
             "by": "anna"},
            {"at": "2026-11-23T10:05:00+01:00", "request": "a", "event": "request.referred",
             "by": "anna"}]
        path = setting.folder / "stimuli.jsonl"
        path.write_text("\n".join(map(json.dumps, stimuli)), encoding="utf-8")
        folder = setting.folder / "mails"
        done = run("simulate", "--config", setting.config, "--mail", folder, "--until",
                   "2026-11-24T12:00:00+01:00", path)
        self.assertEqual(0, done.returncode, done.stderr)
        regions = set()
        for mail in folder.glob("*digest_contact.eml"):
            for link in links_of(mail.read_bytes()):
                parts = ByLinksAlone.content(path_of(link)).split("/")
                self.assertEqual(parts[2], parts[4])
                self.assertEqual("regional_contact", parts[3])
                regions.add(parts[2])
        self.assertEqual({REGION, "twente"}, regions)
        team = sorted(folder.glob("*digest_team.eml"))
        self.assertTrue(team)
        parts = ByLinksAlone.content(path_of(links_of(team[-1].read_bytes())[0])).split("/")
        self.assertEqual("", parts[2])


if __name__ == "__main__":
    harness.main()
