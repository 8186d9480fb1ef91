#include "store/fingerprint_filter.hpp"

#include <bit>

namespace werktdoord {
namespace {

constexpr int block_bits = 17;
constexpr int bit_bits = 9;  // a block has 2^9 bits
constexpr int marks = 4;     // bits of a fingerprint

std::size_t block_of(std::int64_t fingerprint) {
    return std::bit_cast<std::uint64_t>(fingerprint) >> (64 - block_bits);
}

// The n-th of its bits within the block.
unsigned bit_of(std::int64_t fingerprint, int n) {
    return (std::bit_cast<std::uint64_t>(fingerprint) >> (n * bit_bits)) & ((1U << bit_bits) - 1);
}

}  // namespace

void FingerprintFilter::add(std::int64_t fingerprint) {
    if (blocks_.empty()) blocks_.resize(std::size_t{1} << block_bits);
    Block& block = blocks_[block_of(fingerprint)];
    for (int n = 0; n < marks; ++n) {
        const unsigned bit = bit_of(fingerprint, n);
        block[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    ++added_;
}

bool FingerprintFilter::may_hold(std::int64_t fingerprint) const {
    if (blocks_.empty()) return false;
    const Block& block = blocks_[block_of(fingerprint)];
    for (int n = 0; n < marks; ++n) {
        const unsigned bit = bit_of(fingerprint, n);
        if ((block[bit / 64] >> (bit % 64) & 1) == 0) return false;
    }
    return true;
}

}  // namespace werktdoord
