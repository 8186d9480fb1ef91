"""Faults below SQLite: never an acknowledgement for what is not stored, 503, and well again by itself."""

import http.client
import os
import signal
import subprocess
import time
import unittest

import disk
from life import Life, wait_for

import harness  # found by life
from client import Client

ILL = 0.4  # seconds for which a fault holds
MOST_LOG_LINES = 10  # of store.failed in a short fault: it tells, and does not flood
PAUSE = 0.005  # seconds between two of a sender's: these tests want faults, not volume

# What fails, and whether nothing at all can be stored while it does.
FAULTS = (
    ("write the log", disk.WAL, disk.WRITE, disk.EIO, True),
    ("write the log", disk.WAL, disk.WRITE, disk.ENOSPC, True),
    ("sync the log", disk.WAL, disk.SYNC, disk.EIO, True),
    ("sync the log", disk.WAL, disk.SYNC, disk.ENOSPC, True),
    ("write the database", disk.DATABASE, disk.WRITE, disk.EIO, False),
    ("write the database", disk.DATABASE, disk.WRITE, disk.ENOSPC, False),
    ("sync the database", disk.DATABASE, disk.SYNC, disk.EIO, False),
    ("read", disk.DATABASE | disk.WAL, disk.READ, disk.EIO, False),
    ("begin a new log", disk.WAL, disk.HEADER, disk.ENOSPC, False),
    ("write a mail", disk.MAIL, disk.WRITE, disk.ENOSPC, False),
    ("sync a mail", disk.MAIL, disk.SYNC, disk.EIO, False),
)
SHORT_FAULTS = ("write the log", disk.WAL, disk.WRITE, disk.SHORT, False)


class Faults(unittest.TestCase):
    def setUp(self):
        self.life = Life(seed=20261122, pause=PAUSE)
        self.addCleanup(self.life.remove)

    def answers(self):
        return self.life.ledger.count()

    def alive(self):
        self.assertIsNone(self.life.daemon.process.poll(), self.life.daemon.log()[-3000:])
        # While the store is opened anew the port is closed for an instant.
        wait_for(lambda: self.status("/healthz") == 200, "it answers", seconds=5)

    def ready(self):
        """The status of /readyz, with a Retry-After whenever it is not 200."""
        return self.status("/readyz")

    def status(self, path):
        client = Client(self.life.setting.port)
        try:
            answer = client.get(path)
        except (OSError, http.client.HTTPException):
            return None
        finally:
            client.close()
        if answer.status != 200:
            self.assertIn("retry-after", answer.headers)
        return answer.status

    def well_again(self):
        before = self.answers()
        wait_for(lambda: self.answers() > before + 3, "it takes requests again", seconds=15)
        wait_for(lambda: self.ready() == 200, "it is ready again", seconds=15)

    def check(self):
        self.assertEqual([], self.life.problems())

    def crash_and_check(self, power_cut):
        """What was acknowledged before, during and after the fault survives an end just then."""
        self.life.disk.unsynced(0, 1)
        self.life.disk.rule(disk.WAL, disk.WRITE, disk.END_BEFORE, power_cut=power_cut)
        self.assertTrue(self.life.was_killed(10))
        self.life.disk.clear()
        self.life.daemon.start()
        self.assertEqual([], self.life.problems() + self.life.repeat_some())

    def hold(self, files, calls, action, nothing_stored):
        """The fault holds for a while; what is acknowledged meanwhile is counted."""
        failed = self.life.daemon.log().count("event=store.failed")
        self.life.disk.rule(files, calls, action, times=disk.FOR_EVER)
        if nothing_stored:
            wait_for(lambda: self.ready() == 503, "/readyz tells", seconds=10)
            time.sleep(0.1)  # an answer given just before is counted by now
            before = self.answers()
            time.sleep(ILL)
            self.assertEqual(before, self.answers(), "acknowledged while nothing can be stored")
            self.assertEqual(503, self.ready())
            told = self.life.daemon.log().count("event=store.failed") - failed
            self.assertGreater(told, 0)
            self.assertLess(told, MOST_LOG_LINES)
        else:
            wait_for(lambda: self.life.disk.fired() > 0, "the fault is met", seconds=20)
            time.sleep(0.1)
        self.alive()
        self.life.disk.clear()

    def test_a_fault_that_lasts_is_told_and_ends_by_itself(self):
        self.life.begin()
        for what, files, calls, action, nothing_stored in FAULTS:
            with self.subTest(what=what, action=action):
                self.hold(files, calls, action, nothing_stored)
                self.well_again()
                self.check()
        self.crash_and_check(power_cut=True)
        self.assertEqual([], self.life.finish())

    def test_a_single_fault_anywhere_is_survived(self):
        self.life.begin()
        for what, files, calls, action, _ in (*FAULTS, SHORT_FAULTS):
            for nth in (1,) if files == disk.DATABASE and calls == disk.SYNC else (1, 7):
                with self.subTest(what=what, action=action, nth=nth):
                    self.life.disk.rule(files, calls, action, nth=nth, times=2)
                    wait_for(lambda: self.life.disk.fired() > 0, "the fault is met", seconds=20)
                    self.life.disk.clear()
                    self.alive()
                    self.well_again()
        self.check()
        self.crash_and_check(power_cut=True)
        self.assertEqual([], self.life.finish())

    def test_what_a_failed_sync_gave_up_is_never_acknowledged_after_a_restart(self):
        """The log holds it in the page cache, valid to look at, and the disk has it not."""
        self.life.begin()
        for _ in range(3):
            wait_for(lambda: self.answers() > 5, "some were acknowledged")
            self.life.disk.rule(disk.WAL, disk.SYNC, disk.EIO, times=disk.FOR_EVER)
            wait_for(lambda: self.ready() == 503, "/readyz tells", seconds=10)
            time.sleep(0.2)
            self.life.kill()
            self.life.disk.clear()
            self.life.daemon.start()
            self.well_again()
            self.crash_and_check(power_cut=True)
        self.assertEqual([], self.life.finish())


