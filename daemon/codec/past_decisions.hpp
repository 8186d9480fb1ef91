// Where a request went, as the journal tells it: each decision with what it was made from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "core/model.hpp"

namespace werktdoord {

// One request.routed or request.unroutable.
struct PastDecision {
    Instant at;
    std::string reason;               // amended, rules_changed; empty: at registration
    std::string rules_hash;           // of the rules it was made under
    std::optional<RequestData> data;  // the request as it was then; nothing once it was erased
    std::vector<std::string> rules;   // as journalled, like those below
    std::vector<std::string> regions;
    std::string policy;
    std::vector<std::string> why;
};

// Takes the journal of one request line by line, in order of seq, with the personal members (as
// the store keeps them) that the data of the request are among.
class PastDecisions {
public:
    // Fails on a line that is not as the journal writes it.
    Result<void> add(std::string_view line, std::string_view personal);

    const std::vector<PastDecision>& all() const { return decisions_; }

private:
    std::optional<std::string> document_;  // with the amendments so far
    std::vector<PastDecision> decisions_;
};

}  // namespace werktdoord
