// The name that a person most likely meant: a slip, or a part of it.
#include "codec/nearest.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

std::string hint(const std::string& name) {
    return name.empty() ? name : "; did you mean \"" + name + "\"?";
}

TEST(Nearest, AsksForANameThatIsLikeTheTextRatherThanForTheOneWithTheFewestEdits) {
    struct Row {
        std::string text;
        std::vector<std::string> names;
        std::string meant;
    };
    const std::vector<Row> rows{
        {"Brabant", {"Drenthe", "Noord-Brabant", "Zeeland"}, "Noord-Brabant"},
        {"zwolle", {"twente", "zeeland", "regio-zwolle"}, "regio-zwolle"},
        {"utrecht", {"drenthe", "drechtsteden", "midden-utrecht"}, "midden-utrecht"},
        {"Nuenen", {"Rhenen", "Nuenen, Gerwen en Nederwetten"}, "Nuenen, Gerwen en Nederwetten"},
        {"horst", {"Hoorn", "Maashorst", "Staphorst", "Horst aan de Maas"}, "Horst aan de Maas"},
        {"brabant", {"midden-brabant-oost", "noord-brabant"}, "noord-brabant"},
        {"Gemeente Tilburg", {"Goirle", "Tilburg"}, "Tilburg"},
        {"Heusde", {"Heusden", "Oud-Heusde"}, "Heusden"},
        {"Nederwerth", {"Ede", "Nederweert"}, "Nederweert"},
        {"TILBRUG", {"Tiel", "Tilburg"}, "Tilburg"},
        {"maas", {"tiel", "maasstad"}, "maasstad"},
        {"employer", {"owner", "employers_association"}, ""},
        {"xyz", {"abc", "def"}, ""},
        {"ab", {"cabs"}, ""},
        {std::string(300, 'x'), {"tilburg"}, ""},
        {"tilburg", {}, ""},
    };
    for (const auto& row : rows)
        EXPECT_EQ(did_you_mean(row.text, row.names), hint(row.meant)) << row.text;
}

TEST(Nearest, NamesAKeyThatHoldsTheTextBeforeOneWithFewerEditsAndElseTheNearestAtAll) {
    EXPECT_EQ(nearest_known("week", {"kind", "hours_per_week"}), hint("hours_per_week"));
    EXPECT_EQ(nearest_known("xyz", {"abcd", "abc"}), hint("abc"));
    EXPECT_EQ(nearest_known("xyz", {}), "");
}

}  // namespace
}  // namespace werktdoord
