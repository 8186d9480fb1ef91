"""POST /v1/intake: every row of the status table, and what is kept of it."""

import http.client
import json
import resource
import select
import signal
import socket
import time

import harness
from client import TEAM_TOKEN, demand, employer, envelope, new_id, signature
from harness import DaemonTest, events_of, wait_for

FIVE_MEGABYTES = 5 * 1024 * 1024


def body_of(data):
    return json.dumps(envelope(data)).encode()


def send_large(port, size):
    """Sends a body however large, and reads the answer that may come before its end."""
    with socket.create_connection(("127.0.0.1", port), timeout=harness.PATIENCE) as connection:
        head = (
            f"POST /v1/intake HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
            f"webhook-id: msg_large\r\nwebhook-timestamp: {int(time.time())}\r\n"
            f"webhook-signature: v1,AAAA\r\ncontent-length: {size}\r\n\r\n"
        )
        connection.sendall(head.encode())
        sent = 0
        while sent < size and not select.select([connection], [], [], 0)[0]:
            try:
                sent += connection.send(b" " * min(65536, size - sent))
            except OSError:
                break
        response = http.client.HTTPResponse(connection)
        response.begin()
        return response.status, response.getheader("content-type"), json.loads(response.read())


class Taken(DaemonTest):
    def test_201_tells_the_number_and_where_it_is(self):
        answer = self.assertStatus(201, self.client.submit(demand()))
        number = answer.json["request"]
        self.assertRegex(number, r"^NLWD-20\d\d-\d{6}$")
        self.assertEqual("registered", answer.json["state"])
        self.assertEqual(f"/v1/requests/{number}", answer.headers["location"])
        shown = self.assertStatus(200, self.client.get(answer.headers["location"])).json
        self.assertEqual(number, shown["request"])
        self.assertEqual("demand", shown["kind"])

    def test_200_repeats_the_body_and_does_nothing_twice(self):
        body, webhook_id = body_of(demand(description="Nogmaals.")), new_id()
        first = self.assertStatus(201, self.client.post_signed(body, webhook_id))
        number = first.json["request"]
        before = self.daemon.rows("SELECT count(*) AS n FROM requests")[0]["n"]
        self.recorded(number, "request.taken_up")
        again = self.assertStatus(200, self.client.post_signed(body, webhook_id))
        self.assertEqual(first.body, again.body)
        self.assertEqual(before, self.daemon.rows("SELECT count(*) AS n FROM requests")[0]["n"])
        self.assertEqual(1, events_of(self.journal_of(number)).count("request.registered"))

    def test_409_for_an_id_that_was_stored_with_another_body(self):
        webhook_id = new_id()
        self.submitted(demand(), webhook_id)
        self.assertStatus(409, self.client.submit(demand(headcount=5), webhook_id))

    def test_numbers_have_no_gaps_whatever_was_refused_between(self):
        first = self.submitted(demand())
        self.assertStatus(400, self.client.submit(demand(headcount=0)))
        self.assertStatus(401, self.client.post_signed(b"{}", signature="v1,AAAA"))
        second = self.submitted(demand())
        self.assertEqual(int(first[-6:]) + 1, int(second[-6:]))

    def test_unknown_members_are_kept(self):
        sent = demand(machines=["heftruck"], foundUsThrough={"what": "radio", "when": None})
        sent["employer"] = {**sent["employer"], "website": "https://delinde.example"}
        number = self.submitted(sent)
        kept = self.client.get(f"/v1/requests/{number}").json["data"]
        self.assertEqual(["heftruck"], kept["machines"])
        self.assertEqual({"what": "radio", "when": None}, kept["foundUsThrough"])
        self.assertEqual("https://delinde.example", kept["employer"]["website"])

    def test_unicode_comes_back_as_it_was_sent(self):
        name = "Łódź & Ñandú B.V. – Ελλάδα 日本 🏭"
        sent = demand(employer=employer(name, "contact@unicode.example"), occupation="crêpière")
        shown = self.client.get(f"/v1/requests/{self.submitted(sent)}").json["data"]
        self.assertEqual(name, shown["employer"]["name"])
        self.assertEqual("crêpière", shown["occupation"])

    def test_a_hundred_sites_are_taken_and_one_more_is_not(self):
        site = {"municipality": "Tilburg"}
        self.submitted(demand(sites=[site] * 100))
        answer = self.assertStatus(400, self.client.submit(demand(sites=[site] * 101)))
        self.assertEqual(["/data/sites"], answer.pointers())

    def test_cloud_events_in_structured_mode(self):
        webhook_id = new_id()
        event = {
            "specversion": "1.0",
            "id": webhook_id,
            "source": "urn:nld:oin:00000001234567890000:systeem:nlwerktdoor",
            "type": "nl.nlwerktdoor.request.submitted.v1",
            "time": "2026-11-23T09:12:00Z",
            "datacontenttype": "application/json",
            "data": demand(),
        }
        kind = "application/cloudevents+json; charset=utf-8"
        body = json.dumps(event).encode()
        answer = self.assertStatus(201, self.client.post_signed(body, webhook_id, kind))
        again = self.assertStatus(200, self.client.post_signed(body, webhook_id, kind))
        self.assertEqual(answer.body, again.body)
        other = self.client.post_signed(body, new_id(), kind)
        self.assertEqual(["/id"], self.assertStatus(400, other).pointers())

    def test_the_same_employer_kind_and_occupation_is_a_possible_duplicate(self):
        who = employer("Kwekerij De Halm", "kwekerij@dehalm.example", "90003099")
        first = self.submitted(demand(employer=who, occupation="plukker"))
        answer = self.assertStatus(201, self.client.submit(demand(employer=who, occupation="plukker")))
        self.assertEqual([first], answer.json["possibleDuplicates"])
        shown = self.client.get(answer.headers["location"]).json
        self.assertEqual([first], shown["possibleDuplicates"])
        other = self.client.submit(demand(employer=who, occupation="inpakker"))
        self.assertFalse(self.assertStatus(201, other).json.get("possibleDuplicates"))


