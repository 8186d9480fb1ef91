// A store in which there is nothing, for fakes that have only what their test reads.
#pragma once

#include "store/store.hpp"

namespace werktdoord {

class EmptyReader : public StoreReader {
public:
    std::optional<Case> load(const RequestNumber&) override { return std::nullopt; }
    std::vector<RequestRow> requests(const RequestFilter&) override { return {}; }
    std::vector<DeadlineRow> deadlines(const ClockCursor&, Instant, int) override { return {}; }
    std::vector<DeadlineRow> running_clocks(const ClockCursor&, int) override { return {}; }
    std::vector<StoredRequest> stored_requests(const RequestNumber&, Instant, int) override {
        return {};
    }
    std::vector<JournalLine> journal(std::int64_t, int,
                                     const std::optional<RequestNumber>&) override {
        return {};
    }
    void referral_marks(const RegionKey&, Instant,
                        const std::function<void(const ReferralMark&)>&) override {}
    void open_request_marks(const std::optional<RequestNumber>&, int,
                            const std::function<void(const RequestMark&)>&) override {}
    void closed_request_marks(Instant, const std::function<void(const RequestMark&)>&) override {}
    DigestRow digest_row(const RequestNumber&, int) override { return {}; }
    RequestRow team_row(const RequestNumber&) override { return {}; }
    RegionWork region_work(const RegionKey&, Instant) override { return {}; }
    std::vector<std::pair<RegionKey, std::optional<WspKey>>> open_work() override { return {}; }
    void report_rows(Instant, Instant, const std::function<void(const ReportRequest&)>&) override {}
    std::int64_t rejected_count(Instant, Instant) override { return 0; }
    Tallies tallies() override { return {}; }
    std::vector<RejectedSubmission> rejected(std::optional<RejectedState>, std::int64_t,
                                             int) override {
        return {};
    }
    std::vector<OutboxMail> parked_longest(int) override { return {}; }
    DeskCounts desk_counts() override { return {}; }
    WaitingMails waiting_mails(Instant, int) override { return {}; }
    std::optional<RejectedSubmission> rejected_submission(std::int64_t) override { return {}; }
    std::vector<OutboxMail> outbox(std::optional<MailState>, int,
                                   std::optional<std::int64_t>) override {
        return {};
    }
    std::vector<OutboxMail> mails_dated_after(Instant, int) override { return {}; }
    std::vector<OutboxMail> mails_due(Instant, int) override { return {}; }
    std::optional<Instant> next_mail() override { return std::nullopt; }
    std::optional<OutboxMail> mail(std::int64_t) override { return std::nullopt; }
    std::vector<RulesFile> rules_files(const std::string&) override { return {}; }
    std::optional<Instant> last_journalled() override { return std::nullopt; }
    std::optional<std::string> rules_in_force() override { return std::nullopt; }
    HeldOn held_on(const std::string&) override { return {}; }
    std::vector<SolvedCase> solved_cases(const CaseFilter&) override { return {}; }
    std::vector<SolvedCase> cases_like(const std::vector<std::string>&, int) override { return {}; }
    std::vector<OpenRequest> partner_candidates(const PartnerSearch&) override { return {}; }
    std::vector<RequestNumber> open_since(Instant, int) override { return {}; }
    Verified verify(const std::function<void(const Problem&)>&) override { return {}; }
};

}  // namespace werktdoord
