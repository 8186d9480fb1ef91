#include "cli/tls.hpp"

#include <filesystem>
#include <iostream>

namespace werktdoord {

namespace {

// A certificate should be renewed before so little of it is left.
constexpr std::chrono::hours short_rest{14 * 24};

Result<std::shared_ptr<TlsContext>> load_files(const Config::Tls& tls) {
    return TlsContext::load({tls.certificate.string(), tls.key.string()});
}

std::string text_of(const Problem& problem) {
    return problem.where + " " + problem.text;
}

// Why a certificate is no good yet at this instant, or no more; empty: it is.
std::string not_yet(const TlsContext& tls, Instant now) {
    return now < tls.not_before() ? "is not valid before " + to_rfc3339(tls.not_before()) : "";
}
std::string ended(const TlsContext& tls, Instant now) {
    return tls.not_after() <= now ? "ended at " + to_rfc3339(tls.not_after()) : "";
}

// Files that can be used, of a certificate that is valid already.
Result<std::shared_ptr<TlsContext>> load_usable(const Config::Tls& tls, Instant now) {
    auto loaded = load_files(tls);
    if (!loaded) return loaded;
    const std::string early = not_yet(**loaded, now);
    if (!early.empty()) return Problem{tls.certificate.string(), early};
    return loaded;
}

bool others_may_read(const std::filesystem::path& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    return !failure && (status.permissions() & std::filesystem::perms::others_read) !=
                           std::filesystem::perms::none;
}

}  // namespace

std::optional<std::shared_ptr<TlsContext>> load_tls(const Config& config, Instant now) {
    if (!config.listen.tls) return std::shared_ptr<TlsContext>();
    auto loaded = load_usable(*config.listen.tls, now);
    if (loaded) return *loaded;
    std::cerr << config.listen.tls->where << ": error: " << text_of(loaded.error()) << "\n";
    return std::nullopt;
}

Findings tls_findings(const Config& config, Instant now) {
    if (!config.listen.tls) return {};
    const Config::Tls& tls = *config.listen.tls;
    const auto loaded = load_usable(tls, now);
    if (!loaded) return {{Finding::Severity::error, {tls.where, text_of(loaded.error())}}};
    Findings findings;
    const auto warn = [&](const std::filesystem::path& path, const std::string& text) {
        findings.push_back({Finding::Severity::warning, {tls.where, path.string() + " " + text}});
    };
    const TlsContext& context = **loaded;
    const std::string over = ended(context, now);
    if (!over.empty())
        warn(tls.certificate, over);
    else if (context.not_after() - now < short_rest)
        warn(tls.certificate, "ends at " + to_rfc3339(context.not_after()));
    if (others_may_read(tls.key)) warn(tls.key, "may be read by every user of this machine");
    return findings;
}

void tell_tls(const TlsContext& tls, Instant now, Log& log, TlsStatus& status) {
    LogFields fields{{"until", to_rfc3339(tls.not_after())}};
    const std::string over = ended(tls, now);
    if (!over.empty()) fields.emplace_back("reason", "the certificate " + over);
    log.line(over.empty() ? LogLevel::info : LogLevel::warning, "tls.loaded", std::move(fields));
    status.taken(tls.not_after());
}

void reload_tls(const TlsReload& parts) {
    if (!parts.config.listen.tls) return;
    const Instant now = parts.time.now();
    const auto loaded = load_usable(*parts.config.listen.tls, now);
    std::string why_not;
    if (!loaded) {
        why_not = text_of(loaded.error());
    } else if (const std::string over = ended(**loaded, now); !over.empty()) {
        why_not = parts.config.listen.tls->certificate.string() + " " + over;
    }
    if (!why_not.empty()) {
        parts.log.line(LogLevel::error, "tls.refused", {{"reason", why_not}});
        return parts.status.refused(now);
    }
    parts.front.take_tls(*loaded);
    parts.in_force = *loaded;
    tell_tls(**loaded, now, parts.log, parts.status);
}

}  // namespace werktdoord
