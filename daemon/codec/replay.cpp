#include "codec/replay.hpp"

#include <memory>
#include <string_view>

#include "codec/request_json.hpp"
#include "core/case_differences.hpp"
#include "core/evolve.hpp"

namespace werktdoord {

namespace {

// What became of a mail is the outbox's, not the case's.
bool builds_case(EventName name) {
    return name != EventName::mail_sent && name != EventName::mail_failed &&
           name != EventName::mail_dropped && name != EventName::mail_resent;
}

// What follows from an event counts from the same instant, without saying so.
bool follows(EventName name) {
    return name == EventName::clock_met || name == EventName::clock_cancelled ||
           name == EventName::request_deciding;
}

bool is_cause(EventName name) {
    const std::string_view text = name_of(name);
    return text.starts_with("request.") || text.starts_with("referral.");
}

// A line names the region; what it says is of the newest referral there, of an answer that the
// employer speaks of the newest that has one.
int referral_of(const Case& c, const Event& event) {
    if (!event.region || event.name == EventName::referral_sent) return 0;
    const Referral* referral = event.name == EventName::referral_heard_back
                                   ? c.answered_referral(*event.region, event.wsp)
                                   : c.last_referral(*event.region);
    return referral == nullptr ? 0 : referral->ordinal;
}

}  // namespace

// The document as it came in, or as the amendment leaves it.
void Replay::tell_data(Event& event) {
    RequestData data = case_.data;
    if (event.name == EventName::request_registered) {
        data.kind = event.kind.value_or(data.kind);
        data.headcount = event.headcount.value_or(0);
        data.sector = event.sector;
        data.themes = event.themes;
        data.document = event.data;
    } else if (!data.document.empty()) {
        auto amended = amend_document(data.document, event.data);
        // It was taken when it came in; a later version may check more strictly.
        if (!amended) data_known_ = false;
        if (amended) data.document = std::move(*amended);
    }
    event.request_data = std::make_shared<const RequestData>(std::move(data));
}

void Replay::tell_when(Event& event) {
    if (follows(event.name) && cause_ && cause_->at == event.at)
        event.happened_at = cause_->happened_at;
    if (is_cause(event.name)) cause_ = event;
}

void Replay::next(const JournalEvent& told) {
    if (!builds_case(told.event.name)) return;
    Event event = told.event;
    event.referral = referral_of(case_, event);
    tell_when(event);
    const bool data =
        event.name == EventName::request_registered || event.name == EventName::request_amended;
    if (data) tell_data(event);
    if (data && told.erased) data_known_ = false;
    evolve(case_, event);
}

Problems Replay::differences(const Case& stored) const {
    return case_differences(stored, case_, data_known_);
}

}  // namespace werktdoord
