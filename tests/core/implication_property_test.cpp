#include <gtest/gtest.h>

#include "core/build.hpp"
#include "core/chance.hpp"
#include "core/implication.hpp"

namespace werktdoord {
namespace {

using namespace build;
using Op = Matcher::Op;

const std::vector<std::string>& words_of(Field field) {
    static const std::vector<std::string> kinds{"demand", "offer"};
    static const std::vector<std::string> urgencies{"normal", "urgent"};
    static const std::vector<std::string> sectors{"8", "86", "86.1", "87", "1"};
    static const std::vector<std::string> themes{"a", "ab", "b"};
    static const std::vector<std::string> regions{"twente", "midden-brabant"};
    static const std::vector<std::string> numbers{"1", "2", "9", "10", "20"};
    static const std::vector<std::string> days{"2026-12-01", "2027-01-01", "2027-02-01"};
    switch (field) {
        case Field::kind:
            return kinds;
        case Field::urgency:
            return urgencies;
        case Field::sector:
            return sectors;
        case Field::themes:
            return themes;
        case Field::region:
            return regions;
        case Field::period_from:
            return days;
        default:
            return numbers;
    }
}

Condition a_condition(Chance& chance, Field field, int depth = 0) {
    const std::vector<std::string>& words = words_of(field);
    const FieldType type = type_of(field);
    switch (chance.pick(0, 4)) {
        case 0:
            if (depth < 2) return negated(a_condition(chance, field, depth + 1));
            return exists(true);
        case 1:
            if (type == FieldType::number || type == FieldType::day) {
                std::optional<std::string> least, most;
                if (chance.often()) least = chance.one_of(words);
                if (!least || chance.often()) most = chance.one_of(words);
                return range(least, most);
            }
            return prefix(chance.some_of(words));
        case 2:
            return chance.often() ? equals(chance.some_of(words)) : exists(chance.often());
        default:
            return equals(chance.some_of(words));
    }
}

Matcher a_matcher(Chance& chance, int depth = 0) {
    static const std::vector<Field> fields{
        Field::kind,   Field::urgency,   Field::sector,      Field::themes,
        Field::region, Field::headcount, Field::period_from, Field::employer_size};
    if (depth == 3 || (depth > 0 && chance.often())) {
        const Field field = chance.one_of(fields);
        return field_matcher(field, a_condition(chance, field));
    }
    std::vector<Matcher> children;
    for (int i = chance.pick(1, 3); i > 0; --i) children.push_back(a_matcher(chance, depth + 1));
    return tree(chance.one_of<Op>({Op::all, Op::all, Op::any, Op::none}), std::move(children));
}

// Most are near the first, so that many do follow from each other.
Matcher a_neighbour(Chance& chance, const Matcher& matcher) {
    switch (chance.pick(0, 4)) {
        case 0:
            return tree(Op::all, {matcher, a_matcher(chance, 2)});
        case 1:
            return tree(Op::any, {matcher, a_matcher(chance, 2)});
        case 2:
            return matcher.children.empty() ? matcher : chance.one_of(matcher.children);
        case 3: {
            Matcher other = matcher;
            if (!other.children.empty()) other.children.pop_back();
            return other;
        }
        default:
            return a_matcher(chance);
    }
}

struct PlacedRequest {
    RequestData data;
    std::vector<Placement> placements;
};

PlacedRequest a_placed_request(Chance& chance) {
    PlacedRequest placed;
    RequestData& data = placed.data;
    data.kind = chance.often() ? Kind::demand : Kind::offer;
    data.headcount = chance.pick(1, 21);
    if (chance.often()) data.urgency = chance.often() ? Urgency::normal : Urgency::urgent;
    if (chance.often()) data.sector = chance.one_of(words_of(Field::sector));
    if (chance.often()) data.employer.size = chance.pick(0, 21);
    if (chance.often()) data.period.from = *parse_day(chance.one_of(words_of(Field::period_from)));
    for (int i = chance.pick(0, 2); i > 0; --i)
        data.themes.push_back(chance.one_of(words_of(Field::themes)));
    for (int i = chance.pick(0, 2); i > 0; --i) {
        Placement placement;
        placement.region = RegionKey(chance.one_of(words_of(Field::region)));
        placed.placements.push_back(placement);
    }
    return placed;
}

TEST(ImplicationProperty, what_is_proven_holds_for_every_request) {
    // With few values, so that matchers and requests often meet.
    Chance chance(20261122);
    std::vector<PlacedRequest> requests;
    for (int i = 0; i < 400; ++i) requests.push_back(a_placed_request(chance));
    const Places places;
    int proven = 0, together = 0, impossible = 0;
    for (int round = 0; round < 1500; ++round) {
        const Matcher narrow = a_matcher(chance);
        const Matcher one = a_neighbour(chance, narrow);
        const Matcher other = a_matcher(chance, 1);
        const Ways ways(narrow);
        const auto takers = ways.taken_by({&one, &other});
        const bool within = ways.within(one);
        proven += within && !ways.none();
        together += takers && takers->size() == 2;
        impossible += ways.none();
        for (const PlacedRequest& request : requests) {
            const MatchFacts facts(request.data, request.placements, places);
            if (!matches(narrow, facts)) continue;
            ASSERT_FALSE(ways.none()) << round;
            const bool by_one = matches(one, facts);
            ASSERT_TRUE(by_one || !within) << round << ": " << explain(one, facts);
            ASSERT_TRUE(by_one || matches(other, facts) || !takers) << round;
        }
    }
    // Else the run shows nothing.
    EXPECT_GT(proven, 200);
    EXPECT_GT(together, 2);
    EXPECT_GT(impossible, 20);
}

}  // namespace
}  // namespace werktdoord
