// The gateway: how the outside hands commands to the one thread that writes, and gets its answers.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/command.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// The answer to a command, given only after its commit.
struct Reply {
    enum class Outcome {
        stored,       // 201: `answer` is the request as it now is
        repeated,     // 200 (webhook) or the first status (idempotency key): `answer` as then
        id_reused,    // 409: this webhook id or idempotency key was stored with another body, or
                      // the key for another request
        refused,      // see `refusal`
        rejected,     // 400: kept as request.rejected
        unavailable,  // 503: cannot be stored now; `detail` says why; nothing was kept
    };
    Outcome outcome = Outcome::stored;
    int repeated_status = 200;
    std::optional<RequestNumber> request;
    std::string answer;  // JSON
    std::optional<Refusal> refusal;
    std::string detail;
};

inline Reply answered(std::string answer) {
    Reply reply;
    reply.answer = std::move(answer);
    return reply;
}

inline Reply refused(Refusal refusal) {
    Reply reply;
    reply.outcome = Reply::Outcome::refused;
    reply.refusal = std::move(refusal);
    return reply;
}

inline Reply refused(RefusalKind kind, Problems problems) {
    Refusal refusal;
    refusal.kind = kind;
    refusal.problems = std::move(problems);
    return refused(std::move(refusal));
}

// Nothing was kept, for this reason; the sender may try again.
inline Reply unavailable(const std::string& why) {
    Reply reply;
    reply.outcome = Reply::Outcome::unavailable;
    reply.detail = why;
    return reply;
}

// The key of an `Idempotency-Key` header with the hash of the body it came with.
struct IdempotencyKey {
    std::string key;
    std::string body_hash;
};

// Thread-safe. `done` is called exactly once, on the writing thread, after the commit or refusal;
// it must not block or throw. When too much is queued, `done` is called at once with `unavailable`.
class Gateway {
public:
    using Done = std::function<void(Reply)>;
    virtual ~Gateway() = default;
    // A command is being read and comes in a moment, if it is good: whoever is to carry it out may
    // get ready.
    virtual void expect() {}
    virtual void submit(Submit command, Done done) = 0;
    virtual void reject(RejectSubmission command, Done done) = 0;
    virtual void record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) = 0;
    virtual void renew(RenewLink command, Done done) = 0;
    // The answer of `stored` is the mail or the submission as it now is.
    virtual void decide(DeskDecision decision, Done done) = 0;

    // Whether what comes in can be stored now; `why_not` is for /readyz.
    virtual bool ready(std::string& why_not) const = 0;

    // The rules in force. Never null.
    virtual RulesPtr rules() const = 0;
};

}  // namespace werktdoord
