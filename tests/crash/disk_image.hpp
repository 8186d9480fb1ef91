// What is really on disk of one file: what was written and then synced.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "disk_shim.hpp"

namespace werktdoord::crash {

struct Range {
    std::int64_t from;
    std::int64_t until;
};

// Calls that do not pass through the shim again.
inline long raw_open(const char* path, int flags) {
    return syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0644);
}
inline void raw_close(long file) {
    syscall(SYS_close, file);
}

inline void copy_bytes(long from, long to, Range range) {
    std::vector<char> bytes(64 * 1024);
    for (std::int64_t at = range.from; at < range.until;) {
        const auto most = std::min<std::int64_t>(range.until - at, 64 * 1024);
        const long got = syscall(SYS_pread64, from, bytes.data(), most, at);
        if (got <= 0) return;
        syscall(SYS_pwrite64, to, bytes.data(), got, at);
        at += got;
    }
}

inline std::int64_t size_of(long file) {
    struct stat found {};
    return fstat(static_cast<int>(file), &found) == 0 ? found.st_size : 0;
}

// The image lies beside the file as FILE.disk. Not thread-safe.
class DiskImage {
public:
    // At the first opening in this process. Whatever the file has more or otherwise than its image
    // is not synced yet: a process before this one wrote it.
    void open(const std::string& path, File which, ControlPage& page) {
        if (!path_.empty()) return;
        path_ = path;
        image_path_ = path + ".disk";
        which_ = which;
        page_ = &page;
        const bool known = access(image_path_.c_str(), F_OK) == 0;
        file_ = raw_open(path_.c_str(), O_RDONLY);
        image_ = raw_open(image_path_.c_str(), O_RDWR | O_CREAT);
        if (!known) copy_bytes(file_, image_, {0, size_of(file_)});
        if (known) find_differences();
    }

    bool opened() const { return !path_.empty(); }

    void wrote(Range range) {
        if (!opened()) return;
        dirty_.push_back(range);
        redeem(range);
    }
    void truncated() { resized_ = true; }

    void synced() {
        if (!opened()) return;
        for (const Range& range : dirty_) copy_bytes(file_, image_, range);
        if (resized_) resize(size_of(file_));
        dirty_.clear();
        resized_ = false;
    }

    // The system takes the pages for clean, and the disk never got them.
    void sync_failed() {
        for (const Range& range : dirty_)
            if (page_ != nullptr && page_->doomed_count < std::ssize(page_->doomed))
                page_->doomed[static_cast<std::size_t>(page_->doomed_count++)] = {
                    which_, range.from, range.until};
        dirty_.clear();
    }

    // The machine is gone. Some of what was not synced may have reached the disk, in any order.
    void power_cut(std::mt19937_64& chance) {
        if (!opened()) return;
        const auto survives = [&] {
            return static_cast<std::int64_t>(chance() % 100) < page_->survive_percent;
        };
        for (const Range& range : dirty_)
            if (survives()) copy_bytes(file_, image_, range);
        if (resized_ && survives()) resize(size_of(file_));
        syscall(SYS_rename, image_path_.c_str(), path_.c_str());
    }

    void removed() {
        if (!opened()) return;
        syscall(SYS_unlink, image_path_.c_str());
        path_.clear();
        dirty_.clear();
        resized_ = false;
    }

private:
    static constexpr std::int64_t block = 512;

    void resize(std::int64_t size) {
        [[maybe_unused]] const long done = syscall(SYS_ftruncate, image_, size);
    }

    // What is written again has its chance again.
    void redeem(Range range) {
        for (std::int64_t i = 0; i < page_->doomed_count;) {
            Doomed& lost = page_->doomed[static_cast<std::size_t>(i)];
            const bool whole =
                lost.file == which_ && lost.from >= range.from && lost.until <= range.until;
            if (whole)
                lost = page_->doomed[static_cast<std::size_t>(--page_->doomed_count)];
            else
                ++i;
        }
    }

    bool is_doomed(Range range) const {
        for (std::int64_t i = 0; i < page_->doomed_count; ++i) {
            const Doomed& lost = page_->doomed[static_cast<std::size_t>(i)];
            if (lost.file == which_ && lost.from < range.until && lost.until > range.from)
                return true;
        }
        return false;
    }

    void find_differences() {
        std::array<char, block> now{};
        std::array<char, block> kept{};
        const std::int64_t size = size_of(file_);
        resized_ = size != size_of(image_);
        for (std::int64_t at = 0; at < size; at += block) {
            const long got = syscall(SYS_pread64, file_, now.data(), block, at);
            const long had = syscall(SYS_pread64, image_, kept.data(), block, at);
            const Range range{at, at + got};
            const bool same =
                got == had && std::equal(now.begin(), now.begin() + got, kept.begin());
            if (!same && !is_doomed(range)) dirty_.push_back(range);
        }
    }

    std::string path_;
    std::string image_path_;
    File which_ = database;
    ControlPage* page_ = nullptr;
    // Never closed: closing any descriptor of a file drops the locks that the process has on it.
    long file_ = -1;
    long image_ = -1;
    std::vector<Range> dirty_;
    bool resized_ = false;
};

}  // namespace werktdoord::crash
