#include "codec/event_shapes.hpp"

namespace werktdoord {

const std::vector<EventShape>& event_shapes() {
    using enum EventName;
    using M = Member;
    static const std::vector<EventShape> shapes{
        {request_taken_up, {}, {}, {}, {}},
        {request_amended, {M::data}, {}, {}, {}},
        {request_referred, {}, {M::regions}, {}, {}},
        {request_continued, {}, {}, {}, {}},
        {referral_forwarded, {M::region}, {M::wsps, M::inform}, {}, {}},
        {referral_declined,
         {M::region, M::reason},
         {M::suggests},
         {},
         {"other_region", "no_capacity", "not_suitable", "other"}},
        {referral_wsp_withdrawn, {M::region, M::wsp, M::reason_text}, {}, {}, {}},
        {referral_wsp_responded, {M::region}, {M::wsp}, {}, {}},
        {referral_feedback, {M::region, M::filled}, {}, {}, {}},
        {referral_reported_back,
         {M::region, M::outcome},
         {M::filled},
         {"filled", "partly_filled", "not_filled"},
         {}},
        {referral_heard_back, {M::region, M::heard}, {M::wsp}, {}, {}},
        {request_introduced, {M::with}, {M::form}, {}, {}},
        {request_followed_up,
         {M::outcome},
         {M::with, M::form, M::filled},
         {"works", "failed", "ended"},
         {}},
        {request_reassigned, {M::to}, {}, {}, {}},
        {request_note, {M::note}, {}, {}, {}},
        {request_closed,
         {M::outcome},
         {M::filled, M::of, M::reason_text, M::story},
         {"filled", "partly_filled", "not_filled", "discontinued", "withdrawn", "duplicate"},
         {}},
        {request_reopened, {M::reason_text}, {}, {}, {}}};
    return shapes;
}

const std::vector<std::string>& introduction_forms() {
    static const std::vector<std::string> forms{"collegiale-in-en-uitleen", "werk-naar-werk",
                                                "other"};
    return forms;
}

const EventShape* shape_of(EventName name) {
    for (const EventShape& shape : event_shapes())
        if (shape.name == name) return &shape;
    return nullptr;
}

}  // namespace werktdoord
