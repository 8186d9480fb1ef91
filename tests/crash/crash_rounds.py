"""Rounds of load and sudden death: nothing acknowledged is lost or done twice (make crash).

    crash_rounds.py [--rounds N] [--seed S] [--progress FILE]
    crash_rounds.py --life SEED

A life is a store that is killed 25 times; its seed says all that chance decides in the driver. With
a progress file a run that was stopped goes on where it was. A store that failed is kept.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import random
import sys
import time
import traceback

from life import Life
from moments import MOMENTS

from harness import BINARY  # found by life

ROUNDS_OF_A_LIFE = 25


def one_round(life, name, tally):
    came = MOMENTS[name](life)
    tally[name if came else "not reached: " + name] += 1
    if life.chance.random() < 0.3:
        life.jump()
    life.daemon.start()
    problems = life.problems() + life.repeat_some()
    if problems:
        raise AssertionError(f"after {name}:\n  " + "\n  ".join(problems))


def live(seed, rounds, tally, names=None):
    """One life; gives what was acknowledged in it. Raises with the folder kept when it fails."""
    life = Life(seed)
    names = names or [life.chance.choice(list(MOMENTS)) for _ in range(rounds)]
    try:
        life.begin()
        for name in names[:rounds]:
            one_round(life, name, tally)
        problems = life.finish()
        if problems:
            raise AssertionError("at the end of the life:\n  " + "\n  ".join(problems))
    except BaseException:
        for sender in life.senders:
            sender.stopping.set()
        life.daemon.end_whatever_happened()
        print(f"seed {seed} fails; what it left is in {life.setting.folder}", flush=True)
        raise
    life.remove()
    return life.ledger.count(), life.evidence.counts


class Progress:
    """What was done of a run, in a file."""

    def __init__(self, path, seed):
        self.path = pathlib.Path(path) if path else None
        program = hashlib.sha256(pathlib.Path(BINARY).read_bytes()).hexdigest()
        self.state = {"seed": seed or random.SystemRandom().randrange(1, 10**6), "lives": 0,
                      "rounds": 0, "acknowledged": 0, "failed": [], "program": program}
        if self.path and self.path.exists():
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            if kept["program"] == program and seed in (None, kept["seed"]):
                self.state = kept

    def save(self):
        if self.path:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(self.state), encoding="utf-8")


def run(rounds, progress):
    state, tally, begun = progress.state, collections.Counter(), time.monotonic()
    print(f"seed {state['seed']}, {state['rounds']} rounds done before", flush=True)
    while state["rounds"] < rounds:
        seed = state["seed"] * 1000 + state["lives"]
        todo = min(ROUNDS_OF_A_LIFE, rounds - state["rounds"])
        try:
            acknowledged, counts = live(seed, todo, tally)
            state["acknowledged"] += acknowledged
            print(f"seed {seed}: {todo} rounds, {acknowledged} acknowledged,"
                  f" {counts['clock.missed']} clocks missed, {counts['digest.queued']} digests,"
                  f" {counts['mail.sent']} mails, {counts['clock.moved']} clocks moved", flush=True)
        except Exception:
            traceback.print_exc()
            state["failed"].append(seed)
        state["lives"] += 1
        state["rounds"] += todo
        progress.save()
    for name, times in sorted(tally.items()):
        print(f"{times:6} {name}")
    print(f"{state['rounds']} rounds, {state['acknowledged']} acknowledged,"
          f" {len(state['failed'])} lives failed {state['failed']},"
          f" {time.monotonic() - begun:.0f} s")
    return 1 if state["failed"] else 0


def main():
    reader = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    reader.add_argument("--rounds", type=int, default=50)
    reader.add_argument("--seed", type=int)
    reader.add_argument("--progress", help="goes on from this file, and keeps it")
    reader.add_argument("--life", type=int, metavar="SEED", help="this life once more, alone")
    given = reader.parse_args()
    if given.life is not None:
        print(live(given.life, ROUNDS_OF_A_LIFE, collections.Counter())[0], "acknowledged")
        return 0
    return run(given.rounds, Progress(given.progress, given.seed))


if __name__ == "__main__":
    sys.exit(main())
