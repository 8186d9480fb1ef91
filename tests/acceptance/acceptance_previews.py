"""Every kind of mail with made-up values: complete as text, and readable by everybody as HTML."""

import email
import email.policy
import pathlib
import re
import tempfile
import unittest

import harness
from browser_client import Browser
from harness import REPO, run

TEMPLATES = sorted({path.name.split(".")[0]
                    for path in (REPO / "config" / "templates").glob("*.mustache")})
# How many answer links a preview shows where it is not one.
LINKS = {"closing": 2, "closing_partner": 0, "for_information": 0, "introduction": 0, "status": 2,
         "report": 0, "alerts": 2, "digest_contact": 6, "digest_team": 9,
         "new_request": 2}


class Mails(unittest.TestCase):
    """Every kind of mail with made-up values, as `mail preview` writes it."""

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.mails = {kind: cls.preview(kind) for kind in TEMPLATES}

    @staticmethod
    def preview(kind):
        done = run("mail", "preview", kind, "--format", "eml", "--config",
                   REPO / "config" / "werktdoord.yaml")
        assert done.returncode == 0, done.stderr
        return email.message_from_string(done.stdout, policy=email.policy.default)

    def opened(self, name, html):
        path = pathlib.Path(self.folder.name) / f"{name}.html"
        path.write_text(html, encoding="utf-8")
        return self.browser.page("open", url=path.as_uri())

    def test_each_is_readable_by_everybody(self):
        for kind, mail in self.mails.items():
            with self.subTest(kind):
                page = self.opened(kind, mail.get_body(("html",)).get_content())
                self.assertEqual([], page.console)
                self.assertEqual([page.url], page.asked, "nothing is fetched from elsewhere")
                self.assertEqual([], self.browser.do("audit", name=f"mail-{kind}"))

    def test_the_audit_finds_what_is_wrong(self):
        self.opened("bad", "<!DOCTYPE html><title>x</title><style>body { background: #222 }</style>"
                           "<main><p>dark on dark<p style='width: 700px'>wide<input></main>")
        found = "\n".join(self.browser.do("audit", name="bad"))
        for words in ("light: color-contrast", "dark: color-contrast", "html-has-lang", "label",
                      "320 px: ", "text at 200 %: "):
            self.assertIn(words, found)

    def test_the_text_alone_says_all_that_the_html_says(self):
        for kind, mail in self.mails.items():
            plain = mail.get_body(("plain",)).get_content()
            with self.subTest(kind):
                self.assertNotRegex(plain, r"\n\n\n|[ \t]\n|\{\{|</|_up|_contact|_partner")
                self.assertTrue(plain.startswith("Beste "))
                page = self.opened(kind, mail.get_body(("html",)).get_content())
                told = set(re.findall(r"[\w.@€-]+", plain.lower()))
                lost = [word for word in re.findall(r"[\w.@€-]+", page.text.lower())
                        if word.strip(".") not in {one.strip(".") for one in told}]
                # The heading of the HTML stands in the subject; only HTML has numbers to click on.
                known = mail["Subject"].lower() + " klik nummer om geven"
                self.assertEqual([], [word for word in lost if word.strip(".") not in known])

    def test_a_digest_has_its_lists_in_order_and_every_line_says_all(self):
        headings = ["Te laat", "Moet vóór het volgende overzicht klaar", "Nieuw", "Loopt",
                    "Afgesloten sinds het vorige overzicht"]
        line = (r"- NLWD-2026-\d+: \d+ × [^\n]+, (Tilburg|Waalwijk)\n"
                r"  Wacht op: de terugmelding, uiterlijk dinsdag 24 november 2026, 10:12 uur\n"
                r"  Sinds: maandag 16 november 2026 \(7 dagen\)\n"
                r"  (Werkgever|Aan zet): Zorghuis De Linde\n  https://\S+\n")
        # What is closed waits for nothing, and for nobody of the team.
        row = (r"VORIGE OVERZICHT\n- NLWD-2026-\d+: [^\n]+\n"
               r"  Sinds: maandag 16 november 2026 \(7 dagen\)\n")
        over = {"digest_contact": row + r"  Werkgever: Zorghuis De Linde\n  https://\S+\n",
                "digest_team": row + r"  https://\S+\n"}
        for kind in ("digest_contact", "digest_team"):
            mail = self.mails[kind]
            html = mail.get_body(("html",)).get_content()
            plain = mail.get_body(("plain",)).get_content()
            for text, found in ((html, [f"<h2>{one}</h2>" for one in headings]),
                                (plain, [f"\n{one.upper()}\n" for one in headings])):
                places = [text.index(one) for one in found]
                self.assertEqual(sorted(places), places)
            self.assertEqual(5, len(re.findall(line, plain)), plain)
            self.assertRegex(plain, over[kind])

    def test_each_that_asks_something_has_one_link_to_answer(self):
        for kind, mail in self.mails.items():
            for part in ("plain", "html"):
                text = mail.get_body((part,)).get_content()
                count = text.count("https://werkt.nlwerktdoor.example/voorbeeld")
                with self.subTest(kind, part=part):
                    self.assertEqual(LINKS.get(kind, 1), count)

    def test_no_subject_holds_what_is_personal(self):
        for kind, mail in self.mails.items():
            with self.subTest(kind):
                source = REPO / "config" / "templates" / f"{kind}.subject.mustache"
                names = set(re.findall(r"\{\{[#^/]?(\w+)\}\}", source.read_text("utf-8")))
                self.assertLessEqual(names, {"number", "kind_nl", "kind_new_nl", "region_nl",
                                             "clock_nl", "step_nl", "day", "alerts_count", "period"})
                for words in ("Marga", "Iersel", "Linde", "@", "+31", "Anna", "verpleegkundige"):
                    self.assertNotIn(words, mail["Subject"])


if __name__ == "__main__":
    harness.main()
