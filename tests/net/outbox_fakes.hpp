// An outbox in memory, a desk that writes into it and a mail server that answers as told.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/mail_desk.hpp"
#include "engine/mail_transport.hpp"
#include "engine/time_source.hpp"
#include "net/empty_reader.hpp"
#include "net/outbox_round.hpp"

namespace werktdoord {

struct FakeTime : TimeSource {
    Instant at;
    Instant now() const override { return at; }
};

// Only what the sender reads; the rest is empty.
class FakeOutbox : public EmptyReader {
public:
    std::map<std::int64_t, OutboxMail> mails;  // waiting
    std::map<RequestNumber, Case> cases;
    bool broken = false;
    std::optional<StoreFault> load_fault;
    bool load_defect = false;

    std::optional<Case> load(const RequestNumber& number) override {
        if (load_fault) throw *load_fault;
        if (load_defect) throw std::runtime_error("a defect");
        const auto found = cases.find(number);
        return found == cases.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<OutboxMail> mails_due(Instant now, int) override {
        if (broken) throw StoreFault("disk", true);
        std::vector<OutboxMail> due;
        for (const auto& [id, mail] : mails)
            if (mail.next_attempt <= now) due.push_back(mail);
        return due;
    }
    std::optional<Instant> next_mail() override {
        std::optional<Instant> next;
        for (const auto& [id, mail] : mails)
            if (!next || mail.next_attempt < *next) next = mail.next_attempt;
        return next;
    }
    std::optional<OutboxMail> mail(std::int64_t id) override {
        const auto found = mails.find(id);
        return found == mails.end() ? std::nullopt : std::optional(found->second);
    }
};

// Keeps the outbox as the engine would.
class FakeDesk : public MailDesk {
public:
    explicit FakeDesk(FakeOutbox& outbox) : outbox_(outbox) {}
    std::vector<MailResult> results;
    int faults = 0;  // so many times it cannot record

    void record(const std::vector<MailResult>& all) override {
        if (faults > 0) {
            --faults;
            throw StoreFault("disk full", true);
        }
        for (const MailResult& result : all) {
            results.push_back(result);
            if (result.kind == MailResult::Kind::retry)
                outbox_.mails.at(result.id).next_attempt = result.next_attempt;
            else
                outbox_.mails.erase(result.id);
        }
    }

private:
    FakeOutbox& outbox_;
};

class FakeWatch : public MailServerWatch {
public:
    std::vector<std::string> told;

    void paused(const std::string& why, Instant until) override {
        told.push_back(why + " until " + to_rfc3339(until));
    }
    void resumed() override { told.push_back("resumed"); }
};

class FakeTransport : public MailTransport {
public:
    std::vector<std::string> sent;  // ids, in order of trying
    std::function<SendOutcome(const std::string& to)> answer = [](const std::string&) {
        return SendOutcome{};
    };
    SendOutcome send(const std::string&, const std::string& to, const std::string&,
                     const std::string& id) override {
        sent.push_back(id);
        return answer(to);
    }
};

}  // namespace werktdoord
