#include "store/sqlite_store.hpp"

#include <map>
#include <stdexcept>
#include <thread>

#include "base/request_number.hpp"
#include "store/known_fingerprints.hpp"
#include "store/schema.hpp"
#include "store/sqlite_employers.hpp"
#include "store/sqlite_match_keys.hpp"
#include "store/sqlite_reads.hpp"
#include "store/sqlite_settings.hpp"
#include "store/sqlite_webhooks.hpp"

namespace werktdoord {
namespace {

// Requests whose match keys lie in the order of arrival before they are put in order: so few are
// read through for each match, and so many that they share pages. More while somebody waits; at
// the most it is done within a transaction, for who never tidies.
constexpr int new_match_keys_idle = 1024;
constexpr int new_match_keys_busy = 4096;
constexpr int new_match_keys_most = 8192;
// So few that who waits hardly notices.
constexpr int rows_settled_at_once = 1024;

class SqliteReader : public Reads<StoreReader> {
public:
    explicit SqliteReader(const std::string& path) : Reads(path, Access::read) {
        require_current_schema(connection_);
    }
};

class SqliteStore : public Reads<Store> {
public:
    SqliteStore(const std::string& path, SaltSource& salts)
        : Reads(path, Access::write), salts_(salts) {
        migrate(connection_);
    }

    void transaction(const std::function<void()>& work) override {
        head_.reset();
        numbers_.clear();
        connection_.transaction([&] {
            known_.refresh();
            work();
            for (const auto& [year, last] : numbers_) put_last_number(connection_, year, last);
            if (many_match_keys_are_new(connection_, new_match_keys_most))
                settle_match_keys(connection_);
        });
    }
    void snapshot(const std::function<void()>& work) override {
        const Connection::Snapshot snapshot(connection_);
        work();
    }
    void tidy(bool anyone_waits) override {
        connection_.when_it_suits([&] {
            const int enough = anyone_waits ? new_match_keys_busy : new_match_keys_idle;
            if (!many_match_keys_are_new(connection_, enough)) return;
            connection_.transaction([&] { settle_match_keys(connection_, rows_settled_at_once); });
        });
        connection_.tidy(anyone_waits);
    }
    std::string take_trouble() override { return connection_.take_trouble(); }
    void savepoint(const std::function<void()>& work) override {
        const std::optional<ChainHead> head = head_;
        const std::map<int, std::int64_t> numbers = numbers_;
        try {
            connection_.savepoint(work);
        } catch (...) {
            head_ = head;
            numbers_ = numbers;
            throw;
        }
    }
    RequestNumber next_number(int year) override {
        require_transaction();
        const auto known = numbers_.find(year);
        const std::int64_t last =
            known == numbers_.end() ? select_last_number(connection_, year) : known->second;
        numbers_[year] = last + 1;
        return make_request_number(year, last + 1);
    }
    void save(const std::optional<Case>& before, Case& after) override {
        require_transaction();
        save_case(connection_, known_, before, after);
    }
    JournalLine append(const Event& event) override {
        require_transaction();
        if (!head_) head_ = select_chain_head(connection_);
        return append_event(connection_, *head_, event, salts_);
    }

    std::vector<DueClock> due(Instant now, const std::optional<DueClock>& after,
                              int limit) override {
        return select_due(connection_, now, after, limit);
    }
    std::optional<Instant> next_due() override { return select_next_due(connection_); }
    std::vector<RequestNumber> not_taken_up(const MemberKey& owner,
                                            const std::optional<RequestNumber>& after,
                                            int limit) override {
        return select_not_taken_up(connection_, owner, after, limit);
    }
    std::vector<std::pair<RequestNumber, int>> not_forwarded(
        const RegionKey& region, const std::optional<RequestNumber>& after, int limit) override {
        return select_not_forwarded(connection_, region, after, limit);
    }
    std::vector<RequestNumber> open_requests(const std::optional<RequestNumber>& after,
                                             int limit) override {
        return select_open_requests(connection_, after, limit);
    }
    std::vector<RequestNumber> same_employer(const RequestData& data) override {
        return select_same_employer(connection_, known_, data);
    }

