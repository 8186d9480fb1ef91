// The case base (W12): what belongs there, what is taken out, which case is like a request.
#include "core/case_base.hpp"

#include <gmock/gmock.h>

#include "core/build.hpp"
#include "core/without_persons.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Case a_closed_case() {
    Case it;
    it.number = RequestNumber("NLWD-2026-000001");
    it.data = build::a_request();
    it.data.employer.contact.name = "Jan van der Bos";
    it.registered_at = build::monday_morning();
    it.closed_at = it.registered_at + std::chrono::hours(24 * 9);
    it.state = State::closed;
    it.outcome = "filled";
    it.placed = 4;
    it.route.regions = {{RegionKey("midden-brabant"), Mode::after_assessment, {}, {}, {}}};
    return it;
}

TEST(CaseBase, holds_closed_requests_with_people_placed) {
    Case it = a_closed_case();
    EXPECT_TRUE(is_solved(it));
    it.placed = 0;
    EXPECT_FALSE(is_solved(it));
    it.placed = 4;
    it.forgotten = true;
    EXPECT_FALSE(is_solved(it));
    it.forgotten = false;
    it.state = State::deciding;
    EXPECT_FALSE(is_solved(it));
}

TEST(CaseBase, tells_of_the_employer_only_sector_and_size) {
    const SolvedCase solved =
        solved_case(a_closed_case(),
                    "Jan van der Bos (werk@delinde.example, 013 000 00 00) van "
                    "Zorggroep De Linde nam vier mensen aan. De heer Bos is blij.",
                    {});
    EXPECT_EQ(solved.sector, "86.10");
    EXPECT_EQ(solved.size, "50-249");
    EXPECT_EQ(solved.days, 9);
    EXPECT_EQ(solved.placed, 4);
    EXPECT_THAT(solved.regions, ElementsAre(RegionKey("midden-brabant")));
    for (const char* person : {"Jan", "Bos", "delinde", "Linde", "013"})
        EXPECT_THAT(solved.story, Not(HasSubstr(person)));
    EXPECT_THAT(solved.story, HasSubstr("nam vier mensen aan"));
}

TEST(CaseBase, takes_out_the_other_employer_too) {
    RequestData other = build::a_request();
    other.employer = {"Brasserie Het Spoor", "", {}, {"Noor van Gils", "noor@spoor.example", ""}};
    const SolvedCase solved =
        solved_case(a_closed_case(), "Brasserie Het Spoor leende uit; Noor regelde het.", {other});
    EXPECT_EQ(solved.story, "... leende uit; ... regelde het.");
}

// Contract section 1, `cases`: without personal data, however a name is written.
TEST(CaseBase, takes_out_names_whatever_their_capitals_and_accents) {
    Case it = a_closed_case();
    it.data.employer.name = "Café José";
    it.data.employer.contact.name = "José Müller";
    EXPECT_EQ(
        solved_case(it,
                    "Jose Mueller van Cafe Jose was blij; José ook; JOSÉ; Müllers; JOSE\u0301 "
                    "en „José’s” Muller; caf\u00E9 blijft.",
                    {})
            .story,
        "... van ... was blij; ... ook; ...; ...; ... en „...” ...; café blijft.");
    it.data.employer.contact.name = "Wilhelmina Joergens";
    EXPECT_EQ(solved_case(it, "Wilhelmína en WILHELMINA'S man Jörgens; Josef.", {}).story,
              "... en ... man ...; Josef.");
}

TEST(CaseBase, takes_out_an_employer_without_its_legal_form) {
    const auto told = [](const std::string& employer, const std::string& story) {
        std::vector<std::string> names;
        add_person_names(names, {employer, "", 0, {}});
        return without_persons(story, names);
    };
    EXPECT_EQ(told("Jansen Bouw BV", "Jansen Bouw B.V. vroeg, Jansen Bouw is blij."),
              "... B.V. vroeg, ... is blij.");
    EXPECT_EQ(told("Bakkerij Müller & Zn. B.V.", "Bakkerij Mueller bakte door."),
              "... bakte door.");
    EXPECT_EQ(told("Stichting Zorghuis De Linde", "Zorghuis De Linde zocht hulp."),
              "... zocht hulp.");
    EXPECT_EQ(told("Stichting", "De stichting zocht hulp."), "De ... zocht hulp.");
    EXPECT_EQ(told("De Holding BV", "Een holding en een BV."), "Een holding en een BV.");
}

