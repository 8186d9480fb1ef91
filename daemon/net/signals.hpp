// Signals of the system as calls: stop and reload.
#pragma once

#include <functional>
#include <memory>

namespace werktdoord {

// From here on a write to a pipe that nobody reads fails like any other: whoever reads the log may
// go, the daemon stays. For the whole process.
void ignore_broken_pipes();

// One a process: while it is there no signal ends the process or gets lost. What comes while nobody
// listens is kept.
class Signals {
public:
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    // `stop` on SIGTERM and SIGINT, `reload` on SIGHUP; each may be called more than once, from a
    // thread of this class, or from here for what was kept. Neither may call back. Without `reload`
    // SIGHUP is kept further.
    void listen(std::function<void()> stop, std::function<void()> reload);

    // Listens no more; when it returns neither runs or will run. Idempotent.
    void hush();

    // A reload that was asked for and not carried out: as if SIGHUP came now.
    void keep_reload();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace werktdoord
