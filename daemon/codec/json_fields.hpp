// Reads the members of one JSON object, strictly typed, and gathers every problem with its pointer.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/zone.hpp"
#include "core/names.hpp"

namespace werktdoord {

enum class Need { optional, required };

// A member that is null counts as not given. What is not given or not right comes back empty; what
// is not right, or required and not given, adds a problem. Keeps references to all it is given.
class JsonFields {
public:
    JsonFields(const boost::json::object& object, std::string pointer, Problems& problems)
        : object_(object), pointer_(std::move(pointer)), problems_(problems) {}

    // Text of at most `most` characters: one line, or several.
    std::string line(std::string_view name, std::size_t most, Need need = Need::optional);
    std::string text(std::string_view name, std::size_t most, Need need = Need::optional);

    // A whole number; 4.0 is one.
    std::optional<int> integer(std::string_view name, int least, int most,
                               Need need = Need::optional);
    std::optional<bool> truth(std::string_view name);
    std::optional<Instant> instant(std::string_view name);
    std::optional<LocalDay> day(std::string_view name);
    const boost::json::object* object(std::string_view name, Need need = Need::optional);
    const boost::json::array* array(std::string_view name, Need need = Need::optional);

    // A list of one-line texts, each at most `most` characters and not empty.
    std::vector<std::string> lines(std::string_view name, std::size_t most_items, std::size_t most);

    // One of a closed set of words; empty when it is none of them.
    std::string one_of(std::string_view name, const std::vector<std::string>& words, Need need);

    template <class Enum>
    std::optional<Enum> word(std::string_view name, Need need = Need::optional) {
        return find_name<Enum>(one_of(name, names_of<Enum>(), need));
    }

    const boost::json::value* find(std::string_view name) const;
    // Whether there is one that says something: no null, no text of no characters.
    bool given(std::string_view name) const;
    void problem(std::string_view name, std::string text);
    std::string pointer(std::string_view name) const;

private:
    const boost::json::value* expect(std::string_view name, Need need);
    std::string checked_text(std::string_view name, std::size_t most, Need need, bool lines);

    const boost::json::object& object_;
    std::string pointer_;
    Problems& problems_;
};

// What is wrong with a text, or nothing: too long, or control characters.
std::optional<std::string> text_fault(std::string_view text, std::size_t most, bool lines_allowed);

}  // namespace werktdoord
