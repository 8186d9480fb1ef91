"""The store is opened anew in a running daemon: what was in force stays in force."""

import http.client
import shutil
import ssl
import sys
import unittest

import disk
from life import wait_for

from acceptance_tls import DAY, TlsTest, make_certificate  # found by life
from client import demand


class Reopened(TlsTest):
    @classmethod
    def prepare(cls):
        super().prepare()
        cls.disk = disk.Disk(cls.setting.folder / "disk", keeps_image=False)
        cls.daemon.environment = cls.disk.environment()

    def number(self, name):
        text = self.client.get("/metrics", token=None).body.decode()
        return float(next(line for line in text.splitlines() if line.startswith(name)).split()[-1])

    def told(self, event):
        return self.daemon.log().count(f"event={event}")

    def submit_until(self, condition, what):
        def tried():
            try:
                self.client.submit(demand())
            except (OSError, http.client.HTTPException, ssl.SSLError):
                self.client.close()
            return condition()
        wait_for(tried, what)

    def open_anew(self):
        """A sync of the database fails, so it must be closed and opened."""
        before = self.told("daemon.listening")
        self.disk.rule(disk.DATABASE, disk.SYNC, disk.EIO)
        self.submit_until(lambda: self.disk.fired() > 0, "a checkpoint fails")
        self.disk.clear()
        wait_for(lambda: self.told("daemon.listening") > before, "it listens anew")
        self.client.close()
        wait_for(self.daemon.answers, "it is ready again")

    def test_what_a_reload_refused_stays_refused_and_told(self):
        shown = self.shown()
        spare = self.tls / "spare"
        make_certificate(spare, "early", "early_key", days=30, at=DAY)
        shutil.copy(spare / "early.pem", self.tls / "certificate.pem")
        shutil.copy(spare / "early_key.pem", self.tls / "key.pem")
        roster = self.setting.folder / "rules" / "roster.yaml"
        roster.write_text("nonsense\n", encoding="utf-8")
        self.daemon.reload()
        wait_for(lambda: self.told("tls.refused") and self.told("rules.refused"), "both refused")
        answer = self.client.get("/readyz", token=None).json["warnings"]
        self.assertEqual(2, len(answer))

        self.open_anew()
        self.assertEqual(shown, self.shown())
        self.assertEqual(answer, self.client.get("/readyz", token=None).json["warnings"])
        self.assertEqual(1, self.number("werktdoord_rules_reload_failed"))
        self.assertEqual(1, self.number("werktdoord_tls_reload_failed"))
        self.assertEqual(1, self.number('werktdoord_rules_reloads_total{result="refused"}'))


if __name__ == "__main__":
    sys.exit(unittest.main())
