// A server as a process of its own that listens on a port of this machine, until it goes.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace werktdoord::bench {

struct Program {
    std::vector<std::string> arguments;    // the first is the program, looked for in PATH
    std::vector<std::string> environment;  // "NAME=value", beside our own
    std::filesystem::path log;             // takes what it says
};

// A port of 127.0.0.1 that nobody listens on.
int free_port();

class Child {
public:
    // Returns when the program listens on `port`. Throws std::runtime_error.
    Child(const Program& program, int port);
    // Stops it and waits.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    double seconds_to_ready() const { return ready_; }
    // Resident memory now, in MiB.
    double memory() const;

private:
    pid_t pid_ = 0;
    double ready_ = 0;
};

}  // namespace werktdoord::bench
