// An outbox in memory, a desk that writes into it and a mail server that answers as told.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/clock_port.hpp"
#include "engine/mail_desk.hpp"
#include "engine/mail_transport.hpp"
#include "net/outbox_round.hpp"
#include "store/store.hpp"

namespace werktdoord {

struct FakeTime : TimeSource {
    Instant at;
    Instant now() const override { return at; }
};

// Only what the sender reads; the rest is empty.
class FakeOutbox : public StoreReader {
public:
    std::map<std::int64_t, OutboxMail> mails;  // waiting
    std::map<RequestNumber, Case> cases;
    bool broken = false;

    std::optional<Case> load(const RequestNumber& number) override {
        const auto found = cases.find(number);
        return found == cases.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<OutboxMail> mails_due(Instant now, int) override {
        if (broken) throw StoreFault("disk", true);
        std::vector<OutboxMail> due;
        for (const auto& [id, mail] : mails)
            if (mail.next_attempt <= now) due.push_back(mail);
        return due;
    }
    std::vector<RulesFile> rules_files(const std::string&) override { return {}; }
    std::optional<std::string> rules_in_force() override { return std::nullopt; }
    HeldOn held_on(const std::string&) override { return {}; }
    std::vector<SolvedCase> solved_cases(const CaseFilter&) override { return {}; }
    std::vector<SolvedCase> cases_like(const std::vector<std::string>&, int) override { return {}; }
    std::vector<OpenRequest> partner_candidates(const PartnerSearch&) override { return {}; }
    std::vector<RequestNumber> open_since(Instant, int) override { return {}; }
    Verified verify(const std::function<void(const Problem&)>&) override { return {}; }
    std::optional<Instant> next_mail() override {
        std::optional<Instant> next;
        for (const auto& [id, mail] : mails)
            if (!next || mail.next_attempt < *next) next = mail.next_attempt;
        return next;
    }
    std::optional<OutboxMail> mail(std::int64_t id) override {
        const auto found = mails.find(id);
        return found == mails.end() ? std::nullopt : std::optional(found->second);
    }
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
    void request_marks(Instant, const std::function<void(const RequestMark&)>&) override {}
    DigestRow digest_row(const RequestNumber&, int) override { return {}; }
    RequestRow team_row(const RequestNumber&) override { return {}; }
    std::vector<RegionWork> region_work(Instant) override { return {}; }
    void report_rows(Instant, Instant, const std::function<void(const ReportRequest&)>&) override {}
    std::int64_t rejected_count(Instant, Instant) override { return 0; }
    Tallies tallies() override { return {}; }
    std::vector<RejectedSubmission> rejected(const std::string&) override { return {}; }
    std::optional<RejectedSubmission> rejected_submission(std::int64_t) override { return {}; }
    std::vector<OutboxMail> outbox(const std::string&, int, std::optional<std::int64_t>) override {
        return {};
    }
};

// Keeps the outbox as the engine would.
class FakeDesk : public MailDesk {
public:
    explicit FakeDesk(FakeOutbox& outbox) : outbox_(outbox) {}
    std::vector<MailResult> results;
    int faults = 0;  // so many times it cannot record

    void record(const std::vector<MailResult>& all) override {
        if (faults > 0) {
            --faults;
            throw StoreFault("disk full", true);
        }
        for (const MailResult& result : all) {
            results.push_back(result);
            if (result.kind == MailResult::Kind::retry)
                outbox_.mails.at(result.id).next_attempt = result.next_attempt;
            else
                outbox_.mails.erase(result.id);
        }
    }

private:
    FakeOutbox& outbox_;
};

class FakeWatch : public MailServerWatch {
public:
    std::vector<std::string> told;

    void paused(const std::string& why, Instant until) override {
        told.push_back(why + " until " + to_rfc3339(until));
    }
    void resumed() override { told.push_back("resumed"); }
};

class FakeTransport : public MailTransport {
public:
    std::vector<std::string> sent;  // ids, in order of trying
    std::function<SendOutcome(const std::string& to)> answer = [](const std::string&) {
        return SendOutcome{};
    };
    SendOutcome send(const std::string&, const std::string& to, const std::string&,
                     const std::string& id) override {
        sent.push_back(id);
        return answer(to);
    }
};

}  // namespace werktdoord
