"""POST /v1/requests/{number}/events: the whole route by HTTP, and what does not fit it."""

import datetime
import json

import harness
from client import READ_TOKEN, demand, employer
from harness import DaemonTest, events_of

REGION = "midden-brabant"


def instant(seconds):
    """An instant so many seconds from now."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return (now + datetime.timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def offer(**changes):
    who = employer("Hotel De Kade", "personeel@dekade.example", "90003055")
    return demand(kind="offer", employer=who, **changes)


class Route(DaemonTest):
    """One request all the way, and what each step leaves open."""

    def clocks(self, shown):
        """The open clocks of a request, as name or name:region."""
        found = [one["clock"] for one in shown["clocks"] if one["state"] in ("running", "missed")]
        for referral in shown["referrals"]:
            found += [f"{one['clock']}:{referral['region']}" for one in referral["clocks"]
                      if one["state"] in ("running", "missed")]
        return sorted(found)

    def test_the_whole_route(self):
        number = self.submitted(demand())
        at = self.recorded(number, "request.taken_up", note="Gebeld.")
        self.assertEqual(("taken_up", "anna", ["assess"]),
                         (at["state"], at["owner"], self.clocks(at)))
        at = self.recorded(number, "request.referred")
        self.assertEqual("referred", at["state"])
        sent = [f"feedback:{REGION}", f"forward:{REGION}", f"report_back:{REGION}"]
        self.assertEqual(sent, self.clocks(at))
        contact = {"by": "regional_contact", "region": REGION}
        at = self.recorded(number, "referral.forwarded", **contact, inform=["wsp_manager"])
        waiting = [f"feedback:{REGION}", f"report_back:{REGION}", f"wsp_response:{REGION}"]
        self.assertEqual(waiting, self.clocks(at))
        at = self.recorded(number, "referral.wsp_responded", by="wsp", region=REGION)
        self.assertEqual([f"feedback:{REGION}", f"report_back:{REGION}"], self.clocks(at))
        at = self.recorded(number, "referral.feedback", **contact, filled=1)
        self.assertEqual(([f"report_back:{REGION}"], 1), (self.clocks(at), at["filled"]))
        at = self.recorded(number, "referral.reported_back", **contact, outcome="partly_filled",
                           filled=3)
        self.assertEqual(("deciding", ["decide"], 3), (at["state"], self.clocks(at), at["filled"]))
        at = self.recorded(number, "request.closed", outcome="partly_filled", case="Drie van vier.")
        self.assertEqual(("closed", [], "partly_filled"),
                         (at["state"], self.clocks(at), at["outcome"]))
        at = self.recorded(number, "request.reopened", reason="De vierde plaats is weer open.")
        self.assertEqual(("deciding", ["decide"]), (at["state"], self.clocks(at)))
        told = [name for name in events_of(self.journal_of(number))
                if name.startswith(("request.", "referral.")) and name != "request.reassigned"]
        self.assertEqual([
            "request.registered", "request.routed", "request.assigned", "request.taken_up",
            "request.referred", "referral.sent", "referral.forwarded", "referral.wsp_responded",
            "referral.feedback", "referral.reported_back", "request.deciding", "request.closed",
            "request.reopened", "request.deciding",
        ], told)  # request.reassigned only when anna is not on duty today

    def test_a_declined_referral_goes_back_and_to_the_region_it_suggests(self):
        number = self.submitted(demand())
        self.recorded(number, "request.taken_up")
        self.recorded(number, "request.referred")
        at = self.recorded(number, "referral.declined", by="regional_contact", region=REGION,
                           reason="other_region", suggests=["west-brabant"])
        self.assertEqual(("deciding", ["decide"]), (at["state"], self.clocks(at)))
        self.assertStatus(400, self.client.event(number, "request.referred", "anna"))
        at = self.recorded(number, "request.referred", regions=["west-brabant"])
        self.assertEqual(["declined", "open"], [one["state"] for one in at["referrals"]])

    def test_a_wsp_that_is_not_the_right_one_leaves_room_for_another(self):
        number = self.submitted(demand())
        self.recorded(number, "request.taken_up")
        self.recorded(number, "request.referred")
        contact = {"by": "backup", "region": REGION}
        self.recorded(number, "referral.forwarded", **contact)
        again = self.client.event(number, "referral.forwarded", wsps=["wsp-midden-brabant"],
                                  **contact)
        self.assertStatus(409, again)
        self.assertStatus(400, self.client.event(number, "referral.forwarded", **contact))
        at = self.recorded(number, "referral.wsp_withdrawn", wsp="wsp-midden-brabant",
                           reason="Niet de juiste branche.", **contact)
        self.assertEqual(["feedback:" + REGION, "forward:" + REGION, "report_back:" + REGION],
                         self.clocks(at))

    def test_an_introduction_needs_two_kinds_and_consent(self):
        wanted, given = self.submitted(demand()), self.submitted(offer())
        own = self.submitted(demand(kind="offer"))
        shy = self.submitted(offer(consentToIntroduce=False))
        for number in (wanted, given, own, shy):
            self.recorded(number, "request.taken_up")
        introduce = lambda other: self.client.event(wanted, "request.introduced", "anna",
                                                    with_=other)
        refused = self.assertStatus(400, introduce(shy))
        self.assertIn(shy, refused.body.decode())
        self.assertStatus(409, introduce(own))
        self.assertStatus(400, introduce("NLWD-2026-999999"))
        self.assertEqual("introduced", self.assertStatus(201, introduce(given)).json["state"])
        other = self.client.get(f"/v1/requests/{given}").json
        self.assertEqual(("introduced", wanted, ["follow_up"]),
                         (other["state"], other["introductions"][0]["with"], self.clocks(other)))
        at = self.recorded(wanted, "request.followed_up", outcome="works", filled=4)
        self.assertEqual("deciding", at["state"])
        self.recorded(wanted, "request.closed", outcome="filled")
        self.assertEqual("deciding", self.client.get(f"/v1/requests/{given}").json["state"])

    def test_an_amendment_is_routed_anew_and_open_referrals_stay(self):
        number = self.submitted(demand())
        self.recorded(number, "request.taken_up")
        self.recorded(number, "request.referred")
        at = self.recorded(number, "request.amended",
                           data={"sites": [{"municipality": "Enschede"}], "period": None})
        self.assertEqual(["twente"], [one["region"] for one in at["proposals"]])
        self.assertEqual(["open"], [one["state"] for one in at["referrals"]])
        self.assertIn("decide", self.clocks(at))
        at = self.recorded(number, "request.continued")
        self.assertNotIn("decide", self.clocks(at))
        for data in ({"kind": "offer"}, {"headcount": None}, {"headcount": 0}, {"sites": []}):
            self.assertStatus(400, self.client.event(number, "request.amended", "anna", data=data))

    def test_a_duplicate_names_whose(self):
        first, second = self.submitted(demand()), self.submitted(demand())
        close = lambda **more: self.client.event(second, "request.closed", "anna",
                                                 outcome="duplicate", **more)
        self.assertEqual(["/of"], self.assertStatus(400, close()).pointers())
        at = self.assertStatus(201, close(of=first)).json
        self.assertEqual(first, at["duplicateOf"])


class NotFitting(DaemonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.number = cls.client.submit(demand()).json["request"]

    def refused(self, status, event, by="anna", number=None, **members):
        answer = self.client.event(number or self.number, event, by, **members)
        return self.assertStatus(status, answer)

    def test_409_names_the_state_and_the_events_that_fit(self):
        for event in ("request.referred", "request.continued", "request.introduced",
                      "request.followed_up", "request.reopened"):
            members = {"request.introduced": {"with_": "NLWD-2026-000001"},
                       "request.followed_up": {"outcome": "works"},
                       "request.reopened": {"reason": "x"}}.get(event, {})
            told = self.refused(409, event, **members).json
            self.assertEqual("registered", told["state"])
            self.assertEqual({"request.taken_up", "request.amended", "request.reassigned",
                              "request.note", "request.closed"}, set(told["fits"]))

    def test_400_tells_every_problem(self):
        self.assertEqual(["/by", "/happenedAt", "/remark"],
                         self.refused(400, "request.taken_up", by="", happenedAt="yesterday",
                                      remark="x").pointers())
        for event, members in (
            ("request.takenup", {}), ("clock.missed", {}), ("request.closed", {}),
            ("request.closed", {"outcome": "finished"}), ("request.reassigned", {"to": "zoe"}),
            ("request.reassigned", {}), ("request.note", {}),
            ("request.note", {"note": "x", "by": "zoe"}),
            ("request.note", {"note": "x", "by": "rules"}),
            ("request.taken_up", {"by": "wsp"}), ("request.taken_up", {"by": "regional_contact"}),
            ("request.closed", {"by": "employer", "outcome": "filled"}),
            ("request.note", {"note": "x", "by": "wsp"}),
            ("request.taken_up", {"happenedAt": instant(3600)}),
            ("request.taken_up", {"happenedAt": instant(-3600)}),
        ):
            with self.subTest(event, **members):
                answer = self.refused(400, event, **{"by": "anna", **members})
                self.assertTrue(answer.json["errors"])
        self.assertEqual("registered",
                         self.client.get(f"/v1/requests/{self.number}").json["state"])

    def test_400_for_what_is_no_json_object(self):
        twice = b'{"event":"request.note","by":"anna","note":"a","note":"b"}'
        for body in (b"", b"{", b"[]", b"null", twice):
            self.assertStatus(400, self.client.post_event(self.number, body))
        self.assertStatus(415, self.client.post_event(self.number, b"{}", content_type="text/plain"))

    def test_404_for_a_request_that_does_not_exist(self):
        for number in ("NLWD-2026-999999", "NLWD-1999-000001", "1", "x%2f..", "NLWD-2026-1"):
            self.refused(404, "request.note", number=number, note="x")
            self.assertStatus(404, self.client.get(f"/v1/requests/{number}"))
            self.assertStatus(404, self.client.get(f"/v1/requests/{number}/journal"))
        self.assertStatus(404, self.client.get("/v1/nothing"))
        self.assertStatus(404, self.client.get("/"))

    def test_401_without_a_token_and_403_for_a_reader_that_records(self):
        for token in ("", "wrong", "demo-team-toke", "demo-team-tokenn"):
            answer = self.refused(401, "request.note", token=token, note="x")
            self.assertIn("Bearer", answer.headers["www-authenticate"])
            for path in ("/v1/requests", f"/v1/requests/{self.number}", "/v1/deadlines",
                         "/v1/regions", "/v1/roster"):
                self.assertStatus(401, self.client.get(path, token))
        self.refused(403, "request.note", token=READ_TOKEN, note="x")
        basic = {"authorization": "Basic demo-team-token"}
        self.assertStatus(401, self.client.call("GET", "/v1/requests", headers=basic))

    def test_an_idempotency_key_makes_a_repeat_harmless(self):
        note = {"key": "4f1c", "note": "Eenmaal."}
        send = lambda **more: self.client.event(self.number, "request.note", "anna",
                                                **{**note, **more})
        notes = lambda: events_of(self.journal_of(self.number)).count("request.note")
        before = notes()
        first, second = send(), send()
        self.assertStatus(201, second)
        self.assertEqual(first.body, second.body)
        self.assertEqual(first.headers["location"], second.headers["location"])
        self.assertStatus(409, send(note="Anders."))
        other = self.client.submit(demand()).json["request"]
        answer = self.client.event(other, "request.note", "anna", **note)
        self.assertIn("another request", self.assertStatus(409, answer).json["detail"])
        nowhere = "NLWD-2026-099999"
        self.assertStatus(404, self.client.event(nowhere, "request.note", "anna", **note))
        self.assertEqual(before + 1, notes())

    def test_only_its_methods(self):
        answer = self.client.call("GET", f"/v1/requests/{self.number}/events",
                                  headers={"authorization": f"Bearer {READ_TOKEN}"})
        self.assertStatus(405, answer)

    def test_free_text_stays_out_of_the_journal_unless_asked_for(self):
        number = self.submitted(demand())
        self.recorded(number, "request.note", note="Vertrouwelijk gesprek.")
        (line,) = [one for one in self.journal_of(number) if one["event"] == "request.note"]
        self.assertRegex(line["note"], r"^sha256:")
        done = harness.run("journal", "--config", self.setting.config, "--personal")
        shown = [json.loads(one) for one in done.stdout.splitlines()]
        self.assertIn("Vertrouwelijk gesprek.", [one.get("note") for one in shown])
        self.assertNotIn("Vertrouwelijk", "\n".join(self.daemon.journal_lines()))


if __name__ == "__main__":
    harness.main()
