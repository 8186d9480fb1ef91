// What the store keeps beside the cases, and what it answers: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/event.hpp"
#include "core/list_rows.hpp"

namespace werktdoord {

enum class MailState { waiting, parked, sent, dropped };

template <>
struct Names<MailState> {
    static constexpr std::array<std::pair<MailState, std::string_view>, 4> table{
        {{MailState::waiting, "waiting"},
         {MailState::parked, "parked"},
         {MailState::sent, "sent"},
         {MailState::dropped, "dropped"}}};
};

enum class RejectedState { open, mended, set_aside };

template <>
struct Names<RejectedState> {
    static constexpr std::array<std::pair<RejectedState, std::string_view>, 3> table{
        {{RejectedState::open, "open"},
         {RejectedState::mended, "mended"},
         {RejectedState::set_aside, "set_aside"}}};
};

// A submission that was seen before: answered as the first time.
struct SeenWebhook {
    std::string body_hash;
    std::optional<RequestNumber> request;  // none: it was rejected
    std::string answer;                    // the body of the first answer
    // What the request said then, word for word, if it stands in the answer: the journal has it, so
    // it is not stored again. Empty: the answer is stored whole. Not read back.
    std::string data{};
};

struct IdempotentAnswer {
    std::string body_hash;
    int status = 0;
    std::string answer;
};

// A mail of the outbox. `id` is the seq of its mail.queued or digest.queued.
struct OutboxMail {
    std::int64_t id = 0;
    Instant queued_at;
    std::optional<RequestNumber> request;
    std::optional<RegionKey> region;
    std::optional<WspKey> wsp;
    std::optional<MailKind> kind;  // none: this version does not know it
    std::string unknown_kind;      // how the row calls it then
    Recipient to;
    std::optional<ClockName> clock;
    std::optional<AlertStep> step;
    int referral = 0;  // ordinal, 0: none
    Facts facts;
    bool unreadable = false;  // the row holds what cannot be read: it can only be parked
    Instant next_attempt;     // held until, or the next try
    MailState state = MailState::waiting;
    int attempts = 0;
    std::string last_error;
    std::optional<Instant> first_failure;
    int joined = 0;  // how often more news joined it
};

// How its kind is called, also by another version.
inline std::string kind_text(const OutboxMail& mail) {
    return mail.kind ? std::string(name_of(*mail.kind)) : mail.unknown_kind;
}

struct JournalLine {
    std::int64_t seq = 0;
    std::string line;      // as printed, with its hash
    std::string personal;  // JSON object of the personal members with their salts; empty: none
};

struct RejectedSubmission {
    std::int64_t id = 0;  // seq of its request.rejected
    Instant at;
    std::string source;
    std::string webhook_id;
    std::string body;
    std::string problems;  // one a line
    RejectedState state = RejectedState::open;
};

// Words of a search that count; more only narrow what few people would ask.
constexpr std::size_t search_words_max = 8;

struct RequestFilter {
    std::optional<State> state;
    std::optional<Kind> kind;
    std::optional<RegionKey> region;
    std::optional<MemberKey> owner;
    std::string clock;  // "", "missed" or "warned"
    std::string q;      // words in number, employer, occupation
    bool open_only = false;
    int limit = 50;
    std::optional<RequestNumber> after;  // the cursor: rows after this number
};

// What waits for a person.
struct DeskCounts {
    std::int64_t mails_parked = 0;
    std::int64_t rejected_open = 0;
};

// Mails that wait to be sent. Due are those whose time has come or that were tried in vain: what
// only waits for an opening is no trouble.
struct WaitingMails {
    std::int64_t all = 0;
    std::int64_t due = 0;
};

// How much verify() looked at, and how much of it is wrong.
struct Verified {
    std::int64_t requests = 0;
    std::int64_t lines = 0;
    std::int64_t mails = 0;
    std::int64_t problems = 0;
};

// Where something is kept on a person.
struct HeldOn {
    std::vector<RequestNumber> requests;  // sent in by them, or in their name at some time
    std::vector<JournalLine> lines;       // that name them, and all with texts of these requests
    std::vector<OutboxMail> mails;        // to them; those of others that still say their address
    std::vector<RejectedSubmission> rejected;
    std::vector<std::string> rules;  // files of the rules in force

    bool empty() const {
        return requests.empty() && lines.empty() && mails.empty() && rejected.empty() &&
               rules.empty();
    }
};

// Something the clocks have due: the clock of a case at an instant.
struct DueClock {
    RequestNumber request;
    Instant next_at;
};

}  // namespace werktdoord
