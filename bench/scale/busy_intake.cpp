#include "scale/busy_intake.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <semaphore>
#include <vector>

#include "engine/writer.hpp"
#include "intake/engine_rows.hpp"
#include "net/system_salt.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

namespace {

constexpr int at_once = 64;

using std::chrono::steady_clock;

struct SetTime : TimeSource {
    std::atomic<Instant> instant;
    Instant now() const override { return instant; }
};

}  // namespace

struct BusyIntake::State {
    SystemSalts salts;
    SetTime time;
    std::atomic<int> digests = 0;
    std::uint64_t next = 7'000'000;
    std::unique_ptr<Writer> writer;

    WriterListener listener() {
        WriterListener told;
        told.committed = [this](const std::vector<Told>& all) {
            for (const Told& one : all)
                digests += one.event.name == EventName::digest_queued ||
                           one.event.name == EventName::digest_skipped;
        };
        told.failed = [](Trouble, const std::string& why) {
            std::fprintf(stderr, "%s\n", why.c_str());
        };
        return told;
    }
};

BusyIntake::BusyIntake(const std::string& path, const RulesPtr& rules, Instant now)
    : state_(std::make_unique<State>()) {
    state_->time.instant = now;
    state_->writer = std::make_unique<Writer>(open_store(path, state_->salts), rules, state_->time,
                                              state_->listener());
}

BusyIntake::~BusyIntake() = default;

double BusyIntake::p99(Instant now, double seconds, int digests) {
    std::counting_semaphore<at_once> free(at_once);
    std::mutex mutex;
    std::vector<double> waits;
    state_->digests = 0;
    state_->time.instant = now;
    const auto end = steady_clock::now() + std::chrono::duration<double>(seconds);
    while (steady_clock::now() < end && (digests == 0 || state_->digests < digests)) {
        Submit submit = submission(state_->next++);
        free.acquire();
        const auto begin = steady_clock::now();
        state_->writer->submit(std::move(submit), [&, begin](const Reply&) {
            const std::chrono::duration<double, std::milli> wait = steady_clock::now() - begin;
            const std::lock_guard lock(mutex);
            waits.push_back(wait.count());
            free.release();
        });
    }
    for (int i = 0; i < at_once; ++i) free.acquire();
    const std::lock_guard lock(mutex);
    if (waits.empty()) return 0;
    const auto place = static_cast<std::ptrdiff_t>(waits.size() * 99 / 100);
    std::ranges::nth_element(waits, waits.begin() + place);
    return waits[static_cast<std::size_t>(place)];
}

}  // namespace werktdoord::bench
