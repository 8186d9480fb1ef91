#include <algorithm>
#include <stdexcept>

#include "codec/route_json.hpp"
#include "core/lead_region.hpp"
#include "store/json_list.hpp"
#include "store/sqlite_case_base.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_employers.hpp"
#include "store/sqlite_match_keys.hpp"

namespace werktdoord {
namespace {

constexpr const char* insert_request =
    "INSERT INTO requests(id, version, kind, state, owner, registered_at, taken_up_at, closed_at,"
    " headcount, sector, occupation, employer_name, employer_kvk, employer_email, policy, regions,"
    " unplaced, outcome, duplicate_of, possible_duplicates, forgotten, happened, status_leaves_at,"
    " lead, due, themes, placed)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
    " ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)";

constexpr const char* update_request =
    "UPDATE requests SET version = ?2, kind = ?3, state = ?4, owner = ?5, registered_at = ?6,"
    " taken_up_at = ?7, closed_at = ?8, headcount = ?9, sector = ?10, occupation = ?11,"
    " employer_name = ?12, employer_kvk = ?13, employer_email = ?14, policy = ?15, regions = ?16,"
    " unplaced = ?17, outcome = ?18, duplicate_of = ?19, possible_duplicates = ?20,"
    " forgotten = ?21, happened = ?22, status_leaves_at = ?23, lead = ?24, due = ?25,"
    " themes = ?26, placed = ?27"
    " WHERE id = ?1 AND version = ?2 - 1";

constexpr const char* touch_request =
    "UPDATE requests SET version = ?2, happened = ?3, status_leaves_at = ?4"
    " WHERE id = ?1 AND version = ?2 - 1";

constexpr const char* put_document =
    "INSERT INTO documents(request, document, route) VALUES(?1, ?2, ?3)"
    " ON CONFLICT(request) DO UPDATE SET document = ?2, route = ?3";

constexpr const char* insert_region = "INSERT INTO request_regions(region, request) VALUES(?, ?)";
constexpr const char* delete_region =
    "DELETE FROM request_regions WHERE region = ? AND request = ?";

constexpr const char* put_referral =
    "INSERT INTO referrals(request, ordinal, region, state, sent_at, forwarded_at, feedback_at,"
    " ended_at, sites, place, proposed, outcome, filled, happened, mailed, due)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
    " ON CONFLICT(request, ordinal) DO UPDATE SET region = ?3, state = ?4, sent_at = ?5,"
    " forwarded_at = ?6, feedback_at = ?7, ended_at = ?8, sites = ?9, place = ?10, proposed = ?11,"
    " outcome = ?12, filled = ?13, happened = ?14, mailed = ?15, due = ?16";
constexpr const char* delete_referral = "DELETE FROM referrals WHERE request = ? AND ordinal = ?";

constexpr const char* put_ask =
    "INSERT INTO wsp_asks(request, referral, position, wsp, forwarded_at, responded_at,"
    " withdrawn_at, heard) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT(request, referral, position) DO UPDATE SET wsp = ?4, forwarded_at = ?5,"
    " responded_at = ?6, withdrawn_at = ?7, heard = ?8";
constexpr const char* delete_ask =
    "DELETE FROM wsp_asks WHERE request = ? AND referral = ? AND position = ?";

constexpr const char* put_clock =
    "INSERT INTO clocks(request, id, name, referral, region, wsp, until, within, warning, start,"
    " warn, due, state, warned, alerts, next_alert, ended_at, late, next_at, attention)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
    " ?20) ON CONFLICT(request, id) DO UPDATE SET name = ?3, referral = ?4, region = ?5, wsp = ?6,"
    " until = ?7, within = ?8, warning = ?9, start = ?10, warn = ?11, due = ?12, state = ?13,"
    " warned = ?14, alerts = ?15, next_alert = ?16, ended_at = ?17, late = ?18, next_at = ?19,"
    " attention = ?20";
constexpr const char* delete_clock = "DELETE FROM clocks WHERE request = ? AND id = ?";

constexpr const char* put_introduction =
    "INSERT INTO introductions(request, position, with_request, at, open, outcome, filled, form)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(request, position) DO UPDATE SET"
    " with_request = ?3, at = ?4, open = ?5, outcome = ?6, filled = ?7, form = ?8";
constexpr const char* delete_introduction =
    "DELETE FROM introductions WHERE request = ? AND position = ?";

std::int64_t bits_of(Happened happened) {
    return static_cast<std::int64_t>(happened.bits());
}

std::optional<std::string> attention_of(const Clock& clock) {
    if (clock.state == ClockState::missed) return "missed";
    if (clock.state == ClockState::running && clock.warned) return "warned";
    return std::nullopt;
}

std::optional<std::string> warning_text(const Clock& clock) {
    if (!clock.warning) return std::nullopt;
    return to_string(clock.warning->span) + (clock.warning->before ? " before" : " after");
}

// Whether of its row only the version, what happened and the last status mail differ: so it is
// whenever a clock tells something, and then no index needs to be touched.
bool same_row(const Case& one, const Case& other) {
    return one.state == other.state && one.owner == other.owner &&
           one.registered_at == other.registered_at && one.taken_up_at == other.taken_up_at &&
           one.closed_at == other.closed_at && one.outcome == other.outcome &&
           one.placed == other.placed && one.duplicate_of == other.duplicate_of &&
           one.possible_duplicates == other.possible_duplicates &&
           one.forgotten == other.forgotten && earliest_due(one) == earliest_due(other) &&
           one.referrals == other.referrals && one.data == other.data && one.route == other.route;
}

int write_request(Connection& connection, const char* sql, const Case& it) {
    return run(connection, sql, it.number, it.version, it.data.kind, it.state, it.owner,
               it.registered_at, it.taken_up_at, it.closed_at, it.data.headcount, it.data.sector,
               it.data.occupation, it.data.employer.name, it.data.employer.kvk_number,
               it.data.employer.contact.email, it.route.policy, regions_text(it), is_unplaced(it),
               it.outcome, it.duplicate_of, to_list_text(it.possible_duplicates), it.forgotten,
               bits_of(it.happened), it.status_leaves_at, lead_text(it), earliest_due(it),
               themes_text(it), it.placed);
}

void save_regions(Connection& connection, const Case& before, const Case& after) {
    const std::set<RegionKey> old_regions = regions_of(before);
    const std::set<RegionKey> new_regions = regions_of(after);
    for (const RegionKey& region : old_regions)
        if (!new_regions.contains(region)) run(connection, delete_region, region, after.number);
    for (const RegionKey& region : new_regions)
        if (!old_regions.contains(region)) run(connection, insert_region, region, after.number);
}

// Asks and introductions only grow and change in place, so their position is their key.
void save_asks(Connection& connection, const RequestNumber& number, int ordinal,
               const std::vector<WspAsk>& before, const std::vector<WspAsk>& after) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        const WspAsk& ask = after[i];
        if (i < before.size() && before[i] == ask) continue;
        run(connection, put_ask, number, ordinal, static_cast<int>(i + 1), ask.wsp,
            ask.forwarded_at, ask.responded_at, ask.withdrawn_at, ask.heard);
    }
    for (std::size_t i = after.size(); i < before.size(); ++i)
        run(connection, delete_ask, number, ordinal, static_cast<int>(i + 1));
}

