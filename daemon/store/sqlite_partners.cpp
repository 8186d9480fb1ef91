#include "store/sqlite_partners.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "codec/request_json.hpp"
#include "core/match_keys.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* put_key_sql =
    "INSERT INTO match_keys(kind, word, area, request) VALUES(?, ?, ?, ?)";
constexpr const char* delete_key_sql =
    "DELETE FROM match_keys WHERE kind = ? AND word = ? AND area = ? AND request = ?";
constexpr const char* has_key_sql =
    "SELECT 1 FROM match_keys WHERE kind = ? AND word = ? AND area = ? AND request = ?";
constexpr const char* open_sql =
    "SELECT r.id, r.kind, d.document FROM requests r JOIN documents d ON d.request = r.id"
    " WHERE r.state <> 'closed'";

// One step to the next area, however many requests are kept under each.
constexpr const char* first_area_sql =
    "SELECT area FROM match_keys WHERE kind = ? AND word = ? AND area >= ? ORDER BY area LIMIT 1";
constexpr const char* next_area_sql =
    "SELECT area FROM match_keys WHERE kind = ? AND word = ? AND area > ? ORDER BY area LIMIT 1";
// The newest first: what lies longer was seen by the matches of others.
constexpr const char* of_area_sql =
    "SELECT request FROM match_keys WHERE kind = ? AND word = ? AND area = ?"
    " ORDER BY request DESC LIMIT ?";
constexpr const char* candidate_sql =
    "SELECT r.id, r.state, r.owner, d.document,"
    " (SELECT coalesce(sum(filled), 0) FROM referrals WHERE request = r.id)"
    // A follow-up is recorded on one half of an introduction; the people count on both.
    " + (SELECT coalesce(sum(max(i.filled, coalesce(o.filled, 0))), 0) FROM introductions i"
    " LEFT JOIN introductions o ON o.request = i.with_request AND o.with_request = i.request"
    " AND o.at = i.at WHERE i.request = r.id)"
    " FROM requests r JOIN documents d ON d.request = r.id WHERE r.id = ?";
constexpr const char* open_since_sql =
    "SELECT id FROM requests WHERE state <> 'closed' AND registered_at >= ? ORDER BY id DESC"
    " LIMIT ?";

// An area in which requests are kept under a word, with what it costs to look there.
struct Shelf {
    double costs = 0;
    std::string word;
    std::string area;
};

std::vector<Shelf> shelves_of(Connection& connection, const PartnerSearch& search) {
    std::map<std::string, double> distances;
    std::vector<Shelf> shelves;
    for (const auto& [word, extra] : search.words) {
        std::string area;  // empty too: of requests that cannot be placed
        for (const char* sql = first_area_sql;; sql = next_area_sql) {
            Query row(connection, sql, search.kind, word, area);
            if (!row.step()) break;
            area = row.text();
            const auto known = distances.find(area);
            const double far = known == distances.end() ? search.how_far(area) : known->second;
            distances.emplace(area, far);
            shelves.push_back({far + extra, word, area});
        }
    }
    std::stable_sort(shelves.begin(), shelves.end(),
                     [](const Shelf& a, const Shelf& b) { return a.costs < b.costs; });
    return shelves;
}

std::optional<OpenRequest> read_candidate(Connection& connection, const RequestNumber& number) {
    Query row(connection, candidate_sql, number);
    if (!row.step()) return std::nullopt;
    OpenRequest request;
    request.number = row.request();
    request.state = row.name<State>();
    request.owner = row.key<MemberKey>();
    auto data = read_stored_document(row.text());
    if (!data) return std::nullopt;
    request.data = std::move(*data);
    request.filled = row.number();
    return request;
}

}  // namespace

void save_match_keys(Connection& connection, const std::optional<Case>& before, const Case& after) {
    const bool same = before && before->state != State::closed && after.state != State::closed &&
                      before->data == after.data;
    if (same) return;
    const std::set<MatchKey> known = before ? match_keys(*before) : std::set<MatchKey>();
    const std::set<MatchKey> keys = match_keys(after);
    for (const MatchKey& key : known)
        if (!keys.contains(key))
            run(connection, delete_key_sql, before->data.kind, key.first, key.second,
                before->number);
    for (const MatchKey& key : keys)
        if (!known.contains(key))
            run(connection, put_key_sql, after.data.kind, key.first, key.second, after.number);
}

void fill_match_keys(Connection& connection) {
    Query row(connection, open_sql);
    while (row.step()) {
        Case it;
        it.number = row.request();
        const Kind kind = row.name<Kind>();
        auto data = read_stored_document(row.text());
        if (!data) continue;
        it.data = std::move(*data);
        it.data.kind = kind;
        save_match_keys(connection, std::nullopt, it);
    }
}

bool has_its_match_keys(Connection& connection, const Case& it) {
    for (const MatchKey& key : match_keys(it)) {
        Query row(connection, has_key_sql, it.data.kind, key.first, key.second, it.number);
        if (!row.step()) return false;
    }
    return true;
}

std::vector<OpenRequest> select_partner_candidates(Connection& connection,
                                                   const PartnerSearch& search) {
    const Connection::Snapshot snapshot(connection);
    std::set<RequestNumber> seen;
    std::vector<OpenRequest> candidates;
    for (const Shelf& shelf : shelves_of(connection, search)) {
        const int room = search.limit - static_cast<int>(candidates.size());
        if (room <= 0) break;
        Query row(connection, of_area_sql, search.kind, shelf.word, shelf.area, room);
        while (row.step()) {
            const RequestNumber number = row.request();
            if (!seen.insert(number).second) continue;
            if (auto candidate = read_candidate(connection, number))
                candidates.push_back(std::move(*candidate));
        }
    }
    return candidates;
}

std::vector<RequestNumber> select_open_since(Connection& connection, Instant since, int limit) {
    Query row(connection, open_since_sql, since, limit);
    std::vector<RequestNumber> numbers;
    while (row.step()) numbers.push_back(row.request());
    return numbers;
}

}  // namespace werktdoord
