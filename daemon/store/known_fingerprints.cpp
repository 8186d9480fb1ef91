#include "store/known_fingerprints.hpp"

#include "store/query.hpp"

namespace werktdoord {
namespace {

// Changes when another connection has committed, not with commits of this one.
constexpr const char* version_sql = "PRAGMA data_version";
constexpr const char* all_fingerprints_sql =
    "SELECT fingerprint FROM webhook_fingerprints"
    " UNION ALL SELECT fingerprint FROM employer_fingerprints";

// At least so many are added before all are read anew: a day of a crisis.
constexpr std::size_t least_added = 1'000'000;

}  // namespace

std::int64_t KnownFingerprints::version() const {
    Query row(connection_, version_sql);
    row.step();
    return row.integer();
}

void KnownFingerprints::read(std::int64_t version) {
    FingerprintFilter filter;
    Query row(connection_, all_fingerprints_sql);
    while (row.step()) filter.add(row.integer());
    filter_ = std::move(filter);
    version_ = version;
    most_ = 2 * filter_.added() + least_added;
}

void KnownFingerprints::refresh() {
    const std::int64_t now = version();
    if (now != version_ || filter_.added() > most_) read(now);
}

bool KnownFingerprints::may_be_stored(std::int64_t fingerprint) {
    if (!version_) read(version());
    return filter_.may_hold(fingerprint);
}

void KnownFingerprints::add(std::int64_t fingerprint) {
    filter_.add(fingerprint);
}

}  // namespace werktdoord
