// Rules that come into force between two commands.
#include <algorithm>

#include "engine/writer_desk.hpp"

namespace werktdoord {
namespace {

using Outcome = Reply::Outcome;
using ::testing::HasSubstr;

TEST(ReloadByTheWriter, every_command_is_decided_by_the_rules_loaded_last_before_it) {
    WriterDesk desk;
    std::vector<std::future<Reply>> answers;
    for (char letter = 'b'; letter <= 'f'; ++letter) {
        for (int i = 0; i < 5; ++i)
            answers.push_back(desk.send(std::string(1, letter) + std::to_string(i)));
        desk.writer->reload(rules_named(letter));
        EXPECT_EQ(desk.writer->rules()->hash[0], letter);
    }
    EXPECT_EQ(desk.submit("last").outcome, Outcome::stored);
    desk.writer->stop();
    std::string in_force;
    for (const Event& event : desk.store().events) {
        if (event.name == EventName::rules_loaded) in_force = event.rules_hash;
        if (event.name != EventName::request_routed) continue;
        EXPECT_EQ(event.rules_hash, in_force);
    }
    EXPECT_EQ(in_force[0], 'f');
}

TEST(ReloadByTheWriter, rules_that_lack_a_region_with_open_work_are_refused_by_its_name) {
    WriterDesk desk;
    desk.submit("m1");
    for (const char* event : {"request.taken_up", "request.referred"}) {
        const auto done = std::make_shared<std::promise<void>>();
        desk.writer->record(an_event(RequestNumber("NLWD-2026-000001"),
                                     R"("by":"anna","event":")" + std::string(event) + "\""),
                            {}, [done](const Reply&) { done->set_value(); });
        done->get_future().wait();
    }
    RuleSet rules = *rules_named('b');
    rules.regions.erase(RegionKey("midden-brabant"));
    try {
        desk.writer->reload(std::make_shared<const RuleSet>(rules));
        ADD_FAILURE() << "it came into force";
    } catch (const StoreFault& fault) {
        EXPECT_THAT(fault.what(), HasSubstr("midden-brabant"));
    }
    EXPECT_TRUE(desk.writer->rules()->regions.contains(RegionKey("midden-brabant")));
}

TEST(ReloadByTheWriter, rules_that_cannot_be_put_on_record_do_not_come_into_force) {
    WriterDesk desk;
    desk.commit_fails = true;
    EXPECT_THROW(desk.writer->reload(rules_named('b')), StoreFault);
    desk.commit_fails = false;
    EXPECT_EQ(desk.writer->rules()->hash[0], 'a');
    desk.submit("m1");
    desk.writer->stop();
    const auto& events = desk.store().events;
    const auto routed = std::ranges::find(events, EventName::request_routed, &Event::name);
    ASSERT_NE(routed, events.end());
    EXPECT_EQ(routed->rules_hash[0], 'a');
}

}  // namespace
}  // namespace werktdoord
