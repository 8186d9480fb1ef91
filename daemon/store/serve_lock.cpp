#include "store/serve_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/store.hpp"

namespace werktdoord {

// A file of its own: closing a second descriptor of the database would undo SQLite's locks on it.
ServeLock::ServeLock(const std::string& store) {
    const std::string path = store + ".lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file_ < 0) {
        const std::error_code error(errno, std::system_category());
        throw fault_of(path + " cannot be made", error);
    }
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    const std::error_code error(errno, std::system_category());
    ::close(file_);
    const bool taken = error == std::errc::operation_would_block;
    throw StoreFault(taken ? "another werktdoord serves " + store + "; stop it first"
                           : path + " cannot be locked: " + error.message(),
                     false);
}

ServeLock::~ServeLock() {
    ::close(file_);
}

}  // namespace werktdoord