class Start(unittest.TestCase):
    """A disk that fails while the daemon starts: it waits, answers 503, and is there by itself."""

    def setUp(self):
        self.life = Life(seed=20261123, pause=PAUSE)
        self.addCleanup(self.life.remove)

    def start_on_an_ill_disk(self, files, calls, action):
        self.life.disk.rule(files, calls, action, times=disk.FOR_EVER)
        self.life.daemon.launch()
        client = Client(self.life.setting.port)

        def status(method, path):
            try:
                answer = client.call(method, path, body=b"{}" if method == "POST" else None)
            except OSError:
                self.assertIsNone(self.life.daemon.process.poll(), self.life.daemon.log()[-2000:])
                return None
            if answer.status == 503:
                self.assertIn("retry-after", answer.headers)
                self.assertEqual("application/problem+json", answer.headers["content-type"])
            return answer.status

        wait_for(lambda: status("GET", "/readyz") == 503, "/readyz tells", seconds=10)
        self.assertEqual(503, status("POST", "/v1/intake"))
        self.assertEqual(200, status("GET", "/healthz"))
        numbers = client.get("/metrics")
        self.assertEqual(200, numbers.status)
        self.assertIn(b"werktdoord_ready 0\n", numbers.body)
        self.assertNotRegex(numbers.body, rb"(?m)^werktdoord_(outbox_open|outbox_parked|conserv)")
        self.assertIn("event=store.failed", self.life.daemon.log())
        client.close()

    def test_a_start_waits_for_the_disk(self):
        for files, calls, action in ((disk.WAL, disk.WRITE, disk.ENOSPC),
                                     (disk.WAL, disk.OPEN, disk.EIO),
                                     (disk.DATABASE, disk.OPEN, disk.ENOSPC),
                                     (disk.WAL, disk.SYNC, disk.EIO),
                                     (disk.DATABASE | disk.WAL, disk.READ, disk.EIO)):
            with self.subTest(files=files, calls=calls):
                self.start_on_an_ill_disk(files, calls, action)
                self.life.disk.clear()
                wait_for(self.life.daemon.answers, "ready by itself", seconds=15)
                if not self.life.senders:
                    self.life.senders = self.life.start_load()
                before = self.life.ledger.count()
                wait_for(lambda: self.life.ledger.count() > before + 3, "it takes requests")
                self.life.kill()
        self.life.daemon.start()
        self.assertEqual([], self.life.finish())

    def there_or_ended(self):
        if self.life.daemon.process.poll() is not None:
            raise AssertionError(f"it ended by itself:\n{self.life.daemon.log()[-1500:]}")
        client = Client(self.life.setting.port)
        try:
            return client.get("/healthz").status == 200
        except OSError:
            return False
        finally:
            client.close()

    def test_a_read_that_fails_anywhere_in_a_start_ends_nothing(self):
        """SQLite takes some of these for a damaged store: that, too, may pass."""
        self.life.begin()
        wait_for(lambda: self.life.ledger.count() > 10, "some were acknowledged")
        self.life.kill()
        for nth in (2, 3, 5, 8, 13, 21, 34):
            with self.subTest(nth=nth):
                self.life.disk.rule(disk.DATABASE | disk.WAL, disk.READ, disk.EIO, nth=nth,
                                    times=disk.FOR_EVER)
                self.life.daemon.launch()
                wait_for(self.there_or_ended, "it answers something")
                self.life.disk.clear()
                wait_for(self.life.daemon._ready, "ready by itself", seconds=15)
                self.life.kill()
        self.life.daemon.start()
        self.assertEqual([], self.life.finish())

    def test_a_reload_asked_for_while_it_waits_is_carried_out_once_it_serves(self):
        self.start_on_an_ill_disk(disk.WAL, disk.WRITE, disk.ENOSPC)
        roster = self.life.setting.folder / "rules" / "roster.yaml"
        harness.Setting.change(roster, "coordinator: anna", "coordinator: bram")
        self.life.daemon.reload()
        self.life.disk.clear()
        wait_for(self.life.daemon.answers, "ready by itself", seconds=15)
        taken = b'werktdoord_rules_reloads_total{result="taken"} 1'
        wait_for(lambda: taken in self.life.daemon.client.get("/metrics").body, "the reload")
        shown = self.life.daemon.client.get("/v1/roster").json
        self.assertEqual("bram", shown["coordinator"])
        self.assertEqual(0, self.life.daemon.stop())

    def test_it_can_be_stopped_while_it_waits(self):
        self.start_on_an_ill_disk(disk.WAL, disk.WRITE, disk.ENOSPC)
        self.life.daemon.process.send_signal(signal.SIGHUP)
        self.assertEqual(0, self.life.daemon.stop())


