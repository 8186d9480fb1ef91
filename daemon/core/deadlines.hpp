// Deadline policies and escalation ladders: what `deadlines.yaml` says (contract section 3).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/event_name.hpp"
#include "core/role.hpp"
#include "core/span.hpp"

namespace werktdoord {

// The clocks that watch the promises of the route (W2, W7, W9, W10) and ours. In the order in
// which clocks with one due instant are told.
enum class ClockName {
    assess,
    decide,
    feedback,
    follow_up,
    forward,
    report_back,
    take_up,
    wsp_response
};

template <>
struct Names<ClockName> {
    static constexpr std::array<std::pair<ClockName, std::string_view>, 8> table{
        {{ClockName::assess, "assess"},
         {ClockName::decide, "decide"},
         {ClockName::feedback, "feedback"},
         {ClockName::follow_up, "follow_up"},
         {ClockName::forward, "forward"},
         {ClockName::report_back, "report_back"},
         {ClockName::take_up, "take_up"},
         {ClockName::wsp_response, "wsp_response"}}};
};

// What a clock belongs to (contract section 6).
enum class ClockScope { request, referral, wsp };
ClockScope scope_of(ClockName clock);

struct Warning {
    Span span;
    bool before = true;  // before due, or after the start
    friend bool operator==(const Warning&, const Warning&) = default;
};

struct ClockRule {
    Span within;
    std::optional<Warning> warn;
    std::vector<EventName> from;
    std::vector<EventName> until;
    std::vector<EventName> unless;
    friend bool operator==(const ClockRule&, const ClockRule&) = default;
};

struct Policy {
    std::string name;
    std::map<ClockName, ClockRule> clocks;

    const ClockRule* find_rule(ClockName clock) const;  // null: it has no such clock
    friend bool operator==(const Policy&, const Policy&) = default;
};

// When an alert is raised: its clock is nearly due, is missed, or stays missed, first as the ladder
// has it and then for ever; or an employer says that nobody spoke to them (that has no clock).
enum class AlertStep { warned, missed, after, overdue, not_heard };

template <>
struct Names<AlertStep> {
    static constexpr std::array<std::pair<AlertStep, std::string_view>, 5> table{
        {{AlertStep::warned, "warned"},
         {AlertStep::missed, "missed"},
         {AlertStep::after, "after"},
         {AlertStep::overdue, "overdue"},
         {AlertStep::not_heard, "not_heard"}}};
};

struct EscalationStep {
    AlertStep on = AlertStep::missed;  // warned, missed or after
    Span after;                        // only for AlertStep::after: counted from due
    int repeat = 0;                    // only for AlertStep::after: this many sends more
    std::vector<Role> to;
    friend bool operator==(const EscalationStep&, const EscalationStep&) = default;
};

struct Deadlines {
    std::map<std::string, Policy> policies;
    std::string default_policy;
    std::map<ClockName, std::vector<EscalationStep>> escalation;

    // REQUIRES: `name` is a policy, or empty for the default one.
    const Policy& policy(const std::string& name) const;

    friend bool operator==(const Deadlines&, const Deadlines&) = default;
};

}  // namespace werktdoord
