// What the daemon counts, for Prometheus. Labels come from closed sets, or name the version or the
// rules; never from people.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/conservation.hpp"
#include "core/event.hpp"
#include "net/http_message.hpp"
#include "store/records.hpp"

namespace werktdoord {

// Thread-safe. All names start with `werktdoord_`.
class Metrics {
public:
    explicit Metrics(std::string_view version);
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    // One submission: stored, repeated, conflict, rejected, refused, unavailable; with why.
    void intake(std::string_view result, std::string_view reason);

    // One answer: the pattern of the route, never its path.
    void http(std::string_view route, std::string_view method, int code, double seconds);

    // One event of the journal: its total, and of clocks the warned and missed ones.
    void event(const Event& event);

    // What was received and what became of it; and how much of it does not add up.
    void tallies(const Tallies& tallies);

    // Mails that wait to be sent, and those of them whose time has come; parked ones.
    void outbox(const WaitingMails& waiting, std::int64_t parked);
    // Whether the queue pauses because the mail server cannot be reached.
    void mail_paused(bool is_paused);

    // Rules came into force, at the start or by a reload; `hash` names them.
    void rules_loaded(Instant at, const std::string& hash);
    // A reload, and whether its rules came into force.
    void rules_reload(bool taken);
    void ready(bool is_ready);

    // The end of the listener's certificate, and whether the last reload refused its files.
    void certificate(Instant not_after);
    void certificate_refused(bool is_refused);

    // Text format 0.0.4. What only the store knows stands in it once it was told.
    std::string text() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Its text as an answer.
HttpResponse numbers_response(const Metrics& metrics);

}  // namespace werktdoord
