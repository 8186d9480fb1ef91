// Dutch occupations as people write them.
#include "core/occupation.hpp"

#include <gmock/gmock.h>

namespace werktdoord {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Likeness likeness_of(std::string_view a, std::string_view b) {
    return likeness(occupation_words(a), occupation_words(b));
}

struct WorkPair {
    const char* a;
    const char* b;
};

void PrintTo(const WorkPair& pair, std::ostream* out) {
    *out << pair.a << " / " << pair.b;
}

class TheSameWork : public testing::TestWithParam<WorkPair> {};

TEST_P(TheSameWork, whatever_its_form) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::same);
    EXPECT_EQ(likeness_of(GetParam().b, GetParam().a), Likeness::same);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, TheSameWork,
    testing::Values(
        WorkPair{"verpleegkundige", "verpleegkundigen"}, WorkPair{"lasser", "lassers"},
        WorkPair{"monteur", "Monteurs"}, WorkPair{"schoonmaker", "schoonmaakster"},
        WorkPair{"schoonmaker", "schoonmaaksters"}, WorkPair{"schoonmaker", "schoonmaak"},
        WorkPair{"verkoper", "verkoopster"}, WorkPair{"verkoper", "verkoopmedewerker"},
        WorkPair{"kok", "koks"}, WorkPair{"kok", "kokkin"}, WorkPair{"kapper", "kapsters"},
        WorkPair{"verzorgende", "verzorgenden"}, WorkPair{"beveiliger", "Beveiligers (m/v)"},
        WorkPair{"chauffeur", "chauffeuse"}, WorkPair{"lerares", "leraar"},
        WorkPair{"secretaris", "secretaresse"}, WorkPair{"receptionist", "receptionistes"},
        WorkPair{"timmerman", "timmerlieden"}, WorkPair{"timmerman", "timmermannen"},
        WorkPair{"verpleger", "verpleegkundige"}, WorkPair{"sorteerder", "sorteerders"},
        WorkPair{"medewerker productie", "productiemedewerkers"},
        WorkPair{"logistiek medewerker", "Logistieke medewerkers"},
        WorkPair{"onderhoudsmedewerker", "medewerker onderhoud"},
        WorkPair{"order picker", "orderpickers"}, WorkPair{"ervaren lasser", "lasser"},
        WorkPair{"caissière", "kassamedewerker"}));

class TheWorkThat : public testing::TestWithParam<WorkPair> {};

TEST_P(TheWorkThat, is_a_kind_of_the_other_is_close) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::close);
    EXPECT_EQ(likeness_of(GetParam().b, GetParam().a), Likeness::close);
}

INSTANTIATE_TEST_SUITE_P(Compounds, TheWorkThat,
                         testing::Values(WorkPair{"wijkverpleegkundige", "verpleegkundigen"},
                                         WorkPair{"buschauffeur", "chauffeur"},
                                         WorkPair{"servicemonteur", "monteurs"},
                                         WorkPair{"boomkwekerijmedewerker", "kwekerijmedewerker"},
                                         WorkPair{"lasser", "lasser en constructeur"}));

class OtherWorkThat : public testing::TestWithParam<WorkPair> {};

TEST_P(OtherWorkThat, the_same_people_often_do_is_related) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::related);
    EXPECT_EQ(likeness_of(GetParam().b, GetParam().a), Likeness::related);
}

INSTANTIATE_TEST_SUITE_P(Families, OtherWorkThat,
                         testing::Values(WorkPair{"buschauffeur", "vrachtwagenchauffeur"},
                                         WorkPair{"verzorgende", "verpleegkundige"},
                                         WorkPair{"orderpicker", "logistiek medewerker"},
                                         WorkPair{"sorteerder", "logistiek medewerker"},
                                         WorkPair{"oogstmedewerker", "kwekerijmedewerker"},
                                         WorkPair{"kok", "keukenhulp"}));

class WorkThat : public testing::TestWithParam<WorkPair> {};

TEST_P(WorkThat, only_sounds_alike_is_not) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::none);
}

INSTANTIATE_TEST_SUITE_P(
    Strangers, WorkThat,
    testing::Values(WorkPair{"kok", "lasser"}, WorkPair{"meubelmaker", "fietsenmaker"},
                    WorkPair{"medewerker klantcontact", "medewerker bediening"},
                    WorkPair{"onderhoudsmedewerker", "wasserijmedewerker"}, WorkPair{"", "kok"},
                    WorkPair{"medewerkers", "medewerkers"}, WorkPair{"apothekersassistent", "kok"},
                    WorkPair{"programmeur", "monteur"}, WorkPair{"drukker", "bakker"}));

TEST(Occupation, that_only_says_that_people_work_there_has_no_words) {
    for (const char* text : {"", "   ", "medewerkers", "een collega", "diverse functies", "m/v"})
        EXPECT_THAT(occupation_words(text), IsEmpty()) << text;
}

TEST(Occupation, of_many_words_counts_the_first_four) {
    EXPECT_THAT(occupation_words("kok, lasser, bakker, slager, kapper, schilder"), SizeIs(4));
    EXPECT_THAT(occupation_words("kok kok koks"), SizeIs(1));
}

TEST(Occupation, in_other_letters_is_compared_as_it_stands) {
    EXPECT_EQ(likeness_of("повар", "повар"), Likeness::same);
    EXPECT_EQ(likeness_of("повар", "сварщик"), Likeness::none);
}

TEST(RelatedHeads, do_not_hold_the_head_itself) {
    const std::string head = occupation_words("verpleegkundige").at(0).head;
    EXPECT_THAT(related_heads(head), Contains(occupation_words("verzorgende").at(0).head));
    EXPECT_THAT(related_heads(head), Not(Contains(head)));
    EXPECT_THAT(related_heads("glasblaz"), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
