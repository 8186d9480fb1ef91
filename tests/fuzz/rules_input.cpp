#include "fuzz/rules_input.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "base/instant.hpp"
#include "codec/check_rules.hpp"
#include "codec/rules.hpp"
#include "codec/rules_corpus.hpp"
#include "core/routing.hpp"

namespace werktdoord {

namespace {

// In this order for ever: stored inputs mean the same next year.
constexpr std::array<std::string_view, 13> files{"regions.yaml",
                                                 "deadlines.yaml",
                                                 "routing.yaml",
                                                 "calendar.yaml",
                                                 "roster.yaml",
                                                 "digests.yaml",
                                                 "signposts.yaml",
                                                 "tests.yaml",
                                                 "reference/municipalities.csv",
                                                 "reference/postcodes.csv",
                                                 "reference/split_postcodes.csv",
                                                 "reference/former_municipalities.csv",
                                                 "reference/coordinates.csv"};

void must(bool holds, std::string_view what, const std::string& detail) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s: %s\n", std::string(what).c_str(), detail.c_str());
    std::abort();
}

void check_findings(const Findings& findings) {
    for (const auto& finding : findings) {
        const std::string line = to_string(finding);
        must(line.find_first_of("\n\r") == std::string::npos, "one line", line);
        must(line.size() < 8000, "a line of some length", line.substr(0, 100));
        const bool named = std::any_of(files.begin(), files.end(), [&](std::string_view file) {
            return line.starts_with(std::string(file) + ":");
        });
        must(named, "begins with a file", line);
    }
    must(findings.size() <= files.size() * (most_findings + 1), "few findings", "");
}

RequestData a_request() {
    RequestData data;
    data.kind = Kind::demand;
    data.employer.name = "Zorg";
    data.sites = {{"5038 AB", "Tilburg"}, {"5251", ""}, {"", "Oss"}};
    data.sector = "86.10";
    data.headcount = 4;
    data.themes = {"werk-naar-werk"};
    return data;
}

const std::vector<RulesFile>& base() {
    static const std::vector<RulesFile> all = [] {
        std::vector<RulesFile> read;
        for (const auto& [name, text] : corpus_base()) read.push_back({name, text});
        return read;
    }();
    must(!all.empty(), "there is a base to lay over", "");
    return all;
}

}  // namespace

void read_rules_input(std::string_view input) {
    static const Zone zone = *Zone::find("Europe/Amsterdam");
    static const Instant now = *parse_rfc3339("2026-11-23T09:00:00+01:00");
    if (input.empty()) return;
    const std::string_view chosen = files[static_cast<unsigned char>(input[0]) % files.size()];
    std::vector<RulesFile> laid_over = base();
    for (auto& file : laid_over)
        if (file.name == chosen) file.text = std::string(input.substr(1));
    const RulesRead read = read_rules(laid_over, zone);
    check_findings(read.findings);
    must((read.rules == nullptr) == any_error(read.findings), "rules exactly without errors", "");
    if (!read.rules) return;
    check_findings(check_rules(*read.rules, now, read.at));
    route(a_request(), *read.rules, now);
    explain_route(a_request(), *read.rules, now);
}

std::string rules_input(std::string_view file, std::string_view text) {
    const auto found = std::find(files.begin(), files.end(), file);
    if (found == files.end()) return {};
    return static_cast<char>(found - files.begin()) + std::string(text);
}

}  // namespace werktdoord
