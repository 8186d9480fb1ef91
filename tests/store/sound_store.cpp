#include "sound_store.hpp"

#include "codec/request_json.hpp"

namespace werktdoord {

namespace {

constexpr const char* sound_document = R"({
    "kind": "demand", "employer": { "name": "Zorggroep De Linde", "kvkNumber": "01234567",
      "contact": { "name": "Sanne Voorbeeld", "email": "sanne@delinde.example",
                   "phone": "0135550100" } },
    "sites": [ { "postcode": "5038 AB" } ], "sector": "86.10", "occupation": "verpleegkundige",
    "headcount": 4, "description": "Avonddienst", "consentToIntroduce": true })";

}  // namespace

SoundStore::SoundStore() {
    one_ = submits();
    two_ = submits();
    does(one_, EventName::request_taken_up, [](Event& draft) { draft.note = "Gebeld."; });
    does(one_, EventName::request_amended,
         [](Event& draft) { draft.data = R"({"headcount":3,"occupation":"arts"})"; });
    does(one_, EventName::request_referred);
    does(one_, EventName::referral_forwarded, [](Event& draft) {
        draft.by = "regional_contact";
        draft.region = RegionKey("midden-brabant");
    });
    now_ += std::chrono::hours(30);
    does(one_, EventName::referral_feedback, [this](Event& draft) {
        draft.region = RegionKey("midden-brabant");
        draft.filled = 1;
        draft.happened_at = now_ - std::chrono::hours(2);
    });
    does(one_, EventName::request_closed, [](Event& draft) {
        draft.outcome = "partly_filled";
        draft.reason = "Er is niemand meer te vinden.";
    });
    for (const OutboxMail& mail : store_->outbox(MailState::waiting, 100))
        if (mail.request == one_) mail_became(mail.id, EventName::mail_sent);
}

RequestNumber SoundStore::submits() {
    RequestNumber number;
    store_->transaction([&] {
        number = store_->next_number(2026);
        Submit submit{read_request_text(sound_document).value(), "platform", "id-" + number.text(),
                      "h"};
        Case c;
        for (const Event& event :
             decide_submit(c, submit, number, store_->same_employer(submit.data), rules_, now_))
            store_->append(event);
        store_->save(std::nullopt, c);
        store_->remember_webhook(submit.source, submit.webhook_id,
                                 {"h", number, R"({"request":"sanne@delinde.example"})"}, now_);
    });
    return number;
}

void SoundStore::does(const RequestNumber& number, EventName name,
                      const std::function<void(Event&)>& fill) {
    RecordEvent command{number, {}};
    command.draft.name = name;
    command.draft.by = "anna";
    fill(command.draft);
    store_->transaction([&] {
        const Case before = store_->load(number).value();
        if (name == EventName::request_amended) {
            const auto document_now = amend_document(before.data.document, command.draft.data);
            command.draft.request_data = std::make_shared<const RequestData>(
                read_stored_document(document_now.value()).value());
        }
        Cases cases{before, {}};
        const Decision decision = decide_event(cases, command, rules_, now_);
        ASSERT_TRUE(std::holds_alternative<Events>(decision)) << name_of(name);
        for (const Event& event : std::get<Events>(decision)) {
            // News joins the mail that waits, as the recorder of the engine does it.
            Event told = event;
            if (told.name == EventName::mail_joined)
                told.mail = store_->waiting_status(number).value();
            store_->append(told);
        }
        store_->save(before, cases.subject);
    });
}

void SoundStore::mail_became(std::int64_t id, EventName name) {
    store_->transaction([&] {
        const OutboxMail mail = store_->mail(id).value();
        Event event;
        event.at = now_;
        event.name = name;
        event.request = mail.request;
        event.mail = id;
        event.mail_kind = mail.kind;
        event.recipients = {mail.to};
        store_->append(event);
        if (name == EventName::mail_sent) store_->set_mail_sent(id, now_);
        if (name == EventName::mail_failed) store_->set_mail_parked(id, "550");
    });
}

std::vector<std::string> SoundStore::problems(const std::string& path) {
    std::vector<std::string> told;
    open_reader(path)->verify(
        [&](const Problem& problem) { told.push_back(problem.where + ": " + problem.text); });
    return told;
}

}  // namespace werktdoord
