// What is masked, and that no sum gives it away.
#include "core/report_mask.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace werktdoord {
namespace {

using testing::ElementsAre;
using Shown = Figure::Shown;

std::vector<Shown> masked(const std::vector<int>& values) {
    std::vector<Figure> figures;
    for (const int value : values) figures.push_back({value});
    std::vector<Figure*> line;
    for (Figure& figure : figures) line.push_back(&figure);
    mask_line(line);
    std::vector<Shown> shown;
    for (const Figure& figure : figures) shown.push_back(figure.shown);
    return shown;
}

TEST(Mask, hides_one_to_four_and_never_zero_or_five) {
    EXPECT_THAT(masked({0, 5, 100}), ElementsAre(Shown::plain, Shown::plain, Shown::plain));
    EXPECT_THAT(masked({1, 4, 9}), ElementsAre(Shown::few, Shown::few, Shown::plain));
    EXPECT_THAT(masked({}), testing::IsEmpty());
}

TEST(Mask, hides_the_smallest_other_where_one_alone_could_be_subtracted) {
    EXPECT_THAT(masked({3, 9, 6, 0}),
                ElementsAre(Shown::few, Shown::plain, Shown::hidden, Shown::plain));
    EXPECT_THAT(masked({3, 6, 6}), ElementsAre(Shown::few, Shown::hidden, Shown::plain));
}

TEST(Mask, hides_a_further_one_where_the_sum_says_that_all_are_ones) {
    EXPECT_THAT(masked({1, 1, 7, 8}),
                ElementsAre(Shown::few, Shown::few, Shown::hidden, Shown::plain));
}

TEST(Mask, does_what_it_can_where_nothing_is_left) {
    EXPECT_THAT(masked({2}), ElementsAre(Shown::few));
    EXPECT_THAT(masked({2, 0}), ElementsAre(Shown::few, Shown::plain));
}

TEST(Mask, leaves_nothing_to_subtract_in_any_line) {
    std::mt19937 random(20261123);
    for (int round = 0; round < 2000; ++round) {
        std::vector<int> values(1 + random() % 8);
        for (int& value : values) value = static_cast<int>(random() % 12);
        const std::vector<Shown> shown = masked(values);
        int count = 0;
        int sum = 0;
        bool others = false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool small = values[i] > 0 && values[i] < 5;
            EXPECT_EQ(shown[i] == Shown::few, small);
            if (shown[i] == Shown::plain) {
                others = others || values[i] > 0;
                continue;
            }
            ++count;
            sum += values[i];
        }
        if (others && count > 0) {
            EXPECT_GT(count, 1);
            EXPECT_GE(sum, 5);
        }
    }
}

}  // namespace
}  // namespace werktdoord
