// What a property test tries: at random, and the same in every run.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace werktdoord {

class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t count) { return random_() % count; }
    int pick(int least, int most) {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool percent(std::size_t part) { return below(100) < part; }
    bool often() { return pick(0, 2) > 0; }

    template <class Item>
    const Item& one_of(const std::vector<Item>& items) {
        return items.at(below(items.size()));
    }

    // One or two of them.
    std::vector<std::string> some_of(const std::vector<std::string>& items) {
        std::vector<std::string> some{one_of(items)};
        if (pick(0, 1) == 0) some.push_back(one_of(items));
        return some;
    }

private:
    std::mt19937 random_;
};

}  // namespace werktdoord
