// What is masked, and that no sum gives it away.
#include "core/report_mask.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

TEST(Mask, hides_a_zero_where_nothing_else_is_left_and_then_tells_of_none_that_it_is_small) {
    EXPECT_THAT(masked({3, 0, 0}), ElementsAre(Shown::hidden, Shown::hidden, Shown::plain));
    EXPECT_THAT(masked({0, 2, 0}), ElementsAre(Shown::hidden, Shown::hidden, Shown::plain));
    EXPECT_THAT(masked({1, 2, 0}), ElementsAre(Shown::hidden, Shown::hidden, Shown::plain));
}

TEST(Mask, does_not_tell_that_numbers_are_small_where_the_sum_would_then_tell_which) {
    EXPECT_THAT(masked({1, 5}), ElementsAre(Shown::hidden, Shown::hidden));
    EXPECT_THAT(masked({4, 4}), ElementsAre(Shown::hidden, Shown::hidden));
    EXPECT_THAT(masked({4, 3}), ElementsAre(Shown::few, Shown::few));
}

TEST(Mask, does_what_it_can_where_nothing_is_left) {
    EXPECT_THAT(masked({2}), ElementsAre(Shown::few));
    EXPECT_THAT(masked({0}), ElementsAre(Shown::plain));
}

// What a reader can say of a masked figure who knows the sum of the line: from least to most.
struct Known {
    long least = 0;
    long most = 0;
};

Known known_of(const std::vector<int>& values, const std::vector<Shown>& shown, std::size_t of) {
    const bool any_few = std::count(shown.begin(), shown.end(), Shown::few) > 0;
    const long sum = std::accumulate(values.begin(), values.end(), 0L);
    Known known{any_few && shown[of] == Shown::hidden ? 5 : 0, shown[of] == Shown::few ? 4 : sum};
    if (shown[of] == Shown::few) known.least = 1;
    long others_least = 0;
    long others_most = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == of) continue;
        const bool plain = shown[i] == Shown::plain;
        others_least += plain ? values[i] : shown[i] == Shown::few ? 1 : any_few ? 5 : 0;
        others_most += plain ? values[i] : shown[i] == Shown::few ? 4 : sum;
    }
    return {std::max(known.least, sum - others_most), std::min(known.most, sum - others_least)};
}

TEST(Mask, leaves_no_small_number_that_the_sum_of_its_line_tells) {
    std::mt19937 random(20261123);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<int> values(2 + random() % 5);
        const std::size_t most = 1 + random() % 12;
        for (int& value : values) value = static_cast<int>(random() % most);
        const std::vector<Shown> shown = masked(values);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] == 0 || values[i] >= 5) continue;
            ASSERT_NE(shown[i], Shown::plain) << testing::PrintToString(values);
            const Known known = known_of(values, shown, i);
            EXPECT_LT(known.least, known.most) << testing::PrintToString(values);
        }
    }
}

}  // namespace
}  // namespace werktdoord
