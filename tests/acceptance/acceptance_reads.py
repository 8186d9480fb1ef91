"""What the API lets a person read, and a reload of the rules while it runs."""

import datetime
import re
from urllib.parse import quote

import harness
from client import demand, employer
from harness import DaemonTest, events_of, wait_for
from acceptance_events import offer

SAMPLE = re.compile(r'^([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="(?:[^"\\]|\\.)*",?)*)\})? (\S+)$')
INSTANT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$"


class Lists(DaemonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        client = cls.client
        cls.numbers = []
        for count in range(5):
            who = employer(f"Zorghuis {count}", f"post{count}@zorghuis.example")
            data = demand(employer=who, occupation="kok" if count == 3 else "verpleegkundige")
            cls.numbers.append(client.submit(data).json["request"])
        cls.offer = client.submit(offer(sites=[{"municipality": "Enschede"}])).json["request"]
        cls.lost = client.submit(demand(sites=[{"postcode": "1234 AB"}])).json["request"]
        cls.all = [*cls.numbers, cls.offer, cls.lost]
        cls.taken, cls.closed = cls.numbers[0], cls.numbers[1]
        client.event(cls.taken, "request.taken_up", "dina")
        client.event(cls.closed, "request.closed", "dina", outcome="withdrawn")

    def found(self, query):
        answer = self.assertStatus(200, self.client.get("/v1/requests" + query))
        return [one["request"] for one in answer.json["items"]]

    def test_filters(self):
        owner = self.client.get(f"/v1/requests/{self.lost}").json["owner"]
        owned = [one for one in self.all
                 if self.client.get(f"/v1/requests/{one}").json["owner"] == owner]
        for query, expected in (
            ("", self.all), ("?state=taken_up", [self.taken]), ("?state=closed", [self.closed]),
            ("?kind=offer", [self.offer]), ("?region=twente", [self.offer]),
            ("?region=midden-brabant&state=registered", self.numbers[2:]),
            ("?owner=" + owner, owned), ("?owner=nobody", []), ("?clock=missed", []),
            ("?clock=warned", []), ("?q=kok", [self.numbers[3]]),
            ("?q=" + quote("zorghuis kok"), [self.numbers[3]]), ("?q=" + self.offer, [self.offer]),
            ("?kind=demand&q=%25", []), ("?state=closed&kind=offer", []),
        ):
            with self.subTest(query):
                self.assertEqual(expected, self.found(query))

    def test_pages(self):
        seen, cursor = [], ""
        for _ in self.all:
            page = self.client.get(f"/v1/requests?limit=2{cursor}").json
            self.assertLessEqual(len(page["items"]), 2)
            seen += [one["request"] for one in page["items"]]
            if "next" not in page:
                break
            cursor = "&cursor=" + quote(page["next"])
        self.assertEqual(self.all, seen)
        path = f"/v1/requests/{self.taken}/journal"
        whole = self.client.get(path).json["items"]
        first = self.client.get(path + "?limit=2").json
        rest = self.client.get(f"{path}?cursor={quote(first['next'])}").json["items"]
        self.assertEqual(whole[:2], first["items"])
        self.assertEqual(whole[2:], rest[: len(whole) - 2])

    def test_400_for_a_query_that_is_not_right(self):
        for query, pointer in (
            ("?state=asleep", "state"), ("?kind=wish", "kind"), ("?clock=late", "clock"),
            ("?limit=0", "limit"), ("?limit=501", "limit"), ("?limit=x", "limit"),
            ("?cursor=zzz", "cursor"), ("?colour=red", "colour"), ("?state=closed&state=closed", "state"),
        ):
            answer = self.assertStatus(400, self.client.get("/v1/requests" + query))
            self.assertEqual(["?" + pointer], answer.pointers(), query)

    def test_a_row_and_a_request_tell_the_same(self):
        rows = {one["request"]: one for one in self.client.get("/v1/requests").json["items"]}
        for number in self.all:
            row, shown = rows[number], self.client.get(f"/v1/requests/{number}").json
            for name in ("state", "kind", "owner", "registeredAt"):
                self.assertEqual(shown[name], row[name])
            self.assertRegex(row["registeredAt"], INSTANT)
            self.assertEqual(shown["data"]["employer"]["name"], row["employer"])
            self.assertEqual(number == self.lost, row["unplaced"])
            self.assertEqual(number != self.closed, "nextDueAt" in row)

    def test_deadlines_are_those_of_the_open_clocks_earliest_first(self):
        items = self.assertStatus(200, self.client.get("/v1/deadlines")).json["items"]
        self.assertEqual(sorted(one["dueAt"] for one in items), [one["dueAt"] for one in items])
        self.assertEqual(sorted(set(self.all) - {self.closed}),
                         sorted(one["request"] for one in items))
        self.assertEqual({"take_up", "assess"}, {one["clock"] for one in items})
        self.assertEqual([], self.client.get("/v1/deadlines?until=2020-01-01T00:00:00Z").json["items"])
        paged, cursor = [], ""
        while cursor is not None:
            page = self.client.get("/v1/deadlines?limit=2" + cursor).json
            paged += page["items"]
            cursor = "&cursor=" + page["next"] if "next" in page else None
        self.assertEqual(items, paged)
        self.assertStatus(400, self.client.get("/v1/deadlines?cursor=bm9uc2Vuc2U"))
        self.assertStatus(400, self.client.get("/v1/deadlines?until=soon"))

    def test_regions_and_roster(self):
        regions = self.assertStatus(200, self.client.get("/v1/regions")).json["items"]
        self.assertEqual(35, len(regions))
        self.assertTrue(all(one["wsps"] and one["contact"]["email"] for one in regions))
        roster = self.assertStatus(200, self.client.get("/v1/roster")).json
        self.assertIn(roster["onDuty"], ("anna", "bram", "chris", "dina"))
        week = dict(zip(range(5), ("anna", "bram", "chris", "dina", "bram")))
        for day in roster["days"]:
            weekday = datetime.date.fromisoformat(day["date"]).weekday()
            if day["workingDay"]:
                self.assertEqual(week[weekday], day["onDuty"])
            else:
                self.assertTrue(day["why"])

    def test_health_and_metrics(self):
        self.assertEqual(200, self.client.call("GET", "/healthz").status)
        self.assertEqual(200, self.client.call("GET", "/readyz").status)
        answer = self.client.call("GET", "/metrics")
        self.assertEqual(200, answer.status)
        self.assertIn("text/plain", answer.headers["content-type"])
        samples = {}
        for line in answer.body.decode().splitlines():
            if line.startswith("#") or not line:
                continue
            self.assertRegex(line, SAMPLE)
            name, labels, value = SAMPLE.match(line).groups()
            samples[name, labels or ""] = float(value)
        self.assertEqual(1, samples["werktdoord_ready", ""])
        stored = sum(value for (name, labels), value in samples.items()
                     if name == "werktdoord_intake_requests_total" and 'result="stored"' in labels)
        self.assertEqual(len(self.all), stored)
        registered = 'event="request.registered"'
        self.assertEqual(len(self.all),
                         samples["werktdoord_journal_events_total", registered])
        self.assertIn("werktdoord_outbox_open_mails", {name for name, _ in samples})

    def test_openapi_tells_of_every_path(self):
        answer = self.assertStatus(200, self.client.get("/v1/openapi.json", token=None))
        paths = answer.json["paths"]
        for method, path in (
            ("post", "/v1/intake"), ("post", "/v1/requests/{number}/events"),
            ("get", "/v1/requests"), ("get", "/v1/requests/{number}"),
            ("get", "/v1/requests/{number}/journal"), ("get", "/v1/deadlines"),
            ("get", "/v1/regions"), ("get", "/v1/roster"), ("get", "/healthz"),
            ("get", "/readyz"), ("get", "/metrics"), ("get", "/v1/openapi.json"),
        ):
            self.assertIn(method, paths.get(path, {}), path)
        for path, methods in paths.items():
            for method in set(methods) & {"get", "post"}:
                answer = self.client.call(method.upper(), path.replace("{number}", self.taken))
                self.assertNotIn(answer.status, (404, 405), f"{method} {path} is not served")


class Reload(DaemonTest):
    def loads(self):
        return events_of(self.daemon.journal()).count("rules.loaded")

    def contact(self):
        regions = self.client.get("/v1/regions").json["items"]
        return next(one for one in regions if one["key"] == "midden-brabant")["contact"]["email"]

    def rules(self, name):
        return self.setting.folder / "rules" / name

    def refused(self):
        return self.daemon.log().count("rules.refused")

    def test_a_changed_contact_counts_and_a_broken_file_does_not(self):
        before, regions = self.loads(), self.rules("regions.yaml")
        self.setting.change(regions, "contact@midden-brabant.example", "nieuw@midden-brabant.example")
        self.daemon.reload()
        wait_for(lambda: self.contact() == "nieuw@midden-brabant.example", "the new contact")
        wait_for(lambda: self.loads() == before + 1, "rules.loaded in the journal")
        good, told = regions.read_text(encoding="utf-8"), self.refused()
        for wrong in (good.replace("    code: AM26\n", "    kode: AM26\n"), "regions: [\n",
                      good.replace("email: nieuw@midden-brabant.example", "email: niemand")):
            regions.write_text(wrong, encoding="utf-8")
            self.daemon.reload()
            told += 1
            wait_for(lambda: self.refused() == told, "the log says that the rules were refused")
            self.assertEqual("nieuw@midden-brabant.example", self.contact())
        self.assertIn("regions.yaml:", self.daemon.log())
        regions.write_text(good, encoding="utf-8")
        self.assertEqual(before + 1, self.loads())
        self.submitted(demand())

    def test_a_region_with_open_work_cannot_be_removed(self):
        self.submitted(demand(urgency="urgent", sites=[{"municipality": "Enschede"}]))
        told, calendar = self.refused(), self.rules("regions.yaml")
        good = calendar.read_text(encoding="utf-8")
        calendar.write_text(good.replace("      werkplein-twente:", "      werkplein-nieuw:"),
                            encoding="utf-8")
        number = self.submitted(demand(sites=[{"municipality": "Enschede"}]))
        self.recorded(number, "request.taken_up")
        self.recorded(number, "request.referred")
        self.recorded(number, "referral.forwarded", by="regional_contact", region="twente")
        self.daemon.reload()
        wait_for(lambda: self.refused() > told, "the log says that the rules were refused")
        self.assertIn("werkplein-twente", self.daemon.log())
        calendar.write_text(good, encoding="utf-8")

    def test_a_closed_day_moves_the_running_clocks(self):
        number = self.submitted(demand())
        (clock,) = self.client.get(f"/v1/requests/{number}").json["clocks"]
        day = clock["dueAt"][:10]
        calendar = self.rules("calendar.yaml")
        self.setting.change(calendar, "closed: []", f"closed: [{day}]")
        self.daemon.reload()
        due = lambda: self.client.get(f"/v1/requests/{number}").json["clocks"][0]["dueAt"]
        wait_for(lambda: due() > clock["dueAt"], "the clock moved")
        (moved,) = [one for one in self.journal_of(number) if one["event"] == "clock.moved"]
        self.assertEqual((clock["dueAt"], due()), (moved["oldDue"], moved["due"]))
        self.setting.change(calendar, f"closed: [{day}]", "closed: []")
        self.daemon.reload()
        wait_for(lambda: due() == clock["dueAt"], "the clock moved back")


if __name__ == "__main__":
    harness.main()
