// verify: a store that holds together has no problems; whatever is changed in it is told.
#include <gmock/gmock.h>

#include "sound_store.hpp"

namespace werktdoord {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

using Verify = SoundStore;

TEST_F(Verify, finds_nothing_in_a_store_that_holds_together) {
    EXPECT_THAT(problems(), IsEmpty());
    const Verified looked_at = store_->verify([](const Problem&) {});
    EXPECT_EQ(looked_at.requests, 2);
    EXPECT_EQ(looked_at.lines, static_cast<std::int64_t>(lines_of(*store_).size()));
    EXPECT_EQ(looked_at.mails,
              static_cast<std::int64_t>(store_->outbox(std::nullopt, 1000).size()));
    EXPECT_EQ(looked_at.problems, 0);
}

struct Tampering {
    const char* what;
    const char* sql;
    const char* told;  // in one of the problems
};

// NLWD-2026-000001 is closed, NLWD-2026-000002 was only sent in.
const std::vector<Tampering> tamperings{
    {"a line",
     "UPDATE journal SET line = replace(line, '\"anna\"', '\"bram\"') WHERE event ="
     " 'request.taken_up'",
     "the hash does not fit"},
    {"a line that is gone",
     "DELETE FROM personal WHERE seq = 2;"
     "DELETE FROM journal WHERE seq = 2",
     "seq 2: found seq 3 instead"},
    {"the last line", "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
     "is sent, by the journal waiting"},
    {"a column of a line", "UPDATE journal SET at = at + 1 WHERE seq = 1",
     "seq 1: its columns say something else than its line"},
    {"the request of a line", "UPDATE journal SET request = NULL WHERE seq = 1",
     "seq 1: its columns say something else than its line"},
    {"a personal text", "UPDATE personal SET personal = replace(personal, 'Gebeld', 'Gemaild')",
     "does not fit its digest"},
    {"a personal text that is gone", "DELETE FROM personal", "a personal text is gone"},
    {"the state", "UPDATE requests SET state = 'taken_up' WHERE id = 20260000002",
     "NLWD-2026-000002 state: is 'taken_up', by the journal 'registered'"},
    {"the owner", "UPDATE requests SET owner = 'bram' WHERE owner = 'anna'", "owner: is 'bram'"},
    {"no owner", "UPDATE requests SET owner = ''", "is open and nobody owns it"},
    {"the outcome", "UPDATE requests SET outcome = 'filled' WHERE id = 20260000001",
     "outcome: is 'filled', by the journal 'partly_filled'"},
    {"when it was closed", "UPDATE requests SET closed_at = closed_at - 60000",
     "NLWD-2026-000001 closed at: is "},
    {"what happened", "UPDATE requests SET happened = happened | 1 << 9", "events: are others"},
    {"the data", "UPDATE documents SET document = replace(document, 'Avond', 'Nacht')",
     "data: is other than was sent in and amended"},
    {"a column of the data", "UPDATE requests SET headcount = 9",
     "headcount: is not that of its document"},
    {"the sender's address", "UPDATE requests SET employer_email = 'x'",
     "employer_email: is not that of its document"},
    {"data that is gone", "DELETE FROM documents WHERE request = 20260000002",
     "no document of NLWD-2026-000002"},
    {"the route", "UPDATE documents SET route = replace(route, 'blueprint', 'other')",
     "route policy: is 'other', by the journal 'blueprint'"},
    {"a referral", "UPDATE referrals SET filled = 2", "referral 1 filled: is 2, by the journal 1"},
    {"a referral that is gone", "DELETE FROM wsp_asks; DELETE FROM referrals",
     "referrals: is 0, by the journal 1"},
    {"a WSP", "UPDATE wsp_asks SET wsp = 'wsp-other'", "referral 1 WSP 1 key: is 'wsp-other'"},
    {"no clock", "DELETE FROM clocks WHERE request = 20260000002",
     "NLWD-2026-000002: is open (registered) and has no clock that runs"},
    {"no clock that wakes", "UPDATE clocks SET next_at = NULL WHERE request = 20260000002",
     "NLWD-2026-000002 clock 1: take_up is running, but nothing will wake it"},
    {"when a clock wakes", "UPDATE clocks SET next_at = next_at + 1 WHERE next_at IS NOT NULL",
     "take_up wakes at another instant than its own"},
    {"a due instant", "UPDATE clocks SET due = due + 1, next_at = next_at", "clock 1 due: is "},
    {"a clock that was met", "UPDATE clocks SET state = 'cancelled' WHERE name = 'take_up'",
     "state: is 'cancelled', by the journal 'met'"},
    {"a clock of a closed request",
     "UPDATE clocks SET state = 'missed', next_at = 1,"
     " next_alert = 1, attention = 'missed' WHERE request = 20260000001 AND name = 'take_up'",
     "take_up is missed, though its request is closed"},
    {"what the employer said", "UPDATE wsp_asks SET heard = 0", "heard: is false"},
    {"the themes", "UPDATE requests SET themes = '[\"werk-naar-werk\",\"x-y\"]'",
     "themes: is not that of its document"},
    {"a running count", "UPDATE tallies SET count = count + 1 WHERE name = 'requests.open'",
     "tallies: are not those of the tables"},
    {"a referral that the journal did not count",
     "UPDATE tallies SET count = count + 1 WHERE name = 'journal.sent'",
     "received 2 is not open 0 + closed 1"},
    {"a number that is gone", "UPDATE numbers SET last = 3", "numbers of 2026: the last one"},
    {"the list of a region", "DELETE FROM request_regions",
     "is not found by its region midden-brabant"},
    {"regions that cannot be read",
     "UPDATE requests SET regions = '[\"twente' WHERE id = 20260000001",
     "NLWD-2026-000001: its list of regions cannot be read"},
    {"a line that cannot be read, of a mail",
     "UPDATE journal SET line = replace(line, '{', '') WHERE event = 'mail.queued'",
     "is another mail, or to someone else"},
    {"what a webhook is found by", "DELETE FROM webhook_fingerprints",
     "webhook 2: is not found by its id"},
    {"a webhook that is kept twice",
     "INSERT INTO webhooks SELECT arrival + 7, at, source, id, body_hash, request, answer"
     " FROM webhooks WHERE arrival = 1",
     "webhook 8: has the source and id of another"},
    {"what its employer is found by", "DELETE FROM employer_fingerprints",
     "NLWD-2026-000002: is not found by its employer"},
    {"an employer whose request is closed",
     "UPDATE employer_fingerprints SET request = 20260000001",
     "NLWD-2026-000001: is closed, but found by its employer"},
    {"what matching finds it by", "DELETE FROM match_keys_new",
     "NLWD-2026-000002: is not found by matching under all of its words"},
    {"another mail",
     "UPDATE outbox SET template = 'closing' WHERE id = (SELECT min(id) FROM outbox)",
     "is another mail, or to someone else"},
    {"a mail to someone else",
     "UPDATE outbox SET key = 'zoë' WHERE id = (SELECT max(id) FROM outbox)",
     "is another mail, or to someone else"},
    {"the step of a mail", "UPDATE outbox SET step = 'x'",
     "is about something else than the journal queued it for"},
    {"the region of a mail", "UPDATE outbox SET region = 'twente' WHERE template = 'referral'",
     "is about something else than the journal queued it for"},
    {"when a mail goes out",
     "UPDATE outbox SET next_attempt = next_attempt + 40000000000 WHERE state = 'waiting'",
     "waits for more than a year"},
    {"what meets a clock", "UPDATE clocks SET until = 0 WHERE request = 20260000002",
     "take_up is met by no event that is known"},
    {"an event that nobody knows",
     "UPDATE clocks SET until = until | 1 << 60 WHERE request = 20260000002",
     "take_up is met by no event that is known"},
    {"which rules are in force", "INSERT INTO settings VALUES('rules in force', 'abc')",
     "rules in force: their files are not stored"},
    {"the state of a submission",
     "INSERT INTO rejected(id, at, source, webhook_id, body, problems, state)"
     " VALUES(1, 1, 's', 'w', 'b', 'p', 'x')",
     "rejected 1: is in no state that is known: x"},
    {"a mail that is gone", "DELETE FROM outbox WHERE id = (SELECT min(id) FROM outbox)",
     "is missing, the journal queued it"},
    {"a mail that nobody queued",
     "UPDATE outbox SET id = 2 WHERE id ="
     " (SELECT min(id) FROM outbox)",
     "outbox 2: no line of the journal queued this mail"},
    {"a mail that was sent",
     "UPDATE outbox SET state = 'waiting', sent_at = NULL WHERE state ="
     " 'sent'",
     "is waiting, by the journal sent"},
    {"a mail that still says it",
     "UPDATE outbox SET facts = '{\"values\":{}}' WHERE state = 'sent'",
     "still holds what it said"},
    {"a request that is gone",
     "PRAGMA foreign_keys = OFF; DELETE FROM requests WHERE id ="
     " 20260000002",
     "database: "},
    {"an index",
     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql,"
     " '''running'', ''missed''', '''running''') WHERE name = 'clocks_open'; UPDATE"
     " sqlite_schema SET sql = replace(sql, 'next_at)', 'due)') WHERE name ="
     " 'clocks_next'",
     "database: "},
};

TEST_F(Verify, tells_of_whatever_was_changed) {
    for (const Tampering& one : tamperings) {
        TempFolder folder;
        const std::string copy = (folder.path() / "copy.db").string();
        tamper("VACUUM INTO '" + copy + "'");
        SQLite::Database(copy, SQLite::OPEN_READWRITE).exec(one.sql);
        EXPECT_THAT(problems(copy), Contains(HasSubstr(one.told))) << one.what;
    }
}

TEST_F(Verify, goes_on_after_what_cannot_be_read) {
    tamper(
        "UPDATE requests SET regions = 'x' WHERE id = 20260000001;"
        "UPDATE requests SET owner = ''");
    EXPECT_THAT(problems(), Contains(HasSubstr("is open and nobody owns it")));
}

TEST_F(Verify, the_fault_of_a_list_names_its_row) {
    tamper("UPDATE requests SET regions = 'x' WHERE id = 20260000002");
    try {
        store_->requests({});
        ADD_FAILURE() << "it was read";
    } catch (const StoreFault& fault) {
        EXPECT_STREQ(fault.what(), "store: a list of NLWD-2026-000002 cannot be read");
    }
}

TEST_F(Verify, names_no_personal_data) {
    tamper(
        "UPDATE requests SET employer_name = 'x', employer_email = 'y', occupation = 'z';"
        "UPDATE documents SET document = replace(document, 'Sanne', 'Fleur')");
    const std::vector<std::string> told = problems();
    EXPECT_GE(told.size(), 4u);
    for (const std::string& problem : told)
        for (const char* personal : {"Sanne", "Fleur", "delinde", "Linde"})
            EXPECT_THAT(problem, ::testing::Not(HasSubstr(personal)));
}

TEST_F(Verify, looks_at_one_state_while_the_writer_goes_on) {
    const auto reader = open_reader(path());
    std::vector<std::string> told;
    const Verified before = reader->verify([&](const Problem& p) { told.push_back(p.text); });
    submits();
    EXPECT_EQ(reader->verify([&](const Problem& p) { told.push_back(p.text); }).requests,
              before.requests + 1);
    EXPECT_THAT(told, IsEmpty());
}

}  // namespace
}  // namespace werktdoord
