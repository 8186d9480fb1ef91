#include "core/matcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using Op = Matcher::Op;

// The facts of a request, with what they point into.
struct Looked {
    explicit Looked(RequestData request) : data(std::move(request)) {
        for (const Site& site : data.sites)
            if (Result<Placement> placed = places.place(site)) placements.push_back(*placed);
    }
    bool at(const Matcher& matcher) const { return matches(matcher, facts); }

    Places places = some_places();
    RequestData data;
    std::vector<Placement> placements;
    MatchFacts facts{data, placements, places};
};

struct ConditionRow {
    const char* sentence;
    Field field;
    Condition condition;
    bool expected;
};

void expect_all(const RequestData& request, const std::vector<ConditionRow>& rows) {
    const Looked looked(request);
    for (const ConditionRow& row : rows) {
        const Matcher matcher = field_matcher(row.field, row.condition);
        EXPECT_EQ(looked.at(matcher), row.expected)
            << row.sentence << ": " << explain(matcher, looked.facts);
    }
}

TEST(Matcher, a_value_is_equal_and_a_list_is_any_of_them) {
    expect_all(a_request(),
               {{"equal", Field::kind, equals({"demand"}), true},
                {"another", Field::kind, equals({"offer"}), false},
                {"any of", Field::kind, equals({"offer", "demand"}), true},
                {"none of", Field::urgency, equals({"urgent"}), false},
                {"text is folded", Field::occupation, equals({" Verpleegkúndige"}), true},
                {"equal is not a part", Field::occupation, equals({"verpleeg"}), false},
                {"a number", Field::headcount, equals({"4"}), true},
                {"a number is a number", Field::headcount, equals({"04.0"}), true},
                {"another number", Field::headcount, equals({"40"}), false},
                {"truth", Field::consent_to_introduce, equals({"true"}), true},
                {"untruth", Field::consent_to_introduce, equals({"false"}), false},
                {"a day", Field::period_from, equals({"2026-12-01"}), true},
                {"KvK keeps its zeros", Field::employer_kvk_number, equals({"01234567"}), true},
                {"KvK is no number", Field::employer_kvk_number, equals({"1234567"}), false},
                {"name", Field::employer_name, equals({"zorggroep de linde"}), true},
                {"e-mail", Field::employer_contact_email, equals({"WERK@delinde.example"}), true},
                {"contact", Field::employer_contact_name, equals({"personeelszaken"}), true},
                {"phone", Field::employer_contact_phone, equals({"013 000 00 00"}), true},
                {"description", Field::description, prefix({"tijdelijk"}), true},
                {"until", Field::period_until, equals({"2027-02-28"}), true},
                {"hours", Field::hours_per_week, equals({"32"}), true},
                {"postcode as written", Field::sites_postcode, equals({"5038ab"}), true},
                {"place as written", Field::sites_municipality, equals({"tilburg"}), true}});
}

TEST(Matcher, a_list_field_contains_the_value) {
    RequestData request = a_request();
    request.themes = {"Leren", "werk-naar-werk"};
    expect_all(request, {{"contains", Field::themes, equals({"werk-naar-werk"}), true},
                         {"contains the other", Field::themes, equals({"leren"}), true},
                         {"any of", Field::themes, equals({"x", "leren"}), true},
                         {"lacks", Field::themes, equals({"x"}), false},
                         {"prefix of any", Field::themes, prefix({"werk"}), true},
                         {"not: lacks", Field::themes, negated(equals({"x"})), true},
                         {"not: contains", Field::themes, negated(equals({"leren"})), false}});
}