void save_introductions(Connection& connection, const Case& before, const Case& after) {
    for (std::size_t i = 0; i < after.introductions.size(); ++i) {
        const Introduction& it = after.introductions[i];
        if (i < before.introductions.size() && before.introductions[i] == it) continue;
        run(connection, put_introduction, after.number, static_cast<int>(i + 1), it.with, it.at,
            it.open, it.outcome, it.filled, it.form);
    }
    for (std::size_t i = after.introductions.size(); i < before.introductions.size(); ++i)
        run(connection, delete_introduction, after.number, static_cast<int>(i + 1));
}

bool same_row(const Referral& one, const Referral& other) {
    return one.region == other.region && one.state == other.state && one.sent_at == other.sent_at &&
           one.forwarded_at == other.forwarded_at && one.feedback_at == other.feedback_at &&
           one.ended_at == other.ended_at && one.sites == other.sites &&
           one.proposed == other.proposed && one.outcome == other.outcome &&
           one.filled == other.filled && one.happened == other.happened &&
           one.mailed == other.mailed;
}

std::string mailed_text(const std::vector<MailedReferral>& mailed) {
    std::vector<std::string> texts;
    for (const MailedReferral& mail : mailed)
        texts.push_back(std::to_string(mail.leaves_at.time_since_epoch().count()) + " " +
                        mail.address);
    return to_list_text(texts);
}

