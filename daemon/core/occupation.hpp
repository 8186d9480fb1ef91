// Occupations as they are compared: Dutch word forms, both sexes and compounds brought together.
// Pure. docs/matches.md tells the rules and what they cannot do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace werktdoord {

// One word that says what the work is. `stem` is the whole word in one form, `head` the work
// itself without what narrows it: "wijkverpleegkundigen" is narrowed from "verpleegkundige". The
// two are equal where nothing narrows it.
struct OccupationWord {
    std::string stem;
    std::string head;
    friend bool operator==(const OccupationWord&, const OccupationWord&) = default;
};

// The words that count, at most four; none for an empty text and for one that only says that
// people work there ("medewerkers").
std::vector<OccupationWord> occupation_words(std::string_view text);

// How two occupations go together: the same one; one a kind of the other; work that the same people
// often do; nothing known.
enum class Likeness { none, related, close, same };
Likeness likeness(const std::vector<OccupationWord>& a, const std::vector<OccupationWord>& b);

// Heads of work that people with this head often do as well, as stems; without itself.
std::vector<std::string> related_heads(const std::string& head);

}  // namespace werktdoord
