// Sends what the outbox has due, one mail after the other. No thread of its own.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "codec/mail_template.hpp"
#include "core/ruleset.hpp"
#include "engine/compose.hpp"
#include "engine/mail_desk.hpp"
#include "engine/mail_transport.hpp"
#include "engine/outbox_retry.hpp"
#include "engine/sending.hpp"
#include "engine/time_source.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Told on the sending thread.
class MailServerWatch {
public:
    virtual ~MailServerWatch() = default;

    // At each try: the server cannot be reached or lets us not in (`why`, without an address), and
    // nothing is sent until then.
    virtual void paused(const std::string& why, Instant until) = 0;
    // It talks about mail again.
    virtual void resumed() = 0;
};

// What sending needs; all of it must outlive the sender.
struct OutboxPorts {
    StoreReader& store;  // of its own: used from the sending thread only
    MailDesk& desk;
    MailTransport& transport;
    const TimeSource& time;
    std::function<RulesPtr()> rules;  // in force; from the sending thread
    std::shared_ptr<const Templates> templates;
    MailSettings settings;
    RetryRule retry;
    MailServerWatch& watch;
};

class OutboxRound {
public:
    explicit OutboxRound(OutboxPorts ports) : ports_(std::move(ports)) {}

    // Sends a batch of what is due, alerts to one person as one mail, and returns when to come
    // again; nothing: when there is new mail. Ends early once `stopping` is set. While the server
    // cannot be reached nothing is sent, with growing pauses. Throws StoreFault when the store
    // fails: come again later; a result that could not be recorded is recorded before any further
    // mail is sent.
    std::optional<Instant> run(const std::atomic<bool>& stopping);

private:
    // One mail, made of what goes together, before it is sent.
    struct Prepared {
        Sending sending;
        std::string mime;
        std::vector<MailResult> settled;  // what became of those that are not sent now
    };

    void handle(const Sending& planned, const std::atomic<bool>& stopping);
    Prepared prepare(const Sending& planned);
    void take_up(Prepared& prepared, const OutboxMail& read, const RuleSet& rules);
    void deliver(Prepared prepared, const std::atomic<bool>& stopping);
    std::vector<MailResult> send(const Prepared& prepared, const std::atomic<bool>& stopping);
    void record(std::vector<MailResult> results);

    OutboxPorts ports_;
    std::vector<MailResult> unrecorded_;
    std::optional<Instant> paused_until_;
    Outages outages_;
    int away_ = 0;               // times in a row that the server could not be reached
    std::int64_t stumbled_ = 0;  // the mail at which that happened
};

}  // namespace werktdoord
