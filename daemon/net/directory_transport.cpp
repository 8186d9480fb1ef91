#include "net/directory_transport.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string_view>
#include <system_error>

#include "base/sync_folder.hpp"

namespace werktdoord {
namespace {

// An open file, closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool open() const { return number_ >= 0; }
    bool sync() const { return ::fsync(number_) == 0; }

    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

private:
    int number_;
};

// An id is a name inside the folder, never a path.
std::string file_name(const std::string& id) {
    std::string name;
    for (const char c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_';
        name += plain ? c : '_';
    }
    return name.empty() ? "_" : name;
}

SendOutcome unreachable(const char* what) {
    return {SendOutcome::Kind::unreachable,
            std::string(what) + ": " + std::generic_category().message(errno)};
}

}  // namespace

SendOutcome DirectoryTransport::send(const std::string&, const std::string&,
                                     const std::string& mime, const std::string& id) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    const std::filesystem::path target = folder_ / (file_name(id) + ".eml");
    const std::filesystem::path temporary = folder_ / ("." + file_name(id) + ".tmp");
    {
        constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
        const Descriptor file(::open(temporary.c_str(), flags, 0640));
        if (!file.open()) return unreachable("cannot write into the mail folder");
        if (!file.write(mime) || (durable_ && !file.sync())) {
            const SendOutcome outcome = unreachable("cannot write the mail");
            ::unlink(temporary.c_str());
            return outcome;
        }
    }
    if (std::rename(temporary.c_str(), target.c_str()) != 0)
        return unreachable("cannot name the mail");
    if (!durable_) return {};
    if (!sync_folder(folder_)) return unreachable("cannot keep the mail");
    return {};
}

}  // namespace werktdoord
