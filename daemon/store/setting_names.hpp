// The names of the small values that the store keeps (its table `settings`): all of them here, so
// that no two parts of the program take the same.
#pragma once

// The hash of the rules in force. A literal, for statements that look it up.
#define SETTING_RULES_IN_FORCE "rules in force"

namespace werktdoord::setting {

// The store's own.
constexpr const char* rules_in_force = SETTING_RULES_IN_FORCE;
constexpr const char* swept = "swept";  // changed by each piece that is swept (store/sweep.hpp)

// The engine's, by Store::get() and set(). Their forms: engine/kept_settings.cpp.
constexpr const char* backlog = "backlog";
constexpr const char* calendar = "calendar";  // of the rules in force, to see whether it changes
constexpr const char* mail_failed_last = "mail_failed.last";        // when an alert went out
constexpr const char* mail_failed_pending = "mail_failed.pending";  // what the next one tells of
// The instant up to which reports went out; empty while there is no such report.
constexpr const char* monthly_report_handled = "monthly_report.handled";
// The first day of the last month that was reported.
constexpr const char* monthly_report_month = "monthly_report.month";
constexpr const char* roster_handled_until = "roster.handled_until";
// The absences for which those who stand in have their mail, one a line.
constexpr const char* roster_standing_in = "roster.standing_in";
constexpr const char* written_last = "written.last";  // by the probe of a store that had failed

// How the names of a family begin; what it is of stands behind it.
constexpr const char* digest_day = "digest.day.";          // a kind of digest
constexpr const char* digest_handled = "digest.handled.";  // a kind of digest
constexpr const char* digest_round = "digest.round.";      // a kind of digest
constexpr const char* digest_since = "digest.since.";      // `team`, or `region.` and its key

}  // namespace werktdoord::setting
