// Every case of tests/corpus/rules tells exactly what it should, and no more.
#include "codec/rules_corpus.hpp"

#include <gmock/gmock.h>

#include "codec/check_fixture.hpp"

namespace werktdoord {
namespace {

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
