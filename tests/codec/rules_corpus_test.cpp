// Every case of tests/corpus/rules tells exactly what it should, and no more.
#include "codec/rules_corpus.hpp"

#include <gmock/gmock.h>

#include "base/instant.hpp"
#include "codec/check.hpp"
#include "codec/rules.hpp"
#include "codec/rules_fixture.hpp"

namespace werktdoord {
namespace {

using Lines = std::vector<std::string>;

// Reads and checks the folder as `check` does on 23 November 2026; files named from the folder.
Lines told(const CorpusTexts& files) {
    const RulesFolder folder(files);
    RulesRead read = read_rules(folder.path(), *Zone::find("Europe/Amsterdam"));
    if (read.rules) {
        const Instant now = *parse_rfc3339("2026-11-23T09:00:00+01:00");
        for (auto& finding : check_rules(*read.rules, now, read.at))
            read.findings.push_back(std::move(finding));
    }
    const std::string prefix = folder.path().string() + "/";
    Lines lines;
    for (const auto& finding : read.findings) {
        const std::string line = to_string(finding);
        lines.push_back(line.starts_with(prefix) ? line.substr(prefix.size()) : line);
    }
    return lines;
}

TEST(RulesCorpus, IsLaidOverRulesWithoutAFinding) {
    EXPECT_THAT(told(corpus_base()), testing::IsEmpty());
}

TEST(RulesCorpus, TellsEachCaseAsWrittenThere) {
    const auto cases = corpus_cases();
    EXPECT_GE(cases.size(), 60U);
    for (const auto& broken : cases) EXPECT_EQ(told(broken.files), broken.findings) << broken.name;
}

}  // namespace
}  // namespace werktdoord
