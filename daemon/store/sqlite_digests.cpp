#include "store/sqlite_digests.hpp"

#include <set>
#include <utility>

#include "codec/request_json.hpp"
#include "core/place_words.hpp"
#include "store/query.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_queries.hpp"

namespace werktdoord {
namespace {

// Every open one is counted each morning, so these read an index that has all they ask.
constexpr const char* open_referrals_sql =
    "SELECT request, ordinal, sent_at, due, NULL FROM referrals INDEXED BY referrals_open"
    " WHERE state = 'open' AND region = ?";
constexpr const char* open_requests_sql =
    "SELECT id, registered_at, due, NULL, taken_up_at, unplaced FROM requests INDEXED BY "
    "requests_open"
    " WHERE state <> 'closed' AND id > ? ORDER BY id LIMIT ?";
constexpr const char* region_work_sql =
    "SELECT count(*), count(CASE WHEN due <= ? THEN 1 END) FROM referrals INDEXED BY "
    "referrals_open"
    " WHERE state = 'open' AND region = ?";

constexpr const char* ended_referrals_sql =
    "SELECT request, ordinal, sent_at, NULL, ended_at FROM referrals"
    " WHERE ended_at IS NOT NULL AND region = ?1 AND ended_at > ?2"
    " UNION ALL SELECT f.request, f.ordinal, f.sent_at, NULL, t.recorded_at FROM told_later t"
    " JOIN referrals f ON f.request = t.request AND f.ended_at = t.ended_at"
    " WHERE t.recorded_at > ?2 AND t.region IN ('', ?1) AND f.region = ?1 AND f.ended_at <= ?2";
// Few: they are looked up first, so that the open ones still need no more than their index.
constexpr const char* sent_told_later_sql =
    "SELECT f.request, f.ordinal FROM told_later t"
    " JOIN referrals f ON f.request = t.request AND f.sent_at = t.ended_at"
    " WHERE t.recorded_at > ?1 AND t.region = ?2 AND f.region = ?3 AND f.state = 'open'";
constexpr const char* closed_requests_sql =
    "SELECT id, registered_at, NULL, closed_at, taken_up_at, unplaced FROM requests"
    " WHERE closed_at IS NOT NULL AND closed_at > ?1 AND state = 'closed'"
    " UNION ALL SELECT r.id, r.registered_at, NULL, t.recorded_at, r.taken_up_at, r.unplaced"
    " FROM told_later t JOIN requests r ON r.id = t.request AND r.closed_at = t.ended_at"
    " WHERE t.recorded_at > ?1 AND t.region = '' AND r.closed_at <= ?1 AND r.state = 'closed'";

constexpr const char* digest_row_sql =
    "SELECT r.kind, r.occupation, r.sector, r.headcount, r.employer_name, f.place, r.lead"
    " FROM referrals f JOIN requests r ON r.id = f.request WHERE f.request = ? AND f.ordinal = ?";
constexpr const char* referral_clocks_sql =
    "SELECT " WERKTDOORD_CLOCK_COLUMNS
    " FROM clocks c WHERE request = ? AND referral = ? AND " WERKTDOORD_OPEN_CLOCK
    " ORDER BY due, id";

constexpr const char* team_row_sql = "SELECT " WERKTDOORD_REQUEST_ROW_COLUMNS
                                     ", d.document FROM requests r"
                                     " JOIN documents d ON d.request = r.id WHERE r.id = ?";
constexpr const char* request_clocks_sql =
    "SELECT " WERKTDOORD_CLOCK_COLUMNS " FROM clocks c WHERE request = ? AND " WERKTDOORD_OPEN_CLOCK
    " ORDER BY due, id";

std::string first_place(const std::string& document) {
    const Parsed<RequestData> data = read_stored_document(document);
    if (!data || data->sites.empty()) return {};
    return place_of(data->sites.front());
}

void tell_request_marks(Query& query, const std::function<void(const RequestMark&)>& mark) {
    RequestMark one;
    while (query.step()) {
        one.number = query.request();
        one.registered_at = query.instant();
        one.due = query.maybe_instant();
        one.closed_at = query.maybe_instant();
        one.taken_up = query.maybe_instant().has_value();
        one.unplaced = query.truth();
        mark(one);
    }
}

[[noreturn]] void lost(const RequestNumber& request) {
    throw StoreFault("store: " + request.text() + " of a digest is not there", false);
}

}  // namespace

void select_referral_marks(Connection& connection, const RegionKey& region, Instant since,
                           const std::function<void(const ReferralMark&)>& mark) {
    const Connection::Snapshot snapshot(connection);
    std::set<std::pair<RequestNumber, int>> later;
    Query sent(connection, sent_told_later_sql, since, sent_told_later + region.text(), region);
    while (sent.step()) {
        const RequestNumber request = sent.request();
        later.emplace(request, sent.number());
    }
    ReferralMark one;
    one.region = region;
    const auto tell = [&](Query& query) {
        while (query.step()) {
            one.request = query.request();
            one.referral = query.number();
            one.sent_at = query.instant();
            one.due = query.maybe_instant();
            one.ended_at = query.maybe_instant();
            one.told_later = later.contains({one.request, one.referral});
            mark(one);
        }
    };
    Query open(connection, open_referrals_sql, region);
    tell(open);
    Query ended(connection, ended_referrals_sql, region, since);
    tell(ended);
}

DigestRow select_digest_row(Connection& connection, const RequestNumber& request, int referral) {
    const Connection::Snapshot snapshot(connection);
    Query query(connection, digest_row_sql, request, referral);
    if (!query.step()) lost(request);
    DigestRow row;
    row.kind = query.name<Kind>();
    row.occupation = query.text();
    row.sector = query.text();
    row.headcount = query.number();
    row.employer = query.text();
    row.place = query.text();
    row.lead = query.key<RegionKey>();
    Query clocks(connection, referral_clocks_sql, request, referral);
    while (clocks.step()) row.open_clocks.push_back(read_clock(clocks));
    return row;
}

void select_open_request_marks(Connection& connection, const std::optional<RequestNumber>& after,
                               int limit, const std::function<void(const RequestMark&)>& mark) {
    Query open(connection, open_requests_sql, after ? request_id(*after) : 0, limit);
    tell_request_marks(open, mark);
}

void select_closed_request_marks(Connection& connection, Instant since,
                                 const std::function<void(const RequestMark&)>& mark) {
    Query closed(connection, closed_requests_sql, since);
    tell_request_marks(closed, mark);
}

RequestRow select_team_row(Connection& connection, const RequestNumber& request) {
    const Connection::Snapshot snapshot(connection);
    Query query(connection, team_row_sql, request);
    if (!query.step()) lost(request);
    RequestRow row = read_request_row(query);
    row.place = first_place(query.text());
    Query clocks(connection, request_clocks_sql, request);
    while (clocks.step()) row.open_clocks.push_back(read_clock(clocks));
    return row;
}

RegionWork select_region_work(Connection& connection, const RegionKey& region, Instant now) {
    Query query(connection, region_work_sql, now, region);
    RegionWork work;
    work.region = region;
    if (!query.step()) return work;
    work.open = query.number();
    work.too_late = query.number();
    return work;
}

}  // namespace werktdoord
