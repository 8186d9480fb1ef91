#include "store/sqlite_report.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "base/request_number.hpp"
#include "store/json_list.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

// A request's number has the local year of its registration, so these are all there may be.
constexpr const char* requests_sql =
    "SELECT id, kind, state, registered_at, headcount, outcome, sector, themes, regions,"
    " placed FROM requests WHERE id >= ? AND id < ? AND registered_at >= ? AND registered_at < ?"
    " ORDER BY id";
constexpr const char* clocks_sql =
    "SELECT request, name, region, start, due, state, ended_at FROM clocks WHERE request >= ?"
    " ORDER BY request, id";
constexpr const char* referrals_sql =
    "SELECT request, filled FROM referrals WHERE request >= ? ORDER BY request, ordinal";
constexpr const char* introductions_sql =
    "SELECT request, filled FROM introductions WHERE request >= ? ORDER BY request, position";
constexpr const char* answers_sql =
    "SELECT a.request, f.region, a.heard FROM wsp_asks a"
    " JOIN referrals f ON f.request = a.request AND f.ordinal = a.referral"
    " WHERE a.request >= ? AND a.responded_at IS NOT NULL"
    " ORDER BY a.request, a.referral, a.position";
constexpr const char* rejected_sql = "SELECT count(*) FROM rejected WHERE at >= ? AND at < ?";

// Texts of which a store has few different ones are read once.
template <class Value>
class Known {
public:
    template <class Read>
    const Value& of(const std::string& text, Read read) {
        const auto found = known_.find(text);
        if (found != known_.end()) return found->second;
        constexpr std::size_t most = 10'000;
        if (known_.size() >= most) known_.clear();
        return known_.emplace(text, read(text)).first->second;
    }

private:
    std::unordered_map<std::string, Value> known_;
};

// One table, from the first request asked for on.
class Walk {
public:
    Walk(Connection& connection, const char* sql) : connection_(connection), sql_(sql) {}

    // Every row of this request. Requests are asked for in order.
    template <class Read>
    void rows_of(std::int64_t request, Read read) {
        if (!query_) {
            query_ = std::make_unique<Query>(connection_, sql_, request);
            next();
        }
        for (; more_ && at_ < request; next()) {
        }
        for (; more_ && at_ == request; next()) read(*query_);
    }

private:
    void next() {
        more_ = query_->step();
        if (more_) at_ = query_->integer();
    }

    Connection& connection_;
    const char* sql_;
    std::unique_ptr<Query> query_;
    bool more_ = false;
    std::int64_t at_ = 0;
};

class ReportReader {
public:
    explicit ReportReader(Connection& connection)
        : clocks_(connection, clocks_sql),
          referrals_(connection, referrals_sql),
          introductions_(connection, introductions_sql),
          answers_(connection, answers_sql) {}

    const ReportRequest& read(Query& query) {
        const std::int64_t id = query.integer();
        row_.kind = query.name<Kind>();
        row_.open = query.name<State>() != State::closed;
        row_.registered_at = query.instant();
        row_.headcount = query.number();
        row_.outcome = query.text();
        row_.sector = query.text();
        row_.themes = lists_.of(
            query.text(), [id](const std::string& t) { return read_texts(t, request_number(id)); });
        row_.regions = regions_.of(query.text(), [id](const std::string& t) {
            return read_keys<RegionKey>(t, request_number(id));
        });
        const auto placed = query.maybe_integer();
        row_.filled = 0;
        const auto add_filled = [this](Query& row) { row_.filled += row.number(); };
        referrals_.rows_of(id, add_filled);
        introductions_.rows_of(id, add_filled);
        // Of a closed one it is what was told at the closing, as everywhere else.
        if (placed && !row_.open) row_.filled = static_cast<int>(*placed);
        row_.clocks.clear();
        clocks_.rows_of(id, [this](Query& row) { read_clock(row); });
        row_.answers.clear();
        answers_.rows_of(id, [this](Query& row) {
            ReportAnswer& answer = row_.answers.emplace_back();
            answer.region = row.key<RegionKey>();
            if (const auto heard = row.maybe_integer()) answer.heard = *heard != 0;
        });
        return row_;
    }

private:
    void read_clock(Query& row) {
        Clock& clock = row_.clocks.emplace_back();
        clock.name = row.name<ClockName>();
        clock.region = row.maybe_key<RegionKey>();
        clock.start = row.instant();
        clock.due = row.instant();
        clock.state = row.name<ClockState>();
        clock.ended_at = row.maybe_instant();
    }

    Walk clocks_;
    Walk referrals_;
    Walk introductions_;
    Walk answers_;
    Known<std::vector<std::string>> lists_;
    Known<std::vector<RegionKey>> regions_;
    ReportRequest row_;
};

int year_of(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

// Before the first row of a year.
std::int64_t start_of(int year) {
    constexpr int first = 1;
    constexpr int last = 9999;
    return request_id(make_request_number(std::clamp(year, first, last), 1)) - 1;
}

}  // namespace

void select_report_rows(Connection& connection, Instant begin, Instant end,
                        const std::function<void(const ReportRequest&)>& row) {
    const Connection::Snapshot snapshot(connection);
    // The local year may be the one beside that of UTC.
    const std::chrono::days day(1);
    ReportReader reader(connection);
    Query query(connection, requests_sql, start_of(year_of(begin - day)),
                start_of(year_of(end + day) + 1), begin, end);
    while (query.step()) row(reader.read(query));
}

std::int64_t count_rejected(Connection& connection, Instant begin, Instant end) {
    Query query(connection, rejected_sql, begin, end);
    query.step();
    return query.integer();
}

}  // namespace werktdoord
