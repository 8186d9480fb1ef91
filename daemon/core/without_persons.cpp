#include "core/without_persons.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "core/fold.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t shortest_name = 3;
constexpr const char* taken_out = "...";

bool is_name_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80;
}

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
}

// Whole words only: "Bos" is not taken out of "Den Bosch".
void take_out(std::string& text, const std::string& name) {
    if (name.size() < shortest_name) return;
    for (std::size_t from = 0; from + name.size() <= text.size();) {
        const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(),
                                       name.begin(), name.end(), same_letter);
        if (found == text.end()) return;
        const auto at = static_cast<std::size_t>(found - text.begin());
        const std::size_t end = at + name.size();
        const bool whole = (at == 0 || !is_name_byte(text[at - 1])) &&
                           (end == text.size() || !is_name_byte(text[end]));
        from = whole ? at : at + 1;
        if (!whole) continue;
        text.replace(at, name.size(), taken_out);
        from += std::string_view(taken_out).size();
    }
}

// From the blank before to the blank behind.
void take_out_addresses(std::string& text) {
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at)) {
        std::size_t begin = at;
        while (begin > 0 && std::isspace(static_cast<unsigned char>(text[begin - 1])) == 0) --begin;
        std::size_t end = at;
        while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) == 0) ++end;
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

}  // namespace

void add_person_names(std::vector<std::string>& names, const Employer& employer) {
    names.push_back(employer.name);
    names.push_back(employer.contact.name);
    names.push_back(employer.contact.phone);
    std::string word;
    for (const char c : employer.contact.name + ' ') {
        if (is_name_byte(c)) {
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
    std::vector<std::string> longest_first = names;
    std::stable_sort(
        longest_first.begin(), longest_first.end(),
        [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    for (const std::string& name : longest_first) take_out(cleaned, name);
    take_out_numbers(cleaned);
    return cleaned;
}

}  // namespace werktdoord
