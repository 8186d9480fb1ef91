#include "store/fingerprint.hpp"

#include <xxhash.h>

#include <bit>
#include <string>

namespace werktdoord {

std::int64_t fingerprint(std::initializer_list<std::string_view> texts) {
    std::string all;
    std::size_t size = texts.size();
    for (const std::string_view text : texts) size += text.size();
    all.reserve(size);
    for (const std::string_view text : texts) {
        all += text;
        all += '\0';  // "ab", "c" is not "a", "bc"
    }
    return std::bit_cast<std::int64_t>(std::uint64_t{XXH3_64bits(all.data(), all.size())});
}

}  // namespace werktdoord
