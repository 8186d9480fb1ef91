// One row for each thing that a reviewer would say of rules that are right in themselves.
#include "codec/check_rules.hpp"

#include "codec/check_fixture.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

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
             above_last(
                 "  - name: nurses\n"
                 "    when: { kind: demand, sector: \"86.10\", headcount: { at_least: 5 } }\n"
                 "    refer: { to: region_of_site }\n"),
             {"5:11: warning: this rule never matches: rule \"care\" above takes all that it "
              "would; move it above, or take it out"}},
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
             {"11:11: warning: this rule never matches: rules \"all-demand\" and \"all-offer\" "
              "above together take all it would; move it above, or take it out"}},
            {last,
             above_last("  - name: nobody\n"
                        "    when: { kind: demand, none: [ { kind: demand } ] }\n"
                        "    refer: { to: region_of_site }\n"),
             {"6:5: warning: this rule never matches: its conditions exclude each other; take one "
              "of them out"}},
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

TEST(Check, PoliciesAndStepsThatReachNobody) {
    const std::string ladder = "  take_up: [";
    const std::string other =
        "  other:\n"
        "    take_up: { within: 1 working_day, from: request.registered, until: request.taken_up "
        "}\n"
        "    assess: { within: 2 working_days, from: request.taken_up, until: request.referred }\n"
        "    report_back: { within: 4 weeks, from: referral.sent, until: referral.reported_back }\n"
        "    decide: { within: 2 working_days, from: request.deciding, until: request.referred }\n"
        "    follow_up: { within: 4 weeks, from: request.introduced, until: request.followed_up "
        "}\n";
    expect_told(
        "deadlines.yaml",
        {
            {"default: blueprint",
             other + "default: blueprint",
             {"8:3: warning: no rule uses policy \"other\" and it is not the default; name it in "
              "\"deadlines\" of a rule or take it out"}},
            {ladder,
             "  feedback: [ { on: missed, to: [team] } ]\n" + ladder,
             {"10:3: warning: these steps reach nobody: no policy has the clock feedback; add it "
              "to a policy or take them out"}},
            {ladder,
             "  decide: [ { on: warned, to: [owner] } ]\n" + ladder,
             {"10:19: warning: this step reaches nobody: no policy warns on decide; give the clock "
              "\"warn\" or take the step out"}},
            {ladder,
             "  report_back: [ { on: missed, to: [team, pow_director] } ]\n" + ladder,
             {"10:43: warning: pow_director reaches nobody here: no region has a pow_director, so "
              "the team hears of it; name owner, team or coordinator instead"}},
            {ladder,
             "  assess: [ { on: missed, to: [regional_contact] } ]\n" + ladder,
             {"10:32: warning: regional_contact reaches nobody here: the request is with no region "
              "while assess runs, so the team hears of it; name owner, team or coordinator "
              "instead"}},
            // The rule care refers at once, so at the take-up a contact may be there.
            {"to: [owner]", "to: [owner, regional_contact]", {}},
            {ladder,
             "  report_back: [ { on: missed, to: [backup, wsp, wsp_manager] } ]\n" + ladder,
             {}},
        });
    RulesTexts texts = clean_rules();
    texts["routing.yaml"] = replaced(texts["routing.yaml"], ", mode: immediately", "");
    texts["deadlines.yaml"] = replaced(texts["deadlines.yaml"], "to: [owner]", "to: [backup]");
    EXPECT_THAT(told(texts),
                ElementsAre("deadlines.yaml:10:33: warning: backup reaches nobody here: the "
                            "request is with no region while take_up runs, so the team hears of "
                            "it; name owner, team or coordinator instead"));
    texts = clean_rules();
    texts["deadlines.yaml"] =
        replaced(replaced(texts["deadlines.yaml"], "default: blueprint",
                          "    forward: { within: 1 working_day, from: referral.sent, until: "
                          "referral.forwarded }\ndefault: blueprint"),
                 ladder, "  forward: [ { on: missed, to: [wsp] } ]\n" + ladder);
    EXPECT_THAT(
        told(texts),
        ElementsAre(
            "deadlines.yaml:11:33: warning: wsp reaches nobody here: no WSP has the referral while "
            "forward runs, so the team hears of it; name owner, team or coordinator instead"));
}

TEST(Check, SignpostsThatAreShownToNobody) {
    expect_told("signposts.yaml",
                {
                    {"until: 2027-07-31",
                     "until: 2026-11-22",
                     {"7:39: warning: signpost \"voucher\" ended on 2026-11-22 and is shown to "
                      "nobody; renew \"valid\" or take it out"}},
                    {"until: 2027-07-31", "until: 2026-11-23", {}},
                    {"when: { region: midden-brabant }",
                     "when: { urgency: urgent, none: [ { urgency: { exists: true } } ] }",
                     {"6:5: warning: this signpost fits no request: its conditions exclude each "
                      "other; take one of them out"}},
                    {"when: { region: midden-brabant }",
                     "when: { employer.size: { at_most: 49 } }",
                     {"8:5: warning: this signpost fits no request: no employer that fits \"when\" "
                      "has a size of a tier"}},
                    {"101-",
                     "102-",
                     {"8:69: warning: no tier has 101 employees, so such an employer is not "
                      "pointed here; add a tier or widen one"}},
                    {"101-",
                     "251-",
                     {"8:69: warning: no tier has 101 to 250 employees, so such an employer is not "
                      "pointed here; add a tier or widen one"}},
                });
}

TEST(Check, FilesThatNeedNotBeThere) {
    RulesTexts texts = clean_rules();
    for (const char* file : {"digests.yaml", "signposts.yaml", "tests.yaml"}) texts.erase(file);
    EXPECT_THAT(
        told(texts),
        ElementsAre("digests.yaml:1:1: warning: there is no such file, so no daily lists go out",
                    "signposts.yaml:1:1: warning: there is no such file, so employers are pointed "
                    "to no initiatives",
                    "tests.yaml:1:1: warning: there is no such file, so no example guards the "
                    "rules; write what must come out for a few requests"));
    texts = clean_rules();
    texts["digests.yaml"] = "empty: skip\n";
    texts["tests.yaml"] = "tests: []\n";
    EXPECT_THAT(told(texts), ElementsAre("digests.yaml:1:1: warning: no daily lists go out; write "
                                         "\"regional_contact\" or \"team\" with its time",
                                         "tests.yaml:1:8: warning: no example guards the rules; "
                                         "write what must come out for a few requests"));
}

TEST(Check, RunsTheExamplesAtTheirPlaces) {
    expect_told("tests.yaml",
                {{"policy: blueprint",
                  "signposts: []",
                  {"2:5: error: example \"care goes at once\": signposts: expected [], got "
                   "[voucher]"}}});
}

TEST(Check, ARuleForAMunicipalityBelowTheOneForItsRegion) {
    expect_told(
        "routing.yaml",
        {{"  - name: default\n",
          "  - { name: oss, when: { region: noordoost-brabant }, refer: { to: region_of_site } }\n"
          "  - { name: oss-too, when: { municipality: Oss }, refer: { to: region_of_site } }\n"
          "  - name: default\n",
          {"6:13: warning: this rule never matches: rule \"oss\" above takes all that it would; "
           "move it above, or take it out"}}});
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
    const RulesRead read =
        read_rules(std::string(WERKTDOOR_SOURCE_DIR) + "/rules", *Zone::find("Europe/Amsterdam"));
    ASSERT_TRUE(read.rules);
    EXPECT_THAT(read.findings, IsEmpty());
    EXPECT_THAT(check_rules(*read.rules, monday_morning, read.at), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
