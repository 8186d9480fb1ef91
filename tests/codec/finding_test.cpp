#include "codec/finding.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(Finding, JsonIsOneArrayWithTheParts) {
    EXPECT_EQ(json_of({}), "[]");
    EXPECT_EQ(json_of({{Finding::Severity::error, {"a:b/rules/roster.yaml:3:14", "say \"who\""}},
                       {Finding::Severity::warning, {"rules", "no line"}},
                       {Finding::Severity::warning, {"rules:7", "no column"}},
                       {Finding::Severity::warning, {"caf\xe9.yaml:1:2", "Latin-1"}}}),
              R"([{"file":"a:b/rules/roster.yaml","line":3,"column":14,"severity":"error",)"
              R"("text":"say \"who\""},)"
              R"({"file":"rules","line":1,"column":1,"severity":"warning","text":"no line"},)"
              R"({"file":"rules:7","line":1,"column":1,"severity":"warning","text":"no column"},)"
              R"({"file":"caf)"
              "\xef\xbf\xbd"
              R"(.yaml","line":1,"column":2,"severity":"warning","text":"Latin-1"}])");
}

TEST(Finding, ATextAsLongAsAFileIsCutWhereACharacterEnds) {
    Findings findings;
    std::string text = "found \"";
    while (text.size() < 10000) text += "\xc3\xab";
    tell(findings, "a.csv", {Finding::Severity::error, {"a.csv:1:1", text}});
    const std::string line = to_string(findings.at(0));
    EXPECT_LT(line.size(), 4100U);
    EXPECT_TRUE(line.ends_with("\xc3\xab...")) << line.substr(line.size() - 10);
}

}  // namespace
}  // namespace werktdoord