class Registration(DaemonTest):
    """The order at registration, and requests that nobody can place."""

    def heads(self, number):
        """Names of the lines of a registration up to its mails; clocks with their name."""
        found = []
        for line in self.journal_of(number):
            if line["event"].startswith(("mail.", "alert.")):
                continue
            found.append(line["event"] + (":" + line["clock"] if "clock" in line else ""))
        return found

    def test_a_request_that_is_assessed_first(self):
        number = self.submitted(demand())
        expected = ["request.registered", "request.routed", "request.assigned"]
        self.assertEqual(expected + ["clock.started:take_up"], self.heads(number))
        lines = self.journal_of(number)
        mails = [line["template"] for line in lines if line["event"] == "mail.queued"]
        self.assertEqual({"confirmation", "new_request"}, set(mails))
        names = events_of(lines)
        self.assertLess(names.index("clock.started"), names.index("mail.queued"))

    def test_an_urgent_request_is_referred_at_once_region_by_region(self):
        sites = [{"municipality": "Tilburg"}, {"municipality": "Enschede"}]
        answer = self.client.submit(demand(urgency="urgent", sites=sites))
        self.assertEqual("referred", self.assertStatus(201, answer).json["state"])
        lines = [one for one in self.journal_of(answer.json["request"])
                 if not one["event"].startswith("mail.")]
        first = ["request.registered", "request.routed", "request.assigned", "clock.started",
                 "request.referred"]
        region = ["referral.sent"] + ["clock.started"] * 3
        self.assertEqual(first + region + region, events_of(lines))
        self.assertEqual("take_up", lines[3]["clock"])
        self.assertEqual("rules", lines[4]["by"])
        for start, key in ((5, "midden-brabant"), (9, "twente")):
            self.assertEqual([key] * 4, [line["region"] for line in lines[start : start + 4]])
            clocks = {line["clock"] for line in lines[start + 1 : start + 4]}
            self.assertEqual({"feedback", "forward", "report_back"}, clocks)

    def test_a_postcode_that_does_not_exist_is_registered_owned_and_on_its_clock(self):
        answer = self.client.submit(demand(sites=[{"postcode": "1234 AB"}]))
        number = self.assertStatus(201, answer).json["request"]
        expected = ["request.registered", "request.unroutable", "request.assigned"]
        self.assertEqual(expected + ["clock.started:take_up"], self.heads(number))
        shown = self.client.get(f"/v1/requests/{number}").json
        self.assertTrue(shown["owner"])
        self.assertEqual([0], [one["site"] for one in shown["route"]["unplaced"]])
        self.assertEqual(["take_up"], [one["clock"] for one in shown["clocks"]])
        listed = {one["request"]: one for one in self.client.get("/v1/requests").json["items"]}
        self.assertTrue(listed[number]["unplaced"])
        self.assertIn(number, [line.get("request") for line in self.daemon.journal()
                               if line["event"] == "request.unroutable"])
        self.recorded(number, "request.amended", data={"sites": [{"municipality": "Tilburg"}]})
        shown = self.client.get(f"/v1/requests/{number}").json
        self.assertEqual(["midden-brabant"], [p["region"] for p in shown["proposals"]])


