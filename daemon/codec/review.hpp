// What a careful reader would say about rules that are right in themselves, subject by subject.
#pragma once

#include <string>
#include <vector>

#include "base/quoted.hpp"
#include "codec/finding.hpp"
#include "codec/locator.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// What each review looks at, and where it tells what it finds: warnings only.
struct Review {
    const RuleSet& rules;
    LocalDay today;
    const Locator& at;
    Findings& findings;

    void warn(const std::string& file, const Path& path, std::string text) const {
        add(at.where(file, path), std::move(text));
    }
    void warn_at_key(const std::string& file, const Path& path, std::string text) const {
        add(at.where_key(file, path), std::move(text));
    }

private:
    void add(std::string where, std::string text) const {
        findings.push_back({Finding::Severity::warning, {std::move(where), std::move(text)}});
    }
};

// Rules that never match, requests that no rule takes, WSPs that no rule leads to.
void review_routing(const Review& review);
void review_wsps(const Review& review);

// Municipalities that no WSP serves, contacts who are away with nobody to stand in.
void review_regions(const Review& review);

// Policies and ladders that nothing uses, steps that reach nobody but the team.
void review_deadlines(const Review& review);

// Holidays that are not there yet, a list of closed days that was not renewed.
void review_calendar(const Review& review);

// Working days of the next 8 weeks with nobody on duty, overrides that do nothing.
void review_roster(const Review& review);

// Signposts that are over or fit nobody.
void review_signposts(const Review& review);

// Files that need not be there, and what is lost without them.
void review_files(const Review& review);

// A name in quotes.
inline std::string named(std::string_view name) {
    return quoted(name);
}

// "a", "a and b", "a, b, c and 3 more": names for a sentence, at most `most` parts.
std::string in_words(const std::vector<std::string>& names, std::size_t most = 4);

// "on 2026-12-24", "from 2026-12-24 until 2026-12-31".
std::string in_words(LocalDay from, LocalDay until);

}  // namespace werktdoord
