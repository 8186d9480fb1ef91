#include "store/verify_tables.hpp"

#include <array>

#include "codec/sha256.hpp"
#include "core/event_name.hpp"
#include "store/query.hpp"
#include "store/setting_names.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_tallies.hpp"
#include "store/sqlite_webhooks.hpp"

namespace werktdoord {
namespace {

// What cannot be read is told once, and takes no other check along.
#define REGIONS_OF_REQUEST "json_each(iif(json_valid(r.regions), r.regions, '[]')) j"
#define TOLD(path) "json_extract(iif(json_valid(j.line), j.line, '{}'), '" path "')"
#define CLOCK_PLACE "request_number(c.request) || ' clock ' || c.id"

// Each gives a row for a problem: its place, what is wrong.
constexpr std::array checks{
    // No limbo (contract section 6).
    "SELECT r.number, 'is open (' || r.state || ') and has no clock that runs' FROM requests r"
    " WHERE r.state <> 'closed' AND NOT EXISTS"
    " (SELECT 1 FROM clocks c WHERE c.request = r.id AND c." WERKTDOORD_OPEN_CLOCK ")",
    "SELECT r.number, 'is open and nobody owns it' FROM requests r"
    " WHERE r.state <> 'closed' AND r.owner = ''",
    "SELECT " CLOCK_PLACE
    ", c.name || ' is ' || c.state || ', though its request is closed'"
    " FROM clocks c JOIN requests r ON r.id = c.request"
    " WHERE c." WERKTDOORD_OPEN_CLOCK " AND r.state = 'closed'",
    "SELECT " CLOCK_PLACE
    ", c.name || ' is ' || c.state || ', though its referral ended'"
    " FROM clocks c JOIN referrals f ON f.request = c.request AND f.ordinal = c.referral"
    " WHERE c." WERKTDOORD_OPEN_CLOCK " AND f.state <> 'open'",
    "SELECT " CLOCK_PLACE
    ", c.name || ' is ' || c.state || ', but nothing will wake it'"
    " FROM clocks c WHERE c." WERKTDOORD_OPEN_CLOCK " AND c.next_at IS NULL",
    "SELECT " CLOCK_PLACE
    ", c.name || ' wakes at another instant than its own'"
    " FROM clocks c WHERE c.next_at IS NOT CASE c.state WHEN 'missed' THEN c.next_alert"
    " WHEN 'running' THEN iif(c.warn IS NOT NULL AND NOT c.warned, min(c.warn, c.due), c.due) END"
    " AND NOT (c." WERKTDOORD_OPEN_CLOCK " AND c.next_at IS NULL)",
    "SELECT " CLOCK_PLACE
    ", c.name || ' is listed as ' || coalesce(c.attention, 'in time')"
    " FROM clocks c WHERE c.attention IS NOT CASE c.state WHEN 'missed' THEN 'missed'"
    " WHEN 'running' THEN iif(c.warned, 'warned', NULL) END",
    // What digests count by.
    "SELECT r.number, 'is listed by another due instant than its clocks have' FROM requests r"
    " WHERE r.due IS NOT"
    " (SELECT min(c.due) FROM clocks c WHERE c.request = r.id AND c." WERKTDOORD_OPEN_CLOCK ")",
    "SELECT request_number(f.request) || ' referral ' || f.ordinal,"
    " 'is listed by another due instant than its clocks have' FROM referrals f"
    " WHERE f.due IS NOT (SELECT min(c.due) FROM clocks c WHERE c.request = f.request"
    " AND c.referral = f.ordinal AND c." WERKTDOORD_OPEN_CLOCK ")",
    // Numbers without gaps (section 4).
    "SELECT 'numbers of ' || n.year, 'the last one given out is ' || n.last || ', stored are '"
    " || coalesce(r.many, 0) || ', the highest is ' || coalesce(r.most, 0) FROM numbers n"
    " LEFT JOIN (SELECT id / 10000000 AS year, count(*) AS many, max(id % 10000000) AS most"
    " FROM requests GROUP BY 1) r ON r.year = n.year"
    " WHERE coalesce(r.many, 0) <> n.last OR coalesce(r.most, 0) <> n.last",
    "SELECT 'numbers of ' || id / 10000000, 'none was given out, but requests are stored'"
    " FROM requests WHERE id / 10000000 NOT IN (SELECT year FROM numbers) GROUP BY id / 10000000",
    // What lists look requests up by.
    "SELECT r.number, 'its list of regions cannot be read' FROM requests r"
    " WHERE NOT json_valid(r.regions)",
    "SELECT request_number(request),"
    " 'is not found by its region ' || region FROM"
    " (SELECT j.value AS region, r.id AS request FROM requests r, " REGIONS_OF_REQUEST
    " EXCEPT SELECT region, request FROM request_regions)",
    "SELECT request_number(request),"
    " 'is found by the region ' || region || ', which is not its own' FROM"
    " (SELECT region, request FROM request_regions"
    " EXCEPT SELECT j.value, r.id FROM requests r, " REGIONS_OF_REQUEST ")",
    "SELECT request_number(m.request),"
    " 'is closed, but found by matching under ' || m.word"
    " FROM (SELECT request, word FROM match_keys UNION ALL"
    " SELECT request, word FROM match_keys_new) m"
    " JOIN requests r ON r.id = m.request WHERE r.state = 'closed'",
    "SELECT request_number(f.request),"
    " 'is closed, but found by its employer' FROM employer_fingerprints f"
    " JOIN requests r ON r.id = f.request WHERE r.state = 'closed'",
    // What the journal has to tell of each.
    "SELECT 'outbox ' || o.id, 'no line of the journal queued this mail' FROM outbox o"
    " WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = o.id"
    " AND j.event IN ('mail.queued', 'digest.queued') AND j.request IS o.request)",
    "SELECT 'outbox ' || o.id, 'is another mail, or to someone else, than the journal queued'"
    " FROM outbox o JOIN journal j ON j.seq = o.id"
    " WHERE o.template IS NOT " TOLD("$.template") " OR o.role IS NOT " TOLD(
        "$.to.role") " OR o.key IS NOT " TOLD("$.to.key"),
    "SELECT 'outbox ' || o.id, 'is about something else than the journal queued it for'"
    " FROM outbox o JOIN journal j ON j.seq = o.id AND j.event = 'mail.queued'"
    " WHERE json_valid(j.line) AND (o.region IS NOT " TOLD("$.region")
    " OR o.wsp IS NOT " TOLD("$.wsp")
    " OR o.clock IS NOT " TOLD("$.clock")
    " OR o.step IS NOT coalesce(" TOLD("$.step") ", ''))",
    // What the daemon could not go on with.
    "SELECT 'outbox ' || id, 'waits for more than a year' FROM outbox WHERE state = 'waiting'"
    " AND next_attempt > (SELECT at FROM journal ORDER BY seq DESC LIMIT 1) + 366 * 86400000",
    "SELECT 'rejected ' || id, 'is in no state that is known: ' || state FROM rejected"
    " WHERE state NOT IN ('open', 'mended', 'set_aside')",
    "SELECT '" SETTING_RULES_IN_FORCE "', 'their files are not stored' FROM settings s"
    " WHERE s.name = '" SETTING_RULES_IN_FORCE "' AND s.value NOT IN (SELECT hash FROM rules)",
    "SELECT 'rules ' || r.hash, 'their file ' || r.name || ' is not stored' FROM rules r"
    " WHERE r.file NOT IN (SELECT hash FROM rules_files)",
    "SELECT 'rejected ' || d.id, 'no line of the journal tells of it' FROM rejected d"
    " WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = d.id"
    " AND j.event = 'request.rejected')",
    "SELECT 'personal ' || p.seq, 'belongs to no line of the journal' FROM personal p"
    " WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = p.seq)",
    "SELECT request_number(request),"
    " 'is told of by the journal, but not stored' FROM"
    " (SELECT DISTINCT request FROM journal WHERE request IS NOT NULL)"
    " WHERE request NOT IN (SELECT id FROM requests)",
    "SELECT 'webhook ' || max(arrival), 'has the source and id of another' FROM webhooks"
    " GROUP BY source, id HAVING count(*) > 1",
    "SELECT 'webhook ' || arrival, 'its request is not stored' FROM webhooks"
    " WHERE request IS NOT NULL AND request NOT IN (SELECT id FROM requests)",
};

// The counts that nothing is scanned for are those of the tables, and add up.
void verify_tallies(Connection& connection, Findings& findings) {
    const Tallies counted = count_tallies(connection);
    if (!(counted == select_tallies(connection)))
        findings.tell("tallies", "are not those of the tables");
    // What was given out as a number has a check of its own.
    for (const Problem& problem : imbalances(counted))
        if (problem.where != "requests") findings.tell("tallies of " + problem.where, problem.text);
}

// What backtest and `match` read past rules from.
void verify_rules_files(Connection& connection, Findings& findings) {
    Query file(connection, "SELECT hash, text FROM rules_files ORDER BY hash");
    while (file.step()) {
        const std::string hash = file.text();
        if (sha256_hex(file.text()) != hash)
            findings.tell("rules file " + hash, "is not the text that came into force");
    }
}

// Of a clock that is still to be met: by what, where an event can be.
void verify_clocks_until(Connection& connection, Findings& findings) {
    const int known = static_cast<int>(Names<EventName>::table.size());
    Query row(connection,
              "SELECT " CLOCK_PLACE
              ", c.name || ' is met by no event that is known'"
              " FROM clocks c WHERE c." WERKTDOORD_OPEN_CLOCK
              " AND (c.until <= 0 OR c.until >> ? <> 0)",
              known);
    while (row.step()) {
        const std::string where = row.text();
        findings.tell(where, row.text());
    }
}

}  // namespace

void verify_tables(Connection& connection, Findings& findings) {
    verify_clocks_until(connection, findings);
    verify_tallies(connection, findings);
    verify_rules_files(connection, findings);
    find_lost_webhooks(connection, [&](std::int64_t arrival) {
        findings.tell("webhook " + std::to_string(arrival),
                      "is not found by its id: sent again, it would be stored again");
    });
    for (const char* check : checks) {
        Query row(connection, check);
        while (row.step()) {
            const std::string where = row.text();
            findings.tell(where, row.text());
        }
    }
}

}  // namespace werktdoord
