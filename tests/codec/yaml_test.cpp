#include "codec/yaml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/told.hpp"
#include "codec/yaml_node.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Reading {
    Findings findings;
    std::unique_ptr<const YamlDocument> document;
};

Reading read_yaml(const std::string& text) {
    Reading reading;
    reading.document = parse_yaml({"f", text}, reading.findings);
    return reading;
}

struct BrokenYaml {
    std::string text;
    std::vector<std::string> findings;
};

TEST(Yaml, RefusesWhatIsNotCleanYamlAndSaysWhere) {
    const std::vector<BrokenYaml> rows{
        {"a: 1\na: 2\n", {"f:2:1: error: key \"a\" is given twice; first at 1:1"}},
        {"a: { x: 1, y: 2, x: 3 }", {"f:1:18: error: key \"x\" is given twice; first at 1:6"}},
        {"a: 1\n\"a\": 2\n", {"f:2:1: error: key \"a\" is given twice; first at 1:1"}},
        {"a: 1\na:\n  b: 1\n  b: 2\n",
         {"f:2:1: error: key \"a\" is given twice; first at 1:1",
          "f:4:3: error: key \"b\" is given twice; first at 3:3"}},
        {"a: &x 1\nb: *x\n",
         {"f:1:4: error: anchors (&) and aliases (*) are not read here; write the value out"}},
        {"a: *x\n",
         {"f:1:4: error: anchors (&) and aliases (*) are not read here; write the value out"}},
        {"a: !!str 1\n", {"f:1:4: error: tags (!) are not read here; leave the tag out"}},
        {"a: ! 1\n", {"f:1:4: error: tags (!) are not read here; leave the tag out"}},
        {"a: !x [1]\n", {"f:1:4: error: tags (!) are not read here; leave the tag out"}},
        {"a:\n\tb: 1\n\tc: 2\n",
         {"f:2:1: error: a tab in the indentation; use spaces (and on 1 more line)"}},
        {"a:\n  \tb: 1\n", {"f:2:3: error: a tab in the indentation; use spaces"}},
        {"a: 1\n---\nb: 2\n", {"f:2:1: error: a second document begins here; a file holds one"}},
        {"a: 1\n...\nb\n", {"f:3:1: error: a second document begins here; a file holds one"}},
        {"\xEF\xBB\xBF"
         "a: 1\n",
         {"f:1:1: error: a byte order mark; save the file as UTF-8 without one"}},
        {std::string("\xFF\xFE"
                     "a\0",
                     4),
         {"f:1:1: error: UTF-16; save the file as UTF-8"}},
        {"a: caf\xE9\nb: na\xEFve \xE9\n",
         {"f:1:7: error: not UTF-8: byte 0xE9 (\"é\" in Latin-1); save the file as UTF-8 (and on 1 "
          "more line)"}},
        {"a: \xC0\xAF\n",
         {"f:1:4: error: not UTF-8: byte 0xC0 (\"À\" in Latin-1); save the file as UTF-8"}},
        {"a: \x80\n", {"f:1:4: error: not UTF-8: byte 0x80; save the file as UTF-8"}},
        {"€é: b\x04\nc: d\n", {"f:1:6: error: a control character (0x04)"}},
        {"a: \xC2\x9B\n", {"f:1:4: error: a control character (0x9B)"}},
        {"a: 1\rb: 2\n", {"f:1:5: error: a carriage return without a line feed"}},
        {"a: \"x\\0y\"\n",
         {"f:1:4: error: the text holds a control character or half a character"}},
        {"a: b: c\n",
         {"f:1:5: error: a colon that does not fit here; put text with a colon in quotes, and a "
          "space behind the colon of each key"}},
        {"a:\n  b: 1\n c: 2\n",
         {"f:3:2: error: the indentation or a \"-\" does not fit what stands above"}},
        {"a: [1, 2\n", {"f:2:1: error: a \"]\" or a comma is missing"}},
        {"a: { b: 1\n", {"f:2:1: error: a \"}\" or a comma is missing"}},
        {"a: \"b", {"f:1:6: error: a closing quote is missing"}},
        {"a: \"b\n", {"f:1:4: error: this quote does not close"}},
        {"a: 'b'' c\n\n", {"f:1:4: error: this quote does not close"}},
        {"# c\n\n%YAML 1.1\n---\na: b\n",
         {"f:3:1: error: directives (%) are not read here; leave it out"}},
        {"a: @b\n", {"f:1:4: error: this character cannot begin a value; put the text in quotes"}},
        {"? [a]\n: b\n", {"f:1:3: error: a key must be text"}},
        {"~: b\n", {"f:1:1: error: a key must be text; put ~ in quotes"}},
    };
    for (const auto& row : rows)
        EXPECT_EQ(told(read_yaml(row.text).findings), row.findings) << row.text;
}

TEST(Yaml, TellsEachKeyThatIsGivenTwiceAndTheFirstThingThatCannotBeRead) {
    EXPECT_THAT(told(read_yaml("a: 1\na: 2\na: 3\nb: &x 1\nc: *x\nd: !t e\n").findings),
                ElementsAre("f:2:1: error: key \"a\" is given twice; first at 1:1",
                            "f:3:1: error: key \"a\" is given twice; first at 1:1",
                            "f:4:4: error: anchors (&) and aliases (*) are not read here; write "
                            "the value out"));
}

