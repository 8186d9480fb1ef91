#include <charconv>

#include "codec/request_json.hpp"
#include "codec/route_json.hpp"
#include "store/json_list.hpp"
#include "store/sqlite_cases.hpp"

namespace werktdoord {
namespace {

constexpr const char* select_request =
    "SELECT version, kind, state, owner, registered_at, taken_up_at, closed_at, headcount, sector,"
    " occupation, employer_name, outcome, duplicate_of, possible_duplicates, forgotten, happened,"
    " status_leaves_at, themes, placed FROM requests WHERE id = ?";

constexpr const char* select_document = "SELECT document, route FROM documents WHERE request = ?";

constexpr const char* select_referrals =
    "SELECT ordinal, region, state, sent_at, forwarded_at, feedback_at, ended_at, sites, proposed,"
    " outcome, filled, happened, mailed FROM referrals WHERE request = ? ORDER BY ordinal";

constexpr const char* select_asks =
    "SELECT referral, wsp, forwarded_at, responded_at, withdrawn_at, heard FROM wsp_asks"
    " WHERE request = ? ORDER BY referral, position";

constexpr const char* select_clocks =
    "SELECT " WERKTDOORD_CLOCK_COLUMNS " FROM clocks c WHERE request = ? ORDER BY id";

constexpr const char* select_introductions =
    "SELECT with_request, at, open, outcome, filled, form FROM introductions"
    " WHERE request = ? ORDER BY position";

Happened happened_of(std::int64_t bits) {
    return Happened(static_cast<std::uint64_t>(bits));
}

Span span_of(std::string_view text) {
    const auto span = parse_span(text);
    if (!span) throw StoreFault("store: '" + std::string(text) + "' is no length of time", false);
    return *span;
}

// "4 working_hours before": the last word is the side.
Warning warning_of(const std::string& text) {
    const std::size_t side = text.rfind(' ');
    if (side == std::string::npos) throw StoreFault("store: '" + text + "' is no warning", false);
    return {span_of(std::string_view(text).substr(0, side)), text.substr(side + 1) == "before"};
}

std::optional<Case> read_request(Connection& connection, const RequestNumber& number) {
    Query row(connection, select_request, number);
    if (!row.step()) return std::nullopt;
    Case loaded;
    loaded.number = number;
    loaded.version = row.integer();
    loaded.data.kind = row.name<Kind>();
    loaded.state = row.name<State>();
    loaded.owner = row.key<MemberKey>();
    loaded.registered_at = row.instant();
    loaded.taken_up_at = row.maybe_instant();
    loaded.closed_at = row.maybe_instant();
    loaded.data.headcount = row.number();
    loaded.data.sector = row.text();
    loaded.data.occupation = row.text();
    loaded.data.employer.name = row.text();
    loaded.outcome = row.text();
    loaded.duplicate_of = row.maybe_request();
    loaded.possible_duplicates = read_keys<RequestNumber>(row.text());
    loaded.forgotten = row.truth();
    loaded.happened = happened_of(row.integer());
    loaded.status_leaves_at = row.maybe_instant();
    const std::string themes = row.text();
    if (loaded.forgotten) loaded.data.themes = read_texts(themes);
    if (const auto placed = row.maybe_integer()) loaded.placed = static_cast<int>(*placed);
    return loaded;
}

// Of a forgotten request no document is left: its columns are all there is.
void read_document(Connection& connection, Case& loaded) {
    Query row(connection, select_document, loaded.number);
    if (!row.step()) throw StoreFault("store: no document of " + loaded.number.text(), false);
    const std::string document = row.text();
    if (!document.empty()) {
        auto data = read_stored_document(document);
        if (!data) throw StoreFault("store: bad document of " + loaded.number.text(), false);
        loaded.data = std::move(*data);
    }
    auto route = route_from_json(row.text());
    if (!route) throw StoreFault("store: bad route of " + loaded.number.text(), false);
    loaded.route = std::move(*route);
}

// "1764150000000 contact@a.example"
std::vector<MailedReferral> read_mailed(std::string_view text) {
    std::vector<MailedReferral> mailed;
    for (const std::string& one : read_texts(text)) {
        const std::size_t space = one.find(' ');
        std::int64_t at = 0;
        const auto end = std::from_chars(one.data(), one.data() + one.size(), at);
        if (space == one.npos || end.ptr != one.data() + space)
            throw StoreFault("store: no mailed referral", false);
        mailed.push_back({one.substr(space + 1), Instant(Instant::duration(at))});
    }
    return mailed;
}

void read_referrals(Connection& connection, Case& loaded) {
    Query row(connection, select_referrals, loaded.number);
    while (row.step()) {
        Referral& referral = loaded.referrals.emplace_back();
        referral.ordinal = row.number();
        referral.region = row.key<RegionKey>();
        referral.state = row.name<ReferralState>();
        referral.sent_at = row.instant();
        referral.forwarded_at = row.maybe_instant();
        referral.feedback_at = row.maybe_instant();
        referral.ended_at = row.maybe_instant();
        referral.sites = read_indexes(row.text());
        referral.proposed = read_keys<WspKey>(row.text());
        referral.outcome = row.text();
        referral.filled = row.number();
        referral.happened = happened_of(row.integer());
        referral.mailed = read_mailed(row.text());
    }
}

void read_asks(Connection& connection, Case& loaded) {
    if (loaded.referrals.empty()) return;
    Query row(connection, select_asks, loaded.number);
    auto referral = loaded.referrals.begin();
    while (row.step()) {
        const int ordinal = row.number();
        while (referral->ordinal != ordinal) ++referral;  // both in order; a foreign key holds
        WspAsk& ask = referral->asks.emplace_back();
        ask.wsp = row.key<WspKey>();
        ask.forwarded_at = row.instant();
        ask.responded_at = row.maybe_instant();
        ask.withdrawn_at = row.maybe_instant();
        if (const auto heard = row.maybe_integer()) ask.heard = *heard != 0;
    }
}

void read_clocks(Connection& connection, Case& loaded) {
    Query row(connection, select_clocks, loaded.number);
    while (row.step()) loaded.clocks.push_back(read_clock(row));
}

void read_introductions(Connection& connection, Case& loaded) {
    Query row(connection, select_introductions, loaded.number);
    while (row.step()) {
        Introduction& introduction = loaded.introductions.emplace_back();
        introduction.with = row.request();
        introduction.at = row.instant();
        introduction.open = row.truth();
        introduction.outcome = row.text();
        introduction.filled = row.number();
        introduction.form = row.text();
    }
}

}  // namespace

Clock read_clock(Query& query) {
    Clock clock;
    clock.id = query.integer();
    clock.name = query.name<ClockName>();
    clock.referral = query.number();
    clock.region = query.maybe_key<RegionKey>();
    clock.wsp = query.maybe_key<WspKey>();
    clock.until = happened_of(query.integer());
    clock.within = span_of(query.text());
    if (const auto warning = query.maybe_text()) clock.warning = warning_of(*warning);
    clock.start = query.instant();
    clock.warn = query.maybe_instant();
    clock.due = query.instant();
    clock.state = query.name<ClockState>();
    clock.warned = query.truth();
    clock.alerts = query.number();
    clock.next_alert = query.maybe_instant();
    clock.ended_at = query.maybe_instant();
    clock.late = query.truth();
    return clock;
}

std::optional<Case> load_case(Connection& connection, const RequestNumber& number) {
    const Connection::Snapshot snapshot(connection);
    std::optional<Case> loaded = read_request(connection, number);
    if (!loaded) return std::nullopt;
    read_document(connection, *loaded);
    read_referrals(connection, *loaded);
    read_asks(connection, *loaded);
    read_clocks(connection, *loaded);
    read_introductions(connection, *loaded);
    return loaded;
}

}  // namespace werktdoord
