#include "cli/reload.hpp"

#include <filesystem>

#include "cli/findings_log.hpp"
#include "codec/check_rules.hpp"
#include "codec/rules.hpp"

namespace werktdoord {

namespace {

// Where the first error stands, by its place within the folder: what it says may hold an address,
// and anyone may ask /readyz.
std::string first_place(const Findings& findings, const std::filesystem::path& folder) {
    std::string place;
    std::size_t errors = 0;
    for (const Finding& finding : findings) {
        if (finding.severity != Finding::Severity::error) continue;
        if (++errors == 1) place = finding.problem.where;
    }
    const std::string beginning = (folder / "").string();
    if (place.starts_with(beginning)) place.erase(0, beginning.size());
    if (errors > 1) place += " and " + std::to_string(errors - 1) + " more";
    return place + " (see the log)";
}

// Why the rules do not come into force; empty: they have.
std::string take_rules(const ReloadParts& parts) {
    const RulesRead read = read_rules(parts.config.rules, parts.config.zone);
    const Findings findings = findings_of(read, parts.time.now());
    log_findings(parts.log, findings);
    if (!read.rules || any_error(findings)) return first_place(findings, parts.config.rules);
    parts.writer.reload(read.rules);
    return "";
}

}  // namespace

void reload_rules(const ReloadParts& parts) {
    std::string why_not;
    try {
        why_not = take_rules(parts);
    } catch (const std::exception& fault) {
        why_not = fault.what();
    }
    if (why_not.empty()) return parts.status.taken();
    const std::string hash = parts.writer.rules()->hash;
    parts.log.line(LogLevel::error, "rules.refused", {{"reason", why_not}, {"stay", hash}});
    parts.status.refused(why_not, hash, parts.time.now());
}

}  // namespace werktdoord
