// The case base: what worked, told without persons and employers (W12). Pure.
#pragma once

#include <string>
#include <vector>

#include "core/partners.hpp"

namespace werktdoord {

// One closed request with people placed.
struct SolvedCase {
    RequestNumber request;
    Instant closed_at;
    Kind kind = Kind::demand;
    std::string sector;
    std::string occupation;
    std::string size;  // size_class of the employer
    int headcount = 0;
    int placed = 0;
    std::string outcome;
    std::string form;  // of the introduction that it came of; empty: none, or not told
    int days = 0;      // from the registration to the closing
    std::vector<RegionKey> regions;
    std::vector<std::string> themes;
    std::string story;
    friend bool operator==(const SolvedCase&, const SolvedCase&) = default;
};

// What to list: those of a sector (is_sector_filter; a section is that word alone, not the codes
// that belong to it), a region, a theme, with
// all of these words. Newest closing first, at most `limit`, after a case of the list where given.
struct CaseFilter {
    std::string sector;
    std::string region;
    std::string theme;
    std::string words;
    int limit = 50;
    std::optional<std::pair<Instant, RequestNumber>> after;
};

// Whether a request belongs in the case base: closed, not forgotten, with people placed.
bool is_solved(const Case& it);

// The case of a solved request. `story` as the team wrote it, `strangers` the data of those whom it
// may name as well: the employers it was introduced to. Names of employers and contacts, addresses
// and phone numbers are taken out of what is free text.
SolvedCase solved_case(const Case& it, const std::string& story,
                       const std::vector<RequestData>& strangers);

// "1-9", "10-49", "50-249", "250-"; empty: not known.
std::string size_class(const std::optional<int>& employees);

// The words that like requests share, as tokens for an index: heads of the occupation and
// "sbi86".
std::vector<std::string> case_keys(const std::string& occupation, const std::string& sector);

// A case that is like a request, and why: "zelfde beroep", "12 van de 12 mensen in 9 dagen".
struct SimilarCase {
    SolvedCase solved;
    int score = 0;
    std::vector<std::string> why;
};

// The most alike of these, best first, at most three; never the request itself.
std::vector<SimilarCase> similar_cases(const OpenRequest& subject,
                                       const std::vector<RegionKey>& regions,
                                       const std::vector<SolvedCase>& candidates,
                                       const RuleSet& rules);

}  // namespace werktdoord
