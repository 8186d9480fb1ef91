// Tells of most fingerprints that they are new without a look into the store. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace werktdoord {

// A Bloom filter (B. H. Bloom, 1970) whose bits of one fingerprint share a line of the cache
// (F. Putze, P. Sanders, J. Singler, 2007). Of 3 million fingerprints it takes one new in a
// thousand for known. 8 MiB, from the first that is added.
class FingerprintFilter {
public:
    void add(std::int64_t fingerprint);

    // False: it was not added. True: it was, or others look like it.
    bool may_hold(std::int64_t fingerprint) const;

    // How many calls of add() there were.
    std::size_t added() const { return added_; }

private:
    using Block = std::array<std::uint64_t, 8>;

    std::vector<Block> blocks_;
    std::size_t added_ = 0;
};

}  // namespace werktdoord
