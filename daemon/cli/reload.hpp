// One reload of the rules: read, check, put into force; or say why not (contract section 1,
// `serve`).
#pragma once

#include "codec/config.hpp"
#include "engine/writer.hpp"
#include "net/log.hpp"
#include "net/rules_status.hpp"

namespace werktdoord {

struct ReloadParts {
    const Config& config;
    const TimeSource& time;
    Writer& writer;
    Log& log;
    RulesStatus& status;
};

// All or nothing. Never throws: whatever goes wrong, the rules in force stay, and the log and the
// status say so.
void reload_rules(const ReloadParts& parts);

}  // namespace werktdoord
