// A gateway and a store that say what a test wants, and the front of the daemon on top of them.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <mutex>
#include <thread>

#include "net/answer_pages.hpp"
#include "net/http_front.hpp"
#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"

namespace werktdoord::test {

// Two regions, three people, the usual working hours in Amsterdam.
RulesPtr some_rules();

// "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" of the Standard Webhooks reference tests, and another.
inline const std::string first_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
inline const std::string second_secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd";

// What signs the links to the answer pages.
inline const AnswerKeys answer_keys{std::string(answer_key_least, 'k')};

class FakeGateway final : public Gateway {
public:
    void submit(Submit command, Done done) override;
    void reject(RejectSubmission command, Done done) override;
    void record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) override;
    void renew(RenewLink command, Done done) override;
    void decide(DeskDecision decision, Done done) override;
    bool ready(std::string& why_not) const override;
    RulesPtr rules() const override { return rules_; }

    // Set before the requests of a test, looked at after their answers.
    Reply reply;
    std::string not_ready;
    bool throws = false;
    std::vector<Submit> submitted;
    std::vector<RejectSubmission> rejected;
    std::vector<RecordEvent> recorded;
    std::vector<RenewLink> renewed;
    std::vector<std::optional<IdempotencyKey>> keys;
    std::vector<DeskDecision> decided;

private:
    RulesPtr rules_ = some_rules();
};

// What the fake store holds; the test changes it between requests.
struct FakeStore {
    std::vector<Case> cases;
    std::vector<RequestRow> rows;
    std::vector<DeadlineRow> deadlines;
    std::vector<JournalLine> lines;
    std::vector<OutboxMail> waiting;  // newest first, as the parked ones
    std::vector<OutboxMail> parked;
    std::vector<RejectedSubmission> rejected;
    std::function<void()> before_read = [] {};  // may throw
    RequestFilter last_filter;
    Instant last_until;
};

// Log records as logfmt lines.
class MemorySink final : public LogSink {
public:
    explicit MemorySink(std::string& text) : text_(text) {}
    void write(const LogRecord& record) noexcept override;

private:
    std::mutex mutex_;
    std::string& text_;
};

class FrontUnderTest {
public:
    explicit FrontUnderTest(RateLimit rate = {}, HttpLimits limits = {});
    ~FrontUnderTest();
    FrontUnderTest(const FrontUnderTest&) = delete;
    FrontUnderTest& operator=(const FrontUnderTest&) = delete;

    std::uint16_t port() const { return front_->port(); }
    const HttpFront& front() const { return *front_; }
    RawAnswer ask(std::string_view bytes) const { return fetch(port(), bytes); }

    FakeGateway gateway;
    FakeStore store;
    std::vector<std::string> warnings;
    std::string log_text;
    Metrics metrics{"1.2.3"};

private:
    FixedTime time_{monday};
    Log log_;
    boost::asio::io_context io_;
    ReaderPool readers_;
    std::optional<AnswerPages> answers_;
    std::optional<HttpFront> front_;
    std::thread thread_;
};

// A submission signed by `secret` at `timestamp` (seconds).
std::string signed_post(std::string_view body, const std::string& secret,
                        std::string_view id = "msg_1", std::int64_t timestamp = 1795425120,
                        std::string_view type = "application/json");

// A body that the contract takes.
std::string good_submission();

inline const std::string team_token = "Authorization: Bearer team-token\r\n";
inline const std::string read_token = "Authorization: Bearer read-token\r\n";

}  // namespace werktdoord::test
