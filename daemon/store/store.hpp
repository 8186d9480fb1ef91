// The store: what the engine asks of the disk, in words of the domain. No SQL in here.
// A second implementation of this interface is all that another database needs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "core/case_base.hpp"
#include "core/conservation.hpp"
#include "core/digest_rows.hpp"
#include "core/event.hpp"
#include "core/lost_work.hpp"
#include "core/partners.hpp"
#include "core/report_rows.hpp"
#include "core/rules_file.hpp"
#include "store/records.hpp"

namespace werktdoord {

// The world failed: disk full, I/O error, busy. `retry` says whether the same call may work later,
// `damaged` that the store looks damaged; a read that fails may look so too.
struct StoreFault : std::runtime_error {
    StoreFault(const std::string& what, bool retry_later, bool looks_damaged = false)
        : std::runtime_error(what), retry(retry_later), damaged(looks_damaged) {}
    bool retry;
    bool damaged;
};

// The fault behind an error of the system in doing `what`: a full disk and an I/O error may pass.
inline StoreFault fault_of(const std::string& what, const std::error_code& error) {
    return {what + ": " + error.message(),
            error == std::errc::no_space_on_device || error == std::errc::io_error};
}

// The disk gave up what it had taken: a sync failed, and no later one says whether the rest got
// there. Nothing more may be stored until every connection is closed and the store opened anew.
struct StoreLost : StoreFault {
    explicit StoreLost(const std::string& what) : StoreFault(what, true) {}
};

// Reading; each object has its own connection and never waits for the writer. One thread at a time.
// Each call sees one committed state. Throws StoreFault when the disk fails.
class StoreReader {
public:
    virtual ~StoreReader() = default;
    virtual std::optional<Case> load(const RequestNumber& number) = 0;

    // In order of number.
    virtual std::vector<RequestRow> requests(const RequestFilter& filter) = 0;

    // Open clocks after a cursor, in its order, that are due at or before `until`, at most `limit`;
    // missed ones too.
    virtual std::vector<DeadlineRow> deadlines(const ClockCursor& after, Instant until,
                                               int limit) = 0;

    // Running clocks after a cursor, in its order, at most `limit`: a page of a walk along them.
    virtual std::vector<DeadlineRow> running_clocks(const ClockCursor& after, int limit) = 0;

    // Requests registered at or after `since` with a number after `after` (empty: any), in order
    // of number, at most `limit`; open and closed. A page of a walk along all of them.
    virtual std::vector<StoredRequest> stored_requests(const RequestNumber& after, Instant since,
                                                       int limit) = 0;

    // Journal lines with seq > since, in order, at most `limit`; of one request where given.
    virtual std::vector<JournalLine> journal(std::int64_t since, int limit,
                                             const std::optional<RequestNumber>& request) = 0;

    // The open referrals of a region, then those that ended after `ended_since`; in no order.
    virtual void referral_marks(const RegionKey& region, Instant ended_since,
                                const std::function<void(const ReferralMark&)>& mark) = 0;
    // Every open request, then those closed after `closed_since`; in no order.
    virtual void request_marks(Instant closed_since,
                               const std::function<void(const RequestMark&)>& mark) = 0;
    // What a digest shows of one of these. REQUIRES: it is there.
    virtual DigestRow digest_row(const RequestNumber& request, int referral) = 0;
    virtual RequestRow team_row(const RequestNumber& request) = 0;
    // By key: the regions with an open referral; late is what is due at or before `now`.
    virtual std::vector<RegionWork> region_work(Instant now) = 0;
    // Regions with an open referral (no WSP), and WSPs that one was forwarded to; each once.
    virtual OpenWork open_work() = 0;

    // The requests registered in [begin, end), in order of number, for a report. Memory stays flat;
    // `row` may not keep what it gets.
    virtual void report_rows(Instant begin, Instant end,
                             const std::function<void(const ReportRequest&)>& row) = 0;
    // What was received, and what became of it; from counters, so at once however much there is.
    virtual Tallies tallies() = 0;
    // How many submissions were rejected in [begin, end), whatever became of them.
    virtual std::int64_t rejected_count(Instant begin, Instant end) = 0;

