#include "core/evolve_introduction.hpp"

#include <algorithm>

#include "core/evolve.hpp"

namespace werktdoord {

namespace {

void apply_follow_up(Case& c, const Event& event) {
    const std::vector<std::size_t> told = followed_up_by(c, event);
    for (const std::size_t place : told) {
        Introduction& introduction = c.introductions[place];
        introduction.outcome = event.outcome;
        if (!event.form.empty()) introduction.form = event.form;
        if (place == told.front()) introduction.filled = event.filled.value_or(0);
        introduction.open = false;
    }
    if (c.placed) c.placed = std::max(*c.placed, c.filled());
}

}  // namespace

std::vector<std::size_t> followed_up_by(const Case& c, const Event& event) {
    std::vector<std::size_t> told;
    std::optional<std::size_t> last;
    for (std::size_t place = 0; place < c.introductions.size(); ++place) {
        const Introduction& introduction = c.introductions[place];
        if (event.with && introduction.with != *event.with) continue;
        last = place;
        if (introduction.open) told.push_back(place);
    }
    if (told.empty() && last) told.push_back(*last);
    return told;
}

void evolve_introduction(Case& c, const Event& event) {
    if (event.name == EventName::request_followed_up) return apply_follow_up(c, event);
    if (!event.with) return;
    Introduction introduction;
    introduction.with = *event.with;
    introduction.at = when_of(event);
    introduction.form = event.form;
    c.introductions.push_back(introduction);
    if (!c.any_open_referral()) c.state = State::introduced;
}

}  // namespace werktdoord
