#include "core/evolve_introduction.hpp"

#include <algorithm>

#include "core/evolve.hpp"

namespace werktdoord {

namespace {

// What came of it: of the introductions that are still open, of the last where none is; of those
// to one request where it is named.
std::vector<Introduction*> concerned(Case& c, const Event& event) {
    std::vector<Introduction*> open;
    Introduction* last = nullptr;
    for (Introduction& introduction : c.introductions) {
        if (event.with && introduction.with != *event.with) continue;
        last = &introduction;
        if (introduction.open) open.push_back(&introduction);
    }
    if (open.empty() && last != nullptr) open.push_back(last);
    return open;
}

void apply_follow_up(Case& c, const Event& event) {
    const std::vector<Introduction*> told = concerned(c, event);
    for (Introduction* introduction : told) {
        introduction->outcome = event.outcome;
        if (!event.form.empty()) introduction->form = event.form;
        if (introduction == told.front()) introduction->filled = event.filled.value_or(0);
        introduction->open = false;
    }
    if (c.placed) c.placed = std::max(*c.placed, c.filled());
}

}  // namespace

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
