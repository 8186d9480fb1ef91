// The daemon as a process of its own, on a store in a folder that goes with it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace werktdoord::bench {

// What stands in its configuration.
struct Serve {
    std::filesystem::path program;
    std::filesystem::path folder;  // for its configuration and its store
    std::string mail;              // the section `mail` without `from`
};

inline constexpr const char* load_secret = "whsec_d2Vya3Rkb29yZCBkZW1vIHNlY3JldCwgbm90IHJlYWw=";

class Process {
public:
    // Returns when it is ready. Throws std::runtime_error.
    explicit Process(const Serve& serve);
    // Stops it and waits.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    int port() const { return port_; }
    double seconds_to_ready() const { return ready_; }
    // Resident memory now, in MiB.
    double memory() const;

private:
    int port_;
    pid_t pid_ = 0;
    double ready_ = 0;
};

// Settings of `mail` under which nothing leaves: the server is away.
std::string mail_away();
std::string mail_to_folder(const std::filesystem::path& folder);

}  // namespace werktdoord::bench
