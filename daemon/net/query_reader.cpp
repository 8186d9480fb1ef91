#include "net/query_reader.hpp"

#include <charconv>

#include "base/items.hpp"
#include "base/listed.hpp"

namespace werktdoord {

std::optional<std::string> QueryReader::text(const std::string& key) {
    known_.insert(key);
    std::optional<std::string> found;
    for (const auto& [name, value] : query_) {
        if (name != key) continue;
        if (found) problem(key, "is given more than once");
        found = value;
    }
    if (!found) return std::nullopt;
    if (!found->empty()) return found;
    problem(key, "is empty");
    return std::nullopt;
}

std::optional<Instant> QueryReader::instant(const std::string& key) {
    const auto value = text(key);
    if (!value) return std::nullopt;
    const auto parsed = parse_rfc3339(*value);
    if (parsed) return *parsed;
    problem(key, "is no RFC 3339 instant: " + parsed.error().text);
    return std::nullopt;
}

int QueryReader::number(const std::string& key, int otherwise, int least, int most) {
    const auto value = text(key);
    if (!value) return otherwise;
    int number = 0;
    const char* const end = value->data() + value->size();
    const auto [stop, error] = std::from_chars(value->data(), end, number);
    if (error == std::errc() && stop == end && number >= least && number <= most) return number;
    problem(key, "is a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return otherwise;
}

std::optional<std::string> QueryReader::one_of(const std::string& key,
                                               const std::vector<std::string>& words) {
    auto value = text(key);
    if (!value || has(words, *value)) return value;
    problem(key, "is one of: " + joined(words, ", "));
    return std::nullopt;
}

void QueryReader::problem(const std::string& key, std::string text) {
    problems_.push_back({"?" + key, std::move(text)});
}

Problems QueryReader::problems() const {
    Problems all = problems_;
    for (const auto& [name, value] : query_) {
        if (known_.contains(name)) continue;
        all.push_back({"?" + name, "is not known here; there are: " + listed(known_, "none")});
    }
    return all;
}

}  // namespace werktdoord