class NotARequest(DaemonTest):
    def rejected(self, webhook_id):
        return self.daemon.rows("SELECT * FROM rejected WHERE webhook_id = ?", webhook_id)

    def test_every_problem_is_told_at_once_with_its_pointer(self):
        wrong = demand(kind="wish", headcount="four", sites=[{}, {"postcode": "nowhere"}],
                       hoursPerWeek=500, themes="zorg", urgency="now", consentToIntroduce="yes",
                       period={"from": "2026-12-31", "until": "soon"}, sector=86)
        wrong["employer"] = {"name": "", "kvkNumber": "12", "contact": {"email": "nobody"}}
        answer = self.assertStatus(400, self.client.submit(wrong))
        expected = {
            "/data/kind", "/data/headcount", "/data/sites/0", "/data/sites/1/postcode",
            "/data/hoursPerWeek", "/data/themes", "/data/urgency", "/data/consentToIntroduce",
            "/data/period/until", "/data/sector", "/data/employer/name",
            "/data/employer/kvkNumber", "/data/employer/contact/email",
            "/data/employer/contact/name",
        }
        self.assertEqual(expected, set(answer.pointers()))

    def test_what_is_no_event_is_refused_with_its_place(self):
        deep = b"[" * 5000 + b"]" * 5000
        twice = body_of(demand()).replace(b'"headcount": 4', b'"headcount": 4, "headcount": 9')
        self.assertIn(b'"headcount": 9', twice)
        for body, pointer in (
            (b"", ""), (b"{", ""), (b"[]", ""), (b'"x"', ""), (b"\xff\xfe{}", ""), (deep, ""),
            (b'{"type":"request.submitted"}', "/data"), (twice, "/data/headcount"),
            (b'{"type":"request.submitted","data":[]}', "/data"),
            (body_of(demand()).replace(b"request.submitted", b"request.sent"), "/type"),
        ):
            with self.subTest(body=body[:60]):
                answer = self.assertStatus(400, self.client.post_signed(body))
                self.assertIn(pointer, answer.pointers())
                self.assertTrue(all(error["detail"] for error in answer.json["errors"]))

    def test_an_email_address_cannot_bring_headers_of_its_own(self):
        for email in ("a@b.example\nBcc: c@d.example", "a@b.example\r\n", "a b@c.example", "@"):
            sent = demand(employer=employer("Regelbreuk", email))
            answer = self.assertStatus(400, self.client.submit(sent))
            self.assertEqual(["/data/employer/contact/email"], answer.pointers())

    def test_it_is_kept_once_per_id_and_body_mailed_and_mended_under_its_id(self):
        webhook_id = new_id()
        wrong, worse = body_of(demand(headcount=0)), body_of(demand(headcount=-1))
        since = len(self.daemon.journal_lines())
        for body in (wrong, wrong, worse, worse, wrong):
            self.assertStatus(400, self.client.post_signed(body, webhook_id))
        lines = self.daemon.journal("--since", since)
        kept = [line for line in lines if line["event"] == "request.rejected"]
        self.assertEqual(2, len(kept))
        self.assertEqual({"nlwerktdoor.nl"}, {line["source"] for line in kept})
        mails = [line for line in lines
                 if line["event"] == "mail.queued" and line["template"] == "rejected"]
        self.assertEqual(2, len(mails))
        self.assertEqual(1, sum(row["state"] == "open" for row in self.rejected(webhook_id)))
        self.submitted(demand(), webhook_id)
        self.assertEqual({"mended"}, {row["state"] for row in self.rejected(webhook_id)})
        self.assertStatus(409, self.client.post_signed(worse, webhook_id))

    def test_what_is_not_authentic_is_not_kept(self):
        webhook_id = new_id()
        self.assertStatus(401, self.client.post_signed(b"{", webhook_id, signature="v1,AAAA"))
        self.assertEqual([], self.rejected(webhook_id))


