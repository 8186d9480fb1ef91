#include "core/without_persons.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "base/ascii.hpp"
#include "base/items.hpp"
#include "base/listed.hpp"
#include "base/split.hpp"
#include "core/fold.hpp"
#include "core/folded_text.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t shortest_name = 3;
using Spans = std::vector<FoldedText::Span>;

constexpr const char* taken_out = "...";

// How far the word goes on that ends at `end`: a plural or a genitive belongs to the name.
std::size_t with_ending(const std::string& letters, std::size_t end) {
    std::size_t more = end;
    if (more < letters.size() && letters[more] == '\'') ++more;
    if (more < letters.size() && letters[more] == 's') ++more;
    const bool whole = more == letters.size() || !is_of_a_word(letters[more]);
    return whole && letters[more - 1] == 's' ? more : end;
}

// Whole words only: "Bos" is not taken out of "Den Bosch".
void find_name(const FoldedText& folded, const std::string& name, Spans& found) {
    const std::string& letters = folded.letters;
    for (std::size_t at = letters.find(name); at != letters.npos; at = letters.find(name, at + 1)) {
        const std::size_t end = with_ending(letters, at + name.size());
        const bool whole = (at == 0 || !is_of_a_word(letters[at - 1])) &&
                           (end == letters.size() || !is_of_a_word(letters[end]));
        if (whole) found.push_back({folded.spans[at].begin, folded.spans[end - 1].end});
    }
}

// Names as people write them: whatever their capitals and accents, "Müller" also as "Mueller".
Spans names_in(const std::string& text, const std::vector<std::string>& names) {
    Spans found;
    for (const Umlauts umlauts : {Umlauts::one_letter, Umlauts::two_letters}) {
        const FoldedText folded = folded_text(text, umlauts);
        for (const std::string& name : names) {
            if (name.size() < shortest_name) continue;
            std::string looked_for = folded_text(name, umlauts).letters;
            if (looked_for.starts_with(' ')) looked_for.erase(0, 1);
            if (looked_for.ends_with(' ')) looked_for.pop_back();
            if (!looked_for.empty()) find_name(folded, looked_for, found);
        }
    }
    return found;
}

// Where names overlap, such as a whole one and a word of it, they go as one.
void take_out_names(std::string& text, const std::vector<std::string>& names) {
    Spans found = names_in(text, names);
    std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) {
        return std::tie(one.begin, other.end) < std::tie(other.begin, one.end);
    });
    std::string out;
    std::size_t kept = 0;
    for (const auto& [begin, end] : found) {
        if (begin >= kept) out += text.substr(kept, begin - kept) + taken_out;
        kept = std::max(kept, end);
    }
    text = out + text.substr(kept);
}

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::size_t blanks_end(const std::string& text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

std::size_t word_end(const std::string& text, std::size_t at) {
    while (at < text.size() && !is_space(text[at])) ++at;
    return at;
}

// The end of a mark such as "[at]" or "( punt )" that begins at `at`; `at` where none does.
std::size_t mark_end(const std::string& text, std::size_t at, const std::set<std::string>& words) {
    constexpr std::size_t longest = 20;
    if (at >= text.size() || std::string_view("[({<").find(text[at]) == std::string_view::npos)
        return at;
    const std::string_view mark = std::string_view(text).substr(at, longest);
    const std::size_t close = mark.find_first_of("])}>");
    if (close == mark.npos) return at;
    return words.contains(fold(mark.substr(1, close - 1))) ? at + close + 1 : at;
}

// "w.narwal [at] ijsland [dot] example": an address that is written so that no program finds it.
void take_out_written_addresses(std::string& text) {
    static const std::set<std::string> at_words{"at", "apenstaart", "apenstaartje"};
    static const std::set<std::string> dot_words{"dot", "punt"};
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = mark_end(text, at, at_words);
        if (end == at) continue;
        std::size_t begin = at;
        while (begin > 0 && is_space(text[begin - 1])) --begin;
        while (begin > 0 && !is_space(text[begin - 1])) --begin;
        end = word_end(text, blanks_end(text, end));
        for (std::size_t dot = blanks_end(text, end);; dot = blanks_end(text, end)) {
            const std::size_t behind = mark_end(text, dot, dot_words);
            if (behind == dot) break;
            end = word_end(text, blanks_end(text, behind));
        }
        text.replace(begin, end - begin, taken_out);
        at = begin + std::string_view(taken_out).size() - 1;
    }
}

// From the blank before to the blank behind.
void take_out_addresses(std::string& text) {
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at)) {
        std::size_t begin = at;
        while (begin > 0 && !is_space(text[begin - 1])) --begin;
        const std::size_t end = word_end(text, at);
        text.replace(begin, end - begin, taken_out);
        at = begin;
    }
}

// Eight digits or more in a row, whatever stands between them: a phone number or worse.
void take_out_numbers(std::string& text) {
    constexpr std::size_t digits_of_a_number = 8;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto is_digit = [&](std::size_t i) {
            return std::isdigit(static_cast<unsigned char>(text[i])) != 0;
        };
        if (!is_digit(at)) continue;
        std::size_t digits = 0;
        std::size_t last = at;
        for (std::size_t i = at; i < text.size(); ++i) {
            if (is_digit(i)) {
                ++digits;
                last = i;
            } else if (std::string_view(" -().+/").find(text[i]) == std::string_view::npos) {
                break;
            }
        }
        if (digits < digits_of_a_number) {
            while (at + 1 < text.size() && is_digit(at + 1)) ++at;
            continue;
        }
        const std::size_t begin = at > 0 && text[at - 1] == '+' ? at - 1 : at;
        text.replace(begin, last + 1 - begin, taken_out);
        at = begin + 2;
    }
}

bool is_legal_form(std::string_view word) {
    static const std::set<std::string> forms{
        "bv", "nv",    "vof", "cv",        "ua",         "holding",     "maatschap", "cooperatie",
        "zn", "zonen", "en",  "stichting", "vereniging", "eenmanszaak", ""};
    std::string letters = fold(word);
    std::erase_if(letters, [](char c) { return !is_of_a_word(c); });
    return forms.contains(letters);
}

// "Bakkerij Jansen" of "Bakkerij Jansen & Zn. B.V.", as people call it. Empty when nothing is left.
std::string without_legal_form(std::string_view name) {
    std::vector<std::string_view> words = split(name, ' ');
    while (!words.empty() && is_legal_form(words.back())) words.pop_back();
    const auto first = std::ranges::find_if_not(words, is_legal_form);
    return joined(std::ranges::subrange(first, words.end()), " ");
}

}  // namespace

void add_person_names(std::vector<std::string>& names, const Employer& employer) {
    names.push_back(employer.name);
    add_once(names, without_legal_form(employer.name));
    names.push_back(employer.contact.name);
    names.push_back(employer.contact.phone);
    std::string word;
    for (const char c : employer.contact.name + ' ') {
        if (is_of_a_word(c)) {
            word += c;
        } else {
            static const std::set<std::string> particles{"van", "den", "der", "ten", "ter"};
            if (!particles.contains(fold(word))) names.push_back(word);
            word.clear();
        }
    }
}

std::string without_persons(const std::string& text, const std::vector<std::string>& names) {
    std::string cleaned = text;
    take_out_addresses(cleaned);
    take_out_written_addresses(cleaned);
    take_out_names(cleaned, names);
    take_out_numbers(cleaned);
    return cleaned;
}

}  // namespace werktdoord
