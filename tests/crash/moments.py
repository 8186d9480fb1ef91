"""The moments at which the daemon is ended: each arms the disk, or kills from outside."""

import signal
import time

import disk
from life import wait_for

PATIENCE = 6  # seconds until a moment that does not come is given up and the kill comes anyway


def at_call(files, calls, actions, most):
    """At a random call of those on such a file."""

    def end(life):
        power_cut = life.chance.random() < 0.6
        life.disk.unsynced(life.chance.choice((0, 30, 70, 100)), life.chance.randrange(2**31))
        life.disk.rule(files, calls, life.chance.choice(actions), life.chance.randint(1, most),
                       power_cut=power_cut)

    return end


def wait_or_kill(life, seconds=PATIENCE):
    """Whether the moment came."""
    came = life.was_killed(seconds)
    life.disk.clear()
    life.kill()
    return came


def during_load(files, calls, actions, most):
    arm = at_call(files, calls, actions, most)

    def end(life):
        arm(life)
        return wait_or_kill(life)

    return end


def at_random(life):
    before = life.ledger.count()
    wait_for(lambda: life.ledger.count() > before, "something was acknowledged in this round")
    return wait_or_kill(life, life.chance.uniform(0, 0.3)) or True


def what_falls_due(life):
    arm = at_call(disk.WAL, disk.WRITE | disk.SYNC, (disk.END_BEFORE, disk.END_AFTER), 150)
    life.jump()
    arm(life)
    return wait_or_kill(life)


def digest(life):
    """The clock jumps past the time of a digest, and the end comes while that is worked off."""
    arm = at_call(disk.WAL, disk.WRITE | disk.SYNC,
                  (disk.END_BEFORE, disk.END_AFTER), life.chance.choice((10, 60, 200)))
    life.set_time(life.next_digest())
    arm(life)
    return wait_or_kill(life)


def reload(life):
    """Between the signal and the last page of requests brought up to the new rules."""
    life.change_rules()
    if life.chance.random() < 0.5:
        at_call(disk.WAL, disk.WRITE | disk.SYNC, (disk.END_BEFORE, disk.END_AFTER), 120)(life)
    life.daemon.reload()
    return wait_or_kill(life, life.chance.uniform(0.02, 0.5)) or True


def stopping(life):
    """SIGTERM, and the end before it has stopped."""
    at_call(disk.WAL | disk.DATABASE, disk.WRITE | disk.SYNC,
            (disk.END_BEFORE, disk.END_AFTER), 12)(life)
    life.daemon.process.send_signal(signal.SIGTERM)
    for _ in range(PATIENCE * 100):
        code = life.daemon.process.poll()
        if code is not None:
            break
        time.sleep(0.01)
    if code not in (0, -signal.SIGKILL):
        raise AssertionError(f"SIGTERM ends it with {code}:\n{life.daemon.log()[-3000:]}")
    life.disk.clear()
    life.gone()
    return code != 0


def starting(life):
    """Killed, and then again and again while it starts and recovers."""
    life.kill()
    came = False
    for _ in range(life.chance.randint(1, 3)):
        at_call(disk.WAL | disk.DATABASE, disk.OPEN | disk.WRITE | disk.SYNC | disk.TRUNCATE,
                (disk.END_BEFORE, disk.END_AFTER), 25)(life)
        life.daemon.launch()
        came = wait_or_kill(life, 0.4) or came
    return came


BEFORE_OR_AFTER = (disk.END_BEFORE, disk.END_AFTER)
MOMENTS = {
    "at random": at_random,
    "before a commit": during_load(disk.WAL, disk.WRITE, (disk.END_BEFORE,), 80),
    "half a commit": during_load(disk.WAL, disk.WRITE, (disk.TEAR,), 80),
    "before the sync": during_load(disk.WAL, disk.SYNC, (disk.END_BEFORE,), 8),
    "synced, not answered": during_load(disk.WAL, disk.SYNC, (disk.END_AFTER,), 8),
    "in a checkpoint": during_load(disk.DATABASE, disk.WRITE,
                                   (disk.END_BEFORE, disk.END_AFTER, disk.TEAR), 120),
    "sync of a checkpoint": during_load(disk.DATABASE, disk.SYNC, BEFORE_OR_AFTER, 1),
    "a new log": during_load(disk.WAL, disk.HEADER,
                             (disk.END_BEFORE, disk.END_AFTER, disk.TEAR), 1),
    "a mail": during_load(disk.MAIL, disk.WRITE | disk.SYNC | disk.NAME, BEFORE_OR_AFTER, 6),
    "what falls due": what_falls_due,
    "a digest": digest,
    "a reload": reload,
    "a stop": stopping,
    "a start": starting,
}
