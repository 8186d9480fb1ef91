// What is read from the store, in words of the domain. No SQL in here.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "core/case_base.hpp"
#include "core/conservation.hpp"
#include "core/digest_rows.hpp"
#include "core/lost_work.hpp"
#include "core/partners.hpp"
#include "core/report_rows.hpp"
#include "core/rules_file.hpp"
#include "store/records.hpp"
#include "store/store_fault.hpp"

namespace werktdoord {

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

    // The open referrals of a region, then those that ended after `since`; in no order. Told later
    // are those that were put on record after `since`.
    virtual void referral_marks(const RegionKey& region, Instant since,
                                const std::function<void(const ReferralMark&)>& mark) = 0;
    // Open requests with a number after `after`, in order of number, at most `limit`: a page of a
    // walk along all of them.
    virtual void open_request_marks(const std::optional<RequestNumber>& after, int limit,
                                    const std::function<void(const RequestMark&)>& mark) = 0;
    // Those closed after `since`; in no order.
    virtual void closed_request_marks(Instant since,
                                      const std::function<void(const RequestMark&)>& mark) = 0;
    // What a digest shows of one of these. REQUIRES: it is there.
    virtual DigestRow digest_row(const RequestNumber& request, int referral) = 0;
    virtual RequestRow team_row(const RequestNumber& request) = 0;
    // Late is what is due at or before `now`.
    virtual RegionWork region_work(const RegionKey& region, Instant now) = 0;
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

    // Those after `after`, oldest first, at most `limit`, without their bodies; no state: all.
    virtual std::vector<RejectedSubmission> rejected(std::optional<RejectedState> state,
                                                     std::int64_t after, int limit) = 0;
    std::vector<RejectedSubmission> rejected(std::optional<RejectedState> state) {
        return rejected(state, 0, std::numeric_limits<int>::max());
    }
    virtual std::optional<RejectedSubmission> rejected_submission(std::int64_t id) = 0;

    // Mails in a state (none: in any), newest first, at most `limit`; where given, before a mail.
    virtual std::vector<OutboxMail> outbox(std::optional<MailState> state, int limit,
                                           std::optional<std::int64_t> before) = 0;
    std::vector<OutboxMail> outbox(std::optional<MailState> state, int limit) {
        return outbox(state, limit, std::nullopt);
    }
    virtual std::optional<OutboxMail> mail(std::int64_t id) = 0;
    // Parked mails, oldest first, at most `limit`.
    virtual std::vector<OutboxMail> parked_longest(int limit) = 0;
    virtual DeskCounts desk_counts() = 0;
    // Counts `most` of them at most.
    virtual WaitingMails waiting_mails(Instant now, int most) = 0;

    // Waiting mails whose next attempt is at or before `now`, oldest first.
    virtual std::vector<OutboxMail> mails_due(Instant now, int limit) = 0;
    virtual std::optional<Instant> next_mail() = 0;
    // Waiting mails that were queued after `instant` and whose next attempt is after it too, at
    // most `limit`, the earliest first.
    virtual std::vector<OutboxMail> mails_dated_after(Instant instant, int limit) = 0;

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

}  // namespace werktdoord
