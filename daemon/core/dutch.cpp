#include "core/dutch.hpp"

#include <array>
#include <cstdio>
#include <map>

namespace werktdoord {

namespace {

std::string word(const std::map<std::string, std::string>& words, const std::string& key) {
    const auto found = words.find(key);
    return found == words.end() ? key : found->second;
}

constexpr std::string_view says_region = "Regio ";

constexpr std::array<std::string_view, 7> weekdays{"zondag",    "maandag", "dinsdag", "woensdag",
                                                   "donderdag", "vrijdag", "zaterdag"};
constexpr std::array<const char*, 12> months{"januari",   "februari", "maart",    "april",
                                             "mei",       "juni",     "juli",     "augustus",
                                             "september", "oktober",  "november", "december"};

}  // namespace

std::string dutch(Kind kind) {
    return kind == Kind::demand ? "vraag naar personeel" : "aanbod van personeel";
}

std::string dutch_new(Kind kind) {
    return (kind == Kind::demand ? "Nieuwe " : "Nieuw ") + dutch(kind);
}

std::string dutch_the(Kind kind) {
    return (kind == Kind::demand ? "De " : "Het ") + dutch(kind);
}

std::string dutch_short(Kind kind) {
    return kind == Kind::demand ? "vraag" : "aanbod";
}

std::string dutch(Urgency urgency) {
    return urgency == Urgency::urgent ? "met spoed" : "gewoon";
}

std::string dutch(ClockName clock) {
    switch (clock) {
        case ClockName::take_up:
            return "contact met de werkgever";
        case ClockName::assess:
            return "beoordelen en doorsturen";
        case ClockName::forward:
            return "doorsturen naar het WSP";
        case ClockName::wsp_response:
            return "antwoord van het WSP";
        case ClockName::feedback:
            return "de stand van zaken";
        case ClockName::report_back:
            return "de terugmelding";
        case ClockName::decide:
            return "besluit over het vervolg";
        case ClockName::follow_up:
            return "navraag na het in contact brengen";
    }
    return "";
}

std::string dutch(Span span) {
    const bool one = span.count == 1;
    std::string unit;
    switch (span.unit) {
        case Unit::working_days:
            unit = one ? "werkdag" : "werkdagen";
            break;
        case Unit::working_hours:
            unit = one ? "werkuur" : "werkuren";
            break;
        case Unit::days:
            unit = one ? "dag" : "dagen";
            break;
        case Unit::weeks:
            unit = one ? "week" : "weken";
            break;
    }
    return std::to_string(span.count) + " " + unit;
}

std::string dutch(ReferralState state) {
    switch (state) {
        case ReferralState::open:
            return "in behandeling";
        case ReferralState::declined:
            return "teruggegeven aan het team";
        case ReferralState::reported_back:
            return "teruggemeld";
        case ReferralState::closed:
            return "afgesloten";
    }
    return "";
}

std::string dutch(AlertStep step) {
    switch (step) {
        case AlertStep::warned:
            return "bijna verlopen";
        case AlertStep::missed:
            return "verlopen";
        case AlertStep::after:
            return "al langer verlopen";
        case AlertStep::overdue:
            return "al lang verlopen";
        case AlertStep::not_heard:
            return "niet gehoord";
    }
    return "";
}

std::string dutch_region(const std::string& name, const std::string& before) {
    return name.starts_with(says_region) ? name : before + name;
}

std::string dutch_lead_region(const std::string& name) {
    const bool says_it = name.starts_with(says_region);
    return "hoofdregio " + (says_it ? name.substr(says_region.size()) : name);
}

std::string dutch_outcome(const std::string& outcome) {
    static const std::map<std::string, std::string> words{
        {"filled", "ingevuld"},
        {"partly_filled", "gedeeltelijk ingevuld"},
        {"not_filled", "niet ingevuld"},
        {"discontinued", "de bemiddeling is gestaakt"},
        {"withdrawn", "ingetrokken door de werkgever"},
        {"duplicate", "dubbele melding"},
        {"works", "het loopt"},
        {"failed", "niet gelukt"},
        {"ended", "afgelopen"}};
    return word(words, outcome);
}

std::string dutch_reason(const std::string& reason) {
    static const std::map<std::string, std::string> words{
        {"other_region", "hoort bij een andere regio"},
        {"no_capacity", "geen capaciteit"},
        {"not_suitable", "past niet"},
        {"other", "een andere reden"}};
    return word(words, reason);
}

std::string dutch_form(const std::string& form) {
    if (form == "collegiale-in-en-uitleen")
        return "collegiale in- en uitleen, u leent personeel van elkaar";
    return form == "werk-naar-werk" ? "een stap van werk naar werk" : "";
}

std::string_view dutch_weekday(LocalDay day) {
    return weekdays[std::chrono::weekday(day).c_encoding()];
}

std::string dutch_day(LocalDay day) {
    const std::chrono::year_month_day date(day);
    return std::string(dutch_weekday(day)) + " " +
           std::to_string(static_cast<unsigned>(date.day())) + " " +
           months[static_cast<unsigned>(date.month()) - 1] + " " +
           std::to_string(static_cast<int>(date.year()));
}

std::string dutch_time(const Zone& zone, Instant instant) {
    const LocalTime local = zone.to_local(instant);
    const LocalDay day = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
    std::array<char, 24> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    return dutch_day(day) + ", " + clock.data() + " uur";
}

}  // namespace werktdoord
