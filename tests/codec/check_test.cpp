// One row for each thing that a reviewer would say of rules that are right in themselves.
#include "codec/check.hpp"

#include <gmock/gmock.h>

#include "codec/rules.hpp"
#include "codec/rules_fixture.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

const Instant monday_morning = *parse_rfc3339("2026-11-23T09:00:00Z");

// Without a finding as it stands; the roster names somebody for each working day.
RulesTexts clean_rules() {
    RulesTexts texts = small_rules();
    texts["signposts.yaml"] = replaced(texts["signposts.yaml"], "251-", "101-");
    return texts;
}

// Findings of reading and of the review, without the folder in front.
std::vector<std::string> told(const RulesTexts& texts, Instant now = monday_morning) {
    const RulesFolder folder(texts);
    const RulesRead read = read_rules(folder.path(), *Zone::find("Europe/Amsterdam"));
    Findings findings = read.findings;
    if (read.rules) {
        const Findings more = check_rules(*read.rules, now, read.at);
        findings.insert(findings.end(), more.begin(), more.end());
    }
    std::vector<std::string> lines;
    for (const auto& finding : findings)
        lines.push_back(to_string(finding).substr(folder.path().string().size() + 1));
    return lines;
}

struct Row {
    std::string from;
    std::string to;
    std::vector<std::string> findings;  // line:column: severity: text
};

void expect_told(const std::string& file, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        RulesTexts texts = clean_rules();
        texts.at(file) = replaced(texts.at(file), row.from, row.to);
        std::vector<std::string> expected;
        for (const auto& finding : row.findings) expected.push_back(file + ":" + finding);
        EXPECT_THAT(told(texts), ElementsAreArray(expected)) << row.to;
    }
}

TEST(Check, CleanRulesHaveNoFinding) {
    EXPECT_THAT(told(clean_rules()), IsEmpty());
}

TEST(Check, RulesThatNeverMatch) {
    const std::string last = "  - name: default\n";
    const auto above_last = [&](const std::string& rule) { return rule + last; };
    expect_told(
        "routing.yaml",
        {
            {last,
             above_last("  - name: nurses\n"
                        "    when: { kind: demand, sector: \"86.10\", headcount: { at_least: 5 } }\n"
                        "    refer: { to: region_of_site }\n"),
             {"5:11: warning: X"}},
            {last,
             above_last("  - name: all-demand\n"
                        "    when: { kind: demand }\n"
                        "    refer: { to: region_of_site }\n"
                        "  - name: all-offer\n"
                        "    when: { kind: offer }\n"
                        "    refer: { to: region_of_site }\n"
                        "  - name: urgent\n"
                        "    when: { urgency: urgent }\n"
                        "    refer: { to: region_of_site }\n"),
             {"11:11: warning: X"}},
            {last,
             above_last("  - name: nobody\n"
                        "    when: { kind: demand, none: [ { kind: demand } ] }\n"
                        "    refer: { to: region_of_site }\n"),
             {"6:5: warning: X"}},
            // One that goes on takes nothing away, and one that takes more is not taken.
            {last,
             above_last("  - name: all-demand\n"
                        "    when: { kind: demand }\n"
                        "    refer: { to: region_of_site }\n"
                        "    continue: true\n"
                        "  - name: urgent\n"
                        "    when: { kind: demand, urgency: urgent }\n"
                        "    refer: { to: region_of_site }\n"
                        "  - name: more-care\n"
                        "    when: { kind: demand, sector: { prefix: [\"86\", \"87\"] } }\n"
                        "    refer: { to: region_of_site }\n"),
             {}},
        });
}

TEST(Check, RequestsAndWspsThatRulesLeaveOut) {
    expect_told("routing.yaml",
                {
                    {"  - name: default\n", "  - name: default\n    when: { kind: demand }\n",
                     {"1:1: warning: X"}},
                    // Each request is one or the other.
                    {"  - name: default\n",
                     "  - { name: d, when: { kind: demand }, refer: { to: region_of_site } }\n"
                     "  - name: o\n"
                     "    when: { kind: offer }\n",
                     {}},
                    {"to: region_of_site", "to: [midden-brabant]", {}},
                    {"to: region_of_site", "to: region_of_site, wsps: [wsp-nob]", {}},
                });
    RulesTexts texts = clean_rules();
    texts["regions.yaml"] += "      wsp-oss: { name: Oss, email: oss@nob.example }\n";
    texts["routing.yaml"] =
        replaced(texts["routing.yaml"], "to: region_of_site", "to: region_of_site, wsps: [wsp-nob]");
    EXPECT_THAT(told(texts), ElementsAre("X"));
}

