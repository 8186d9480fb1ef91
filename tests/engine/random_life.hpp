// A work route at random, the same for the same seed: employers who send requests, people who do
// what fits and what does not, time that passes, rules that change, a daemon that is down at times.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "engine/world.hpp"

namespace werktdoord {

class RandomLife {
public:
    explicit RandomLife(unsigned seed);

    // One thing happens.
    void step();

    // What is still to be done at this instant is done.
    void settle();

    World& world() { return world_; }
    const std::vector<RequestNumber>& requests() const { return requests_; }

    // What was done so far, one a line, to tell when something is wrong.
    const std::string& told() const { return told_; }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template <class Range>
    auto one_of(const Range& range) {
        return *std::next(std::begin(range), static_cast<std::ptrdiff_t>(below(std::size(range))));
    }
    void tell(const std::string& what);

    void pass_time();
    void submit();
    void act();
    void forget();
    void change_rules();
    void change_decisions();
    void come_into_force();
    void settle_mail();
    Event draft(EventName name, const Case& c);
    void fill_referral(Event& draft, const Case& c);
    void fill_heard_back(Event& draft, const Case& c);
    void fill_request(Event& draft, const Case& c);
    std::string actor(EventName name);

    std::mt19937 random_;
    RuleSet rules_;
    World world_;
    std::vector<RequestNumber> requests_;
    std::string told_;
};

}  // namespace werktdoord
