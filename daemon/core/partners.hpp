// Partners: for an open request the open ones of the other kind that could serve it, best first,
// each with why and what speaks against it (W5). Pure. docs/matches.md tells what counts how much.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/case.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// A request as matching sees it.
struct OpenRequest {
    RequestNumber number;
    RequestData data;
    State state = State::registered;
    MemberKey owner;
    int filled = 0;                         // people placed so far
    std::vector<RequestNumber> introduced;  // to these it was introduced before

    int left() const { return data.headcount - filled; }
};

OpenRequest open_request_of(const Case& it);

// People that the other half of its introductions tell of and the request itself does not: a
// follow-up is recorded on one of the two.
int told_by_partners(const Case& it, const std::vector<Case>& partners);

// Where to look for partners: under these words, each with how many kilometres it is worth less
// than the first; nearest areas first. `how_far` is in kilometres.
struct PartnerSearch {
    Kind kind = Kind::offer;
    std::vector<std::pair<std::string, double>> words;
    std::function<double(const std::string& area)> how_far;
    int limit = 0;
};

// The answer REQUIRES that `rules` outlive it.
PartnerSearch partner_search(const OpenRequest& subject, const RuleSet& rules);

struct Partner {
    RequestNumber number;
    Kind kind = Kind::offer;
    int score = 0;      // 0 to 100
    bool good = false;  // worth a telephone call: nothing weighty speaks against it
    State state = State::registered;
    MemberKey owner;
    std::string employer;
    std::string occupation;
    std::string place;  // of its first site
    int headcount = 0;
    int left = 0;                      // people still wanted or offered
    std::optional<int> km;             // nothing: not known
    std::vector<std::string> why;      // Dutch, for a person: "12 km"
    std::vector<std::string> against;  // Dutch: "te ver: 80 km"
};

// At most ten. Never the request itself, one of its own employer, one that is closed or filled, and
// one that it was introduced to before. `now` says which periods are over.
std::vector<Partner> partners_of(const OpenRequest& subject,
                                 const std::vector<OpenRequest>& candidates, const RuleSet& rules,
                                 Instant now);

// Whether two are one employer: the same KvK number or e-mail address.
bool same_employer(const Employer& a, const Employer& b);

// One line: the reasons, and behind "let op" what speaks against it.
std::string in_one_line(const Partner& partner);

}  // namespace werktdoord
