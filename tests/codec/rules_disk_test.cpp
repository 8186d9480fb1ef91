// Rules folders that are wrong on disk, and files made to hurt: one message, soon.
#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>

#include "codec/rules.hpp"
#include "codec/rules_corpus.hpp"
#include "codec/rules_fixture.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using Lines = std::vector<std::string>;

Lines told_of(const std::filesystem::path& folder) {
    return told(read_rules(folder, *Zone::find("Europe/Amsterdam")).findings);
}

struct Disk {
    RulesFolder folder{corpus_base()};
    std::filesystem::path file = folder.path() / "routing.yaml";
    std::string line(const std::string& text) const {
        return file.string() + ":1:1: error: " + text;
    }
};

TEST(RulesOnDisk, AFolderInPlaceOfAFileIsNoFile) {
    const Disk disk;
    std::filesystem::remove(disk.file);
    std::filesystem::create_directory(disk.file);
    EXPECT_THAT(told_of(disk.folder.path()), ElementsAre(disk.line("this is not a file")));
}

TEST(RulesOnDisk, LinksThatLeadInACircleAreToldAsTheSystemSaysIt) {
    const Disk disk;
    std::filesystem::remove(disk.file);
    std::filesystem::create_symlink("routing.yaml", disk.file);
    EXPECT_THAT(
        told_of(disk.folder.path()),
        ElementsAre(disk.line("the file cannot be read: Too many levels of symbolic links")));
    const std::filesystem::path optional = disk.folder.path() / "digests.yaml";
    std::filesystem::remove(optional);
    std::filesystem::create_symlink("digests.yaml", optional);
    EXPECT_EQ(told_of(disk.folder.path()).size(), 2U);
}

TEST(RulesOnDisk, ALinkToNothingIsAFileThatIsNotThere) {
    const Disk disk;
    std::filesystem::remove(disk.file);
    std::filesystem::create_symlink("nowhere.yaml", disk.file);
    EXPECT_THAT(told_of(disk.folder.path()), ElementsAre(disk.line("there is no such file")));
}

TEST(RulesOnDisk, AFileThatMayNotBeReadIsToldOnce) {
    const Disk disk;
    std::filesystem::permissions(disk.file, std::filesystem::perms::none);
    if (::access(disk.file.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
    EXPECT_THAT(told_of(disk.folder.path()), ElementsAre(disk.line("the file cannot be read")));
}

TEST(RulesOnDisk, AFolderThatIsNotThereIsToldOnce) {
    EXPECT_THAT(told_of("nowhere/rules"),
                ElementsAre("nowhere/rules:1:1: error: there is no such folder"));
}

TEST(RulesOnDisk, FiftyMegabytesAreRefusedByTheirSizeWithoutReadingThem) {
    const Disk disk;
    std::filesystem::resize_file(disk.file, 50'000'000);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_THAT(told_of(disk.folder.path()),
                ElementsAre(disk.line("the file is larger than 8 MiB")));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

// Pieces that make a reader slow when it looks back or ahead from each of them.
TEST(RulesOnDisk, FilesMadeToHurtAreReadInTimeThatGrowsWithTheirSize) {
    const std::vector<std::pair<std::string, std::string>> pieces{
        {"routing.yaml", "["},
        {"routing.yaml", "{"},
        {"routing.yaml", "- "},
        {"routing.yaml", "a: 1\n"},
        {"routing.yaml", "\xE9\n"},
        {"routing.yaml", "\ta\n"},
        {"reference/postcodes.csv", ","},
        {"reference/postcodes.csv", "\n"},
        {"reference/postcodes.csv", "\""},
        {"reference/postcodes.csv", "pc4,municipality\n"},
    };
    for (const auto& [file, piece] : pieces) {
        const Disk disk;
        disk.folder.write(file, repeated(piece, 200'000) + "x");
        const auto begin = std::chrono::steady_clock::now();
        const Lines lines = told_of(disk.folder.path());
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << piece;
        EXPECT_FALSE(lines.empty()) << piece;
        EXPECT_LE(lines.size(), 101U) << piece;
    }
}

TEST(RulesOnDisk, OfOneFileAHundredFindingsAreTold) {
    CorpusTexts files = corpus_base();
    std::string team = "team:\n";
    for (int i = 0; i < 1000; ++i) team += "  m" + std::to_string(i) + ": { naam: Anna }\n";
    files["roster.yaml"] = team + "coordinator: m1\n";
    const RulesFolder folder(files);
    const Lines lines = told_of(folder.path());
    ASSERT_EQ(lines.size(), 101U);
    EXPECT_THAT(lines.back(),
                testing::EndsWith("there is more; of one file 100 findings are told"));
}

}  // namespace
}  // namespace werktdoord
