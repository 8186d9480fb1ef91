// The Dutch words people read: plain, short, the same in every mail and page.
#pragma once

#include <string>

#include "core/case.hpp"

namespace werktdoord {

std::string dutch(Kind kind);            // "vraag naar personeel"
std::string dutch_new(Kind kind);        // "Nieuwe vraag naar personeel"
std::string dutch_the(Kind kind);        // "De vraag naar personeel"
std::string dutch_short(Kind kind);      // "vraag"
std::string dutch(Urgency urgency);      // "met spoed"
std::string dutch(ClockName clock);      // "antwoord van het WSP"
std::string dutch(Span span);            // "2 werkdagen"
std::string dutch(ReferralState state);  // "in behandeling"
std::string dutch(AlertStep step);       // "bijna verlopen"

// "regio Twente"; "Regio Zwolle", which says it itself. `before` may begin a sentence: "Regio ".
std::string dutch_region(const std::string& name, const std::string& before = "regio ");
std::string dutch_lead_region(const std::string& name);  // "hoofdregio Twente", "hoofdregio Zwolle"

// The words of outcomes and reasons in events: "filled" -> "ingevuld". Unknown words stay.
std::string dutch_outcome(const std::string& outcome);
std::string dutch_reason(const std::string& reason);

// How introduced employers help each other: "werk-naar-werk" -> "een stap van werk naar
// werk"; empty where that is still open.
std::string dutch_form(const std::string& form);

std::string_view dutch_weekday(LocalDay day);               // "maandag"
std::string dutch_day(LocalDay day);                        // "maandag 23 november 2026"
std::string dutch_time(const Zone& zone, Instant instant);  // "maandag 23 november 2026, 17:00 uur"

}  // namespace werktdoord
