// A store that stands in front of the real one: keeps what was appended, holds every saved case
// against what the real store then reads, and fails when a test wants it to.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/store.hpp"

namespace werktdoord {

class StoreDouble final : public Store {
public:
    explicit StoreDouble(std::unique_ptr<Store> real) : real_(std::move(real)) {}

    // Called ahead of each; may throw.
    std::function<void()> before_transaction = [] {};
    std::function<void()> before_commit = [] {};
    std::function<void(const Event&)> before_append = [](const Event&) {};
    std::function<void(const RequestNumber&)> before_load = [](const RequestNumber&) {};
    std::function<void(const std::string& value)> before_set = [](const std::string&) {};

    // What was appended and committed, in order.
    std::vector<Event> events;
    std::vector<std::string> lines;
    int commits = 0;

    void snapshot(const std::function<void()>& work) override { real_->snapshot(work); }
    void transaction(const std::function<void()>& work) override {
        before_transaction();
        undone_when_it_throws([&] {
            real_->transaction([&] {
                work();
                before_commit();
            });
        });
        ++commits;
    }
    void tidy(bool anyone_waits) override { real_->tidy(anyone_waits); }
    std::string take_trouble() override { return real_->take_trouble(); }
    void savepoint(const std::function<void()>& work) override {
        undone_when_it_throws([&] { real_->savepoint(work); });
    }
    JournalLine append(const Event& event) override {
        before_append(event);
        JournalLine line = real_->append(event);
        events.push_back(event);
        lines.push_back(line.line);
        return line;
    }
    void save(const std::optional<Case>& before, Case& after) override {
        real_->save(before, after);
        const auto read = real_->load(after.number);
        EXPECT_TRUE(read && *read == after) << after.number << " reads otherwise than it was saved";
    }

