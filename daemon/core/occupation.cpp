#include "core/occupation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/items.hpp"
#include "core/fold.hpp"
#include "core/occupation_tables.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t most_words = 4;
constexpr std::size_t shortest_root = 3;
constexpr std::size_t shortest_word = 2;

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// Takes `ending` off and puts `instead` there; only where a root is left.
bool replace_ending(std::string& word, std::string_view ending, std::string_view instead = "") {
    if (!word.ends_with(ending) || word.size() < ending.size() + shortest_root) return false;
    word.resize(word.size() - ending.size());
    word += instead;
    return true;
}

// "kapp" is "kap", "schoonmaak" is "schoonmak", "schrijv" is "schrijf": Dutch spelling writes a
// root in two ways.
void spell_one_way(std::string& word) {
    std::size_t n = word.size();
    if (n > shortest_root && word[n - 1] == word[n - 2] && !is_vowel(word[n - 1])) {
        word.pop_back();
        n = word.size();
    }
    if (word.back() == 'v') word.back() = 'f';
    if (word.back() == 'z') word.back() = 's';
    const bool long_vowel = n > shortest_root && !is_vowel(word[n - 1]) && is_vowel(word[n - 2]) &&
                            word[n - 2] == word[n - 3];
    if (long_vowel) word.erase(n - 2, 1);
}

void make_singular(std::string& word) {
    if (word.size() > 4 && word.ends_with("en")) word.pop_back();
    const std::size_t n = word.size();
    const bool plural = n > 3 && word.back() == 's' && word[n - 2] != 's' && word[n - 2] != 'i' &&
                        word[n - 2] != 'a' && word[n - 2] != 'u';
    if (plural) word.pop_back();
}

// The two sexes and the verb have one root: schoonmaakster, schoonmaker, chauffeuse, lerares.
void take_off_endings(std::string& word) {
    static constexpr std::array<std::array<std::string_view, 2>, 8> endings{{{"trice", "teur"},
                                                                             {"euse", "eur"},
                                                                             {"esse", "is"},
                                                                             {"ares", ""},
                                                                             {"aar", ""},
                                                                             {"ende", ""},
                                                                             {"rder", "r"},
                                                                             {"erij", "erij"}}};
    for (const auto& [ending, instead] : endings)
        if (replace_ending(word, ending, instead)) return;
    if (!word.ends_with("meester") && replace_ending(word, "ster")) return;
    if (word.ends_with("eur") || word.ends_with("ier")) return;
    if (replace_ending(word, "er")) return;
    replace_ending(word, "e");
}

std::string stem_of(std::string word) {
    make_singular(word);
    take_off_endings(word);
    spell_one_way(word);
    return word;
}

const std::vector<std::string>& head_stems() {
    static const std::vector<std::string> stems = [] {
        std::vector<std::string> all;
        for (const std::string_view head : known_heads) all.push_back(stem_of(std::string(head)));
        std::sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        });
        return all;
    }();
    return stems;
}

template <class List>
bool is_in(const List& list, std::string_view word) {
    return has(list, word);
}

// "onderhoudsmedewerker" is "onderhoud"; "medewerker" alone is nothing.
std::string without_generic_head(const std::string& word) {
    if (is_in(generic_heads, word)) return {};
    for (const std::string_view head : generic_heads) {
        if (!word.ends_with(head) || word.size() < head.size() + shortest_root) continue;
        std::string rest = word.substr(0, word.size() - head.size());
        if (rest.ends_with('s') && rest.size() > 4) rest.pop_back();
        return rest;
    }
    return word;
}

// The stem of a word, or of the one that stands for the same work.
std::string stem_of_work(const std::string& word) {
    static const auto meant = [] {
        std::map<std::string, std::string> stems;
        for (const SameWork& same : same_work)
            stems.emplace(stem_of(std::string(same.written)), stem_of(std::string(same.meant)));
        return stems;
    }();
    std::string stem = stem_of(word);
    const auto found = meant.find(stem);
    return found == meant.end() ? stem : found->second;
}

