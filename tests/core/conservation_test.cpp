// Received = open + closed + rejected.
#include "core/conservation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Tallies sound() {
    Tallies tallies;
    tallies.requests = 10;
    tallies.open = 4;
    tallies.closed = 6;
    tallies.rejections = tallies.rejected = 2;
    tallies.regions[RegionKey("twente")] = {3, 1, 2};
    return tallies;
}

TEST(Conservation, adds_up) {
    EXPECT_THAT(imbalances(sound()), IsEmpty());
    EXPECT_THAT(imbalances(Tallies()), IsEmpty());
    EXPECT_EQ(sound().received(), 12);
}

TEST(Conservation, names_the_figures_that_do_not) {
    Tallies tallies = sound();
    tallies.closed = 5;
    tallies.rejected = 3;
    tallies.regions[RegionKey("twente")].open = 2;
    EXPECT_THAT(imbalances(tallies),
                ElementsAre(Problem{"requests", "received 10 is not open 4 + closed 5"},
                            Problem{"rejected", "received 2 is not rejected 3"},
                            Problem{"region twente", "received 3 is not open 2 + closed 2"}));
}

}  // namespace
}  // namespace werktdoord
