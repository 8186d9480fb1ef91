// The page that a test and the daemon under it share: what the disk does, and what time it is.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace werktdoord::crash {

// Which file and which call, as bits; disk.py has the same.
enum File : std::int64_t { database = 1, wal = 2, shm = 4, mail = 8 };
enum Call : std::int64_t {
    opening = 1,
    writing = 2,
    syncing = 4,
    truncating = 8,
    naming = 16,
    reading = 32,
    heading = 64  // a write at the beginning of a file: the header of the WAL
};
enum Action : std::int64_t {
    nothing = 0,
    end_before = 1,
    end_after = 2,
    tear = 3,  // half of a write, then the end
    io_error = 4,
    no_space = 5,
    short_write = 6,  // half of it is written, and told so
    lie = 7           // a sync that says it is done and does nothing
};

// From the `nth` call that matches on, `times` calls (-1: for ever) do as `action` says.
struct Rule {
    std::int64_t files;
    std::int64_t calls;
    std::atomic<std::int64_t> action;
    std::int64_t nth;
    std::int64_t times;
    std::atomic<std::int64_t> seen;
    std::atomic<std::int64_t> fired;
    std::int64_t power_cut;  // what was not synced goes with the process
};

// Bytes of a file that a failed sync gave up: the disk has them not, whatever a later sync says.
struct Doomed {
    std::int64_t file;
    std::int64_t from;
    std::int64_t until;
};

struct ControlPage {
    std::int64_t magic;
    std::atomic<std::int64_t> clock_ms;  // added to the time of day
    std::int64_t keeps_image;            // 1: keep what is really on disk, for power cuts
    std::int64_t survive_percent;        // of the writes that were not synced at a power cut
    std::int64_t seed;
    std::int64_t doomed_count;
    std::array<std::int64_t, 2> spare;
    std::array<Rule, 8> rules;
    std::array<Doomed, 512> doomed;
};

constexpr std::int64_t page_magic = 0x57445348494d;

}  // namespace werktdoord::crash