TEST(Check, MunicipalitiesThatNoWspServes) {
    RulesTexts texts = clean_rules();
    texts["reference/municipalities.csv"] += "GM0757,Boxtel,midden-brabant,Noord-Brabant\n";
    EXPECT_THAT(told(texts), ElementsAre("X"));
    for (const char* code : {"GM0001", "GM0002", "GM0003", "GM0004"})
        texts["reference/municipalities.csv"] +=
            std::string(code) + ",Plaats " + code + ",midden-brabant,Noord-Brabant\n";
    EXPECT_THAT(told(texts), ElementsAre("X"));
}

TEST(Check, ContactsWithNobodyToStandIn) {
    const std::string contact = "contact@nob.example }";
    const auto absent = [](const std::string& days) { return ", absent: [ " + days + " ] }"; };
    expect_told("regions.yaml",
                {
                    {contact, "contact@nob.example" + absent("{ from: 2026-11-01, until: 2026-11-27 }"),
                     {"14:67: warning: X"}},
                    // Over, and a weekend.
                    {contact,
                     "contact@nob.example" + absent("{ from: 2026-11-01, until: 2026-11-22 }, "
                                                    "{ from: 2026-11-28, until: 2026-11-29 }"),
                     {}},
                    {"achtervang@mb.example", "Contact@MB.example", {"6:13: warning: X"}},
                    {"contact@mb.example }",
                     "contact@mb.example" + absent("{ from: 2026-12-01, until: 2026-12-31 }"),
                     {}},
                });
    RulesTexts texts = clean_rules();
    std::string& regions = texts["regions.yaml"];
    regions = replaced(regions, "contact@mb.example }",
                       "contact@mb.example" + absent("{ from: 2026-12-01, until: 2026-12-14 }"));
    regions = replaced(regions, "achtervang@mb.example }",
                       "achtervang@mb.example" + absent("{ from: 2026-11-01, until: 2026-11-02 }, "
                                                        "{ from: 2026-12-10, until: 2026-12-20 }"));
    EXPECT_THAT(told(texts), ElementsAre("X"));
}

TEST(Check, PoliciesAndStepsThatReachNobody) {
    const std::string ladder = "  take_up: [";
    const std::string other =
        "  other:\n"
        "    take_up: { within: 1 working_day, from: request.registered, until: request.taken_up }\n"
        "    assess: { within: 2 working_days, from: request.taken_up, until: request.referred }\n"
        "    report_back: { within: 4 weeks, from: referral.sent, until: referral.reported_back }\n"
        "    decide: { within: 2 working_days, from: request.deciding, until: request.referred }\n"
        "    follow_up: { within: 4 weeks, from: request.introduced, until: request.followed_up }\n";
    expect_told(
        "deadlines.yaml",
        {
            {"default: blueprint", other + "default: blueprint", {"8:3: warning: X"}},
            {ladder, "  feedback: [ { on: missed, to: [team] } ]\n" + ladder, {"10:3: warning: X"}},
            {ladder, "  decide: [ { on: warned, to: [owner] } ]\n" + ladder, {"10:19: warning: X"}},
            {ladder, "  report_back: [ { on: missed, to: [team, pow_director] } ]\n" + ladder,
             {"10:45: warning: X"}},
            {ladder, "  assess: [ { on: missed, to: [regional_contact] } ]\n" + ladder,
             {"10:34: warning: X"}},
            // The rule care refers at once, so at the take-up a contact may be there.
            {"to: [owner]", "to: [owner, regional_contact]", {}},
            {ladder, "  report_back: [ { on: missed, to: [backup, wsp, wsp_manager] } ]\n" + ladder, {}},
        });
    RulesTexts texts = clean_rules();
    texts["routing.yaml"] = replaced(texts["routing.yaml"], ", mode: immediately", "");
    texts["deadlines.yaml"] = replaced(texts["deadlines.yaml"], "to: [owner]", "to: [backup]");
    EXPECT_THAT(told(texts), ElementsAre("X"));
    texts = clean_rules();
    texts["deadlines.yaml"] = replaced(
        replaced(texts["deadlines.yaml"], "default: blueprint",
                 "    forward: { within: 1 working_day, from: referral.sent, until: "
                 "referral.forwarded }\ndefault: blueprint"),
        ladder, "  forward: [ { on: missed, to: [wsp] } ]\n" + ladder);
    EXPECT_THAT(told(texts), ElementsAre("X"));
}

TEST(Check, ACalendarThatWasNotRenewed) {
    expect_told("calendar.yaml",
                {
                    {"holidays: netherlands", "holidays: none", {"4:11: warning: X"}},
                    {"closed: [2026-12-24]", "closed: [2026-10-26, 2026-05-06]", {"5:10: warning: X"}},
                    {"closed: [2026-12-24]", "closed: []", {}},
                    {"holidays: netherlands\nclosed: [2026-12-24]",
                     "holidays: none\nclosed: [2027-12-31]",
                     {}},
                });
}

