#include "store/sqlite_employers.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/ascii.hpp"
#include "base/items.hpp"
#include "store/fingerprint.hpp"
#include "store/fingerprint_parts.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* put_print_sql =
    "INSERT INTO employer_fingerprints(part, fingerprint, request) VALUES(?, ?, ?)"
    " ON CONFLICT DO NOTHING";
constexpr const char* delete_print_sql =
    "DELETE FROM employer_fingerprints WHERE part = ? AND fingerprint = ? AND request = ?";
constexpr const char* has_print_sql =
    "SELECT 1 FROM employer_fingerprints WHERE part = ? AND fingerprint = ? AND request = ?";
constexpr const char* open_employers_sql =
    "SELECT id, kind, occupation, employer_kvk, employer_email FROM requests"
    " WHERE state <> 'closed'";

#define UNDER_FINGERPRINT                                                              \
    PARTS_OF("employer_fingerprints")                                                  \
    "SELECT r.id FROM parts CROSS JOIN employer_fingerprints f ON f.part = parts.part" \
    " AND f.fingerprint = ?1 CROSS JOIN requests r ON r.id = f.request"                \
    " WHERE r.state <> 'closed' AND r.kind = ?3 AND r.occupation = ?4"
constexpr const char* same_kvk_sql = UNDER_FINGERPRINT " AND r.employer_kvk = ?2";
constexpr const char* same_email_sql = UNDER_FINGERPRINT " AND r.employer_email = ?2";

// Case as the columns compare it: NOCASE takes A to Z for a to z and leaves other letters.
std::int64_t of_kvk(const RequestData& data) {
    return fingerprint(
        {"kvk", data.employer.kvk_number, name_of(data.kind), lower_case(data.occupation)});
}

std::int64_t of_email(const RequestData& data) {
    return fingerprint({"email", lower_case(data.employer.contact.email), name_of(data.kind),
                        lower_case(data.occupation)});
}

std::int64_t part_of(const RequestNumber& number) {
    return fingerprint_part(request_id(number));
}

}  // namespace

std::vector<std::int64_t> employer_fingerprints(const Case& it) {
    std::vector<std::int64_t> all;
    if (it.state == State::closed) return all;
    if (!it.data.employer.kvk_number.empty()) all.push_back(of_kvk(it.data));
    if (!it.data.employer.contact.email.empty()) all.push_back(of_email(it.data));
    return all;
}

void save_employer_fingerprints(Connection& connection, KnownFingerprints& known,
                                const std::optional<Case>& before, const Case& after) {
    const auto stored = before ? employer_fingerprints(*before) : std::vector<std::int64_t>();
    const auto now = employer_fingerprints(after);
    const std::int64_t part = part_of(after.number);
    for (const std::int64_t gone : stored)
        if (!has(now, gone)) run(connection, delete_print_sql, part, gone, after.number);
    for (const std::int64_t added : now) {
        if (has(stored, added)) continue;
        run(connection, put_print_sql, part, added, after.number);
        known.add(added);
    }
}

void fill_employer_fingerprints(Connection& connection) {
    Query row(connection, open_employers_sql);
    while (row.step()) {
        Case it;
        it.number = row.request();
        it.data.kind = row.name<Kind>();
        it.data.occupation = row.text();
        it.data.employer.kvk_number = row.text();
        it.data.employer.contact.email = row.text();
        for (const std::int64_t print : employer_fingerprints(it))
            run(connection, put_print_sql, part_of(it.number), print, it.number);
    }
}

bool has_its_employer_fingerprints(Connection& connection, const Case& it) {
    return std::ranges::all_of(employer_fingerprints(it), [&](std::int64_t one) {
        Query row(connection, has_print_sql, part_of(it.number), one, it.number);
        return row.step();
    });
}

std::vector<RequestNumber> select_same_employer(Connection& connection, KnownFingerprints& known,
                                                const RequestData& data) {
    std::set<RequestNumber> found;
    const auto add = [&](const char* sql, const std::string& employer, auto of) {
        if (employer.empty()) return;
        const std::int64_t print = of(data);
        if (!known.may_be_stored(print)) return;
        Query row(Query::Lasting{}, connection, sql, print, employer, data.kind, data.occupation);
        while (row.step()) found.insert(row.request());
    };
    add(same_kvk_sql, data.employer.kvk_number, of_kvk);
    add(same_email_sql, data.employer.contact.email, of_email);
    return {found.begin(), found.end()};
}

}  // namespace werktdoord