std::optional<OccupationWord> read_word(const std::string& written) {
    if (written.size() < shortest_word || is_in(idle_words, written)) return std::nullopt;
    const std::string word = without_generic_head(written);
    if (word.size() < shortest_word) return std::nullopt;
    OccupationWord read;
    read.stem = stem_of_work(word);
    read.head = read.stem;
    for (const std::string& head : head_stems()) {
        const bool narrowed =
            read.stem.ends_with(head) && read.stem.size() >= head.size() + shortest_root;
        if (!narrowed) continue;
        read.head = head;
        break;
    }
    return read;
}

std::vector<std::string> tokens_of(std::string_view text) {
    std::string folded = fold(text);
    // Written in two words as often as in one.
    if (const std::size_t at = folded.find("order picker"); at != std::string::npos)
        folded.erase(at + 5, 1);
    std::vector<std::string> tokens(1);
    for (const char c : folded) {
        if (c >= 'a' && c <= 'z')
            tokens.back() += c;
        else if (static_cast<unsigned char>(c) >= 0x80)
            tokens.back() += c;  // another alphabet: compared as it stands
        else if (c != '-' && c != '\'' && !tokens.back().empty())
            tokens.emplace_back();
    }
    return tokens;
}

// Of two words: `close` where one is a kind of the other.
Likeness likeness(const OccupationWord& a, const OccupationWord& b) {
    constexpr std::size_t telling = 5;
    if (a.stem == b.stem) return Likeness::same;
    if (a.head == b.head)
        return a.stem == a.head || b.stem == b.head ? Likeness::close : Likeness::related;
    const auto& longer = a.stem.size() > b.stem.size() ? a.stem : b.stem;
    const auto& shorter = a.stem.size() > b.stem.size() ? b.stem : a.stem;
    if (shorter.size() >= telling && longer.ends_with(shorter)) return Likeness::close;
    return is_in(related_heads(a.head), b.head) || is_in(related_heads(a.stem), b.stem)
               ? Likeness::related
               : Likeness::none;
}

std::map<std::string, std::set<std::string>> make_relations() {
    std::map<std::string, std::set<std::string>> relations;
    for (const auto& set : related_work())
        for (const std::string_view one : set)
            for (const std::string_view other : set) {
                const auto a = read_word(std::string(one));
                const auto b = read_word(std::string(other));
                if (a && b && a->head != b->head) relations[a->head].insert(b->head);
            }
    return relations;
}

}  // namespace

std::vector<OccupationWord> occupation_words(std::string_view text) {
    std::vector<OccupationWord> words;
    for (const std::string& token : tokens_of(text)) {
        if (words.size() == most_words) break;
        const auto word = read_word(token);
        if (word) add_once(words, *word);
    }
    return words;
}

std::vector<std::string> related_heads(const std::string& head) {
    static const auto relations = make_relations();
    const auto found = relations.find(head);
    if (found == relations.end()) return {};
    return {found->second.begin(), found->second.end()};
}

Likeness likeness(const std::vector<OccupationWord>& a, const std::vector<OccupationWord>& b) {
    const auto& fewer = a.size() < b.size() ? a : b;
    const auto& more = a.size() < b.size() ? b : a;
    if (fewer.empty()) return Likeness::none;
    Likeness worst = Likeness::same;
    Likeness best = Likeness::none;
    for (const OccupationWord& word : fewer) {
        Likeness its_best = Likeness::none;
        for (const OccupationWord& other : more)
            its_best = std::max(its_best, likeness(word, other));
        worst = std::min(worst, its_best);
        best = std::max(best, its_best);
    }
    if (worst == Likeness::same && fewer.size() != more.size()) return Likeness::close;
    if (worst == best) return best;
    return std::min(best, worst == Likeness::none ? Likeness::related : Likeness::close);
}

}  // namespace werktdoord
