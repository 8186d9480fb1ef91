// Stands between the daemon and the disk (LD_PRELOAD): ends the process, fails calls and forgets
// what was not synced, each at the very call that the test names; and moves the time of day.
#include <sys/mman.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <mutex>
#include <string_view>

#include "disk_image.hpp"

namespace werktdoord::crash {
namespace {

// Descriptors beyond it are no files of the store: it opens a dozen.
constexpr int most_files = 4096;
std::array<std::atomic<std::int64_t>, most_files> kind_of{};

ControlPage* map_page() {
    const char* const path = std::getenv("WERKTDOORD_DISK");
    if (path == nullptr) return nullptr;
    const long file = raw_open(path, O_RDWR);
    void* const mapped = mmap(nullptr, sizeof(ControlPage), PROT_READ | PROT_WRITE, MAP_SHARED,
                              static_cast<int>(file), 0);
    raw_close(file);
    auto* const page = static_cast<ControlPage*>(mapped);
    if (mapped == MAP_FAILED || page->magic != page_magic) std::abort();
    return page;
}

ControlPage* page() {
    static ControlPage* const mapped = map_page();
    return mapped;
}

struct Images {
    std::mutex mutex;
    DiskImage database_image;
    DiskImage wal_image;
    std::string shm_path;

    DiskImage* of(std::int64_t kind) {
        if (page() == nullptr || page()->keeps_image == 0) return nullptr;
        if (kind == database) return &database_image;
        return kind == wal ? &wal_image : nullptr;
    }
};

// Never destroyed: other threads write until the very end.
Images& images() {
    static auto* const all = new Images();
    return *all;
}

std::int64_t kind_of_path(const char* path) {
    const std::string_view name(path);
    if (name.ends_with(".db")) return database;
    if (name.ends_with(".db-wal")) return wal;
    if (name.ends_with(".db-shm")) return shm;
    if (name.ends_with(".eml") || name.ends_with(".tmp")) return mail;
    return 0;
}

std::int64_t kind(int file) {
    return file >= 0 && file < most_files ? kind_of[static_cast<std::size_t>(file)].load() : 0;
}

[[noreturn]] void end(bool power_cut) {
    Images& all = images();
    if (power_cut) {
        std::mt19937_64 chance(static_cast<std::uint64_t>(page()->seed));
        all.database_image.power_cut(chance);
        all.wal_image.power_cut(chance);
        page()->doomed_count = 0;
        if (!all.shm_path.empty()) syscall(SYS_unlink, all.shm_path.c_str());
    }
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

// What the rules say of this call. REQUIRES: images().mutex is held.
const Rule* rule_for(std::int64_t file, std::int64_t calls) {
    if (page() == nullptr || file == 0) return nullptr;
    for (Rule& rule : page()->rules) {
        if (rule.action == nothing || (rule.files & file) == 0 || (rule.calls & calls) == 0)
            continue;
        const std::int64_t seen = ++rule.seen;
        if (seen < rule.nth || (rule.times >= 0 && seen >= rule.nth + rule.times)) continue;
        ++rule.fired;
        return &rule;
    }
    return nullptr;
}

// A call that fails or ends the process before it is done. 0: it is to be done.
int fault_of(const Rule* rule) {
    if (rule == nullptr) return 0;
    if (rule->action == end_before) end(rule->power_cut != 0);
    if (rule->action == io_error) return EIO;
    return rule->action == no_space ? ENOSPC : 0;
}

void end_after_call(const Rule* rule) {
    if (rule != nullptr && rule->action == end_after) end(rule->power_cut != 0);
}

long fail(int why) {
    errno = why;
    return -1;
}

long open_file(int folder, const char* path, int flags, unsigned mode) {
    const std::int64_t which = kind_of_path(path);
    if (which == 0) return syscall(SYS_openat, folder, path, flags, mode);
    const std::lock_guard lock(images().mutex);
    const Rule* const rule = rule_for(which, opening);
    if (const int why = fault_of(rule)) return fail(why);
    const long file = syscall(SYS_openat, folder, path, flags, mode);
    if (file >= 0 && file < most_files) {
        kind_of[static_cast<std::size_t>(file)] = which;
        if (which == shm) images().shm_path = path;
        if (DiskImage* const image = images().of(which))
            image->open(path, static_cast<File>(which), *page());
    }
    end_after_call(rule);
    return file;
}

// `at` < 0: at the place where the file is.
long put(int file, const void* bytes, std::size_t count, std::int64_t at) {
    const auto really = [&](std::size_t size) {
        return at < 0 ? syscall(SYS_write, file, bytes, size)
                      : syscall(SYS_pwrite64, file, bytes, size, at);
    };
    const std::int64_t which = kind(file);
    if (which == 0) return really(count);
    const std::lock_guard lock(images().mutex);
    const Rule* const rule = rule_for(which, at == 0 ? writing | heading : writing);
    if (const int why = fault_of(rule)) return fail(why);
    const bool half = rule != nullptr && (rule->action == tear || rule->action == short_write);
    const long done = really(half ? count / 2 : count);
    DiskImage* const image = images().of(which);
    if (image != nullptr && done > 0 && at >= 0) image->wrote({at, at + done});
    if (rule != nullptr && rule->action == tear) end(rule->power_cut != 0);
    end_after_call(rule);
    return done;
}

long sync_file(int file, long number) {
    const std::int64_t which = kind(file);
    if (which == 0) return syscall(number, file);
    const std::lock_guard lock(images().mutex);
    const Rule* const rule = rule_for(which, syncing);
    DiskImage* const image = images().of(which);
    if (rule != nullptr && rule->action == lie) return 0;
    if (const int why = fault_of(rule)) {
        if (image != nullptr) image->sync_failed();
        return fail(why);
    }
    // The image is the disk of these tests; the real one need not be waited for.
    if (image != nullptr) image->synced();
    const bool imagined = page() != nullptr && page()->keeps_image != 0;
    const long done = imagined ? 0 : syscall(number, file);
    end_after_call(rule);
    return done;
}

long truncate_file(int file, std::int64_t size) {
    const std::int64_t which = kind(file);
    if (which == 0) return syscall(SYS_ftruncate, file, size);
    const std::lock_guard lock(images().mutex);
    const Rule* const rule = rule_for(which, truncating);
    if (const int why = fault_of(rule)) return fail(why);
    const long done = syscall(SYS_ftruncate, file, size);
    if (DiskImage* const image = images().of(which)) image->truncated();
    end_after_call(rule);
    return done;
}

}  // namespace
}  // namespace werktdoord::crash

using namespace werktdoord::crash;  // for the calls of libc below, which lie in no namespace

#pragma GCC diagnostic ignored "-Wmissing-declarations"
#pragma GCC visibility push(default)
extern "C" {

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const unsigned mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, unsigned) : 0;
    va_end(more);
    return static_cast<int>(open_file(AT_FDCWD, path, flags, mode));
}
int open64(const char* path, int flags, ...) __attribute__((alias("open")));

