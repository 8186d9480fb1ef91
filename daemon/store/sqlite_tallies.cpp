#include "store/sqlite_tallies.hpp"

#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* numbers_sql = "SELECT coalesce(sum(last), 0) FROM numbers";
constexpr const char* tallies_sql = "SELECT name, region, count FROM tallies";

constexpr const char* open_now_sql =
    "SELECT count(*), coalesce(sum(state = 'closed'), 0) FROM requests";
constexpr const char* rejected_now_sql = "SELECT count(*) FROM rejected";
constexpr const char* referrals_now_sql =
    "SELECT region, count(*), sum(state = 'open') FROM referrals GROUP BY region";

void take(Tallies& tallies, const std::string& name, const RegionKey& region, std::int64_t count) {
    if (name == "requests.open") tallies.open = count;
    if (name == "requests.closed") tallies.closed = count;
    if (name == "rejected") tallies.rejected = count;
    if (name == "journal.rejected") tallies.rejections = count;
    if (name == "journal.sent") tallies.regions[region].received = count;
    if (name == "referrals.open") tallies.regions[region].open = count;
    if (name == "referrals.closed") tallies.regions[region].closed = count;
}

}  // namespace

Tallies select_tallies(Connection& connection) {
    const Connection::Snapshot snapshot(connection);
    Tallies tallies;
    Query numbers(connection, numbers_sql);
    numbers.step();
    tallies.requests = numbers.integer();
    Query query(connection, tallies_sql);
    while (query.step()) {
        const std::string name = query.text();
        const RegionKey region = query.key<RegionKey>();
        take(tallies, name, region, query.integer());
    }
    return tallies;
}

Tallies count_tallies(Connection& connection) {
    Tallies tallies = select_tallies(connection);
    Query requests(connection, open_now_sql);
    requests.step();
    const std::int64_t all = requests.integer();
    tallies.closed = requests.integer();
    tallies.open = all - tallies.closed;
    Query rejected(connection, rejected_now_sql);
    rejected.step();
    tallies.rejected = rejected.integer();
    for (auto& [region, tally] : tallies.regions) tally.open = tally.closed = 0;
    Query referrals(connection, referrals_now_sql);
    while (referrals.step()) {
        RegionBalance& tally = tallies.regions[referrals.key<RegionKey>()];
        const std::int64_t sent = referrals.integer();
        tally.open = referrals.integer();
        tally.closed = sent - tally.open;
    }
    return tallies;
}

}  // namespace werktdoord
