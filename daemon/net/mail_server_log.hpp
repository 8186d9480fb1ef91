// What becomes of the mail server, told to the log and the metrics.
#pragma once

#include "base/instant.hpp"
#include "net/log.hpp"
#include "net/metrics.hpp"
#include "net/outbox_round.hpp"

namespace werktdoord {

class MailServerLog : public MailServerWatch {
public:
    MailServerLog(Log& log, Metrics& metrics) : log_(log), metrics_(metrics) {}

    void paused(const std::string& why, Instant until) override {
        log_.line(LogLevel::warning, "mail.paused",
                  {{"reason", why}, {"until", to_rfc3339(until)}});
        metrics_.mail_paused(true);
    }
    void resumed() override {
        log_.line(LogLevel::info, "mail.resumed");
        metrics_.mail_paused(false);
    }

private:
    Log& log_;
    Metrics& metrics_;
};

}  // namespace werktdoord
