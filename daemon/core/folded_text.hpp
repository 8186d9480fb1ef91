// A text as it is compared, that knows where each of its letters was written. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace werktdoord {

// How umlauts are compared: "Müller" as "muller", or as "mueller".
enum class Umlauts { one_letter, two_letters };

struct FoldedText {
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::string letters;      // folded as `fold` does; a run of blanks is one; other marks are '.'
    std::vector<Span> spans;  // of each byte of `letters`, in the text as it was written
};

FoldedText folded_text(std::string_view text, Umlauts umlauts);

}  // namespace werktdoord
