#include "cli/lasting.hpp"

#include "cli/daemon_parts.hpp"
#include "cli/tls.hpp"

namespace werktdoord {

Lasting::Lasting(Loaded its_loaded, Templates its_templates, std::vector<IntakeSource> its_sources,
                 std::shared_ptr<TlsContext> its_tls)
    : loaded(std::move(its_loaded)),
      templates(std::move(its_templates)),
      sources(std::move(its_sources)),
      tls(std::move(its_tls)),
      log(log_sink(config()), config().log.level, time),
      metrics(WERKTDOOR_VERSION) {
    if (tls) tell_tls(*tls, time.now(), log, tls_status);
}

std::vector<std::string> Lasting::warnings() const {
    std::vector<std::string> all = rules_status.warnings();
    for (std::string& one : tls_status.warnings(time.now())) all.push_back(std::move(one));
    return all;
}

}  // namespace werktdoord
