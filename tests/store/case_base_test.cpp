// The case base: what is kept, found and taken out.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "store/sweep.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CaseBase : public StoreTest {
protected:
    // Closed with the story in the journal, as the engine does it: first the line, then the case.
    Case close(const RequestNumber& number, const std::string& story, const std::string& closed_at,
               const std::string& sector = "56.10") {
        Event closed = an_event(EventName::request_closed, number.text(), closed_at);
        closed.by = "anna";
        closed.outcome = "filled";
        closed.story = story;
        append(closed);
        Case it = new_case(number.text());
        it.data.sector = sector;
        it.data.themes = {"werk-naar-werk"};
        it.state = State::closed;
        it.outcome = "filled";
        it.placed = 1;
        it.closed_at = at(closed_at);
        return keep(it);
    }

    std::vector<RequestNumber> found(const CaseFilter& filter) {
        std::vector<RequestNumber> numbers;
        for (const SolvedCase& solved : store_->solved_cases(filter))
            numbers.push_back(solved.request);
        return numbers;
    }
    std::vector<RequestNumber> with_words(const std::string& words) {
        CaseFilter filter;
        filter.words = words;
        return found(filter);
    }

    std::string bytes() {
        std::string all;
        for (const char* end : {"", "-wal"}) {
            std::ifstream in(path() + end, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }
};

TEST_F(CaseBase, keeps_a_closed_request_with_people_placed_and_its_story) {
    close(one, "Bo van Bakkerij Meel bakte door.", "2026-11-24T09:00:00Z");
    const auto cases = store_->solved_cases({});
    ASSERT_THAT(cases, SizeIs(1));
    EXPECT_EQ(cases[0].story, "Bo van ... bakte door.") << "a name of two letters is no name";
    EXPECT_EQ(cases[0].occupation, "bakker");
    EXPECT_EQ(cases[0].outcome, "filled");
    EXPECT_EQ(cases[0].placed, 1);
}

TEST_F(CaseBase, is_searched_by_sector_theme_and_words_newest_first) {
    close(one, "De ovens van de buren.", "2026-11-24T09:00:00Z");
    close(two, "De oven en één bakfiets.", "2026-11-25T09:00:00Z");
    EXPECT_THAT(found({}), ElementsAre(two, one));
    EXPECT_THAT(with_words("OVEN"), ElementsAre(two, one));
    EXPECT_THAT(with_words("oven een"), ElementsAre(two));
    EXPECT_THAT(with_words("bakker"), ElementsAre(two, one));
    EXPECT_THAT(with_words("kok"), IsEmpty());
    for (const char* words : {"oven & bakfiets", "oven/bakfiets", "\"oven\" - (bakfiets)",
                              "oven \xE2\x80\x93 bakfiets"})
        EXPECT_THAT(with_words(words), ElementsAre(two)) << words;
    EXPECT_THAT(with_words(std::string("\0", 1)), IsEmpty());
    CaseFilter filter;
    for (const char* sector : {"56", "56.10", "561"}) {
        filter.sector = sector;
        EXPECT_THAT(found(filter), SizeIs(2)) << sector;
    }
    for (const char* sector : {"55", "I"}) {
        filter.sector = sector;
        EXPECT_THAT(found(filter), IsEmpty()) << sector;
    }
    filter = {};
    filter.theme = "Werk-naar-werk";
    EXPECT_THAT(found(filter), SizeIs(2));
    filter.theme = "werk";
    EXPECT_THAT(found(filter), IsEmpty());
}

TEST_F(CaseBase, is_searched_by_a_section_too) {
    close(one, "De ovens van de buren.", "2026-11-24T09:00:00Z");
    close(two, "De oven.", "2026-11-25T09:00:00Z", "i");
    CaseFilter filter;
    for (const char* section : {"I", "i", " I "}) {
        filter.sector = section;
        EXPECT_THAT(found(filter), ElementsAre(two)) << section;
    }
}

TEST_F(CaseBase, takes_words_as_they_stand) {
    close(one, "Een \"gewoon\" verhaal.", "2026-11-24T09:00:00Z");
    EXPECT_THAT(with_words("\"gewoon\""), ElementsAre(one));
    for (const char* words : {"\"", "*", "gewoon OR niets", "NEAR(a b)", "keys:bak", "(",
                              "story:", "-", "a\" OR \"verhaal"})
        EXPECT_THAT(with_words(words), IsEmpty()) << words;
    EXPECT_THAT(with_words("   "), ElementsAre(one)) << "no words";
}

TEST_F(CaseBase, is_read_page_by_page) {
    close(one, "", "2026-11-24T09:00:00Z");
    close(two, "", "2026-11-24T09:00:00Z");
    CaseFilter filter;
    filter.limit = 1;
    EXPECT_THAT(found(filter), ElementsAre(two));
    filter.after = {at("2026-11-24T09:00:00Z"), two};
    EXPECT_THAT(found(filter), ElementsAre(one));
}

TEST_F(CaseBase, finds_like_cases_by_their_keys) {
    close(one, "", "2026-11-24T09:00:00Z");
    EXPECT_THAT(store_->cases_like({"lasser", "sbi56"}, 5), SizeIs(1));
    EXPECT_THAT(store_->cases_like({"bak"}, 5), SizeIs(1));
    EXPECT_THAT(store_->cases_like({"lasser", "sbi25"}, 5), IsEmpty());
    EXPECT_THAT(store_->cases_like({}, 5), IsEmpty());
}

TEST_F(CaseBase, loses_a_request_that_is_reopened) {
    Case it = close(one, "Verhaal.", "2026-11-24T09:00:00Z");
    it.state = State::deciding;
    it.placed.reset();
    keep(it);
    EXPECT_THAT(found({}), IsEmpty());
    EXPECT_THAT(with_words("verhaal"), IsEmpty());
}

TEST_F(CaseBase, follows_what_is_told_after_the_closing) {
    Case it = close(one, "Verhaal.", "2026-11-24T09:00:00Z");
    it.placed = 3;
    keep(it);
    EXPECT_EQ(store_->solved_cases({}).at(0).placed, 3);
    EXPECT_THAT(with_words("verhaal"), ElementsAre(one));
}

TEST_F(CaseBase, keeps_no_byte_of_a_request_that_is_forgotten) {
    for (int i = 2; i < 30; ++i)
        close(RequestNumber("NLWD-2026-0000" + std::string(i < 10 ? "0" : "") + std::to_string(i)),
              "Een verhaal van anderen.", "2026-11-24T09:00:00Z");
    Case it = close(one, "Het geheim van kwibusbakkerij xyzzy.", "2026-11-24T09:00:00Z");
    ASSERT_THAT(with_words("xyzzy"), ElementsAre(one));
    it.forgotten = true;
    store_->transaction([&] {
        Case saved = it;
        store_->save(store_->load(it.number), saved);
        store_->erase_personal(it.number, "");
    });
    EXPECT_THAT(with_words("xyzzy"), IsEmpty());
    EXPECT_THAT(found({}), SizeIs(28));
    sweep_store(path());
    for (const char* word : {"xyzzy", "kwibus", "geheim"})
        EXPECT_EQ(bytes().find(word), std::string::npos) << word;
    EXPECT_THAT(with_words("anderen"), SizeIs(28));
}

}  // namespace
}  // namespace werktdoord