    // Oldest first, without their bodies; an empty state: all.
    virtual std::vector<RejectedSubmission> rejected(const std::string& state) = 0;
    virtual std::optional<RejectedSubmission> rejected_submission(std::int64_t id) = 0;

    // Mails in a state (empty: any), newest first, at most `limit`; where given, before a mail.
    virtual std::vector<OutboxMail> outbox(const std::string& state, int limit,
                                           std::optional<std::int64_t> before) = 0;
    std::vector<OutboxMail> outbox(const std::string& state, int limit) {
        return outbox(state, limit, std::nullopt);
    }
    virtual std::optional<OutboxMail> mail(std::int64_t id) = 0;

    // Waiting mails whose next attempt is at or before `now`, oldest first.
    virtual std::vector<OutboxMail> mails_due(Instant now, int limit) = 0;
    virtual std::optional<Instant> next_mail() = 0;

    // The files of rules that were in force once, by their hash (RuleSet::hash, as rules.loaded and
    // request.routed tell it), in the order of reading; none: no such rules were kept.
    virtual std::vector<RulesFile> rules_files(const std::string& hash) = 0;
    // The hash of the rules that came into force last; nothing in a store that no daemon served.
    virtual std::optional<std::string> rules_in_force() = 0;
    // The instant of the last line of the journal.
    virtual std::optional<Instant> last_journalled() = 0;

    // Open requests of a kind that are kept under the words of a search, those of the nearest areas
    // first, at most its limit.
    virtual std::vector<OpenRequest> partner_candidates(const PartnerSearch& search) = 0;

    // Open requests that were registered at or after `since`, newest first, at most `limit`.
    virtual std::vector<RequestNumber> open_since(Instant since, int limit) = 0;

    // The case base, newest closing first.
    virtual std::vector<SolvedCase> solved_cases(const CaseFilter& filter) = 0;

    // Cases with any of these keys (case_keys), the newest requests first, at most `limit`.
    virtual std::vector<SolvedCase> cases_like(const std::vector<std::string>& keys, int limit) = 0;

    // What is kept on the person with this e-mail address, however it is written; each in order.
    virtual HeldOn held_on(const std::string& email) = 0;

    // Whether the store holds together: the database itself, the chain of the journal, every case
    // as its lines build it, a clock on every open request, the outbox as the journal tells it.
    // `found` gets each problem with its place. Looks at one state; keeps one request in memory.
    virtual Verified verify(const std::function<void(const Problem&)>& found) = 0;
};

// Writing; owned by the one thread that writes. Reads inside a transaction see its own writes.
class Store : public StoreReader {
public:
    // One transaction around `work`; commits when it returns, rolls back when it throws.
    // Throws StoreFault when the disk fails; nothing of `work` is kept then. StoreLost: see there.
    virtual void transaction(const std::function<void()>& work) = 0;

    // What can wait until a commit is answered, and longer while somebody waits; never throws.
    virtual void tidy(bool /*anyone_waits*/) {}

    // What went wrong after a commit that succeeded, since the last call; empty: nothing.
    virtual std::string take_trouble() { return {}; }

    // A savepoint inside the transaction: what `work` did is undone when it throws.
    virtual void savepoint(const std::function<void()>& work) = 0;

    // The next number of this local year: NLWD-2026-000001, without gaps. REQUIRES: a transaction.
    virtual RequestNumber next_number(int year) = 0;

    // Writes what differs between `before` (empty for a new case; else as it was loaded) and
    // `after`; gives new clocks their ids, unique within the case, and the case its version.
    // REQUIRES: a transaction; nobody saved the case since `before` was loaded.
    virtual void save(const std::optional<Case>& before, Case& after) = 0;

    // Appends one event: next seq, salted digests, hash chain, outbox row for its letter; the
    // letter of a mail.joined joins the row of its mail, which REQUIRES that this one waits.
    // Returns the line as `journal` prints it. REQUIRES: a transaction.
    virtual JournalLine append(const Event& event) = 0;

    // Cases with a clock that has something due at or before `now`, earliest first, from behind
    // `after` on; each case once.
    virtual std::vector<DueClock> due(Instant now, const std::optional<DueClock>& after,
                                      int limit) = 0;
    virtual std::optional<Instant> next_due() = 0;

