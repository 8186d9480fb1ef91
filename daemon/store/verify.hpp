// Whether a store holds together (Store::verify): the database, its journal, its tables.
#pragma once

#include <functional>
#include <string>

#include "store/connection.hpp"

namespace werktdoord {

// Looks at one state of the database; the writer goes on meanwhile. Memory: one request, and a few
// bytes for each mail that is about no request. Where `path` is given, the journal is read by a
// second thread with a connection of its own. Throws StoreFault when the disk fails.
Verified verify_store(Connection& connection, const std::string& path,
                      const std::function<void(const Problem&)>& found);

// What the parts of it share: where problems go, and the count of them.
class Findings {
public:
    explicit Findings(const std::function<void(const Problem&)>& found) : found_(found) {}

    void tell(const std::string& where, const std::string& text) {
        ++verified.problems;
        found_({where, text});
    }

    Verified verified;

private:
    const std::function<void(const Problem&)>& found_;
};

}  // namespace werktdoord
