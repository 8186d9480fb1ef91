// What `backtest` compares and what it tries: the rules before and after, and requests one by one.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>

#include "cli/input.hpp"
#include "codec/backtest_json.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Rules with where they came from, for a person.
struct NamedRules {
    RulesPtr rules;
    std::string from;
};

// The rules that are in force: those the store kept last, else (`store` null, or none kept) those
// of the configured folder. Null, told on stderr, when they cannot be read.
NamedRules rules_before(const Config& config, StoreReader* store);

// The rules of a folder. Its findings, and examples that do not hold as warnings, are told on
// stderr; null when there is an error.
NamedRules rules_after(const Config& config, const std::string& folder, Instant now);

// A request to be tried, or why it is not.
struct Candidate {
    enum class Kind { request, unreadable, forgotten };
    Kind kind = Kind::request;
    TriedRequest tried;
    RequestData data;  // of a request
};
using EachCandidate = std::function<void(const Candidate&)>;

// Every stored request registered at or after `since`, in order of number, as it is stored now.
// What cannot be read is told on stderr. Throws StoreFault when the disk fails.
void for_stored_requests(StoreReader& store, Instant since, const EachCandidate& each);

// Every line of a file of requests; one without a timestamp is registered at `now`. Those before
// `since` are left out.
void for_lines(std::istream& lines, Instant since, Instant now, const EachCandidate& each);

}  // namespace werktdoord