class SmallDisk(unittest.TestCase):
    """A real file system that is full, where one may be mounted."""

    def setUp(self):
        self.life = Life(seed=20261124, keeps_image=False)
        self.addCleanup(self.life.remove)
        folder = self.life.setting.store.parent
        folder.mkdir(parents=True, exist_ok=True)
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", str(folder)],
            capture_output=True, check=False).returncode == 0
        if not mounted:
            self.skipTest("only root may mount a small disk, and not everywhere")
        self.addCleanup(subprocess.run, ["umount", "-l", str(folder)], check=False)
        self.ballast = folder / "ballast"

    def fill(self):
        """Takes what room is left; gives whether there was any."""
        took = False
        with open(self.ballast, "ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12):
                try:
                    while file.write(bytes(size)):
                        took = True
                except OSError:
                    pass
        return took

    def test_full_and_with_room_again(self):
        self.life.begin()
        for _ in range(2):
            wait_for(lambda: self.life.ledger.count() > 20, "some were acknowledged")
            self.fill()
            client = Client(self.life.setting.port)
            # What a checkpoint gives back is taken too.
            wait_for(lambda: not self.fill() and client.get("/readyz").status == 503,
                     "/readyz tells that the disk is full", seconds=30)
            before = self.life.ledger.count()
            time.sleep(ILL)
            self.assertLessEqual(self.life.ledger.count(), before + self.life.count)
            self.ballast.unlink()
            before = self.life.ledger.count()
            wait_for(lambda: self.life.ledger.count() > before + 3, "it takes requests again",
                     seconds=15)
            wait_for(lambda: client.get("/readyz").status == 200, "ready again", seconds=15)
            client.close()
        self.assertEqual([], self.life.finish())


if __name__ == "__main__":
    harness.main()
