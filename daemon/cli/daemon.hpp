// The daemon put together: built in one straight line, taken down in the reverse order.
#pragma once

#include <memory>

#include "cli/lasting.hpp"

namespace werktdoord {

class Daemon {
public:
    // Takes the address, opens the store, takes the rules into force, listens, without a
    // certificate in plain HTTP. `lasting` must outlive it. Throws std::runtime_error when the
    // address cannot be bound, StoreFault when another daemon serves the store or it cannot be
    // opened or written, RulesRefused when the rules would lose open work.
    explicit Daemon(Lasting& lasting);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    // `store_lost`: the store must be closed and opened anew (StoreLost).
    enum class Ending { told_to, store_lost };

    // Serves until SIGTERM or SIGINT, then drains: what was acknowledged is stored and answered.
    // The rules and the certificate that were in force at the end stand in `lasting`.
    Ending run();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace werktdoord
