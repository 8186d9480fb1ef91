#include "cli/backtest_sources.hpp"

#include <iostream>

#include "cli/input.hpp"
#include "codec/request_json.hpp"
#include "codec/request_line.hpp"
#include "codec/rules.hpp"

namespace werktdoord {

namespace {

constexpr int requests_a_page = 500;

void tell(const Finding& finding) {
    std::cerr << to_string(finding) << "\n";
}

// What is wrong with the old rules is not what was asked, unless they cannot be read.
RulesPtr rules_or_errors(const RulesRead& read) {
    if (!read.rules)
        for (const Finding& finding : read.findings) tell(finding);
    return read.rules;
}

void tell_unreadable(const std::string& what, const Problems& problems) {
    for (const Problem& problem : problems)
        std::cerr << what << ": cannot be read: " << problem.where
                  << (problem.where.empty() ? "" : ": ") << problem.text << "\n";
}

}  // namespace

NamedRules rules_before(const Config& config, StoreReader* store) {
    const auto hash = store ? store->rules_in_force() : std::nullopt;
    const auto files = hash ? store->rules_files(*hash) : std::vector<RulesFile>();
    if (files.empty()) return {rules_or_errors(read_rules_of(config)), config.rules.string()};
    const std::string from = "the rules in force";
    return {rules_or_errors(read_rules(files, config.zone, from)), from};
}

NamedRules rules_after(const Config& config, const std::string& folder, Instant now) {
    const RulesRead read = read_rules(folder, config.zone);
    for (const Finding& finding : read.findings) tell(finding);
    if (!read.rules) return {nullptr, folder};
    for (const RuleTest& test : read.rules->tests)
        for (const std::string& failure : failures_of(test, *read.rules, now))
            tell({Finding::Severity::warning,
                  {test.place, "example \"" + test.name + "\": " + failure}});
    return {read.rules, folder};
}

void for_stored_requests(StoreReader& store, Instant since, const EachCandidate& each) {
    RequestNumber after;
    for (;;) {
        const std::vector<StoredRequest> rows =
            store.stored_requests(after, since, requests_a_page);
        for (const StoredRequest& row : rows) {
            Candidate candidate;
            candidate.tried = {row.number, 0, row.registered_at};
            Parsed<RequestData> data =
                row.forgotten ? RequestData() : read_stored_document(row.document);
            if (row.forgotten)
                candidate.kind = Candidate::Kind::forgotten;
            else if (data)
                candidate.data = std::move(*data);
            else
                candidate.kind = Candidate::Kind::unreadable;
            if (!data) tell_unreadable(row.number.text(), data.error());
            each(candidate);
        }
        if (rows.size() < static_cast<std::size_t>(requests_a_page)) return;
        after = rows.back().number;
    }
}

void for_lines(std::istream& lines, Instant since, Instant now, const EachCandidate& each) {
    std::size_t number = 0;
    for (std::string text; std::getline(lines, text);) {
        ++number;
        if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
        Parsed<RequestLine> line = read_request_line(text);
        Candidate candidate;
        candidate.tried = {std::nullopt, number, line ? line->at.value_or(now) : now};
        if (candidate.tried.at < since) continue;
        if (line) {
            candidate.data = std::move(line->data);
        } else {
            candidate.kind = Candidate::Kind::unreadable;
            tell_unreadable("line " + std::to_string(number), line.error());
        }
        each(candidate);
    }
}

}  // namespace werktdoord
