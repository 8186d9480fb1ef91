// What outlives the daemon when it is put together anew on the same store: what is in force stays.
#pragma once

#include <memory>
#include <vector>

#include "cli/input.hpp"
#include "codec/mail_template.hpp"
#include "net/intake_handler.hpp"
#include "net/log.hpp"
#include "net/metrics.hpp"
#include "net/rules_status.hpp"
#include "net/signals.hpp"
#include "net/system_clock.hpp"
#include "net/systemd.hpp"
#include "net/tls_status.hpp"
#include "net/tls_stream.hpp"

namespace werktdoord {

// One a process. Nothing here is read from the disk again but by a reload, and what a reload
// refused stays told as refused.
struct Lasting {
    Loaded loaded;  // its rules: those in force
    Templates templates;
    std::vector<IntakeSource> sources;
    std::shared_ptr<TlsContext> tls;  // in force; null: plain HTTP. A reload puts another one here
    SystemClock time;
    Log log;
    Metrics metrics;
    RulesStatus rules_status{metrics};
    TlsStatus tls_status{metrics};
    SystemdNotes notes;
    Signals signals;

    // Tells the certificate as taken.
    Lasting(Loaded its_loaded, Templates its_templates, std::vector<IntakeSource> its_sources,
            std::shared_ptr<TlsContext> its_tls);

    const Config& config() const { return loaded.config; }

    // One sentence for each thing that somebody should look at; empty: all is well.
    std::vector<std::string> warnings() const;
};

}  // namespace werktdoord