TEST(Yaml, RefusesBracketsWithoutEndBeforeTheyFillTheMemory) {
    EXPECT_THAT(told(read_yaml(std::string(10'001, '[')).findings),
                ElementsAre("f:1:10001: error: more than 10000 brackets that nothing closes before "
                            "here"));
    std::string text = "[";
    for (int i = 0; i < 20'000; ++i) text += "[],";
    EXPECT_THAT(told(read_yaml(text + "]").findings), IsEmpty());
}

TEST(Yaml, RefusesKeysThatCannotBeShownOnALine) {
    const std::vector<BrokenYaml> rows{
        {"\"a\\nb\": c\n", {"f:1:1: error: a key must be one line of text"}},
        {"a\u00A0b: c\n", {"f:1:1: error: a no-break space (U+00A0) in a key; use a plain one"}},
        {std::string(101, 'k') + ": c\n", {"f:1:1: error: this key is longer than 100 characters"}},
        {"<<: { a: b }\n", {"f:1:1: error: merge keys (<<) are not read here; write the keys out"}},
    };
    for (const auto& row : rows)
        EXPECT_EQ(told(read_yaml(row.text).findings), row.findings) << row.text;
}

TEST(Yaml, HoldsAtMostThreeHundredThousandValues) {
    std::string text = "[";
    for (int i = 0; i < 300'001; ++i) text += "a,";
    const auto reading = read_yaml(text + "]");
    EXPECT_FALSE(reading.document);
    EXPECT_THAT(told(reading.findings),
                ElementsAre("f:1:600000: error: the file holds more than 300000 values"));
}

TEST(Yaml, TakesAnEmptyFileForNothing) {
    for (const std::string text : {"", "# only a comment\n", "---\n"}) {
        const auto reading = read_yaml(text);
        ASSERT_TRUE(reading.document) << text;
        EXPECT_EQ(reading.document->root().kind, YamlValue::Kind::null) << text;
        EXPECT_THAT(told(reading.findings), IsEmpty()) << text;
    }
}

TEST(Yaml, TakesTabsAndLineEndsWhereYamlAllowsThem) {
    const auto reading = read_yaml("a:\tb\t# c\r\n\t\r\nd: 'e\tf'\r\n");
    EXPECT_THAT(told(reading.findings), IsEmpty());
    ASSERT_EQ(reading.document->root().members.size(), 2U);
    EXPECT_EQ(reading.document->root().members[0].value.text, "b");
    EXPECT_EQ(reading.document->root().members[1].value.text, "e\tf");
}

TEST(Yaml, TellsQuotedFromPlainAndCountsCharactersInColumns) {
    const auto reading = read_yaml("€é: [ \"1\", '2', 3 ]\nb: |\n  x\n");
    const auto& members = reading.document->root().members;
    const auto& items = members[0].value.items;
    EXPECT_TRUE(items[0].quoted);
    EXPECT_TRUE(items[1].quoted);
    EXPECT_FALSE(items[2].quoted);
    EXPECT_TRUE(members[1].value.quoted);
    EXPECT_EQ(reading.document->where(items[1].position), "f:1:12");
    EXPECT_EQ(reading.document->where(members[1].position), "f:2:1");
}

TEST(Yaml, NestsUpToThirtyTwoLevels) {
    const auto nested = [](std::size_t levels) {
        return std::string(levels, '[') + std::string(levels, ']');
    };
    EXPECT_THAT(told(read_yaml(nested(32)).findings), IsEmpty());
    EXPECT_THAT(told(read_yaml(nested(33)).findings),
                ElementsAre("f:1:33: error: nested more than 32 levels deep"));
}

TEST(Yaml, RefusesFilesMadeToHurt) {
    for (const std::string piece : {"[", "{", "- ", "? ", "\"", "a: {", "&a ", "!", "|\n", ": "}) {
        std::string text;
        while (text.size() < 50'000) text += piece;
        EXPECT_TRUE(any_error(read_yaml(text).findings)) << piece;
    }
}

TEST(Yaml, TakesNoForTextAndNotForFalse) {
    auto reading = read_yaml("no: { on: y }\n");
    Node root(*reading.document, reading.findings);
    const auto entries = root.entries();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].key, "no");
    EXPECT_EQ(entries[0].value.entries()[0].value.text(), "y");
    EXPECT_FALSE(entries[0].value.entries()[0].value.boolean());
    EXPECT_THAT(told(reading.findings),
                ElementsAre("f:1:11: error: expected true or false, found \"y\""));
}

enum class Fruit { apple, pear };

TEST(YamlNode, SaysWhatItExpectedAndWhatItFound) {
    struct Row {
        std::string value;
        void (*ask)(const Node&);
        std::string finding;
    };
    const auto number = [](const Node& node) { node.integer(1, 9); };
    const auto day = [](const Node& node) { node.day(); };
    const auto text = [](const Node& node) { node.text(); };
    const auto fruit = [](const Node& node) {
        node.one_of<Fruit>({{"apple", Fruit::apple}, {"pear", Fruit::pear}});
    };
    const std::vector<Row> rows{
        {"\"4\"", number, "expected a whole number from 1 to 9, found the text \"4\""},
        {"04", number, "expected a whole number from 1 to 9, found \"04\""},
        {"1.5", number, "expected a whole number from 1 to 9, found \"1.5\""},
        {"10", number, "expected a whole number from 1 to 9, found \"10\""},
        {"[4]", number, "expected a whole number from 1 to 9, found a list"},
        {"2026-02-30", day, "expected a day such as 2026-12-25, found \"2026-02-30\""},
        {"yes", [](const Node& node) { node.boolean(); }, "expected true or false, found \"yes\""},
        {"\"true\"", [](const Node& node) { node.boolean(); },
         "expected true or false, found the text \"true\""},
        {"\" \"", text, "this may not be empty"},
        {"{}", text, "expected text, found a mapping"},
        {"~", text, "expected text, found nothing"},
        {"\"x\\ny\"", text, "expected one line of text"},
        {"aple", fruit, "\"aple\" is none of: apple, pear; did you mean \"apple\"?"},
        {"whsec_secret", [](const Node& node) { node.list(); },
         "expected a list, found a single value"},
        {"x", [](const Node& node) { Node(node).required("y"); },
         "expected a mapping, found a single value"},
        {"{ y: 1 }", [](const Node& node) { Node(node).required("x"); }, "\"x\" is missing here"},
    };
    for (const auto& row : rows) {
        auto reading = read_yaml("k: " + row.value + "\n");
        Node root(*reading.document, reading.findings);
        row.ask(root.required("k"));
        EXPECT_THAT(told(reading.findings), ElementsAre("f:1:4: error: " + row.finding))
            << row.value;
    }
}

TEST(YamlNode, PlacesAnEmptyItemAtItsDashOrComma) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"k:\n  -\n  - b\n", "f:2:3"},
        {"k:\n  - b\n  -", "f:3:3"},
        {"k:\n  - b\n  -  \n\n\n", "f:3:3"},
        {"k:\n  - # a - b, # c\n\n  # - [ # d\n  - b\n", "f:2:3"},
        {"k:\r\n  -\r\n  - b\r\n", "f:2:3"},
        {"k:\n  - b\n  -\nl: m\n", "f:3:3"},
        {"k: [ , b ]\n", "f:1:4"},
        {"k: [ \"b - # c\", , d ]\n", "f:1:15"},
        {"k: [ b, # c\n  , d ]\n", "f:1:7"},
        {"k: [ b, ~ ]\n", "f:1:9"},
    };
    for (const auto& [text, place] : rows) {
        auto reading = read_yaml(text);
        ASSERT_TRUE(reading.document) << text;
        Node root(*reading.document, reading.findings);
        for (const Node& item : root.required("k").list()) item.text();
        EXPECT_THAT(told(reading.findings),
                    ElementsAre(place + ": error: expected text, found nothing"))
            << text;
    }
}

TEST(YamlNode, ReportsEveryUnknownKeyWithTheNearestKnownOne) {
    auto reading = read_yaml("nmae: x\nemial: y\n");
    Node root(*reading.document, reading.findings);
    root.optional("name");
    root.optional("email");
    root.finish();
    EXPECT_THAT(told(reading.findings),
                ElementsAre("f:1:1: error: unknown key \"nmae\"; did you mean \"name\"?",
                            "f:2:1: error: unknown key \"emial\"; did you mean \"email\"?"));
}

TEST(YamlNode, TellsOfAMisspeltKeyOnlyWhereARequiredOneLacks) {
    auto reading = read_yaml("nmae: x\nuntill: y\n");
    Node root(*reading.document, reading.findings);
    root.required("name");
    root.required("until");
    root.required("where");
    root.finish();
    EXPECT_THAT(told(reading.findings),
                ElementsAre("f:1:1: error: unknown key \"nmae\"; did you mean \"name\"?",
                            "f:2:1: error: unknown key \"untill\"; did you mean \"until\"?",
                            "f:1:1: error: \"where\" is missing here"));
}

TEST(YamlNode, SaysNothingOfWhatMayLack) {
    auto reading = read_yaml("a: 1\n");
    Node root(*reading.document, reading.findings);
    Node lacking = root.optional("c");
    EXPECT_FALSE(lacking);
    EXPECT_EQ(lacking.required("d").integer(0, 1), std::nullopt);
    EXPECT_THAT(lacking.list(), IsEmpty());
    EXPECT_THAT(told(reading.findings), IsEmpty());
}

TEST(SourceText, ReadsFilesUpToEightMebibytes) {
    const auto missing = read_source("/nonexistent/rules.yaml");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error(), (Problem{"/nonexistent/rules.yaml:1:1", "there is no such file"}));
    EXPECT_EQ(read_source(testing::TempDir()).error().text, "this is not a file");
}

}  // namespace
}  // namespace werktdoord
