// The hash chain of the journal: who changes a line breaks every line after it (section 7).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace werktdoord {

// The previous hash of the first line: 64 zeros.
std::string first_chain_hash();

// Hex SHA-256 of the previous hash, a newline, and the line without its hash.
std::string chain_hash(std::string_view previous, std::string_view line_without_hash);

// The line as `journal` prints it: `hash` is its last member. REQUIRES: `line` ends in "}".
std::string with_hash(std::string_view line_without_hash, std::string_view hash);

// Checks lines one after the other, so that a long journal need not be held.
class ChainCheck {
public:
    // Begins after the line `last_seq` with the hash `previous`; by default before the first.
    explicit ChainCheck(std::string previous = first_chain_hash(), std::int64_t last_seq = 0)
        : previous_(std::move(previous)), seq_(last_seq) {}

    // What is wrong with the next line, or nothing: a gap in `seq`, no hash, or a wrong one. Goes
    // on from the hash and seq that the line itself names, so that each fault is told once.
    std::optional<Problem> next(std::string_view line);

private:
    std::string previous_;
    std::int64_t seq_;
};

// Every problem of a whole journal, in order; empty when the chain holds.
Problems verify_chain(std::span<const std::string> lines);

}  // namespace werktdoord