TEST(Matcher, sector_is_a_code_and_its_dots_are_ignored) {
    const std::vector<ConditionRow> rows = {
        {"prefix", Field::sector, prefix({"86"}), true},
        {"prefix any", Field::sector, prefix({"87", "88", "86"}), true},
        {"other prefix", Field::sector, prefix({"61", "0"}), false},
        {"prefix with dot", Field::sector, prefix({"86.1"}), true},
        {"dotted", Field::sector, equals({"86.10"}), true},
        {"undotted", Field::sector, equals({"8610"}), true},
        {"another", Field::sector, equals({"861"}), false}};
    for (const char* written : {"86.10", "8610", "86 10", " 86.1.0"}) {
        RequestData request = a_request();
        request.sector = written;
        expect_all(request, rows);
    }
}

TEST(Matcher, at_least_and_at_most_include_their_limits) {
    expect_all(a_request(),
               {{"at least", Field::headcount, range("4", {}), true},
                {"below", Field::headcount, range("5", {}), false},
                {"at most", Field::headcount, range({}, "4"), true},
                {"above", Field::headcount, range({}, "3"), false},
                {"between", Field::employer_size, range("51", "250"), true},
                {"by number, not by text", Field::employer_size, range("9", "1000"), true},
                {"outside", Field::employer_size, range("121", "250"), false},
                {"half", Field::employer_size, range("119.5", "120.5"), true},
                {"negative", Field::employer_size, range("-1", "-0.5"), false},
                {"from a day", Field::period_from, range("2026-12-01", {}), true},
                {"after it", Field::period_from, range("2026-12-02", {}), false}});
}

TEST(Matcher, a_missing_field_matches_only_not_and_exists_false) {
    RequestData bare;
    bare.sites = {{"", "Nergenshuizen"}};
    bare.headcount = 1;
    const Looked looked(bare);
    for (const auto& [field, name] : Names<Field>::table) {
        if (field == Field::kind || field == Field::headcount || field == Field::sites_municipality)
            continue;
        const auto holds = [&, f = field](Condition c) { return looked.at(field_matcher(f, c)); };
        EXPECT_FALSE(holds(equals({""}))) << name;
        EXPECT_FALSE(holds(equals({"0", "false", "x"}))) << name;
        EXPECT_FALSE(holds(prefix({""}))) << name;
        EXPECT_FALSE(holds(range("0", {}))) << name;
        EXPECT_FALSE(holds(range({}, "9"))) << name;
        EXPECT_FALSE(holds(exists(true))) << name;
        EXPECT_TRUE(holds(exists(false))) << name;
        EXPECT_TRUE(holds(negated(equals({"x"})))) << name;
        EXPECT_TRUE(holds(negated(exists(true)))) << name;
    }
}

TEST(Matcher, exists_is_true_for_what_is_given) {
    const Looked looked(a_request());
    for (const auto& [field, name] : Names<Field>::table) {
        EXPECT_TRUE(looked.at(field_matcher(field, exists(true)))) << name;
        EXPECT_FALSE(looked.at(field_matcher(field, exists(false)))) << name;
    }
}

TEST(Matcher, region_province_and_municipality_are_those_of_any_site) {
    const RequestData request =
        a_request_at({{"5038 AB", "Breda"}, {"", "Hengelo"}, {"", "Den Haag"}, {"8601", ""}});
    expect_all(request,
               {{"first site", Field::region, equals({"midden-brabant"}), true},
                {"second site", Field::region, equals({"twente"}), true},
                {"by its name", Field::region, equals({"Midden-Brabant"}), true},
                {"not the disagreeing one", Field::region, equals({"west-brabant"}), false},
                {"not", Field::region, negated(equals({"twente"})), false},
                {"province", Field::province, equals({"Noord-Brabant"}), true},
                {"province with a space", Field::province, equals({"noord brabant"}), true},
                {"Fryslân", Field::province, equals({"Fryslân"}), true},
                {"Friesland", Field::province, equals({"Friesland"}), true},
                {"another province", Field::province, equals({"Drenthe"}), false},
                {"by name", Field::municipality, equals({"Tilburg"}), true},
                {"by code", Field::municipality, equals({"GM0855"}), true},
                {"without suffix", Field::municipality, equals({"Hengelo"}), true},
                {"with suffix", Field::municipality, equals({"Hengelo (O.)"}), true},
                {"official name", Field::municipality, equals({"'s-Gravenhage"}), true},
                {"name as spoken", Field::municipality, equals({"Den Haag"}), true},
                {"where it lies, not as typed", Field::municipality, equals({"Breda"}), false},
                {"as typed", Field::sites_municipality, equals({"Breda"}), true}});
}

