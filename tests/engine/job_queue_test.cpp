// What waits for the writer: order, bounds, the end, and who is expected.
#include "engine/job_queue.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t plenty = 100;

bool push(JobQueue<int>& queue, int job) {
    return queue.push(job, plenty);
}

TEST(JobQueue, gives_what_waits_in_the_order_it_came_and_no_more_than_asked) {
    JobQueue<int> queue;
    for (const int job : {1, 2, 3}) ASSERT_TRUE(push(queue, job));
    EXPECT_EQ(queue.take(0ms, 2), (std::deque<int>{1, 2}));
    EXPECT_FALSE(queue.empty());
    EXPECT_EQ(queue.take(0ms, 2), (std::deque<int>{3}));
    EXPECT_TRUE(queue.empty());
    EXPECT_EQ(queue.take(0ms, 2), std::deque<int>());
}

TEST(JobQueue, leaves_a_job_to_its_owner_that_it_does_not_let_in) {
    JobQueue<std::unique_ptr<int>> queue;
    auto first = std::make_unique<int>(1);
    auto second = std::make_unique<int>(2);
    ASSERT_TRUE(queue.push(first, 1));
    ASSERT_FALSE(queue.push(second, 1));
    EXPECT_EQ(first, nullptr);
    ASSERT_NE(second, nullptr);
    queue.stop();
    EXPECT_FALSE(queue.push(second, 2));
    EXPECT_NE(second, nullptr);
}

TEST(JobQueue, after_the_stop_gives_at_once_what_was_let_in) {
    JobQueue<int> queue;
    push(queue, 1);
    queue.stop();
    EXPECT_TRUE(queue.stopped());
    EXPECT_EQ(queue.take(1h, plenty), (std::deque<int>{1}));
    EXPECT_EQ(queue.take(1h, plenty), std::deque<int>());
}

TEST(JobQueue, who_waits_wakes_up_for_a_job_and_for_the_stop) {
    JobQueue<int> queue;
    std::vector<std::optional<std::deque<int>>> taken;
    std::thread worker([&] {
        taken.push_back(queue.take(1h, plenty));
        taken.push_back(queue.take(1h, plenty));
    });
    push(queue, 1);
    while (!queue.empty()) std::this_thread::yield();
    queue.stop();
    worker.join();
    EXPECT_EQ(taken[0], (std::deque<int>{1}));
    EXPECT_EQ(taken[1], std::deque<int>());
}

TEST(JobQueue, an_expected_job_that_does_not_come_leaves_the_wait_to_begin_anew) {
    JobQueue<int> queue;
    std::atomic<int> in_vain = 0;
    std::optional<std::deque<int>> taken;
    std::thread worker([&] {
        while (!(taken = queue.take(1h, plenty))) ++in_vain;
    });
    while (in_vain < 3) {
        queue.expect();
        std::this_thread::yield();
    }
    push(queue, 7);
    worker.join();
    EXPECT_EQ(taken, (std::deque<int>{7}));
}

TEST(JobQueue, one_that_nobody_expected_ends_the_wait_with_what_there_is) {
    JobQueue<int> queue;
    queue.expect();  // nobody waits yet
    EXPECT_EQ(queue.take(1ms, plenty), std::deque<int>());
}

TEST(JobQueue, loses_and_doubles_nothing_that_many_threads_bring_and_expect) {
    constexpr int each = 2000;
    JobQueue<int> queue;
    std::vector<std::thread> senders;
    for (int sender = 0; sender < 4; ++sender)
        senders.emplace_back([&queue, sender] {
            for (int i = 0; i < each; ++i) {
                queue.expect();
                int job = sender * each + i;
                while (!queue.push(job, 16)) std::this_thread::yield();
            }
        });
    std::vector<int> seen(4 * each, 0);
    for (int left = 4 * each; left > 0;)
        for (const int job : queue.take(1h, 5).value_or(std::deque<int>())) {
            ++seen.at(static_cast<std::size_t>(job));
            --left;
        }
    for (std::thread& sender : senders) sender.join();
    EXPECT_EQ(seen, std::vector<int>(4 * each, 1));
}

}  // namespace
}  // namespace werktdoord
