#include "core/implication.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using Op = Matcher::Op;
using testing::ElementsAre;
using testing::Optional;

Matcher all(std::vector<Matcher> children) {
    return tree(Op::all, std::move(children));
}

Matcher any(std::vector<Matcher> children) {
    return tree(Op::any, std::move(children));
}

Matcher none(std::vector<Matcher> children) {
    return tree(Op::none, std::move(children));
}

Matcher on(Field field, Condition condition) {
    return field_matcher(field, std::move(condition));
}

const Matcher only_demands = is(Field::kind, {"demand"});
const Matcher only_offers = is(Field::kind, {"offer"});
const Matcher care = on(Field::sector, prefix({"86"}));
const Matcher urgent = is(Field::urgency, {"urgent"});

struct RulePair {
    const char* sentence;
    Matcher narrow;
    Matcher wide;
};

TEST(Implication, is_seen_where_a_wide_rule_takes_what_a_narrow_one_would) {
    const RulePair pairs[] = {
        {"no conditions take everything", only_demands, everything()},
        {"everything is a demand or an offer", everything(), is(Field::kind, {"demand", "offer"})},
        {"the same", all({only_demands, care}), all({care, only_demands})},
        {"a condition more", all({only_demands, urgent}), only_demands},
        {"a value less", is(Field::sector, {"861"}), is(Field::sector, {"861", "862"})},
        {"a value in any", is(Field::sector, {"861", "87"}),
         any({is(Field::sector, {"87"}), is(Field::sector, {"861"})})},
        {"a longer prefix", on(Field::sector, prefix({"86.1", "87"})),
         on(Field::sector, prefix({"87", "8"}))},
        {"a value with the prefix", is(Field::sector, {"86.10"}), care},
        {"a narrower range", on(Field::headcount, range("20", "50")),
         on(Field::headcount, range("9", "100"))},
        {"a range without an end", on(Field::headcount, range("20", "50")),
         on(Field::headcount, range("5", {}))},
        {"two ends in two tests",
         all({on(Field::headcount, range("20", {})), on(Field::headcount, range({}, "50"))}),
         on(Field::headcount, range("10", "60"))},
        {"a number in the range", is(Field::headcount, {"30"}),
         on(Field::headcount, range("5", {}))},
        {"a later day", on(Field::period_from, range("2027-01-01", {})),
         on(Field::period_from, range("2026-12-01", {}))},
        {"a value is there", urgent, on(Field::urgency, exists(true))},
        {"headcount is always there", everything(), on(Field::headcount, exists(true))},
        {"missing is not urgent", on(Field::urgency, exists(false)),
         on(Field::urgency, negated(equals({"urgent"})))},
        {"normal is not urgent", is(Field::urgency, {"normal"}), none({urgent})},
        {"no demand is an offer", on(Field::kind, negated(equals({"demand"}))), only_offers},
        {"fewer are left out", none({is(Field::themes, {"a"}), urgent}),
         on(Field::themes, negated(equals({"a"})))},
        {"a list left out", on(Field::sector, negated(prefix({"8", "9"}))),
         on(Field::sector, negated(equals({"861", "900"})))},
        {"one of two themes", all({is(Field::themes, {"a"}), is(Field::themes, {"b"})}),
         is(Field::themes, {"b"})},
        {"not both", on(Field::sector, exists(false)), none({all({care, urgent})})},
        {"nested", all({any({all({only_demands, care}), all({only_demands, urgent})})}),
         all({only_demands, any({care, urgent})})},
        {"what nothing fits", all({only_demands, only_offers}), urgent},
    };
    for (const RulePair& pair : pairs)
        EXPECT_TRUE(Ways(pair.narrow).within(pair.wide)) << pair.sentence;
}

