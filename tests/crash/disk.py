"""What the disk does and what time it is, for a daemon that runs under disk_shim.cpp."""

import mmap
import os
import pathlib
import struct
import time

SHIM = os.environ.get("WERKTDOORD_SHIM",
                      str(pathlib.Path(__file__).resolve().parents[2] / "build/libdisk_shim.so"))
MAGIC = 0x57445348494D

# As in disk_shim.hpp.
DATABASE, WAL, SHM, MAIL = 1, 2, 4, 8
OPEN, WRITE, SYNC, TRUNCATE, NAME, READ, HEADER = 1, 2, 4, 8, 16, 32, 64
NOTHING, END_BEFORE, END_AFTER, TEAR, EIO, ENOSPC, SHORT, LIE = range(8)

_CLOCK, _KEEPS_IMAGE, _SURVIVE, _SEED = 1, 2, 3, 4
_RULES, _RULE_SIZE = 8, 8
_ACTION, _SEEN, _FIRED = 2, 5, 6
FOR_EVER = -1


class Disk:
    """The page that is shared with the daemon; what is set here counts from the next call on."""

    def __init__(self, path, keeps_image=True):
        self.path = path
        with open(path, "wb") as page:
            page.write(bytes(64 * 1024))
        with open(path, "r+b") as page:
            self.memory = mmap.mmap(page.fileno(), 0)
        self._set(0, MAGIC)
        self._set(_KEEPS_IMAGE, int(keeps_image))

    def _set(self, place, value):
        struct.pack_into("<q", self.memory, 8 * place, value)

    def _get(self, place):
        return struct.unpack_from("<q", self.memory, 8 * place)[0]

    def environment(self):
        return {"LD_PRELOAD": SHIM, "WERKTDOORD_DISK": str(self.path)}

    def rule(self, files, calls, action, nth=1, times=1, power_cut=False, number=0):
        """From the nth call that matches on, so many calls do as the action says."""
        at = _RULES + _RULE_SIZE * number
        self._set(at + _ACTION, NOTHING)
        for place, value in ((0, files), (1, calls), (3, nth), (4, times), (_SEEN, 0), (_FIRED, 0),
                             (7, int(power_cut)), (_ACTION, action)):
            self._set(at + place, value)

    def clear(self):
        """The disk is well again."""
        for number in range(8):
            self._set(_RULES + _RULE_SIZE * number + _ACTION, NOTHING)

    def fired(self, number=0):
        return self._get(_RULES + _RULE_SIZE * number + _FIRED)

    def unsynced(self, survive_percent, seed):
        """How much of what was not synced a power cut leaves, and which by that seed."""
        self._set(_SURVIVE, survive_percent)
        self._set(_SEED, seed)

    @property
    def clock(self):
        """Whole seconds that the daemon's clock is ahead of ours."""
        return self._get(_CLOCK) // 1000

    @clock.setter
    def clock(self, seconds):
        self._set(_CLOCK, int(seconds) * 1000)

    def now(self):
        """The daemon's time of day, seconds since 1970."""
        return time.time() + self.clock
