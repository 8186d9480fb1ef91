"""The requests of requests/ through the intake, and signatures that other makers made."""

import json
import os
import re
import subprocess
import time
import unittest

import harness
from client import SECRET, Client, demand, envelope, new_id, signature
from harness import DaemonTest, events_of

VECTORS = harness.REPO / "tests" / "codec" / "data" / "standard-webhooks-vectors.json"
ROW = re.compile(r"^\| `(?P<file>[\w-]+\.json)` \|[^|]*\| (?P<rules>[^|]*) \| (?P<regions>[^|]*) \|$")


def promises():
    """What requests/README.md says of each file: its rules and regions."""
    readme = (harness.REQUESTS / "README.md").read_text(encoding="utf-8")
    return {found["file"]: (found["rules"], found["regions"])
            for found in map(ROW.match, readme.splitlines()) if found}


class Requests(DaemonTest):
    def test_the_readme_tells_of_every_file(self):
        self.assertEqual(sorted(path.name for path in harness.REQUESTS.glob("*.json")),
                         sorted(promises()))

    def test_each_is_taken_and_goes_where_the_readme_says(self):
        numbers = []
        for name, (rules, regions) in sorted(promises().items()):
            with self.subTest(name):
                body = (harness.REQUESTS / name).read_bytes()
                number = self.assertStatus(201, self.client.post_signed(body)).json["request"]
                numbers.append(number)
                self.check_route(self.journal_of(number)[1], rules, regions)
                sent, shown = json.loads(body)["data"], self.client.get(f"/v1/requests/{number}")
                self.assertEqual(sent, shown.json["data"])
        first = int(numbers[0][-6:])
        self.assertEqual(list(range(first, first + 34)), [int(one[-6:]) for one in numbers])

    def check_route(self, line, rules, regions):
        if rules == "none: unroutable":
            self.assertEqual("request.unroutable", line["event"])
            self.assertEqual("none", regions)
            return
        self.assertEqual("request.routed", line["event"])
        self.assertEqual(rules.split(", "), line["rules"])
        many = re.match(r"all (\d+) regions", regions)
        if many:
            self.assertEqual(int(many[1]), len(set(line["regions"])))
        else:
            self.assertEqual(regions.split(", "), sorted(line["regions"]))

    def test_what_else_the_readme_promises(self):
        for name in ("care-urgent", "care-urgent-two-wsps", "night-before-christmas"):
            lines = self.registered(name)
            self.assertEqual(("crisis", "immediately"), (lines[1]["policy"], lines[1]["mode"]))
            self.assertIn("referral.sent", events_of(lines))
        for name in ("logistics-parcels", "food-chain"):
            lines = self.registered(name)
            self.assertEqual(("crisis", "after_assessment"), (lines[1]["policy"], lines[1]["mode"]))
        self.assertEqual(["podium24", "wsp-parkstad"], self.wsps("care-urgent-two-wsps"))
        self.assertEqual(["wsp-kop-van-noord-holland"], self.wsps("texel-hotel"))
        line = self.registered("partly-unknown")[1]
        self.assertEqual(1, len(line["unplaced"]))
        self.assertIn("Breda", json.dumps(self.registered("postcode-and-municipality-differ")[1]))

    def registered(self, name):
        body = (harness.REQUESTS / f"{name}.json").read_bytes()
        number = self.assertStatus(201, self.client.post_signed(body)).json["request"]
        return self.journal_of(number)

    def wsps(self, name):
        number = self.registered(name)[0]["request"]
        (proposal,) = self.client.get(f"/v1/requests/{number}").json["proposals"]
        return sorted(proposal["wsps"])

    def test_submit_signs_and_posts_as_the_platform_would(self):
        path = harness.REQUESTS / "tilburg-demand.json"
        done = harness.run("submit", "--config", self.setting.config, path)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(json.loads(done.stdout)["request"], r"^NLWD-")
        broken = harness.run("submit", "--config", self.setting.config, "-", stdin='{"kind":"x"}')
        self.assertEqual(1, broken.returncode)
        self.assertIn("/data/kind", broken.stdout)


class Signatures(DaemonTest):
    """Two secrets are in force here, as while the sender changes from the one to the other."""

    SECOND = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    @classmethod
    def prepare(cls):
        cls.setting.change(cls.setting.config, f'"{SECRET}" ]', f'"{SECRET}", "{cls.SECOND}" ]')

    def test_our_own_signing_gives_the_published_signatures(self):
        vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
        checked = 0
        for vector in vectors["sign"]:
            if vector["scheme"] != "v1" or "payload" not in vector:
                continue
            with self.subTest(vector["name"]):
                made = signature(vector["payload"].encode(), vector["id"], vector["timestamp"],
                                 vector["secret"])
                self.assertEqual(vector["signature"], made)
                checked += 1
        self.assertGreater(checked, 1)

    def test_published_signatures_are_stale_by_now_whatever_their_secret(self):
        vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
        for vector in vectors["sign"]:
            if "payload" not in vector:
                continue
            answer = self.client.post_signed(
                vector["payload"].encode(), vector["id"], timestamp=vector["timestamp"],
                signature=vector["signature"])
            self.assertStatus(401, answer)

    def test_both_secrets_are_good_while_the_sender_changes(self):
        for secret in (SECRET, self.SECOND):
            body = json.dumps(envelope(demand())).encode()
            self.assertStatus(201, self.client.post_signed(body, secret=secret))

    def test_what_the_reference_library_signs_is_taken(self):
        if not (harness.HERE / "node_modules" / "standardwebhooks").is_dir():
            if os.environ.get("CI"):
                self.fail("node_modules is absent: run `make deps`")
            self.skipTest("node_modules is absent: `make deps` installs the reference library")
        wanted = []
        for path in sorted(harness.REQUESTS.glob("*.json")):
            for secret in (SECRET, self.SECOND):
                wanted.append({"secret": secret, "id": new_id(), "timestamp": int(time.time()),
                               "body": path.read_text(encoding="utf-8")})
        done = subprocess.run(
            ["node", "sign.mjs"], cwd=harness.HERE, capture_output=True, text=True, check=True,
            timeout=harness.PATIENCE, input="".join(json.dumps(one) + "\n" for one in wanted))
        signatures = done.stdout.splitlines()
        self.assertEqual(len(wanted), len(signatures))
        client = Client(self.setting.port)
        self.addCleanup(client.close)
        for one, signed in zip(wanted, signatures):
            answer = client.post_signed(one["body"].encode(), one["id"],
                                        timestamp=one["timestamp"], signature=signed)
            self.assertStatus(201, answer)
            other = client.post_signed(one["body"].encode() + b" ", one["id"],
                                       timestamp=one["timestamp"], signature=signed)
            self.assertStatus(401, other)


if __name__ == "__main__":
    harness.main()