    std::optional<SeenWebhook> seen_webhook(const std::string& source,
                                            const std::string& id) override {
        return select_webhook(connection_, known_, source, id);
    }
    void remember_webhook(const std::string& source, const std::string& id, const SeenWebhook& seen,
                          Instant now) override {
        put_webhook(connection_, known_, source, id, seen, now);
    }
    int forget_webhooks(Instant older_than, int limit) override {
        return delete_webhooks(connection_, older_than, limit);
    }
    std::optional<IdempotentAnswer> seen_idempotency_key(const std::string& key) override {
        return select_idempotency_key(connection_, key);
    }
    void remember_idempotency_key(const std::string& key, const IdempotentAnswer& answer,
                                  Instant now) override {
        put_idempotency_key(connection_, key, answer, now);
    }
    int forget_idempotency_keys(Instant older_than, int limit) override {
        return delete_idempotency_keys(connection_, older_than, limit);
    }

    void reject(const RejectedSubmission& rejected) override {
        put_rejected(connection_, rejected);
    }
    std::optional<std::int64_t> open_rejected(const std::string& source,
                                              const std::string& webhook_id) override {
        return select_open_rejected(connection_, source, webhook_id);
    }
    bool was_rejected(const std::string& source, const std::string& webhook_id,
                      const std::string& body) override {
        return werktdoord::was_rejected(connection_, source, webhook_id, body);
    }
    void set_rejected_state(std::int64_t id, RejectedState state) override {
        mark_rejected(connection_, id, state);
    }

    std::optional<std::int64_t> waiting_status(const RequestNumber& number) override {
        return select_status_that_waits(connection_, number);
    }
    void set_mail_sent(std::int64_t id, Instant at) override {
        mark_mail_sent(connection_, id, at);
    }
    void set_mail_dropped(std::int64_t id) override { mark_mail_dropped(connection_, id); }
    void set_mail_parked(std::int64_t id, const std::string& error) override {
        mark_mail_parked(connection_, id, error);
    }
    void set_mail_retry(std::int64_t id, Instant next_attempt, bool count_attempt, Instant now,
                        const std::string& error) override {
        mark_mail_retry(connection_, id, next_attempt, count_attempt, now, error);
    }
    void set_mail_again(std::int64_t id, Instant next_attempt, const Recipient& to) override {
        mark_mail_again(connection_, id, next_attempt, to);
    }

    void keep_rules(const std::string& hash, const std::vector<RulesFile>& files) override {
        require_transaction();
        put_rules(connection_, hash, files);
    }
    std::vector<OutboxMail> mails_to_come(const RequestNumber& number,
                                          const std::vector<std::string>& texts) override {
        return select_mails_to_come(connection_, number, texts);
    }
    std::vector<std::int64_t> rejected_of(const RequestNumber& number,
                                          const std::vector<std::string>& texts) override {
        return select_rejected_of(connection_, number, texts);
    }
    void erase_personal(const RequestNumber& number, const std::string& answer) override {
        require_transaction();
        delete_personal(connection_, number, answer);
    }
    void erase_rejected(std::int64_t id) override {
        require_transaction();
        empty_rejected(connection_, id);
    }
    std::optional<std::string> get(const std::string& name) override {
        return select_setting(connection_, name);
    }
    void set(const std::string& name, const std::string& value) override {
        put_setting(connection_, name, value);
    }

private:
    void require_transaction() const {
        if (!connection_.writing()) throw std::logic_error("a write outside a transaction");
    }

    SaltSource& salts_;
    KnownFingerprints known_{connection_};
    // Of this transaction, once they were read.
    std::optional<ChainHead> head_;
    std::map<int, std::int64_t> numbers_;  // by year: the last that was given out
};

}  // namespace

std::unique_ptr<Store> open_store(const std::string& path, SaltSource& salts) {
    // Few: where another holds the store, each try waits for seconds.
    constexpr std::chrono::milliseconds pause_most(640);
    for (std::chrono::milliseconds pause(20);; pause *= 2) {
        try {
            return std::make_unique<SqliteStore>(path, salts);
        } catch (const StoreBusy&) {
            if (pause > pause_most) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

std::unique_ptr<StoreReader> open_reader(const std::string& path) {
    return std::make_unique<SqliteReader>(path);
}

std::map<std::string, std::string> stored_settings(const std::string& path) {
    Connection connection(path, Access::read);
    require_current_schema(connection);
    return select_settings(connection);
}

}  // namespace werktdoord
