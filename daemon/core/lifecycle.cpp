#include "core/lifecycle.hpp"

#include <algorithm>

#include "base/items.hpp"

namespace werktdoord {

namespace {

const std::vector<State> all_states{State::registered, State::taken_up,   State::referred,
                                    State::deciding,   State::introduced, State::closed};
const std::vector<State> open_states{State::registered, State::taken_up, State::referred,
                                     State::deciding, State::introduced};
const std::vector<State> assessed{State::taken_up, State::referred, State::deciding,
                                  State::introduced};

bool holds(const Case& c, Needs needs) {
    switch (needs) {
        case Needs::nothing:
            return true;
        case Needs::not_taken_up:
            return !c.taken_up_at;
        case Needs::decide_open:
            return c.open_clock(ClockName::decide, 0, std::nullopt) != nullptr;
        case Needs::referral_open:
            return c.any_open_referral();
        case Needs::referral_forwarded:
            return std::any_of(c.referrals.begin(), c.referrals.end(), [](const Referral& r) {
                return r.open() && r.forwarded_at.has_value();
            });
        case Needs::introduction:
            return !c.introductions.empty();
        case Needs::not_forgotten:
            return !c.forgotten;
        case Needs::wsp_answered:
            return !c.forgotten &&
                   std::any_of(c.referrals.begin(), c.referrals.end(), [](const Referral& r) {
                       return std::any_of(r.asks.begin(), r.asks.end(), [](const WspAsk& ask) {
                           return ask.responded_at.has_value();
                       });
                   });
    }
    return false;
}

const char* words(Needs needs) {
    switch (needs) {
        case Needs::nothing:
            return "";
        case Needs::not_taken_up:
            return "nobody took it up yet";
        case Needs::decide_open:
            return "clock `decide` is open";
        case Needs::referral_open:
            return "its referral is open";
        case Needs::referral_forwarded:
            return "its referral is open and was forwarded";
        case Needs::introduction:
            return "employers were introduced";
        case Needs::not_forgotten:
            return "the request is not forgotten";
        case Needs::wsp_answered:
            return "a WSP answered, and the request is not forgotten";
    }
    return "";
}

}  // namespace

const std::vector<LifecycleRow>& lifecycle() {
    static const std::vector<LifecycleRow> rows{
        {EventName::request_taken_up, open_states, Needs::not_taken_up},
        {EventName::request_amended, open_states, Needs::nothing},
        {EventName::request_referred, assessed, Needs::nothing},
        {EventName::request_continued, {State::referred}, Needs::decide_open},
        {EventName::referral_forwarded, {State::referred}, Needs::referral_open},
        {EventName::referral_declined, {State::referred}, Needs::referral_open},
        {EventName::referral_wsp_withdrawn, {State::referred}, Needs::referral_forwarded},
        {EventName::referral_wsp_responded, {State::referred}, Needs::referral_forwarded},
        {EventName::referral_feedback, {State::referred}, Needs::referral_open},
        {EventName::referral_reported_back, {State::referred}, Needs::referral_open},
        {EventName::referral_heard_back,
         {State::referred, State::deciding, State::introduced, State::closed},
         Needs::wsp_answered},
        {EventName::request_introduced, assessed, Needs::nothing},
        {EventName::request_followed_up,
         {State::referred, State::deciding, State::introduced, State::closed},
         Needs::introduction},
        {EventName::request_reassigned, open_states, Needs::nothing},
        {EventName::request_note, all_states, Needs::nothing},
        {EventName::request_closed, open_states, Needs::nothing},
        {EventName::request_reopened, {State::closed}, Needs::not_forgotten},
    };
    return rows;
}

bool fits(const Case& c, EventName event) {
    for (const LifecycleRow& row : lifecycle()) {
        if (row.event != event) continue;
        const bool in_state = has(row.states, c.state);
        return in_state && holds(c, row.needs);
    }
    return false;
}

std::vector<EventName> events_that_fit(const Case& c) {
    std::vector<EventName> events;
    for (const LifecycleRow& row : lifecycle())
        if (fits(c, row.event)) events.push_back(row.event);
    return events;
}

std::string lifecycle_page() {
    std::string page = "| event |";
    for (State state : all_states) page += " " + std::string(name_of(state)) + " |";
    page += " only when |\n|---|";
    for (std::size_t column = 0; column <= all_states.size(); ++column) page += "---|";
    page += "\n";
    for (const LifecycleRow& row : lifecycle()) {
        page += "| `" + std::string(name_of(row.event)) + "` |";
        for (State state : all_states) {
            const bool in = has(row.states, state);
            page += in ? " yes |" : " |";
        }
        page += std::string(" ") + words(row.needs) + " |\n";
    }
    return page;
}

}  // namespace werktdoord
