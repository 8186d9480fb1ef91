"""Looking after the store: backup, verify, and stores of older versions."""

import random
import shutil
import signal
import sqlite3
import subprocess
import time

import harness
from care import CareTest, Load
from client import demand
from harness import BINARY, REPO, Daemon, Setting, chain_problems, run, wait_for

SEED = 20261123


class Backup(CareTest):
    def test_under_load_it_is_whole_and_can_be_gone_on_with(self):
        load = Load(self.setting.port)
        try:
            for i in range(4):
                wait_for(lambda: len(load.numbers) > 20 * (i + 1), "some came in")
                known = set(load.numbers)
                copy = self.setting.folder / f"copy-{i}.db"
                self.assertDone(self.care("backup", copy))
                self.verify(copy)
                with sqlite3.connect(copy) as store:
                    held = {row[0] for row in store.execute("SELECT number FROM requests")}
                self.assertLessEqual(known, held)
                self.assertEqual(0o600, copy.stat().st_mode & 0o777)
                self.verify()
        finally:
            load.stop()
        self.assertEqual([], load.failed)
        self.put_back(copy, held)

    def put_back(self, copy, held):
        """As docs/operations.md says: on another machine, from the copy alone."""
        other = Setting(notify_always=True)
        self.addCleanup(other.remove)
        other.store.parent.mkdir(parents=True)
        shutil.copy(copy, other.store)
        daemon = Daemon(other).start()
        self.addCleanup(daemon.end_whatever_happened)
        answer = daemon.client.submit(demand())
        self.assertEqual(f"NLWD-{max(held)[5:9]}-{len(held) + 1:06d}", answer.json["request"])
        self.assertEqual([], list(chain_problems(daemon.journal_lines())))
        self.assertEqual(0, daemon.stop())
        self.assertEqual(0, run("verify", other.store).returncode)

    def test_it_never_overwrites_and_leaves_nothing_when_it_fails(self):
        mine = self.setting.folder / "mine.db"
        mine.write_text("mine")
        done = self.care("backup", mine)
        self.assertEqual(1, done.returncode)
        self.assertIn("exists already", done.stderr)
        self.assertEqual("mine", mine.read_text())
        nowhere = self.care("backup", self.setting.folder / "nowhere" / "copy.db")
        self.assertEqual(1, nowhere.returncode)
        self.assertIn("No such file", nowhere.stderr)
        self.assertEqual([], list(self.setting.folder.glob("*.part*")))
        self.assertEqual(2, self.care("backup").returncode)

    def test_one_that_was_killed_leaves_no_copy_and_the_next_one_is_made(self):
        copy = self.setting.folder / "killed.db"
        for wait in (0.001, 0.01, 0.03):
            backup = subprocess.Popen([BINARY, "backup", "--config", self.setting.config, copy],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(wait)
            backup.kill()
            backup.wait()
            if copy.exists():
                self.verify(copy)
                copy.unlink()
        self.assertDone(self.care("backup", copy))


class Verify(CareTest):
    def test_it_tells_the_place_of_what_was_changed(self):
        number = self.submitted(demand())
        self.recorded(number, "request.taken_up", note="Gebeld.")
        copy = self.setting.folder / "changed.db"
        self.assertDone(self.care("backup", copy))
        for change, told in (
                ("UPDATE requests SET owner = 'bram'", f"{number} owner: is 'bram', by the journal"),
                ("DELETE FROM clocks", f"{number}: is open (taken_up) and has no clock"),
                ("UPDATE journal SET line = replace(line, 'anna', 'bram') WHERE event ="
                 " 'request.taken_up'", "the hash does not fit"),
                ("DELETE FROM outbox WHERE template = 'confirmation'", "is missing, the journal"),
                ("INSERT OR REPLACE INTO settings VALUES('backlog', 'garbage')",
                 "setting backlog: cannot be read"),
                ("DELETE FROM rules", "rules in force: their files are not stored"),
                ("UPDATE requests SET regions = '['",
                 f"{number}: its list of regions cannot be read"),
                ("UPDATE requests SET state = CAST(x'ff6f' AS TEXT)", "\ufffdo")):
            changed = self.setting.folder / "one.db"
            shutil.copy(copy, changed)
            with sqlite3.connect(changed) as store:
                store.execute(change)
            store.close()
            done = run("verify", changed)
            self.assertEqual(1, done.returncode, change)
            self.assertIn(told, done.stdout)
            self.assertNotIn("delinde", done.stdout)

    def test_what_is_quoted_of_a_damaged_row_is_utf_8(self):
        number = self.submitted(demand())
        other = Setting(notify_always=True)
        self.addCleanup(other.remove)
        other.store.parent.mkdir(parents=True)
        self.assertDone(self.care("backup", other.store))
        with sqlite3.connect(other.store) as store:
            store.execute("UPDATE requests SET state = CAST(x'ff6f' AS TEXT)")
        store.close()
        done = run("match", "--config", other.config, number)
        self.assertEqual(1, done.returncode)
        self.assertIn("unknown name '\ufffdo'", done.stderr)

    def test_a_broken_file_and_no_file_are_told(self):
        broken = self.setting.folder / "broken.db"
        self.assertDone(self.care("backup", broken))
        with open(broken, "r+b") as file:
            file.seek(4096 * 3)
            file.write(b"\xff" * 9000)
        done = run("verify", broken)
        self.assertEqual(1, done.returncode)
        self.assertIn("database", done.stdout + done.stderr)
        broken.write_bytes(b"")
        done = run("verify", broken)
        self.assertEqual(1, done.returncode)
        self.assertIn("the store is empty", done.stderr)
        self.assertEqual(1, run("verify", self.setting.folder / "none.db").returncode)
        self.assertFalse((self.setting.folder / "none.db").exists())
        self.assertEqual(2, run("verify").returncode)


class Older(harness.unittest.TestCase):
    """A store that a released version left."""

    def setUp(self):
        self.setting = Setting(notify_always=True)
        self.addCleanup(self.setting.remove)
        self.setting.store.parent.mkdir(parents=True)
        self.old = self.setting.folder / "old.db"
        with sqlite3.connect(self.old) as store:
            store.executescript((REPO / "tests/store/data/schema_1.sql").read_text())
        store.close()
        shutil.copy(self.old, self.setting.store)

    def version(self):
        store = sqlite3.connect(self.setting.store)
        try:
            return store.execute("PRAGMA user_version").fetchone()[0]
        finally:
            store.close()

    def verify(self):
        return run("verify", "--config", self.setting.config)

    def test_the_daemon_brings_it_up_to_date_and_goes_on(self):
        told = self.verify()
        self.assertEqual(1, told.returncode)
        self.assertIn("start the daemon once", told.stderr)
        daemon = Daemon(self.setting).start()
        self.addCleanup(daemon.end_whatever_happened)
        self.assertEqual(201, daemon.client.submit(demand()).status)
        self.assertEqual((0, ""), (self.verify().returncode, self.verify().stdout))
        self.assertEqual([], list(chain_problems(daemon.journal_lines())))
        self.assertEqual(0, daemon.stop())
        self.assertGreater(self.version(), 1)

    def test_killed_while_it_does_so_it_has_the_old_store_or_the_new_one(self):
        chance = random.Random(SEED)
        for _ in range(12):
            for end in ("-wal", "-shm"):
                self.setting.store.with_name(f"werktdoord.db{end}").unlink(missing_ok=True)
            shutil.copy(self.old, self.setting.store)
            serve = subprocess.Popen([BINARY, "serve", "--config", self.setting.config],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.02, 0.4))
            serve.send_signal(signal.SIGKILL)
            serve.wait()
            told = self.verify()
            if "start the daemon once" in told.stderr:  # killed before the last migration
                self.assertEqual(0, Daemon(self.setting).start().stop())
                told = self.verify()
            self.assertEqual((0, ""), (told.returncode, told.stdout), told.stderr)

    def test_a_newer_store_is_refused_and_left_alone(self):
        store = sqlite3.connect(self.setting.store)
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA user_version = 99")
        store.close()
        before = self.setting.store.read_bytes()
        copy = self.setting.folder / "copy.db"
        for command in (("serve",), ("verify",), ("backup", copy), ("journal",),
                        ("forget", "--request", "NLWD-2026-000001")):
            done = run(command[0], "--config", self.setting.config, *command[1:])
            self.assertNotEqual(0, done.returncode, command)
            self.assertIn("the store has schema 99", done.stderr, command)
        self.assertEqual(before, self.setting.store.read_bytes())
        self.assertFalse(copy.exists())


if __name__ == "__main__":
    harness.main()
