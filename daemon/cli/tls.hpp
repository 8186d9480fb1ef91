// The certificate of the listener as configured: read for `serve` and `check`, and by a reload.
#pragma once

#include <memory>
#include <optional>

#include "codec/config.hpp"
#include "codec/finding.hpp"
#include "net/http_front.hpp"
#include "net/log.hpp"
#include "net/tls_status.hpp"

namespace werktdoord {

// Null without `listen.tls`. Files that cannot be used, or hold a certificate that is not valid
// yet, are told on stderr and give nothing. One that has ended is taken: without the daemon nobody
// is served better.
std::optional<std::shared_ptr<TlsContext>> load_tls(const Config& config, Instant now);

// What `check` says of these files: errors as `serve` would have, and as warnings a certificate
// that has ended or soon will, and a key that others may read.
Findings tls_findings(const Config& config, Instant now);

// Puts a certificate to use in log and status, at warning when it has ended; at the start and after
// a reload.
void tell_tls(const TlsContext& tls, Instant now, Log& log, TlsStatus& status);

struct TlsReload {
    const Config& config;
    const TimeSource& time;
    HttpFront& front;
    Log& log;
    TlsStatus& status;
    std::shared_ptr<TlsContext>& in_force;  // what was taken is put here
};

// Reads the files again. Connections to come get the new certificate, those that there are keep
// theirs. Files that cannot be used, or hold a certificate that is not valid now, change nothing;
// the log and the status say so. Nothing without `listen.tls`.
void reload_tls(const TlsReload& parts);

}  // namespace werktdoord