TEST(Matcher, all_any_and_none_nest) {
    const Looked looked(a_request());
    const Matcher yes = is(Field::kind, {"demand"});
    const Matcher no = is(Field::kind, {"offer"});
    const struct {
        const char* sentence;
        Matcher matcher;
        bool expected;
    } rows[] = {
        {"everything", everything(), true},
        {"all", tree(Op::all, {yes, yes}), true},
        {"all but one", tree(Op::all, {yes, no}), false},
        {"any", tree(Op::any, {no, yes}), true},
        {"not any", tree(Op::any, {no, no}), false},
        {"any of nothing", tree(Op::any, {}), false},
        {"none", tree(Op::none, {no, no}), true},
        {"one of none", tree(Op::none, {no, yes}), false},
        {"nested", tree(Op::all, {tree(Op::any, {no, tree(Op::none, {no})}), yes}), true},
        {"nested failing", tree(Op::none, {tree(Op::all, {yes, tree(Op::any, {yes})})}), false}};
    for (const auto& row : rows) EXPECT_EQ(looked.at(row.matcher), row.expected) << row.sentence;
}

TEST(Matcher, explain_says_why) {
    const Looked looked(a_request());
    const struct {
        Matcher matcher;
        const char* words;
    } rows[] = {
        {field_matcher(Field::sector, prefix({"86"})), R"(sector "86.10" begint met "86")"},
        {field_matcher(Field::sector, prefix({"01", "02"})),
         R"(sector "86.10" begint met geen van "01", "02")"},
        {field_matcher(Field::headcount, range("20", {})), R"(headcount "4" is niet minstens 20)"},
        {field_matcher(Field::headcount, range("2", "9")),
         R"(headcount "4" is minstens 2 en hoogstens 9)"},
        {field_matcher(Field::kind, negated(equals({"offer"}))),
         R"(kind "demand" is niet "offer")"},
        {field_matcher(Field::themes, exists(true)), "themes is opgegeven"},
        {everything(), "geen voorwaarden"},
        {tree(Op::all, {is(Field::kind, {"demand"}), is(Field::urgency, {"normal"})}),
         R"(kind "demand" is "demand"; urgency "normal" is "normal")"},
        {tree(Op::all, {is(Field::kind, {"demand"}), is(Field::urgency, {"urgent"})}),
         R"(urgency "normal" is niet "urgent")"},
        {tree(Op::any, {is(Field::kind, {"offer"}), is(Field::urgency, {"urgent"})}),
         R"(kind "demand" is niet "offer"; urgency "normal" is niet "urgent")"},
        {tree(Op::none, {is(Field::kind, {"demand"})}),
         R"(kind "demand" is "demand" (staat in `none`))"}};
    for (const auto& row : rows) EXPECT_EQ(explain(row.matcher, looked.facts), row.words);

    RequestData bare = a_request();
    bare.sector.clear();
    EXPECT_EQ(explain(field_matcher(Field::sector, prefix({"86"})), Looked(bare).facts),
              "sector is niet opgegeven");
}

TEST(Matcher, preparing_twice_changes_nothing) {
    Matcher matcher;
    matcher.op = Op::field;
    matcher.field = Field::sector;
    matcher.condition = negated(prefix({"86.10 "}));
    const Matcher once = prepare(tree(Op::all, {matcher}));
    EXPECT_EQ(once.children[0].condition.inner[0].values, std::vector<std::string>{"8610"});
    EXPECT_EQ(prepare(once), once);
}

}  // namespace
}  // namespace werktdoord
