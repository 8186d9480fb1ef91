// One page of a database file: https://www.sqlite.org/fileformat2.html, "B-tree Pages".
#include <algorithm>
#include <vector>

#include "store/sweep.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t file_header = 100;
constexpr std::size_t block_header = 4;  // of a freeblock: where the next one is, its size

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class Page {
public:
    Page(std::span<unsigned char> bytes, std::size_t usable, bool first)
        : bytes_(bytes), usable_(usable), header_(first ? file_header : 0) {}

    // The unused ranges; none where this is no page of a b-tree.
    std::vector<Range> unused() const {
        const unsigned kind = bytes_[header_];
        const bool leaf = kind == 10 || kind == 13;
        if (!leaf && kind != 2 && kind != 5) return {};
        const std::size_t cells = number(header_ + 3);
        const std::size_t pointers_end = header_ + (leaf ? 8 : 12) + 2 * cells;
        std::size_t content = number(header_ + 5);
        if (content == 0) content = 65536;
        if (pointers_end > content || content > usable_) return {};
        std::vector<Range> ranges{{pointers_end, content}};
        std::size_t last_end = content;
        for (std::size_t block = number(header_ + 1); block != 0; block = number(block)) {
            if (block < last_end || block + block_header > usable_) return {};
            last_end = block + number(block + 2);
            if (last_end < block + block_header || last_end > usable_) return {};
            ranges.push_back({block + block_header, last_end});
        }
        return ranges;
    }

private:
    std::size_t number(std::size_t at) const {
        return static_cast<std::size_t>(bytes_[at]) << 8U | bytes_[at + 1];
    }

    std::span<unsigned char> bytes_;
    std::size_t usable_;
    std::size_t header_;
};

}  // namespace

bool sweep_page(std::span<unsigned char> page, std::size_t usable, bool first) {
    bool any = false;
    for (const Range& range : Page(page, usable, first).unused()) {
        const auto bytes = page.subspan(range.begin, range.end - range.begin);
        const auto zero = [](unsigned char byte) { return byte == 0; };
        if (std::all_of(bytes.begin(), bytes.end(), zero)) continue;
        std::fill(bytes.begin(), bytes.end(), static_cast<unsigned char>(0));
        any = true;
    }
    return any;
}

}  // namespace werktdoord
