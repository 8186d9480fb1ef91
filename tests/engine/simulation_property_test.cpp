// The promises of the route hold whatever people do and whenever they do it.
#include <cstdlib>
#include <exception>
#include <set>

#include "engine/invariants.hpp"
#include "engine/random_life.hpp"

namespace werktdoord {
namespace {

constexpr unsigned steps_of_a_life = 60;

// Some seconds, whatever the build.
#ifdef NDEBUG
constexpr unsigned lives = 200;
#else
constexpr unsigned lives = 30;
#endif

// SEEDS=5000 tries more than a build has time for; SEED=17 tries one.
unsigned number_from(const char* variable, unsigned otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : static_cast<unsigned>(std::stoul(text));
}

void live(RandomLife& life) {
    for (unsigned step = 1; step <= steps_of_a_life && !::testing::Test::HasFailure(); ++step) {
        life.step();
        if (step % 4 != 0) continue;
        life.settle();
        expect_no_limbo(life.world(), life.requests());
    }
    life.settle();
    expect_one_course_per_clock(life.world());
    expect_one_end_per_mail(life.world());
    expect_every_alert_is_mailed(life.world());
    expect_one_digest_a_day(life.world());
    expect_one_status_a_day(life.world());
    expect_time_runs_on(life.world());
    expect_sound(life.world().store);
}

TEST(RandomLives, keep_the_promises_of_the_route) {
    const unsigned first = number_from("SEED", 1);
    const unsigned count = std::getenv("SEED") != nullptr ? 1 : number_from("SEEDS", lives);
    std::set<EventName> seen;
    for (unsigned seed = first; seed < first + count; ++seed) {
        RandomLife life(seed);
        try {
            live(life);
        } catch (const std::exception& error) {
            ADD_FAILURE() << error.what();
        }
        ASSERT_FALSE(HasFailure()) << "seed " << seed << "\n" << life.told();
        for (const Event& event : life.world().store.events) seen.insert(event.name);
    }
    if (count == 1) return;
    for (const auto& [name, text] : Names<EventName>::table) {
        const bool part = name != EventName::request_rejected &&
                          name != EventName::request_set_aside && !text.starts_with("daemon.");
        EXPECT_EQ(seen.contains(name), part) << text << ": these lives do not try it";
    }
}

}  // namespace
}  // namespace werktdoord