class NotBelieved(DaemonTest):
    def test_401_says_the_same_for_every_reason(self):
        body, now = body_of(demand()), int(time.time())
        good = signature(body, "msg_1", now)
        other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        answers = [
            self.client.post_signed(body, without=["webhook-id"]),
            self.client.post_signed(body, without=["webhook-timestamp"]),
            self.client.post_signed(body, without=["webhook-signature"]),
            self.client.post_signed(body, secret=other),
            self.client.post_signed(body, timestamp=now - 301),
            self.client.post_signed(body, timestamp=now + 330),
            self.client.post_signed(body, timestamp="soon"),
            self.client.post_signed(body, "msg_2", timestamp=now, signature=good),
            self.client.post_signed(body + b" ", "msg_1", timestamp=now, signature=good),
            self.client.post_signed(body, "msg_1", timestamp=now, signature=good[3:]),
            self.client.post_signed(body, "msg_1", timestamp=now, signature="v2" + good[2:]),
            self.client.call("POST", "/v1/intake", body, {
                "content-type": "application/json", "authorization": f"Bearer {TEAM_TOKEN}"}),
        ]
        for answer in answers:
            self.assertStatus(401, answer)
        self.assertEqual(1, len({answer.body for answer in answers}))
        several = f"v1,AAAA v1a,AAAA {signature(body, 'msg_3', now)}"
        self.assertStatus(201, self.client.post_signed(body, "msg_3", timestamp=now,
                                                       signature=several))

    def test_413_for_five_megabytes(self):
        status, content_type, told = send_large(self.setting.port, FIVE_MEGABYTES)
        self.assertEqual((413, "application/problem+json"), (status, content_type))
        self.assertEqual(413, told["status"])
        self.submitted(demand())

    def test_415_for_another_content_type(self):
        for kind in ("text/plain", "application/xml", "application/json; charset=latin1",
                     "application/x-www-form-urlencoded"):
            self.assertStatus(415, self.client.post_signed(body_of(demand()), None, kind))

    def test_only_post_submits(self):
        for method in ("GET", "PUT", "DELETE"):
            answer = self.assertStatus(405, self.client.call(method, "/v1/intake"))
            self.assertIn("POST", answer.headers["allow"])


class DiskFull(DaemonTest):
    """503: what cannot be stored is not acknowledged, and is safe to send again."""

    @classmethod
    def prepare(cls):
        # A write beyond the limit then fails as on a full disk, instead of ending the process.
        cls.daemon.before_exec = lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def limit(self, most):
        unlimited = resource.RLIM_INFINITY
        resource.prlimit(self.daemon.process.pid, resource.RLIMIT_FSIZE, (most, unlimited))

    def test_503_while_the_store_cannot_grow_and_201_afterwards(self):
        first = self.submitted(demand())
        body, webhook_id = body_of(demand(description="x" * 15_000)), new_id()
        self.limit(1)
        try:
            answer = self.assertStatus(503, self.client.post_signed(body, webhook_id))
            self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        finally:
            self.limit(resource.RLIM_INFINITY)
        wait_for(lambda: self.client.call("GET", "/readyz").status == 200, "it is ready again")
        taken = self.assertStatus(201, self.client.post_signed(body, webhook_id)).json["request"]
        self.assertEqual(int(first[-6:]) + 1, int(taken[-6:]))


if __name__ == "__main__":
    harness.main()
