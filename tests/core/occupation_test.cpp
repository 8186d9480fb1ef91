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

struct Pair {
    const char* a;
    const char* b;
};

void PrintTo(const Pair& pair, std::ostream* out) {
    *out << pair.a << " / " << pair.b;
}

class TheSameWork : public testing::TestWithParam<Pair> {};

TEST_P(TheSameWork, whatever_its_form) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::same);
    EXPECT_EQ(likeness_of(GetParam().b, GetParam().a), Likeness::same);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, TheSameWork,
    testing::Values(Pair{"verpleegkundige", "verpleegkundigen"}, Pair{"lasser", "lassers"},
                    Pair{"monteur", "Monteurs"}, Pair{"schoonmaker", "schoonmaakster"},
                    Pair{"schoonmaker", "schoonmaaksters"}, Pair{"schoonmaker", "schoonmaak"},
                    Pair{"verkoper", "verkoopster"}, Pair{"verkoper", "verkoopmedewerker"},
                    Pair{"kok", "koks"}, Pair{"kok", "kokkin"}, Pair{"kapper", "kapsters"},
                    Pair{"verzorgende", "verzorgenden"}, Pair{"beveiliger", "Beveiligers (m/v)"},
                    Pair{"chauffeur", "chauffeuse"}, Pair{"lerares", "leraar"},
                    Pair{"secretaris", "secretaresse"}, Pair{"receptionist", "receptionistes"},
                    Pair{"timmerman", "timmerlieden"}, Pair{"timmerman", "timmermannen"},
                    Pair{"verpleger", "verpleegkundige"}, Pair{"sorteerder", "sorteerders"},
                    Pair{"medewerker productie", "productiemedewerkers"},
                    Pair{"logistiek medewerker", "Logistieke medewerkers"},
                    Pair{"onderhoudsmedewerker", "medewerker onderhoud"},
                    Pair{"order picker", "orderpickers"}, Pair{"ervaren lasser", "lasser"},
                    Pair{"caissière", "kassamedewerker"}));

class TheWorkThat : public testing::TestWithParam<Pair> {};

TEST_P(TheWorkThat, is_a_kind_of_the_other_is_close) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::close);
    EXPECT_EQ(likeness_of(GetParam().b, GetParam().a), Likeness::close);
}

INSTANTIATE_TEST_SUITE_P(Compounds, TheWorkThat,
                         testing::Values(Pair{"wijkverpleegkundige", "verpleegkundigen"},
                                         Pair{"buschauffeur", "chauffeur"},
                                         Pair{"servicemonteur", "monteurs"},
                                         Pair{"boomkwekerijmedewerker", "kwekerijmedewerker"},
                                         Pair{"lasser", "lasser en constructeur"}));

class OtherWorkThat : public testing::TestWithParam<Pair> {};

TEST_P(OtherWorkThat, the_same_people_often_do_is_related) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::related);
    EXPECT_EQ(likeness_of(GetParam().b, GetParam().a), Likeness::related);
}

INSTANTIATE_TEST_SUITE_P(Families, OtherWorkThat,
                         testing::Values(Pair{"buschauffeur", "vrachtwagenchauffeur"},
                                         Pair{"verzorgende", "verpleegkundige"},
                                         Pair{"orderpicker", "logistiek medewerker"},
                                         Pair{"sorteerder", "logistiek medewerker"},
                                         Pair{"oogstmedewerker", "kwekerijmedewerker"},
                                         Pair{"kok", "keukenhulp"}));

class WorkThat : public testing::TestWithParam<Pair> {};

TEST_P(WorkThat, only_sounds_alike_is_not) {
    EXPECT_EQ(likeness_of(GetParam().a, GetParam().b), Likeness::none);
}

INSTANTIATE_TEST_SUITE_P(Strangers, WorkThat,
                         testing::Values(Pair{"kok", "lasser"}, Pair{"meubelmaker", "fietsenmaker"},
                                         Pair{"medewerker klantcontact", "medewerker bediening"},
                                         Pair{"onderhoudsmedewerker", "wasserijmedewerker"},
                                         Pair{"", "kok"}, Pair{"medewerkers", "medewerkers"},
                                         Pair{"apothekersassistent", "kok"},
                                         Pair{"programmeur", "monteur"},
                                         Pair{"drukker", "bakker"}));

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
