#include "core/deadlines.hpp"

namespace werktdoord {

ClockScope scope_of(ClockName clock) {
    switch (clock) {
        case ClockName::assess:
        case ClockName::decide:
        case ClockName::follow_up:
        case ClockName::take_up:
            return ClockScope::request;
        case ClockName::wsp_response:
            return ClockScope::wsp;
        case ClockName::feedback:
        case ClockName::forward:
        case ClockName::report_back:
            break;
    }
    return ClockScope::referral;
}

const ClockRule* Policy::find_rule(ClockName clock) const {
    const auto found = clocks.find(clock);
    return found == clocks.end() ? nullptr : &found->second;
}

const Policy& Deadlines::policy(const std::string& name) const {
    return policies.at(name.empty() ? default_policy : name);
}

}  // namespace werktdoord
