// The names of what happens (contract sections 5 and 7).
#pragma once

#include "core/names.hpp"

namespace werktdoord {

enum class EventName {
    request_registered,
    request_rejected,
    request_routed,
    request_unroutable,
    request_assigned,
    request_reassigned,
    request_taken_up,
    request_amended,
    request_referred,
    request_continued,
    request_introduced,
    request_followed_up,
    request_note,
    request_deciding,
    request_closed,
    request_reopened,
    referral_sent,
    referral_forwarded,
    referral_declined,
    referral_wsp_withdrawn,
    referral_wsp_responded,
    referral_feedback,
    referral_reported_back,
    clock_started,
    clock_warned,
    clock_met,
    clock_missed,
    clock_cancelled,
    clock_moved,
    alert_raised,
    mail_queued,
    mail_sent,
    mail_failed,
    mail_dropped,
    digest_queued,
    digest_skipped,
    rules_loaded,
    daemon_started,
    daemon_stopped,
    mail_joined,
    mail_resent,
    request_set_aside,
    request_forgotten,
    referral_heard_back  // last: the store keeps these by their place in this list
};

template <>
struct Names<EventName> {
    static constexpr std::array<std::pair<EventName, std::string_view>, 44> table{
        {{EventName::request_registered, "request.registered"},
         {EventName::request_rejected, "request.rejected"},
         {EventName::request_routed, "request.routed"},
         {EventName::request_unroutable, "request.unroutable"},
         {EventName::request_assigned, "request.assigned"},
         {EventName::request_reassigned, "request.reassigned"},
         {EventName::request_taken_up, "request.taken_up"},
         {EventName::request_amended, "request.amended"},
         {EventName::request_referred, "request.referred"},
         {EventName::request_continued, "request.continued"},
         {EventName::request_introduced, "request.introduced"},
         {EventName::request_followed_up, "request.followed_up"},
         {EventName::request_note, "request.note"},
         {EventName::request_deciding, "request.deciding"},
         {EventName::request_closed, "request.closed"},
         {EventName::request_reopened, "request.reopened"},
         {EventName::referral_sent, "referral.sent"},
         {EventName::referral_forwarded, "referral.forwarded"},
         {EventName::referral_declined, "referral.declined"},
         {EventName::referral_wsp_withdrawn, "referral.wsp_withdrawn"},
         {EventName::referral_wsp_responded, "referral.wsp_responded"},
         {EventName::referral_feedback, "referral.feedback"},
         {EventName::referral_reported_back, "referral.reported_back"},
         {EventName::clock_started, "clock.started"},
         {EventName::clock_warned, "clock.warned"},
         {EventName::clock_met, "clock.met"},
         {EventName::clock_missed, "clock.missed"},
         {EventName::clock_cancelled, "clock.cancelled"},
         {EventName::clock_moved, "clock.moved"},
         {EventName::alert_raised, "alert.raised"},
         {EventName::mail_queued, "mail.queued"},
         {EventName::mail_sent, "mail.sent"},
         {EventName::mail_failed, "mail.failed"},
         {EventName::mail_dropped, "mail.dropped"},
         {EventName::digest_queued, "digest.queued"},
         {EventName::digest_skipped, "digest.skipped"},
         {EventName::rules_loaded, "rules.loaded"},
         {EventName::daemon_started, "daemon.started"},
         {EventName::daemon_stopped, "daemon.stopped"},
         {EventName::mail_joined, "mail.joined"},
         {EventName::mail_resent, "mail.resent"},
         {EventName::request_set_aside, "request.set_aside"},
         {EventName::request_forgotten, "request.forgotten"},
         {EventName::referral_heard_back, "referral.heard_back"}}};
};

// Whether an event is about one referral.
constexpr bool is_referral_event(EventName event) {
    return name_of(event).starts_with("referral.");
}

}  // namespace werktdoord
