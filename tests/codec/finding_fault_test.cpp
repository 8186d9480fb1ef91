// What the log says of a finding: its kind, and nothing that a file says (contract section 7).
#include "codec/finding_fault.hpp"

#include <gtest/gtest.h>

#include "codec/rules_corpus.hpp"

namespace werktdoord {
namespace {

std::string_view fault(const std::string& text) {
    return fault_of({Finding::Severity::error, {"roster.yaml:1:1", text}});
}

TEST(FindingFault, says_the_kind_and_quotes_nothing) {
    EXPECT_EQ(fault("\"jan.x@@groningen.example\" is no e-mail address"), "no e-mail address");
    EXPECT_EQ(fault("unknown member \"Jan X\"; did you mean \"jan\"?"), "unknown name");
    EXPECT_EQ(fault("unknown key \"Jan X\""), "unknown key");
    EXPECT_EQ(fault("expected true or false, found \"Jan X\""), "another value is expected");
    EXPECT_EQ(fault("example \"Jan X\": owner: expected anna, got bram"),
              "an example does not hold");
    EXPECT_EQ(fault("Jan X"), "see check");
}

TEST(FindingFault, knows_the_kind_of_whatever_is_told_of_rules) {
    for (const CorpusCase& broken : corpus_cases())
        for (const std::string& finding : broken.findings)
            EXPECT_NE(fault(finding), "see check") << finding;
}

}  // namespace
}  // namespace werktdoord
