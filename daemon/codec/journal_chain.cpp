#include "codec/journal_chain.hpp"

#include <charconv>

#include "codec/sha256.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t hash_digits = 64;
constexpr std::string_view before_hash = ",\"hash\":\"";
constexpr std::string_view after_hash = "\"}";
constexpr std::string_view before_seq = "{\"seq\":";

std::optional<std::int64_t> seq_of(std::string_view line) {
    if (!line.starts_with(before_seq)) return std::nullopt;
    line.remove_prefix(before_seq.size());
    std::int64_t seq = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), seq);
    if (read.ec != std::errc()) return std::nullopt;
    return seq;
}

}  // namespace

std::string first_chain_hash() {
    return std::string(hash_digits, '0');
}

std::string chain_hash(std::string_view previous, std::string_view line_without_hash) {
    return to_hex(sha256({previous, "\n", line_without_hash}));
}

std::string with_hash(std::string_view line_without_hash, std::string_view hash) {
    std::string line;
    line.reserve(line_without_hash.size() + before_hash.size() + hash.size() + after_hash.size());
    line.append(line_without_hash.substr(0, line_without_hash.size() - 1));
    return line.append(before_hash).append(hash).append(after_hash);
}

std::optional<Problem> ChainCheck::next(std::string_view line) {
    const std::int64_t expected = ++seq_;
    const std::string where = "seq " + std::to_string(expected);
    constexpr std::size_t tail = before_hash.size() + hash_digits + after_hash.size();
    const bool shaped = line.size() > tail && line.ends_with(after_hash) &&
                        line.substr(line.size() - tail).starts_with(before_hash);
    if (!shaped) return Problem{where, "the line does not end in a hash"};
    const std::string_view hash = line.substr(line.size() - tail + before_hash.size(), hash_digits);
    const std::string unhashed = std::string(line.substr(0, line.size() - tail)) + '}';
    const bool holds = chain_hash(previous_, unhashed) == hash;
    previous_ = hash;
    const auto seq = seq_of(line);
    if (!seq) return Problem{where, "the line does not begin with its seq"};
    seq_ = *seq;
    if (*seq != expected) return Problem{where, "found seq " + std::to_string(*seq) + " instead"};
    if (!holds) return Problem{where, "the hash does not fit the line and the one before it"};
    return std::nullopt;
}

Problems verify_chain(std::span<const std::string> lines) {
    Problems problems;
    ChainCheck check;
    for (const auto& line : lines)
        if (auto problem = check.next(line)) problems.push_back(std::move(*problem));
    return problems;
}

}  // namespace werktdoord