    std::optional<Case> load(const RequestNumber& number) override {
        before_load(number);
        return real_->load(number);
    }
    std::vector<RequestRow> requests(const RequestFilter& filter) override {
        return real_->requests(filter);
    }
    std::vector<DeadlineRow> deadlines(const ClockCursor& after, Instant until,
                                       int limit) override {
        return real_->deadlines(after, until, limit);
    }
    std::vector<DeadlineRow> running_clocks(const ClockCursor& after, int limit) override {
        return real_->running_clocks(after, limit);
    }
    std::vector<StoredRequest> stored_requests(const RequestNumber& after, Instant since,
                                               int limit) override {
        return real_->stored_requests(after, since, limit);
    }
    std::vector<JournalLine> journal(std::int64_t since, int limit,
                                     const std::optional<RequestNumber>& request) override {
        return real_->journal(since, limit, request);
    }
    void referral_marks(const RegionKey& region, Instant since,
                        const std::function<void(const ReferralMark&)>& mark) override {
        real_->referral_marks(region, since, mark);
    }
    void open_request_marks(const std::optional<RequestNumber>& after, int limit,
                            const std::function<void(const RequestMark&)>& mark) override {
        real_->open_request_marks(after, limit, mark);
    }
    void closed_request_marks(Instant since,
                              const std::function<void(const RequestMark&)>& mark) override {
        real_->closed_request_marks(since, mark);
    }
    DigestRow digest_row(const RequestNumber& request, int referral) override {
        return real_->digest_row(request, referral);
    }
    RequestRow team_row(const RequestNumber& request) override { return real_->team_row(request); }
    RegionWork region_work(const RegionKey& region, Instant now) override {
        return real_->region_work(region, now);
    }
    void report_rows(Instant begin, Instant end,
                     const std::function<void(const ReportRequest&)>& row) override {
        real_->report_rows(begin, end, row);
    }
    std::int64_t rejected_count(Instant begin, Instant end) override {
        return real_->rejected_count(begin, end);
    }
    Tallies tallies() override { return real_->tallies(); }
    using Store::rejected;
    std::vector<RejectedSubmission> rejected(std::optional<RejectedState> state, std::int64_t after,
                                             int limit) override {
        return real_->rejected(state, after, limit);
    }
    std::vector<OutboxMail> parked_longest(int limit) override {
        return real_->parked_longest(limit);
    }
    DeskCounts desk_counts() override { return real_->desk_counts(); }
    WaitingMails waiting_mails(Instant now, int most) override {
        return real_->waiting_mails(now, most);
    }
    std::optional<RejectedSubmission> rejected_submission(std::int64_t id) override {
        return real_->rejected_submission(id);
    }
    using Store::outbox;
    std::vector<OutboxMail> outbox(std::optional<MailState> state, int limit,
                                   std::optional<std::int64_t> before) override {
        return real_->outbox(state, limit, before);
    }
    std::optional<OutboxMail> mail(std::int64_t id) override { return real_->mail(id); }
    std::vector<OutboxMail> mails_dated_after(Instant instant, int limit) override {
        return real_->mails_dated_after(instant, limit);
    }
    std::vector<OutboxMail> mails_due(Instant now, int limit) override {
        return real_->mails_due(now, limit);
    }
    std::optional<Instant> next_mail() override { return real_->next_mail(); }
    RequestNumber next_number(int year) override { return real_->next_number(year); }
    std::vector<DueClock> due(Instant now, const std::optional<DueClock>& after,
                              int limit) override {
        return real_->due(now, after, limit);
    }
    std::optional<Instant> next_due() override { return real_->next_due(); }
    std::vector<RequestNumber> not_taken_up(const MemberKey& owner,
                                            const std::optional<RequestNumber>& after,
                                            int limit) override {
        return real_->not_taken_up(owner, after, limit);
    }
    std::vector<std::pair<RequestNumber, int>> not_forwarded(
        const RegionKey& region, const std::optional<RequestNumber>& after, int limit) override {
        return real_->not_forwarded(region, after, limit);
    }
    std::vector<std::pair<RegionKey, std::optional<WspKey>>> open_work() override {
        return real_->open_work();
    }
    std::vector<RequestNumber> open_requests(const std::optional<RequestNumber>& after,
                                             int limit) override {
        return real_->open_requests(after, limit);
    }
    std::vector<RequestNumber> same_employer(const RequestData& data) override {
        return real_->same_employer(data);
    }
    std::optional<SeenWebhook> seen_webhook(const std::string& source,
                                            const std::string& id) override {
        return real_->seen_webhook(source, id);
    }
    void remember_webhook(const std::string& source, const std::string& id, const SeenWebhook& seen,
                          Instant now) override {
        real_->remember_webhook(source, id, seen, now);
    }
    int forget_webhooks(Instant older_than, int limit) override {
        return real_->forget_webhooks(older_than, limit);
    }
    std::optional<IdempotentAnswer> seen_idempotency_key(const std::string& key) override {
        return real_->seen_idempotency_key(key);
    }
    void remember_idempotency_key(const std::string& key, const IdempotentAnswer& answer,
                                  Instant now) override {
        real_->remember_idempotency_key(key, answer, now);
    }
    int forget_idempotency_keys(Instant older_than, int limit) override {
        return real_->forget_idempotency_keys(older_than, limit);
    }
    void reject(const RejectedSubmission& rejected) override { real_->reject(rejected); }
    bool was_rejected(const std::string& source, const std::string& webhook_id,
                      const std::string& body) override {
        return real_->was_rejected(source, webhook_id, body);
    }
    std::optional<std::int64_t> open_rejected(const std::string& source,
                                              const std::string& webhook_id) override {
        return real_->open_rejected(source, webhook_id);
    }
    void set_rejected_state(std::int64_t id, RejectedState state) override {
        real_->set_rejected_state(id, state);
    }
    std::optional<std::int64_t> waiting_status(const RequestNumber& number) override {
        return real_->waiting_status(number);
    }
    void set_mail_sent(std::int64_t id, Instant at) override { real_->set_mail_sent(id, at); }
    void set_mail_dropped(std::int64_t id) override { real_->set_mail_dropped(id); }
    void set_mail_parked(std::int64_t id, const std::string& error) override {
        real_->set_mail_parked(id, error);
    }
    void set_mail_retry(std::int64_t id, Instant next_attempt, bool count_attempt, Instant now,
                        const std::string& error) override {
        real_->set_mail_retry(id, next_attempt, count_attempt, now, error);
    }
    void set_mail_again(std::int64_t id, Instant next_attempt, const Recipient& to) override {
        real_->set_mail_again(id, next_attempt, to);
    }
    std::vector<RulesFile> rules_files(const std::string& hash) override {
        return real_->rules_files(hash);
    }
    std::optional<Instant> last_journalled() override { return real_->last_journalled(); }
    std::optional<std::string> rules_in_force() override { return real_->rules_in_force(); }
    Verified verify(const std::function<void(const Problem&)>& found) override {
        return real_->verify(found);
    }
    void keep_rules(const std::string& hash, const std::vector<RulesFile>& files) override {
        // Rules that were made for a test have no files; a store that holds together has some.
        real_->keep_rules(hash,
                          files.empty() ? std::vector<RulesFile>{{"rules.yaml", hash}} : files);
    }
    std::vector<OpenRequest> partner_candidates(const PartnerSearch& search) override {
        return real_->partner_candidates(search);
    }
    std::vector<RequestNumber> open_since(Instant since, int limit) override {
        return real_->open_since(since, limit);
    }
    std::vector<SolvedCase> solved_cases(const CaseFilter& filter) override {
        return real_->solved_cases(filter);
    }
    std::vector<SolvedCase> cases_like(const std::vector<std::string>& keys, int limit) override {
        return real_->cases_like(keys, limit);
    }
    HeldOn held_on(const std::string& email) override { return real_->held_on(email); }
    std::vector<OutboxMail> mails_to_come(const RequestNumber& number,
                                          const std::vector<std::string>& texts) override {
        return real_->mails_to_come(number, texts);
    }
    std::vector<std::int64_t> rejected_of(const RequestNumber& number,
                                          const std::vector<std::string>& texts) override {
        return real_->rejected_of(number, texts);
    }
    void erase_personal(const RequestNumber& number, const std::string& answer) override {
        real_->erase_personal(number, answer);
    }
    void erase_rejected(std::int64_t id) override { real_->erase_rejected(id); }
    std::optional<std::string> get(const std::string& name) override { return real_->get(name); }
    void set(const std::string& name, const std::string& value) override {
        before_set(value);
        real_->set(name, value);
    }

private:
    void undone_when_it_throws(const std::function<void()>& work) {
        const std::size_t kept = events.size();
        try {
            work();
        } catch (...) {
            events.resize(kept);
            lines.resize(kept);
            throw;
        }
    }

    std::unique_ptr<Store> real_;
};

}  // namespace werktdoord
