// What the network and the log take off the thread that writes.
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>

#include "net/event_log.hpp"
#include "net/fakes.hpp"
#include "net/loop_gateway.hpp"

namespace werktdoord::test {
namespace {

TEST(LoopGateway, answers_on_the_loop_and_not_before) {
    FakeGateway writer;
    boost::asio::io_context loop;
    LoopGateway gateway(writer, loop.get_executor());
    int answers = 0;
    const auto done = [&](const Reply& reply) {
        EXPECT_EQ(reply.answer, writer.reply.answer);
        ++answers;
    };
    writer.reply.answer = "{}";
    gateway.submit({}, done);
    gateway.reject({}, done);
    gateway.record({}, std::nullopt, done);
    gateway.renew({}, done);
    gateway.decide({}, done);
    EXPECT_EQ(answers, 0) << "the writer waits for no answer to be given";
    loop.run();
    EXPECT_EQ(answers, 5);
    EXPECT_EQ(gateway.rules(), writer.rules());
    writer.not_ready = "disk is full";
    std::string why;
    EXPECT_FALSE(gateway.ready(why));
    EXPECT_EQ(why, "disk is full");
}

TEST(EventLog, writes_all_it_was_told_in_order_before_it_ends) {
    std::string text;
    const FixedTime time(monday);
    Log log(std::make_unique<MemorySink>(text), LogLevel::info, time);
    constexpr int many = 1000;
    {
        EventLog events(log);
        for (int i = 0; i < many; ++i) {
            Event event;
            event.at = monday;
            event.name = EventName::request_taken_up;
            event.request = RequestNumber("NLWD-2026-" + std::to_string(100'000 + i));
            std::vector<Told> told(2);
            told[0].event = event;
            event.name = EventName::clock_met;
            event.clock = ClockName::take_up;
            told[1].event = event;
            events.write(std::move(told));
        }
    }
    std::size_t at = 0;
    for (int i = 0; i < many; ++i)
        for (const char* name : {"event=request.taken_up", "event=clock.met"}) {
            at = text.find(name, at);
            ASSERT_NE(at, std::string::npos) << i;
            at = text.find("request=NLWD-2026-" + std::to_string(100'000 + i), at);
            ASSERT_NE(at, std::string::npos) << i;
        }
}

}  // namespace
}  // namespace werktdoord::test
