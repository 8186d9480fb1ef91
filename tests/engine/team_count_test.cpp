// The team's digest, counted in pieces: whatever happens between two of them, it tells what was
// when it began.
#include "engine/team_count.hpp"

#include "engine/world.hpp"

namespace werktdoord {
namespace {

constexpr const char* yesterday = "2026-11-22 08:15";
constexpr const char* today = "2026-11-23 12:00";
constexpr const char* tomorrow = "2026-11-24 08:15";
constexpr const char* closes_it =
    R"("event":"request.closed","by":"anna","outcome":"withdrawn","reason":"-")";

struct Counting : ::testing::Test {
    Counting() {
        for (const char* postcode : {"5038 AB", "4811 AA", "5038 AB"})
            open.push_back(referred(world, {.postcodes = {postcode}}));
        world.does(open.front(), closes_it);
        world.submits();
        world.at(today);
    }

    TeamCount begun(const char* since, const char* now) {
        return {world.engine->rules(), LocalDay(), {at(since), at(now), at(tomorrow)}};
    }
    Facts facts(const TeamCount& count) { return count.written(world.store).facts; }

    World world;
    std::vector<RequestNumber> open;
};

TEST_F(Counting, in_pieces_gives_what_one_piece_gives) {
    TeamCount at_once = begun(yesterday, today);
    EXPECT_TRUE(at_once.count_on(world.store));
    const Facts whole = facts(at_once);
    EXPECT_EQ(whole.values.at("new_count"), "3");
    EXPECT_EQ(whole.values.at("closed_count"), "1");
    EXPECT_EQ(whole.values.at("take_up_count"), "1");
    EXPECT_EQ(whole.lists.at("regions").size(), 2U);
    for (const int most : {1, 2, 3, 4, 5}) {
        TeamCount count = begun(yesterday, today);
        int pieces = 1;
        while (!count.count_on(world.store, most)) ++pieces;
        EXPECT_EQ(facts(count), whole) << most;
        EXPECT_GE(pieces, 5 / most) << "three requests and two regions";
    }
}

TEST_F(Counting, of_rejected_submissions_the_oldest_are_shown_and_all_are_counted) {
    for (int i = 0; i < 60; ++i)
        world.reject({"nlwerktdoor.nl", "msg_" + std::to_string(i), "aa", "{}", {{"/data", "-"}}});
    TeamCount count = begun(yesterday, today);
    EXPECT_TRUE(count.count_on(world.store));
    const Facts told = facts(count);
    EXPECT_EQ(told.values.at("rejected_count"), "60");
    EXPECT_EQ(told.lists.at("rejected").size(), digest_list_limit + 1) << "and how many more";
    EXPECT_EQ(told.lists.at("rejected").front().values.at("id"), "msg_0");
}

TEST_F(Counting, what_comes_or_closes_meanwhile_is_told_once_by_this_one_or_the_next) {
    TeamCount count = begun(yesterday, today);
    EXPECT_FALSE(count.count_on(world.store, 1));
    world.at("2026-11-23 12:01");
    world.does(open.at(1), closes_it);  // counted as open
    world.does(open.at(2), closes_it);  // not yet counted
    world.submits();
    while (!count.count_on(world.store, 1)) continue;
    const Facts first = facts(count);
    EXPECT_EQ(first.values.at("new_count"), "2");
    EXPECT_EQ(first.values.at("closed_count"), "1");

    TeamCount next = begun(today, "2026-11-23 12:02");
    EXPECT_TRUE(next.count_on(world.store));
    const Facts second = facts(next);
    EXPECT_EQ(second.values.at("open_count"), "1");
    EXPECT_EQ(second.values.at("new_count"), "1");
    EXPECT_EQ(second.values.at("closed_count"), "2");
}

}  // namespace
}  // namespace werktdoord