    // In order of number, after a number, at most `limit`: the open requests; those of a member
    // that nobody took up; those with an open referral to a region that is not yet forwarded, with
    // its ordinal (there is one at most).
    virtual std::vector<RequestNumber> open_requests(const std::optional<RequestNumber>& after,
                                                     int limit) = 0;
    virtual std::vector<RequestNumber> not_taken_up(const MemberKey& owner,
                                                    const std::optional<RequestNumber>& after,
                                                    int limit) = 0;
    virtual std::vector<std::pair<RequestNumber, int>> not_forwarded(
        const RegionKey& region, const std::optional<RequestNumber>& after, int limit) = 0;
    // Open requests of the same employer (KvK number or e-mail), kind and occupation.
    virtual std::vector<RequestNumber> same_employer(const RequestData& data) = 0;

    virtual std::optional<SeenWebhook> seen_webhook(const std::string& source,
                                                    const std::string& id) = 0;
    virtual void remember_webhook(const std::string& source, const std::string& id,
                                  const SeenWebhook& seen, Instant now) = 0;
    // Forgets at most `limit` of the oldest; returns how many. Fewer than `limit`: none is left.
    virtual int forget_webhooks(Instant older_than, int limit) = 0;
    virtual std::optional<IdempotentAnswer> seen_idempotency_key(const std::string& key) = 0;
    virtual void remember_idempotency_key(const std::string& key, const IdempotentAnswer& answer,
                                          Instant now) = 0;
    virtual int forget_idempotency_keys(Instant older_than, int limit) = 0;

    virtual void reject(const RejectedSubmission& rejected) = 0;
    // Whether this body was kept as rejected before under this id, in whatever state it is now.
    virtual bool was_rejected(const std::string& source, const std::string& webhook_id,
                              const std::string& body) = 0;
    // The open rejected submission that came with this id.
    virtual std::optional<std::int64_t> open_rejected(const std::string& source,
                                                      const std::string& webhook_id) = 0;
    virtual void set_rejected_state(std::int64_t id, const std::string& state) = 0;

    // The status mail to the employer of this request that waits, the newest.
    virtual std::optional<std::int64_t> waiting_status(const RequestNumber& number) = 0;

    // What became of a mail. Sent and dropped: its facts are erased. Retry: it waits until
    // `next_attempt`; one that counts sets the first failure too. Again: a parked mail waits anew,
    // as if it had never failed.
    virtual void set_mail_sent(std::int64_t id, Instant at) = 0;
    virtual void set_mail_dropped(std::int64_t id) = 0;
    virtual void set_mail_parked(std::int64_t id, const std::string& error) = 0;
    virtual void set_mail_retry(std::int64_t id, Instant next_attempt, bool count_attempt,
                                Instant now, const std::string& error) = 0;
    virtual void set_mail_again(std::int64_t id, Instant next_attempt, const Recipient& to) = 0;

    // Keeps the files of the rules that come into force, each version of a file once.
    // REQUIRES: a transaction.
    virtual void keep_rules(const std::string& hash, const std::vector<RulesFile>& files) = 0;

    // Mails that wait or are parked and are about the request, or say one of these texts.
    virtual std::vector<OutboxMail> mails_to_come(const RequestNumber& number,
                                                  const std::vector<std::string>& texts) = 0;
    // Rejected submissions that are done with and came under a webhook id of the request, or hold
    // one of these texts.
    virtual std::vector<std::int64_t> rejected_of(const RequestNumber& number,
                                                  const std::vector<std::string>& texts) = 0;

    // Erases what is kept on persons beside the case itself: personal members of its journal lines
    // with their salts, and of the lines that introduce others to it; names, addresses and facts of
    // its mails; the answers kept for repeats become `answer`. Lines stay as they are. The case
    // itself is emptied by `save`. REQUIRES: none of its mails is waiting.
    virtual void erase_personal(const RequestNumber& number, const std::string& answer) = 0;
    // The same of a rejected submission: what was sent, its problems, and what is journalled.
    virtual void erase_rejected(std::int64_t id) = 0;

    // Small named values of the engine: the last digests, the roster day handled, the backlog.
    virtual std::optional<std::string> get(const std::string& name) = 0;
    virtual void set(const std::string& name, const std::string& value) = 0;
};

}  // namespace werktdoord
