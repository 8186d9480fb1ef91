// Short marks of texts, to look rows up by without an index that holds the texts. Pure.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace werktdoord {

// 64 bits of the texts, the same on every machine and with every release (XXH3). Other texts may
// share them: who looks up compares the texts as well.
std::int64_t fingerprint(std::initializer_list<std::string_view> texts);

// Fingerprints come in random order. An index of all of them would be touched in as many places as
// a batch has rows, each with a page of its own; so it lies in parts, by the number of the row that
// it leads to, and new rows touch the few pages of the newest part.
constexpr std::int64_t fingerprint_part(std::int64_t row) {
    constexpr std::int64_t rows_of_a_part = 1024;
    return row / rows_of_a_part;
}

}  // namespace werktdoord
