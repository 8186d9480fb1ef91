// What the fuzzer checks, for all that it starts from: so the harness stays sound between its runs.
#include <gtest/gtest.h>

#include "codec/rules_corpus.hpp"
#include "fuzz/rules_input.hpp"

namespace werktdoord {
namespace {

TEST(RulesReplay, TheShippedRulesHoldUpAFileAtATime) {
    const CorpusTexts shipped = shipped_rules();
    EXPECT_GE(shipped.size(), 10U);
    for (const auto& [file, text] : shipped) {
        const std::string input = rules_input(file, text);
        ASSERT_FALSE(input.empty()) << file;
        read_rules_input(input);
    }
}

TEST(RulesReplay, TheCorpusHoldsUp) {
    for (const auto& broken : corpus_cases())
        for (const auto& file : broken.broken)
            if (broken.files.contains(file))
                read_rules_input(rules_input(file, broken.files.at(file)));
}

TEST(RulesReplay, EveryFirstByteStandsForSomeFile) {
    for (int first = 0; first < 256; ++first)
        read_rules_input(std::string(1, static_cast<char>(first)) + "x: [");
    read_rules_input("");
}

}  // namespace
}  // namespace werktdoord