TEST(Check, WorkingDaysWithNobodyOnDuty) {
    expect_told(
        "roster.yaml",
        {
            {", friday: anna", "", {"4:1: warning: X"}},
            {"from: 2027-02-01, until: 2027-02-05", "from: 2026-11-27, until: 2026-12-07",
             {"6:11: warning: X"}},
            {"date: 2027-01-04", "date: 2026-12-25", {"5:22: warning: X"}},
            {"date: 2027-01-04", "date: 2026-11-03", {}},
            // The ninth week, and what is over.
            {"from: 2027-02-01, until: 2027-02-05", "from: 2027-01-18, until: 2027-02-05", {}},
            {"from: 2027-02-01, until: 2027-02-05", "from: 2026-11-02, until: 2026-11-22", {}},
        });
    RulesTexts texts = clean_rules();
    std::string& roster = texts["roster.yaml"];
    roster = replaced(roster, "anna@werk.example }\n",
                      "anna@werk.example }\n  bram: { name: Bram, email: bram@werk.example }\n");
    roster = replaced(roster, "monday: anna", "monday: bram");
    roster = replaced(roster, "stand_in: [anna]", "stand_in: []");
    roster = replaced(roster, "{ who: anna, from: 2027-02-01, until: 2027-02-05 }",
                      "{ who: bram, from: 2026-11-30, until: 2026-11-30 }, "
                      "{ who: anna, from: 2027-01-04, until: 2027-01-04 }");
    EXPECT_THAT(told(texts), ElementsAre("X", "Y"));
    roster = replaced(roster, "stand_in: []", "stand_in: [bram]");
    EXPECT_THAT(told(texts), ElementsAre("X"));
    roster = replaced(roster, "bram, friday: anna", "bram");
    EXPECT_THAT(told(texts), ElementsAre("X", "Y", "Z"));
}

TEST(Check, SignpostsThatAreShownToNobody) {
    expect_told("signposts.yaml",
                {
                    {"until: 2027-07-31", "until: 2026-11-22", {"7:38: warning: X"}},
                    {"until: 2027-07-31", "until: 2026-11-23", {}},
                    {"when: { region: midden-brabant }",
                     "when: { urgency: urgent, none: [ { urgency: { exists: true } } ] }",
                     {"6:5: warning: X"}},
                    {"when: { region: midden-brabant }", "when: { employer.size: { at_most: 49 } }",
                     {"8:5: warning: X"}},
                    {"101-", "102-", {"8:64: warning: X"}},
                    {"101-", "251-", {"8:64: warning: X"}},
                });
}

TEST(Check, FilesThatNeedNotBeThere) {
    RulesTexts texts = clean_rules();
    for (const char* file : {"digests.yaml", "signposts.yaml", "tests.yaml"}) texts.erase(file);
    EXPECT_THAT(told(texts), ElementsAre("X", "Y", "Z"));
    texts = clean_rules();
    texts["digests.yaml"] = "empty: skip\n";
    texts["tests.yaml"] = "tests: []\n";
    EXPECT_THAT(told(texts), ElementsAre("X", "Y"));
}

TEST(Check, RunsTheExamplesAtTheirPlaces) {
    expect_told("tests.yaml",
                {{"policy: blueprint, signposts: voucher", "signposts: []",
                  {"2:5: error: example \"care goes at once\": signposts: expected [], got "
                   "[voucher]"}}});
}

TEST(Check, WithoutTheFilesPlacesAreTheirBeginnings) {
    RulesTexts texts = clean_rules();
    texts["signposts.yaml"] = replaced(texts["signposts.yaml"], "101-", "251-");
    const RulesFolder folder(texts);
    const RulesRead read = read_rules(folder.path(), *Zone::find("Europe/Amsterdam"));
    ASSERT_TRUE(read.rules);
    const Findings findings = check_rules(*read.rules, monday_morning, Locator("rules"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].problem.where, "rules/signposts.yaml:1:1");
    EXPECT_EQ(findings[0].severity, Finding::Severity::warning);
}

TEST(Check, TheShippedRulesHaveNoFinding) {
    const RulesRead read = read_rules(std::string(WERKTDOOR_SOURCE_DIR) + "/rules",
                                      *Zone::find("Europe/Amsterdam"));
    ASSERT_TRUE(read.rules);
    EXPECT_THAT(read.findings, IsEmpty());
    EXPECT_THAT(check_rules(*read.rules, monday_morning, read.at), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
