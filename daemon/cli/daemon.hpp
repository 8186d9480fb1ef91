// The daemon put together: built in one straight line, taken down in the reverse order.
#pragma once

#include <memory>
#include <string>

#include "cli/input.hpp"
#include "codec/mail_template.hpp"
#include "net/intake_handler.hpp"
#include "net/tls_stream.hpp"

namespace werktdoord {

class Daemon {
public:
    // Takes the address, opens the store, takes the rules into force, listens, without `tls` in
    // plain HTTP. Throws std::runtime_error when the address cannot be bound, StoreFault when
    // another daemon serves the store or it cannot be opened or written, RulesRefused when the
    // rules would lose open work.
    Daemon(Loaded loaded, Templates templates, std::vector<IntakeSource> sources,
           std::shared_ptr<TlsContext> tls);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    // How it ended: told to, or because the store must be closed and opened anew (StoreLost), and
    // under which rules.
    struct Ending {
        bool store_lost = false;
        RulesPtr rules;
    };

    // Serves until SIGTERM or SIGINT, then drains: what was acknowledged is stored and answered.
    Ending run();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace werktdoord