void save_referral(Connection& connection, const Case& before, const Referral* known,
                   const Case& after, const Referral& it) {
    const std::string place = place_of(after, it);
    const auto due = earliest_due(after, it.ordinal);
    if (!known || !same_row(*known, it) || place_of(before, *known) != place ||
        earliest_due(before, it.ordinal) != due)
        run(connection, put_referral, after.number, it.ordinal, it.region, it.state, it.sent_at,
            it.forwarded_at, it.feedback_at, it.ended_at, to_list_text(it.sites), place,
            to_list_text(it.proposed), it.outcome, it.filled, bits_of(it.happened),
            mailed_text(it.mailed), due);
    const std::vector<WspAsk> none;
    save_asks(connection, after.number, it.ordinal, known ? known->asks : none, it.asks);
}

template <class Item, class KeyOf>
const Item* find_by(const std::vector<Item>& items, KeyOf key_of, const Item& like) {
    const auto found = std::ranges::find(items, key_of(like), key_of);
    return found == items.end() ? nullptr : &*found;
}

void save_referrals(Connection& connection, const Case& before, const Case& after) {
    const auto ordinal = [](const Referral& it) { return it.ordinal; };
    for (const Referral& gone : before.referrals) {
        if (find_by(after.referrals, ordinal, gone)) continue;
        save_asks(connection, after.number, gone.ordinal, gone.asks, {});
        run(connection, delete_referral, after.number, gone.ordinal);
    }
    for (const Referral& it : after.referrals)
        save_referral(connection, before, find_by(before.referrals, ordinal, it), after, it);
}

void number_new_clocks(std::vector<Clock>& clocks) {
    std::int64_t last = 0;
    for (const Clock& clock : clocks) last = std::max(last, clock.id);
    for (Clock& clock : clocks)
        if (clock.id == 0) clock.id = ++last;
}

void save_clocks(Connection& connection, const Case& before, Case& after) {
    const auto id = [](const Clock& it) { return it.id; };
    for (const Clock& gone : before.clocks)
        if (!find_by(after.clocks, id, gone)) run(connection, delete_clock, after.number, gone.id);
    for (const Clock& it : after.clocks) {
        const Clock* known = find_by(before.clocks, id, it);
        if (known && *known == it) continue;
        run(connection, put_clock, after.number, it.id, it.name, it.referral, it.region, it.wsp,
            bits_of(it.until), to_string(it.within), warning_text(it), it.start, it.warn, it.due,
            it.state, it.warned, it.alerts, it.next_alert, it.ended_at, it.late, it.next_at(),
            attention_of(it));
    }
}

}  // namespace

void save_case(Connection& connection, KnownFingerprints& fingerprints,
               const std::optional<Case>& before, Case& after) {
    if (before && *before == after) return;
    if (request_id(after.number) == 0) throw std::logic_error("a case without a number");
    const Case nothing;
    const Case& known = before ? *before : nothing;
    number_new_clocks(after.clocks);
    after.version = known.version + 1;
    const int written =
        before && same_row(known, after)
            ? run(connection, touch_request, after.number, after.version, bits_of(after.happened),
                  after.status_leaves_at)
            : write_request(connection, before ? update_request : insert_request, after);
    if (written != 1)
        throw std::logic_error(after.number.text() + " was saved by another since it was loaded");
    if (!before || known.data.document != after.data.document || known.route != after.route)
        run(connection, put_document, after.number, after.data.document,
            route_to_json(after.route));
    save_regions(connection, known, after);
    save_referrals(connection, known, after);
    save_clocks(connection, known, after);
    save_introductions(connection, known, after);
    const bool was_open = before && before->state != State::closed;
    if (was_open != (after.state != State::closed) || known.data != after.data) {
        save_match_keys(connection, before, after);
        save_employer_fingerprints(connection, fingerprints, before, after);
    }
    save_solved_case(connection, before, after);
}

}  // namespace werktdoord
