// What `check` tells of a small rules folder that tests change one thing of.
#pragma once

#include <gmock/gmock.h>

#include "codec/check_rules.hpp"
#include "codec/rules.hpp"
#include "codec/rules_fixture.hpp"

namespace werktdoord {

inline const Instant monday_morning = *parse_rfc3339("2026-11-23T09:00:00Z");

// Without a finding as it stands; the roster names somebody for each working day.
inline RulesTexts clean_rules() {
    RulesTexts texts = small_rules();
    texts["signposts.yaml"] = replaced(texts["signposts.yaml"], "251-", "101-");
    texts["tests.yaml"] = replaced(texts["tests.yaml"], ", signposts: voucher", "");
    return texts;
}

// Findings of reading and of the review, without the folder in front.
inline std::vector<std::string> told(const RulesTexts& texts, Instant now = monday_morning) {
    const RulesFolder folder(texts);
    const RulesRead read = read_rules(folder.path(), *Zone::find("Europe/Amsterdam"));
    Findings findings = read.findings;
    if (read.rules) {
        const Findings more = check_rules(*read.rules, now, read.at);
        findings.insert(findings.end(), more.begin(), more.end());
    }
    return told(findings, folder);
}

struct Row {
    std::string from;
    std::string to;
    std::vector<std::string> findings;  // line:column: severity: text
};

inline void expect_told(const std::string& file, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        RulesTexts texts = clean_rules();
        texts.at(file) = replaced(texts.at(file), row.from, row.to);
        std::vector<std::string> expected;
        for (const auto& finding : row.findings) expected.push_back(file + ":" + finding);
        EXPECT_THAT(told(texts), testing::ElementsAreArray(expected)) << row.to;
    }
}

}  // namespace werktdoord
