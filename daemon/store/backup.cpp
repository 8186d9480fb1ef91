#include "store/backup.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/sync_folder.hpp"
#include "store/connection.hpp"
#include "store/schema.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {
namespace {

std::string reason() {
    return std::generic_category().message(errno);
}

// The file that is being written; gone with this object unless it got its name.
class PartFile {
public:
    explicit PartFile(const std::filesystem::path& target)
        : target_(target), path_(target.string() + ".part") {}
    ~PartFile() {
        if (owned_) ::unlink(path_.c_str());
        if (file_ >= 0) ::close(file_);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const std::string& path() const { return path_; }

    // Takes over what a killed backup left; nothing, or why not.
    std::optional<Problem> open() {
        file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file_ < 0) return Problem{path_, "cannot be written: " + reason()};
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0)
            return Problem{path_, "another backup to this file is under way"};
        owned_ = true;
        ::unlink((path_ + "-journal").c_str());
        if (::fchmod(file_, 0600) != 0 || ::ftruncate(file_, 0) != 0)
            return Problem{path_, "cannot be written: " + reason()};
        return std::nullopt;
    }

    // Gives it its name, for good: survives a power cut.
    std::optional<Problem> name() {
        if (::fsync(file_) != 0) return Problem{path_, "cannot be written: " + reason()};
        if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) != 0)
            return Problem{target_.string(), "cannot get this name: " + reason()};
        owned_ = false;
        if (sync_folder(target_.has_parent_path() ? target_.parent_path() : "."))
            return std::nullopt;
        return Problem{target_.string(),
                       "is complete, but its name may not survive a power cut: " + reason()};
    }

private:
    std::filesystem::path target_;
    std::string path_;
    int file_ = -1;
    bool owned_ = false;
};

// One statement, one snapshot: the writer goes on, and only live rows are copied.
void copy(const std::string& store, const std::string& target) {
    Connection from(store, Access::read);
    require_current_schema(from);
    from.run_script("PRAGMA query_only = OFF");
    try {
        SQLite::Statement statement(from.database(), "VACUUM INTO ?");
        statement.bind(1, target);
        statement.exec();
    } catch (const SQLite::Exception& error) {
        throw fault_of(error);
    }
}

}  // namespace

Result<Verified> back_up(const std::string& store, const std::filesystem::path& target,
                         const std::function<void(const Problem&)>& found) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored)))
        return Problem{target.string(), "exists already; a backup never overwrites"};
    PartFile part(target);
    if (auto problem = part.open()) return *problem;
    copy(store, part.path());
    bool readable = true;
    const Verified verified = open_reader(part.path())->verify([&](const Problem& problem) {
        readable = readable && problem.where != "database";
        found(problem);
    });
    if (!readable) return Problem{target.string(), "the copy cannot be relied on and was removed"};
    if (auto problem = part.name()) return *problem;
    return verified;
}

}  // namespace werktdoord
