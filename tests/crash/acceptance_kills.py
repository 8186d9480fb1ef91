"""The short form of crash_rounds.py, and ends while a store is made, migrated or lied to."""

import os
import random
import unittest

import disk
from crash_rounds import live
from life import Life, wait_for
from moments import MOMENTS
from old_schema import copy_of, newest, rows_of, store_of

import harness  # found by life

SEED = int(os.environ.get("WERKTDOORD_CRASH_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
ENDS = (disk.END_BEFORE, disk.TEAR, disk.END_AFTER)


class Kills(unittest.TestCase):
    def test_every_moment_once(self):
        tally = {name: 0 for name in MOMENTS}
        tally.update({"not reached: " + name: 0 for name in MOMENTS})
        names = list(MOMENTS)
        random.Random(SEED).shuffle(names)
        with self.subTest(seed=SEED):
            acknowledged, _ = live(SEED, len(names), tally, names)
            self.assertGreater(acknowledged, len(names))

    def test_a_disk_that_lies_about_its_syncs_is_found_out(self):
        """That the evidence would show a loss: without it the other tests prove nothing."""
        life = Life(SEED)
        self.addCleanup(life.remove)
        life.begin()
        wait_for(lambda: life.ledger.count() > 5, "some were acknowledged")
        life.disk.unsynced(0, SEED)
        life.disk.rule(disk.WAL, disk.SYNC, disk.LIE, times=disk.FOR_EVER, number=1)
        before = life.ledger.count()
        wait_for(lambda: life.ledger.count() > before + 10, "and some more")
        life.disk.rule(disk.WAL, disk.WRITE, disk.END_BEFORE, power_cut=True)
        self.assertTrue(life.was_killed(10))
        life.disk.clear()
        life.daemon.start()
        self.assertTrue(any("was acknowledged" in one for one in life.problems()))


class Making(unittest.TestCase):
    """Killed at each of its calls in turn, until it comes through."""

    def setUp(self):
        self.life = Life(SEED)
        self.addCleanup(self.life.remove)

    def killed_until_it_starts(self, step, check):
        """Ends it at call 1, 1 + step, and so on; gives how often."""
        kills = 0
        while True:
            self.life.disk.unsynced(self.life.chance.choice((0, 50, 100)), kills)
            self.life.disk.rule(
                disk.DATABASE | disk.WAL, disk.WRITE | disk.SYNC | disk.TRUNCATE | disk.OPEN,
                ENDS[kills % 3], nth=1 + kills * step, power_cut=kills % 2 == 1)
            self.life.daemon.launch()
            wait_for(lambda: self.life.disk.fired() or self.came_up(), "it starts or is killed")
            if not self.life.disk.fired():
                break
            self.assertTrue(self.life.was_killed(10))
            self.life.disk.clear()
            check()
            kills += 1
        self.life.disk.clear()
        self.life.senders = self.life.start_load()
        wait_for(lambda: self.life.ledger.count() > 3, "it serves")
        return kills

    def came_up(self):
        """Whether it answers; one that ended by itself is a failure, one that was killed is not."""
        code = self.life.daemon.process.poll()
        return code is None and self.life.daemon.answers()

    def test_a_new_store_is_made_whole_or_made_again(self):
        kills = self.killed_until_it_starts(step=9, check=lambda: None)
        self.assertGreater(kills, 3)
        self.assertEqual([], self.life.finish())

    def test_a_migration_happens_whole_or_not_at_all(self):
        self.life.begin()
        wait_for(lambda: self.life.ledger.count() > 30, "some were acknowledged")
        self.assertEqual([], self.life.finish())
        store = self.life.setting.store
        today = store.with_suffix(".today")
        copy_of(store, today)
        for left in store.parent.glob(store.name + "*"):
            left.unlink()
        store_of(1, today, store)
        counts, head, version = rows_of(store)
        self.assertEqual(1, version)

        def check():
            now, now_head, now_version = rows_of(store)
            self.assertIn(now_version, range(1, newest() + 1))
            if now_version == 1:
                self.assertEqual((counts, head), (now, now_head))
            else:
                for name, count in counts.items():
                    self.assertGreaterEqual(now[name], count, name)

        kills = self.killed_until_it_starts(step=7, check=check)
        self.assertGreater(kills, 3)
        self.assertEqual(newest(), rows_of(store)[2])
        self.assertEqual([], self.life.finish())


if __name__ == "__main__":
    print(f"seed {SEED}", flush=True)
    harness.main()
