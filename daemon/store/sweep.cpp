#include "store/sweep.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

#include "store/query.hpp"
#include "store/schema.hpp"
#include "store/setting_names.hpp"
#include "store/sqlite_settings.hpp"

namespace werktdoord {
namespace {

constexpr std::int64_t pages_a_piece = 8192;
constexpr int tries = 6;  // each waits as long as a busy store is waited for

// Beyond this the first byte of an overflow page may look like that of a b-tree.
constexpr std::int64_t most_pages = 1 << 25;

void check(int code, const char* what) {
    if (code != SQLITE_OK) throw StoreFault(std::string("store: cannot ") + what, true);
}

class Sweep {
public:
    explicit Sweep(const std::string& path) : connection_(path, Access::write) {
        require_current_schema(connection_);
        page_size_ = integer_of(connection_, "PRAGMA page_size");
        if (integer_of(connection_, "PRAGMA auto_vacuum") != 0)
            throw StoreFault("store: its pages are not as this program makes them", false);
    }

    std::int64_t run() {
        for (std::int64_t next = 0; next >= 0;) next = piece(next);
        empty_log();
        return cleaned_;
    }

private:
    sqlite3* handle() { return connection_.database().getHandle(); }

    sqlite3_file* file(int which) {
        sqlite3_file* found = nullptr;
        check(sqlite3_file_control(handle(), "main", which, &found), "reach its files");
        return found;
    }

    // False while somebody reads what stands in the log.
    bool try_to_empty_log() {
        return integer_of(connection_, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    }

    void empty_log() {
        for (int left = tries; left > 0; --left)
            if (try_to_empty_log()) return;
        throw StoreFault("store: somebody reads it for so long that its log cannot be emptied",
                         true);
    }

    bool log_is_empty() {
        sqlite3_int64 size = 0;
        sqlite3_file* log = file(SQLITE_FCNTL_JOURNAL_POINTER);
        if (log == nullptr || log->pMethods == nullptr) return true;
        check(log->pMethods->xFileSize(log, &size), "read the size of its log");
        return size == 0;
    }

    // Cleans the pages from `first` on; gives the first page after them, or -1 when there is none.
    // The file itself is written, which is safe only while the log is empty and stays so: then the
    // file is the whole truth and nobody else writes it. The bytes belong to no row, so who reads
    // meanwhile, or comes after a power cut in the midst of it, misses nothing.
    std::int64_t piece(std::int64_t first) {
        for (int left = 100 * tries; left > 0; --left) {
            empty_log();
            // Pages kept in memory would come back with what they held.
            sqlite3_db_release_memory(handle());
            std::optional<std::int64_t> next;
            connection_.transaction([&] {
                if (log_is_empty()) next = clean(first);
            });
            if (next) return *next;
        }
        throw StoreFault("store: it is written to so much that it cannot be swept", true);
    }

    std::int64_t clean(std::int64_t first) {
        sqlite3_file* data = file(SQLITE_FCNTL_FILE_POINTER);
        sqlite3_int64 size = 0;
        check(data->pMethods->xFileSize(data, &size), "read its size");
        const std::int64_t pages = size / page_size_;
        if (pages > most_pages) throw StoreFault("store: it is too large to be swept", false);
        const std::int64_t end = std::min(pages, first + pages_a_piece);
        const std::int64_t before = cleaned_;
        for (std::int64_t page = first; page < end; ++page) clean_page(data, page);
        if (cleaned_ != before) {
            check(data->pMethods->xSync(data, SQLITE_SYNC_FULL), "write what was swept");
            // A commit: other processes let go of the pages that they keep in memory.
            put_setting(connection_, setting::swept, std::to_string(end));
        }
        return end < pages ? end : -1;
    }

    void clean_page(sqlite3_file* data, std::int64_t page) {
        std::vector<unsigned char>& bytes = bytes_;
        bytes.resize(static_cast<std::size_t>(page_size_));
        const int length = static_cast<int>(page_size_);
        check(data->pMethods->xRead(data, bytes.data(), length, page * page_size_), "read a page");
        if (page == 0) usable_ = bytes.size() - bytes[20];
        if (!sweep_page(bytes, usable_, page == 0)) return;
        check(data->pMethods->xWrite(data, bytes.data(), length, page * page_size_),
              "write a page");
        ++cleaned_;
    }

    Connection connection_;
    std::int64_t page_size_ = 0;
    std::size_t usable_ = 0;
    std::int64_t cleaned_ = 0;
    std::vector<unsigned char> bytes_;
};

}  // namespace

std::int64_t sweep_store(const std::string& path) {
    return Sweep(path).run();
}

}  // namespace werktdoord
