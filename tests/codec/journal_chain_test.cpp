#include "codec/journal_chain.hpp"

#include <gmock/gmock.h>

#include "codec/sha256.hpp"

namespace werktdoord {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> journal_of(int lines) {
    std::vector<std::string> journal;
    std::string previous = first_chain_hash();
    for (int seq = 1; seq <= lines; ++seq) {
        const std::string line = "{\"seq\":" + std::to_string(seq) + ",\"event\":\"request.note\"}";
        previous = chain_hash(previous, line);
        journal.push_back(with_hash(line, previous));
    }
    return journal;
}

TEST(JournalChain, AHashIsTakenOverThePreviousOneANewlineAndTheLine) {
    EXPECT_EQ(first_chain_hash(), std::string(64, '0'));
    EXPECT_EQ(chain_hash("p", "{}"), sha256_hex("p\n{}"));
    EXPECT_EQ(with_hash(R"({"seq":1})", "ab"), R"({"seq":1,"hash":"ab"})");
}

TEST(JournalChain, AWholeJournalHolds) {
    EXPECT_THAT(verify_chain(journal_of(50)), IsEmpty());
    EXPECT_THAT(verify_chain({}), IsEmpty());
}

TEST(JournalChain, AChangedByteIsFoundAtItsLine) {
    const auto whole = journal_of(5);
    for (std::size_t line = 0; line < whole.size(); ++line)
        for (std::size_t byte = 0; byte < whole[line].size(); ++byte) {
            auto changed = whole;
            changed[line][byte] ^= 1;
            const Problems problems = verify_chain(changed);
            ASSERT_FALSE(problems.empty()) << line << ' ' << byte;
            EXPECT_EQ(problems[0].where, "seq " + std::to_string(line + 1));
        }
}

TEST(JournalChain, AMissingASwappedAndARepeatedLineAreFound) {
    auto missing = journal_of(5);
    missing.erase(missing.begin() + 2);
    ASSERT_FALSE(verify_chain(missing).empty());
    EXPECT_EQ(verify_chain(missing)[0].where, "seq 3");
    EXPECT_THAT(verify_chain(missing)[0].text, HasSubstr("found seq 4"));
    auto swapped = journal_of(5);
    std::swap(swapped[1], swapped[2]);
    EXPECT_FALSE(verify_chain(swapped).empty());
    auto repeated = journal_of(5);
    repeated.insert(repeated.begin() + 1, repeated[1]);
    EXPECT_FALSE(verify_chain(repeated).empty());
}

TEST(JournalChain, ALineWrittenAnewWithItsOwnHashBreaksTheNext) {
    auto journal = journal_of(3);
    const std::string forged = R"({"seq":1,"event":"request.closed"})";
    journal[0] = with_hash(forged, chain_hash(first_chain_hash(), forged));
    const Problems problems = verify_chain(journal);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].where, "seq 2");
}

TEST(JournalChain, ACheckCanBeginInTheMiddle) {
    const auto journal = journal_of(3);
    const std::string hash = journal[0].substr(journal[0].size() - 66, 64);
    ChainCheck check(hash, 1);
    EXPECT_EQ(check.next(journal[1]), std::nullopt);
    EXPECT_EQ(check.next(journal[2]), std::nullopt);
    EXPECT_NE(check.next(journal[2]), std::nullopt);
}

}  // namespace
}  // namespace werktdoord
