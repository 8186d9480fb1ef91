#include "store/sqlite_partners.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "codec/request_json.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

// One step to the next area, however many requests are kept under each.
constexpr const char* first_area_sql =
    "SELECT area FROM match_keys WHERE kind = ? AND word = ? AND area >= ? ORDER BY area LIMIT 1";
constexpr const char* next_area_sql =
    "SELECT area FROM match_keys WHERE kind = ? AND word = ? AND area > ? ORDER BY area LIMIT 1";
// The newest first: what lies longer was seen by the matches of others.
constexpr const char* of_area_sql =
    "SELECT request FROM match_keys WHERE kind = ? AND word = ? AND area = ?"
    " ORDER BY request DESC LIMIT ?";
constexpr const char* arrivals_sql =
    "SELECT word, area, request FROM match_keys_new WHERE kind = ? ORDER BY request DESC";
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
    std::vector<RequestNumber> arrivals;  // that are not in match_keys yet, newest first
};

using Arrivals = std::map<std::pair<std::string, std::string>, std::vector<RequestNumber>>;

// By word and area. They are few: see many_match_keys_are_new.
Arrivals arrivals_of(Connection& connection, const PartnerSearch& search) {
    std::set<std::string> words;
    for (const auto& [word, extra] : search.words) words.insert(word);
    Arrivals arrivals;
    Query row(connection, arrivals_sql, search.kind);
    while (row.step()) {
        std::string word = row.text();
        if (!words.contains(word)) continue;
        std::string area = row.text();
        arrivals[{std::move(word), std::move(area)}].push_back(row.request());
    }
    return arrivals;
}

// In which requests are kept under the word.
std::set<std::string> areas_of(Connection& connection, Kind kind, const std::string& word,
                               const Arrivals& arrivals) {
    std::set<std::string> areas;
    for (auto it = arrivals.lower_bound({word, ""}); it != arrivals.end(); ++it) {
        if (it->first.first != word) break;
        areas.insert(it->first.second);
    }
    std::string area;  // empty too: of requests that cannot be placed
    for (const char* sql = first_area_sql;; sql = next_area_sql) {
        Query row(connection, sql, kind, word, area);
        if (!row.step()) return areas;
        area = row.text();
        areas.insert(area);
    }
}

std::vector<Shelf> shelves_of(Connection& connection, const PartnerSearch& search) {
    Arrivals arrivals = arrivals_of(connection, search);
    std::map<std::string, double> distances;
    std::vector<Shelf> shelves;
    for (const auto& [word, extra] : search.words) {
        for (const std::string& area : areas_of(connection, search.kind, word, arrivals)) {
            const auto known = distances.find(area);
            const double far = known == distances.end() ? search.how_far(area) : known->second;
            distances.emplace(area, far);
            shelves.push_back({far + extra, word, area, arrivals[{word, area}]});
        }
    }
    std::stable_sort(shelves.begin(), shelves.end(),
                     [](const Shelf& a, const Shelf& b) { return a.costs < b.costs; });
    return shelves;
}

// The newest first, at most `limit`.
std::vector<RequestNumber> on_shelf(Connection& connection, Kind kind, const Shelf& shelf,
                                    int limit) {
    std::vector<RequestNumber> numbers = shelf.arrivals;
    Query row(connection, of_area_sql, kind, shelf.word, shelf.area, limit);
    while (row.step()) numbers.push_back(row.request());
    std::ranges::sort(numbers,
                      [](const RequestNumber& a, const RequestNumber& b) { return b < a; });
    if (numbers.size() > static_cast<std::size_t>(limit))
        numbers.resize(static_cast<std::size_t>(limit));
    return numbers;
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

std::vector<OpenRequest> select_partner_candidates(Connection& connection,
                                                   const PartnerSearch& search) {
    const Connection::Snapshot snapshot(connection);
    std::set<RequestNumber> seen;
    std::vector<OpenRequest> candidates;
    for (const Shelf& shelf : shelves_of(connection, search)) {
        const int room = search.limit - static_cast<int>(candidates.size());
        if (room <= 0) break;
        for (const RequestNumber& number : on_shelf(connection, search.kind, shelf, room)) {
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
