// Names of files that survive a power cut.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace werktdoord {

// Brings the names of the files in a folder to the disk. False: it failed, and errno says why.
inline bool sync_folder(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return false;
    const bool synced = ::fsync(file) == 0;
    const int why = errno;
    ::close(file);
    errno = why;
    return synced;
}

}  // namespace werktdoord