TEST(CaseBase, finds_names_in_a_long_text_quickly) {
    const std::string brackets(200'000, '(');
    EXPECT_EQ(without_persons(brackets, {"Bos"}), brackets);
}

struct Text {
    const char* written;
    const char* told;
};

class WithoutPersons : public testing::TestWithParam<Text> {};

TEST_P(WithoutPersons, only_persons_are_taken_out) {
    EXPECT_EQ(without_persons(GetParam().written, {"Bos", "Jan de Bos"}), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, WithoutPersons,
    testing::Values(Text{"Bos belde.", "... belde."}, Text{"Den Bosch blijft", "Den Bosch blijft"},
                    Text{"JAN DE BOS", "..."}, Text{"mail a.b@c.example nu", "mail ... nu"},
                    Text{"bel 06-12 34 56 78!", "bel ...!"}, Text{"bel +31 6 12345678", "bel ..."},
                    Text{"12 mensen in 2026", "12 mensen in 2026"},
                    Text{"3 x 36 uur, 5038 AB", "3 x 36 uur, 5038 AB"}, Text{"@", "..."},
                    Text{"Mail w.narwal [at] ijsland.example nu", "Mail ... nu"},
                    Text{"w.narwal(AT)ijsland ( punt ) example: nu", "... nu"},
                    Text{"w [apenstaartje] a [dot] b {dot} example", "..."},
                    Text{"zij werkt (at home) [x]", "zij werkt (at home) [x]"}, Text{"", ""}));

TEST(SizeClass, is_that_of_the_statistics) {
    EXPECT_EQ(size_class(std::nullopt), "");
    EXPECT_EQ(size_class(9), "1-9");
    EXPECT_EQ(size_class(10), "10-49");
    EXPECT_EQ(size_class(249), "50-249");
    EXPECT_EQ(size_class(250), "250-");
}

TEST(SimilarCases, are_the_three_most_alike_with_reasons) {
    const RuleSet rules = build::a_ruleset();
    OpenRequest subject;
    subject.number = RequestNumber("NLWD-2026-000009");
    subject.data = build::a_request();
    SolvedCase same = solved_case(a_closed_case(), "Zo ging het.", {});
    SolvedCase elsewhere = same;
    elsewhere.request = RequestNumber("NLWD-2026-000002");
    elsewhere.regions = {RegionKey("twente")};
    SolvedCase related = same;
    related.request = RequestNumber("NLWD-2026-000003");
    related.occupation = "verzorgenden";
    SolvedCase sector = same;
    sector.request = RequestNumber("NLWD-2026-000004");
    sector.occupation = "kok";
    SolvedCase stranger = same;
    stranger.request = RequestNumber("NLWD-2026-000005");
    stranger.occupation = "lasser";
    stranger.sector = "25.11";
    SolvedCase itself = same;
    itself.request = subject.number;
    const auto found = similar_cases(subject, {RegionKey("midden-brabant")},
                                     {stranger, sector, related, elsewhere, same, itself}, rules);
    ASSERT_THAT(found, SizeIs(3));
    EXPECT_EQ(found[0].solved.request.text(), "NLWD-2026-000001");
    EXPECT_EQ(found[1].solved.request.text(), "NLWD-2026-000002");
    EXPECT_EQ(found[2].solved.request.text(), "NLWD-2026-000003");
    EXPECT_THAT(found[0].why,
                ElementsAre("zelfde beroep", "zelfde sector (86)", "zelfde regio (Midden-Brabant)",
                            "ook collegiale-in-en-uitleen", "4 van de 4 plaatsen in 9 dagen"));
    EXPECT_THAT(similar_cases(subject, {}, {stranger}, rules), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
