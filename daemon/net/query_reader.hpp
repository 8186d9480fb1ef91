// The query of a list: each key known, given once and of the right form, or a problem.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "core/names.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

// Read each key that there may be, then ask for the problems. A place is "?" and the key.
class QueryReader {
public:
    explicit QueryReader(const NamedValues& query) : query_(query) {}

    std::optional<std::string> text(const std::string& key);
    std::optional<Instant> instant(const std::string& key);

    // A whole number in [least, most]; `otherwise` when the key is not given.
    int number(const std::string& key, int otherwise, int least, int most);

    // One of a few words.
    std::optional<std::string> one_of(const std::string& key,
                                      const std::vector<std::string>& words);

    // One of the names of an enumeration.
    template <class Enum>
    std::optional<Enum> name(const std::string& key) {
        const auto value = one_of(key, names_of<Enum>());
        return value ? find_name<Enum>(*value) : std::nullopt;
    }

    void problem(const std::string& key, std::string text);

    // All there are, unknown keys too. Empty: the query is good.
    Problems problems() const;

private:
    const NamedValues& query_;
    std::set<std::string> known_;
    Problems problems_;
};

}  // namespace werktdoord
