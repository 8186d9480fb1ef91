// The reads of a store, the same for a reader and for the writer.
#pragma once

#include <string>

#include "store/connection.hpp"
#include "store/sqlite_case_base.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_digests.hpp"
#include "store/sqlite_intake.hpp"
#include "store/sqlite_journal.hpp"
#include "store/sqlite_lookups.hpp"
#include "store/sqlite_outbox.hpp"
#include "store/sqlite_partners.hpp"
#include "store/sqlite_persons.hpp"
#include "store/sqlite_queries.hpp"
#include "store/sqlite_report.hpp"
#include "store/sqlite_rules.hpp"
#include "store/sqlite_tallies.hpp"
#include "store/sqlite_walks.hpp"
#include "store/verify.hpp"

namespace werktdoord {

// `Interface` is StoreReader or Store.
template <class Interface>
class Reads : public Interface {
public:
    Reads(const std::string& path, Access access)
        : path_(path == ":memory:" ? "" : path), connection_(path, access) {}

    std::optional<Case> load(const RequestNumber& number) override {
        return load_case(connection_, number);
    }
    std::vector<RequestRow> requests(const RequestFilter& filter) override {
        return select_requests(connection_, filter);
    }
    std::vector<DeadlineRow> deadlines(const ClockCursor& after, Instant until,
                                       int limit) override {
        return select_deadlines(connection_, after, until, limit);
    }
    std::vector<DeadlineRow> running_clocks(const ClockCursor& after, int limit) override {
        return select_running_clocks(connection_, after, limit);
    }
    std::vector<StoredRequest> stored_requests(const RequestNumber& after, Instant since,
                                               int limit) override {
        return select_stored_requests(connection_, after, since, limit);
    }
    std::vector<JournalLine> journal(std::int64_t since, int limit,
                                     const std::optional<RequestNumber>& request) override {
        return select_journal(connection_, since, limit, request);
    }
    void referral_marks(const RegionKey& region, Instant since,
                        const std::function<void(const ReferralMark&)>& mark) override {
        select_referral_marks(connection_, region, since, mark);
    }
    void open_request_marks(const std::optional<RequestNumber>& after, int limit,
                            const std::function<void(const RequestMark&)>& mark) override {
        select_open_request_marks(connection_, after, limit, mark);
    }
    void closed_request_marks(Instant since,
                              const std::function<void(const RequestMark&)>& mark) override {
        select_closed_request_marks(connection_, since, mark);
    }
    DigestRow digest_row(const RequestNumber& request, int referral) override {
        return select_digest_row(connection_, request, referral);
    }
    RequestRow team_row(const RequestNumber& request) override {
        return select_team_row(connection_, request);
    }
    RegionWork region_work(const RegionKey& region, Instant now) override {
        return select_region_work(connection_, region, now);
    }
    OpenWork open_work() override { return select_open_work(connection_); }
    void report_rows(Instant begin, Instant end,
                     const std::function<void(const ReportRequest&)>& row) override {
        select_report_rows(connection_, begin, end, row);
    }
    Tallies tallies() override { return select_tallies(connection_); }
    std::int64_t rejected_count(Instant begin, Instant end) override {
        return count_rejected(connection_, begin, end);
    }
    using Interface::rejected;
    std::vector<RejectedSubmission> rejected(std::optional<RejectedState> state, std::int64_t after,
                                             int limit) override {
        return select_rejected(connection_, state, after, limit);
    }
    std::optional<RejectedSubmission> rejected_submission(std::int64_t id) override {
        return select_rejected_one(connection_, id);
    }
    std::vector<OutboxMail> parked_longest(int limit) override {
        return select_parked_longest(connection_, limit);
    }
    DeskCounts desk_counts() override { return select_desk_counts(connection_); }
    WaitingMails waiting_mails(Instant now, int most) override {
        return select_waiting_mails(connection_, now, most);
    }
    using Interface::outbox;
    std::vector<OutboxMail> outbox(std::optional<MailState> state, int limit,
                                   std::optional<std::int64_t> before) override {
        return select_mails(connection_, state, limit, before);
    }
    std::optional<OutboxMail> mail(std::int64_t id) override {
        return select_mail(connection_, id);
    }
    std::vector<OutboxMail> mails_due(Instant now, int limit) override {
        return select_mails_due(connection_, now, limit);
    }
    std::vector<OutboxMail> mails_dated_after(Instant instant, int limit) override {
        return select_mails_dated_after(connection_, instant, limit);
    }
    std::optional<Instant> next_mail() override { return select_next_mail(connection_); }
    std::vector<RulesFile> rules_files(const std::string& hash) override {
        return select_rules_files(connection_, hash);
    }
    std::optional<Instant> last_journalled() override {
        return select_last_journalled(connection_);
    }
    std::optional<std::string> rules_in_force() override {
        return select_rules_in_force(connection_);
    }
    std::vector<OpenRequest> partner_candidates(const PartnerSearch& search) override {
        return select_partner_candidates(connection_, search);
    }
    std::vector<RequestNumber> open_since(Instant since, int limit) override {
        return select_open_since(connection_, since, limit);
    }
    std::vector<SolvedCase> solved_cases(const CaseFilter& filter) override {
        return select_solved_cases(connection_, filter);
    }
    std::vector<SolvedCase> cases_like(const std::vector<std::string>& keys, int limit) override {
        return select_cases_like(connection_, keys, limit);
    }
    HeldOn held_on(const std::string& email) override { return select_held_on(connection_, email); }
    Verified verify(const std::function<void(const Problem&)>& found) override {
        return verify_store(connection_, path_, found);
    }

protected:
    std::string path_;  // empty: in memory
    Connection connection_;
};

}  // namespace werktdoord
