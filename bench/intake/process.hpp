// The servers under load, each on a store in a folder that goes with it.
#pragma once

#include <filesystem>
#include <string>

#include "intake/child.hpp"

namespace werktdoord::bench {

// What stands in the configuration of the daemon.
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

    int port() const { return port_; }
    double seconds_to_ready() const { return child_.seconds_to_ready(); }
    // Resident memory now, in MiB.
    double memory() const { return child_.memory(); }

private:
    int port_;
    Child child_;
};

// Settings of `mail` under which nothing leaves: the server is away.
std::string mail_away();
std::string mail_to_folder(const std::filesystem::path& folder);

// The peer of bench/peer.
class Peer {
public:
    enum class Commit { each, grouped };
    // Returns when it is ready. Throws std::runtime_error.
    Peer(const std::filesystem::path& folder, Commit commit);

    // What it is made of was installed.
    static bool installed();
    int port() const { return port_; }

private:
    int port_;
    Child child_;
};

}  // namespace werktdoord::bench
