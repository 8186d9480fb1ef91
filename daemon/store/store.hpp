// The store: what the engine asks of the disk, in words of the domain. No SQL in here.
// A second implementation of this interface is all that another database needs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/event.hpp"
#include "store/store_reader.hpp"

namespace werktdoord {

// Writing; owned by the one thread that writes. Reads inside a transaction see its own writes.
class Store : public StoreReader {
public:
    // One transaction around `work`; commits when it returns, rolls back when it throws.
    // Throws StoreFault when the disk fails; nothing of `work` is kept then. StoreLost: see there.
    virtual void transaction(const std::function<void()>& work) = 0;

    // What `work` reads is one state of the store, and costs one lock instead of one a read.
    // Throws StoreFault when the disk fails.
    virtual void snapshot(const std::function<void()>& work) = 0;

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
    virtual void set_rejected_state(std::int64_t id, RejectedState state) = 0;

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

    // Small named values of the engine: the last digests, the roster day handled, the backlog. All
    // names: store/setting_names.hpp.
    virtual std::optional<std::string> get(const std::string& name) = 0;
    virtual void set(const std::string& name, const std::string& value) = 0;
};

}  // namespace werktdoord
