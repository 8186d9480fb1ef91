// A request that cannot be worked off is told and left as it is; all the others go on.
#include "engine/isolation.hpp"

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Three requests, of which the second cannot be read.
class Isolated : public ::testing::Test {
protected:
    Isolated() {
        for (int i = 0; i < 3; ++i) world_.submits();
        world_.forget();
        world_.store.before_load = [this](const RequestNumber& number) {
            if (number == broken_) throw StoreFault("store: unknown name 'x'", false);
        };
    }

    void TearDown() override {
        world_.store.before_load = [](const RequestNumber&) {};
    }

    Lines troubles() { return std::exchange(world_.troubles, {}); }

    RequestNumber broken_{"NLWD-2026-000002"};
    World world_;
};

TEST_F(Isolated, the_clocks_of_the_others_are_worked_off_in_their_order) {
    world_.down_until("2026-11-24 10:00");
    EXPECT_THAT(world_.told("clock.missed"),
                ElementsAre("#1 clock.missed take_up", "#3 clock.missed take_up"));
    EXPECT_THAT(troubles(), Contains("NLWD-2026-000002: store: unknown name 'x'"));
}

TEST_F(Isolated, a_whole_batch_that_fails_holds_up_no_other) {
    world_.store.before_load = [](const RequestNumber& number) {
        if (number.text() != "NLWD-2026-000003") throw StoreFault("store: unknown name 'x'", false);
    };
    // As the daemon at its start, with batches of two.
    world_.engine.emplace(world_.store, world_.engine->rules_in_force());
    world_.store.transaction([&] { world_.engine->work_due(at("2026-11-24 10:00"), 2); });
    EXPECT_THAT(world_.told("clock.missed"), ElementsAre("#3 clock.missed take_up"));
    world_.engine->take_troubles();
}

TEST_F(Isolated, nothing_of_it_is_told_or_done_twice) {
    world_.down_until("2026-11-24 10:00").forget();
    EXPECT_FALSE(world_.works());
    EXPECT_THAT(world_.told("clock.missed"), IsEmpty());
    world_.store.before_load = [](const RequestNumber&) {};
    EXPECT_FALSE(world_.works());
    EXPECT_THAT(world_.told("clock.missed"), ElementsAre("#2 clock.missed take_up"));
    troubles();
}

TEST_F(Isolated, other_rules_reach_the_others) {
    world_.reload(build::a_ruleset(
        {build::a_rule("elders", build::everything(), build::to_regions({"twente"}))}));
    const Lines routed = world_.told("request.routed");
    EXPECT_EQ(routed.size(), 2U);
    EXPECT_THAT(routed, Each(Not(HasSubstr("#2"))));
    EXPECT_THAT(troubles(), ElementsAre("NLWD-2026-000002: store: unknown name 'x'"));
}

TEST_F(Isolated, a_failing_disk_is_everyones_trouble) {
    world_.store.before_load = [](const RequestNumber&) { throw StoreFault("disk is full", true); };
    EXPECT_THROW(world_.down_until("2026-11-24 10:00"), StoreFault);
}

TEST_F(Isolated, a_defect_is_told_too) {
    world_.store.before_load = [this](const RequestNumber& number) {
        if (number == broken_) throw std::logic_error("a defect");
    };
    world_.down_until("2026-11-24 10:00");
    EXPECT_EQ(world_.told("clock.missed").size(), 2U);
    EXPECT_THAT(troubles(), Contains("NLWD-2026-000002: a defect"));
}

}  // namespace
}  // namespace werktdoord
