// What the engine is asked to do. Each comes in with its `now`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/key.hpp"
#include "base/result.hpp"
#include "core/event.hpp"
#include "core/model.hpp"
#include "core/route_ahead.hpp"

namespace werktdoord {

// A request from an employer, read and valid (W1).
struct Submit {
    RequestData data;
    std::string source;
    std::string webhook_id;
    std::string body_hash;  // hex SHA-256 of the raw body
    std::optional<RouteAhead> ahead = std::nullopt;
};

// An authentic submission that is no request (contract section 4, status 400).
struct RejectSubmission {
    std::string source;
    std::string webhook_id;
    std::string body_hash;
    std::string body;
    Problems problems;
};

// What a person did (contract section 5). `draft` carries the event's name and members without
// `at`; for request.amended `draft.data` is the patch as JSON text. What is wrong with its form
// stands in `problems`, so that it is refused with every problem at once.
struct RecordEvent {
    RequestNumber request;
    Event draft;
    Problems problems{};
};

// Asks for a fresh link in place of one that was in this mail, about the same request and region.
struct RenewLink {
    std::int64_t mail = 0;
    RequestNumber request;
    RegionKey region;  // empty: the request as a whole
};

// What a person decides about a mail of the outbox, or about a submission that could not be read.
struct DeskDecision {
    enum class Kind {
        resend,     // a parked mail waits anew, as if it had never failed
        drop,       // a mail that is parked or waits is not sent
        set_aside,  // a rejected submission is done with
    };
    Kind kind = Kind::resend;
    std::int64_t id = 0;  // of the mail, or of the submission
    std::string by;       // a member's key; empty: not told
    std::string reason;   // of drop and set_aside: why, in a person's words
};

// Erases what is kept on persons (AVG): of a closed request, or of a rejected submission.
struct Forget {
    std::optional<RequestNumber> request;
    std::int64_t rejected = 0;  // seq of its request.rejected, where it is not a request
    std::string by;             // a member's key; empty: not told
};

// Why a command was not carried out.
enum class RefusalKind {
    invalid,    // 400: `problems` with JSON pointers
    not_found,  // 404
    conflict,   // 409: does not fit the state; `fits` names the events that do
};

struct Refusal {
    RefusalKind kind = RefusalKind::invalid;
    Problems problems;
    std::vector<EventName> fits;
    State state = State::registered;  // of a conflict
};

}  // namespace werktdoord
