#include "store/open_database.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace werktdoord {
namespace {

constexpr int busy_timeout_ms = 5000;

int flags_of(Access access) {
    const int write = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    return access == Access::write ? write | SQLite::OPEN_CREATE : write;
}

// SQLite says "cannot open" of a disk that fails as of a wrong path. A path that is right to look
// at may pass. Looked at without opening it: closing it would drop the locks of other connections.
bool opening_may_pass(const std::string& path, Access access) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (::access(folder.c_str(), W_OK | X_OK) != 0) return errno == EIO;
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0)
        return (errno == ENOENT && access == Access::write) || errno == EIO;
    return S_ISREG(found.st_mode) && ::access(path.c_str(), R_OK | W_OK) == 0;
}

// SQLite counts each allocation behind a lock unless told otherwise; nobody reads that count. It
// takes this only before it is first used.
void leave_memory_uncounted() {
    static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(told);
}

}  // namespace

// Two that open a store at one instant get in each other's way for a moment; SQLite does not wait
// there, and calls the file read-only that another is about to begin the log of.
void fail_opening(const std::string& path, Access access, const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    const bool unclear = code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
    const bool passes = unclear ? opening_may_pass(path, access) : fault_of(error).retry;
    struct stat found {};
    if (access == Access::read && ::stat(path.c_str(), &found) != 0 && errno == ENOENT)
        throw StoreFault("there is no store at " + path + " yet", passes);
    const std::string what = "store " + path + " cannot be opened: " + error.what();
    const bool crossed = code == SQLITE_BUSY || code == SQLITE_READONLY;
    if (crossed && passes) throw StoreBusy(what);
    throw StoreFault(what, passes, code == SQLITE_CORRUPT);
}

SQLite::Database open_database(const std::string& path, Access access) {
    leave_memory_uncounted();
    try {
        return SQLite::Database(path, flags_of(access), busy_timeout_ms);
    } catch (const SQLite::Exception& error) {
        fail_opening(path, access, error);
    }
}

}  // namespace werktdoord