TEST(Implication, is_not_claimed_where_a_request_can_slip_through) {
    const RulePair pairs[] = {
        {"the other way round", only_demands, all({only_demands, urgent})},
        {"another value", is(Field::sector, {"861", "87"}), care},
        {"a shorter prefix", on(Field::sector, prefix({"8"})), care},
        {"a wider range", on(Field::headcount, range("9", "100")),
         on(Field::headcount, range("20", {}))},
        {"a missing field is not urgent, nor normal", none({urgent}),
         is(Field::urgency, {"normal"})},
        {"a missing sector has no prefix", everything(), on(Field::sector, prefix({""}))},
        {"themes hold one beside another", is(Field::themes, {"b"}),
         on(Field::themes, negated(equals({"a"})))},
        {"the two sites may differ",
         all({is(Field::region, {"twente"}), is(Field::province, {"drenthe"})}),
         is(Field::region, {"drenthe"})},
        {"another field", urgent, only_demands},
        {"any", any({only_demands, urgent}), urgent},
    };
    for (const RulePair& pair : pairs)
        EXPECT_FALSE(Ways(pair.narrow).within(pair.wide)) << pair.sentence;
}

TEST(Implication, sees_conditions_that_exclude_each_other) {
    const Matcher impossible[] = {
        all({only_demands, only_offers}),
        all({is(Field::urgency, {"urgent"}), is(Field::urgency, {"normal"})}),
        all({care, is(Field::sector, {"10"})}),
        all({care, on(Field::sector, prefix({"87", "8"})), none({care})}),
        all({on(Field::headcount, range("20", {})), on(Field::headcount, range({}, "9"))}),
        all({urgent, on(Field::urgency, exists(false))}),
        on(Field::kind, exists(false)),
        none({only_demands, only_offers}),
        all({is(Field::themes, {"a", "b"}), on(Field::themes, negated(equals({"b", "a"})))}),
        any({}),
    };
    for (const Matcher& matcher : impossible)
        EXPECT_TRUE(Ways(matcher).none()) << &matcher - impossible;
    const Matcher possible[] = {
        all({is(Field::themes, {"a"}), is(Field::themes, {"b"})}),
        all({is(Field::region, {"a"}), is(Field::region, {"b"})}),
        all({care, on(Field::sector, prefix({"861"}))}),
        none({urgent, is(Field::urgency, {"normal"})}),
        everything(),
    };
    for (const Matcher& matcher : possible)
        EXPECT_FALSE(Ways(matcher).none()) << &matcher - possible;
}

TEST(Implication, names_the_one_that_takes_all_or_those_that_do_together) {
    const Matcher crisis = all({only_demands, urgent});
    EXPECT_THAT(Ways(crisis).taken_by({&care, &only_offers, &only_demands, &urgent}),
                Optional(ElementsAre(2U)));
    EXPECT_THAT(Ways(urgent).taken_by({&only_offers, &care, &only_demands}),
                Optional(ElementsAre(0U, 2U)));
    EXPECT_EQ(Ways(urgent).taken_by({&only_offers, &crisis, &care})->size(), 2U);
    EXPECT_EQ(Ways(care).taken_by({&only_offers, &crisis}), std::nullopt);
    EXPECT_EQ(Ways(care).taken_by({}), std::nullopt);
}

TEST(Implication, long_lists_are_taken_as_they_stand) {
    std::vector<std::string> many;
    for (int i = 0; i < 3000; ++i) many.push_back(std::to_string(i));
    const Matcher listed = all({is(Field::sector, many), is(Field::themes, many)});
    const std::vector<std::string> fewer(many.begin(), many.begin() + 2000);
    const Matcher narrow = all({is(Field::sector, fewer), is(Field::themes, many), only_demands});
    EXPECT_TRUE(Ways(narrow).within(listed));
    EXPECT_FALSE(Ways(listed).within(narrow));
    EXPECT_FALSE(Ways(listed).none());
}

TEST(Implication, nothing_is_claimed_of_a_matcher_with_too_many_ways) {
    std::vector<Matcher> each;
    for (int i = 0; i < 30; ++i)
        each.push_back(any({is(Field::themes, {std::to_string(i)}),
                            on(Field::sector, negated(equals({std::to_string(i)})))}));
    const Ways ways(all(each));
    EXPECT_FALSE(ways.none());
    EXPECT_FALSE(ways.within(each[0]));
    EXPECT_TRUE(ways.within(everything()));
}

}  // namespace
}  // namespace werktdoord
