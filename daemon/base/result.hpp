// Errors as values: a Problem says where and what, a Result is a value or a Problem.
#pragma once

#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace werktdoord {

// `where` is a place that its reader knows: a JSON pointer, `file:line:column`, a field name, or
// empty. `text` says what is wrong and what to do.
struct Problem {
    std::string where;
    std::string text;

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

[[noreturn]] inline void throw_exception_from_error(const Problem& problem,
                                                    const boost::source_location&) {
    throw std::logic_error("value of a failed result: " + problem.where + ": " + problem.text);
}

[[noreturn]] inline void throw_exception_from_error(const Problems& problems,
                                                    const boost::source_location&) {
    throw std::logic_error(
        "value of a failed result: " + std::to_string(problems.size()) +
        " problems, first: " + (problems.empty() ? std::string() : problems.front().text));
}

template <class T, class E = Problem>
using Result = boost::system::result<T, E>;

// A value, or every problem there is.
template <class T>
using Parsed = boost::system::result<T, Problems>;

}  // namespace werktdoord