int close(int file) {
    if (file >= 0 && file < most_files) kind_of[static_cast<std::size_t>(file)] = 0;
    return static_cast<int>(syscall(SYS_close, file));
}

ssize_t write(int file, const void* bytes, std::size_t count) {
    return put(file, bytes, count, -1);
}
ssize_t pwrite(int file, const void* bytes, std::size_t count, off_t at) {
    return put(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t count, off_t at)
    __attribute__((alias("pwrite")));

ssize_t pread(int file, void* bytes, std::size_t count, off_t at) {
    if (const std::int64_t which = kind(file)) {
        const std::lock_guard lock(images().mutex);
        if (const int why = fault_of(rule_for(which, reading))) return fail(why);
    }
    return syscall(SYS_pread64, file, bytes, count, at);
}
ssize_t pread64(int file, void* bytes, std::size_t count, off_t at) __attribute__((alias("pread")));

int fsync(int file) {
    return static_cast<int>(sync_file(file, SYS_fsync));
}
int fdatasync(int file) {
    return static_cast<int>(sync_file(file, SYS_fdatasync));
}

int ftruncate(int file, off_t size) noexcept {
    return static_cast<int>(truncate_file(file, size));
}
int ftruncate64(int file, off_t size) noexcept __attribute__((alias("ftruncate")));

int rename(const char* from, const char* to) noexcept {
    const std::lock_guard lock(images().mutex);
    const Rule* const rule = rule_for(kind_of_path(to), naming);
    if (const int why = fault_of(rule)) return static_cast<int>(fail(why));
    const long done = syscall(SYS_rename, from, to);
    end_after_call(rule);
    return static_cast<int>(done);
}

int unlink(const char* path) noexcept {
    const std::lock_guard lock(images().mutex);
    if (DiskImage* const image = images().of(kind_of_path(path))) image->removed();
    return static_cast<int>(syscall(SYS_unlink, path));
}

int clock_gettime(clockid_t clock, timespec* now) noexcept {
    const int done = static_cast<int>(syscall(SYS_clock_gettime, clock, now));
    if (done == 0 && clock == CLOCK_REALTIME && page() != nullptr)
        now->tv_sec += page()->clock_ms / 1000;
    return done;
}

}  // extern "C"
#pragma GCC visibility pop
