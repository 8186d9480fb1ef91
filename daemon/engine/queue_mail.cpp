#include "engine/queue_mail.hpp"

#include <memory>

namespace werktdoord {

void queue_mail(Recorder& recorder, EventName name, MailKind kind, const Recipient& to, Facts facts,
                Instant now) {
    facts.values["recipient_name"] = to.name;
    Event queued;
    queued.at = now;
    queued.name = name;
    queued.mail_kind = kind;
    queued.recipients = {to};
    queued.letter = std::make_shared<const Mail>(Mail{to, std::move(facts), {}});
    recorder.record(std::move(queued));
}

}  // namespace werktdoord
