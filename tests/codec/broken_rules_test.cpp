// One row for each thing that rules can get wrong: what is changed, and what is told.
#include <gmock/gmock.h>

#include "codec/rules.hpp"
#include "codec/rules_fixture.hpp"

namespace werktdoord {
namespace {

struct Mistake {
    std::string from;
    std::string to;
    std::string finding;  // line:column: severity: text
};

void expect_findings(const std::string& file, const std::vector<Mistake>& rows) {
    const Zone zone = *Zone::find("Europe/Amsterdam");
    for (const auto& row : rows) {
        RulesTexts texts = small_rules();
        texts.at(file) = replaced(texts.at(file), row.from, row.to);
        const RulesFolder folder(texts);
        const auto lines = told(read_rules(folder.path(), zone).findings);
        const std::string place = (folder.path() / file).string() + ":";
        EXPECT_THAT(lines, testing::ElementsAre(place + row.finding)) << row.to;
    }
}

TEST(BrokenRules, Regions) {
    expect_findings(
        "regions.yaml",
        {
            {"    code: AM28\n", "", "3:5: error: \"code\" is missing here"},
            {"AM29", "AM28", "12:11: error: the code AM28 is that of \"midden-brabant\""},
            {"      wsp-nob: { name: WSP, email: wsp@nob.example }\n", "",
             "11:3: error: region \"noordoost-brabant\" has no WSP; name one in \"wsps\""},
            {"wsp@nob.example", "wsp@nob", "16:36: error: \"wsp@nob\" is no e-mail address"},
            {"wsp@nob.example", "wsp nob.example",
             "16:36: error: \"wsp nob.example\" is no e-mail address"},
            {"email: contact@nob.example }",
             "email: contact@nob.example, absent: [ { from: 2027-01-02, until: 2027-01-01 } ] }",
             "14:96: error: \"until\" is before \"from\""},
            {"email: contact@nob.example }",
             "email: contact@nob.example, absent: [ { from: tomorrow, until: 2027-01-01 } ] }",
             "14:77: error: expected a day such as 2026-12-25, found \"tomorrow\""},
            {"GM0855", "GM0856",
             "8:68: error: unknown municipality \"GM0856\"; did you mean \"GM0855\"?"},
            {"GM0855", "GM0828",
             "8:68: error: Oss (GM0828) lies in region \"noordoost-brabant\", not here"},
            {"GM0855", "GM0855, GM0855", "8:76: error: municipality \"GM0855\" is given twice"},
            {"[GM0855]", "[]",
             "8:67: error: this list is empty; leave it out for the whole region"},
            {"wsp_manager", "wsp_manger",
             "10:7: error: unknown key \"wsp_manger\"; did you mean \"wsp_manager\"?"},
            {"    name: Midden-Brabant\n", "    name: [Midden-Brabant]\n",
             "4:11: error: expected text, found a list"},
            {"    contact: { name: Contact, email: contact@nob.example }\n",
             "    contact: contact@nob.example\n",
             "14:14: error: expected a mapping, found a single value"},
            {"      wsp-nob:", "      WSP_nob:",
             "16:7: error: \"WSP_nob\" cannot name a WSP; use lower-case letters, digits and "
             "hyphens, a letter first"},
        });
}

TEST(BrokenRules, ARegionMayBeCalledNo) {
    RulesTexts texts = small_rules();
    texts["regions.yaml"] +=
        "  no: { code: NO, name: Noord, contact: { name: N, email: n@n.example }, "
        "wsps: { w: { name: W, email: w@n.example } } }\n";
    texts["reference/municipalities.csv"] += "GM0001,Noord,no,Noord\n";
    const RulesFolder folder(texts);
    const RulesRead read = read_rules(folder.path(), *Zone::find("Europe/Amsterdam"));
    ASSERT_TRUE(read.rules);
    EXPECT_TRUE(read.rules->regions.contains(RegionKey("no")));
}

TEST(BrokenRules, Municipalities) {
    expect_findings(
        "reference/municipalities.csv",
        {
            {"code,name", "code,naam",
             "1:1: error: the first line must name the columns; it lacks name"},
            {"GM0828,Oss,noordoost-brabant", "GM0828,Oss,noordost-brabant",
             "3:12: error: unknown region \"noordost-brabant\"; did you mean "
             "\"noordoost-brabant\"?"},
            {"Oss,", "Oss,,", "3:1: error: expected 4 fields, found 5"},
            {"Oss", "O\"ss", "3:8: error: a quote inside a field that does not begin with one"},
            {"Noord-Brabant\nGM0828", "\"Noord-Brabant\nGM0828",
             "2:31: error: the quote does not close"},
            {"GM0828", "0828", "3:1: error: expected a code such as GM0855, found \"0828\""},
            {"GM0828", "GM0855", "3:1: error: municipality GM0855 is given twice"},
            {"Oss", "", "3:8: error: this may not be empty"},
        });
}

TEST(BrokenRules, Postcodes) {
    expect_findings(
        "reference/postcodes.csv",
        {
            {"5341,GM0828", "5341,GM0829",
             "3:6: error: unknown municipality \"GM0829\"; did you mean \"GM0828\"?"},
            {"5341", "534", "3:1: error: expected the four digits of a postcode, found \"534\""},
            {"5341", "5038", "3:1: error: postcode 5038 is given twice"},
            {"5341", "0341", "3:1: error: expected the four digits of a postcode, found \"0341\""},
            {"5341", "\xE9",
             "3:1: error: not UTF-8: byte 0xE9 (\"é\" in Latin-1); save the file "
             "as UTF-8"},
        });
}

TEST(BrokenRules, Routing) {
    expect_findings(
        "routing.yaml",
        {
            {"name: default\n    refer", "refer", "5:5: error: \"name\" is missing here"},
            {"name: default", "name: care", "5:11: error: a rule \"care\" stands above"},
            {"to: [midden-brabant]", "to: [midden-braband]",
             "4:19: error: unknown region \"midden-braband\"; did you mean \"midden-brabant\"?"},
            {"to: region_of_site", "to: region_of_sites",
             "6:18: error: unknown region \"region_of_sites\"; did you mean \"region_of_site\"?"},
            {"immediately", "now",
             "4:42: error: \"now\" is none of: immediately, after_assessment"},
            {"wsps: [wsp-mb]", "wsps: [wsp-bm]",
             "4:62: error: unknown WSP \"wsp-bm\"; did you mean \"wsp-mb\"?"},
            {"wsps: [wsp-mb]", "wsps: [wsp-nob]",
             "4:62: error: WSP \"wsp-nob\" is in none of the regions of \"to\""},
            {"[wsp_manager]", "[wsp_manger]",
             "4:80: error: unknown role \"wsp_manger\"; did you mean \"wsp_manager\"?"},
            {"region_of_site }", "region_of_site }\n    deadlines: bluprint",
             "7:16: error: unknown policy \"bluprint\"; did you mean \"blueprint\"?"},
            {"region_of_site }", "region_of_site }\n    continue: yes",
             "7:15: error: expected true or false, found \"yes\""},
            {"    refer: { to: region_of_site }\n", "",
             "5:5: error: this rule does nothing; give it \"refer\" or \"deadlines\""},
            {"    refer: { to: region_of_site }\n", "    deadlines: blueprint\n",
             "5:5: warning: this rule decides without a region: what it matches is unroutable"},
            {"  - name: default\n",
             "  - name: all\n    refer: { to: region_of_site }\n"
             "  - name: default\n",
             "7:5: error: this rule is never tried: rule \"all\" above decides everything"},
            {"headcount:", "headcont:",
             "3:55: error: unknown field \"headcont\"; did you mean \"headcount\"?"},
            {"at_least: 2", "at_lest: 2",
             "3:68: error: unknown key \"at_lest\"; did you mean \"at_least\"?"},
            {"at_least: 2", "at_least: \"2\"",
             "3:78: error: expected a whole number from 0 to 2147483647, found the text \"2\""},
            {"{ at_least: 2 }", "many",
             "3:66: error: expected a whole number from 0 to 2147483647, found \"many\""},
            {"{ at_least: 2 }", "{ at_least: 10, at_most: 9 }",
             "3:91: error: \"at_most\" is less than \"at_least\""},
            {"{ at_least: 2 }", "{ prefix: 2 }",
             "3:76: error: \"prefix\" does not fit headcount, which is no text"},
            {"{ at_least: 2 }", "[]",
             "3:66: error: this is empty; to test for a missing field write { exists: false }"},
            {"{ at_least: 2 }", "{}",
             "3:66: error: expected one of: not, prefix, at_least, at_most, exists"},
            {"kind: demand", "kind: deman",
             "3:19: error: unknown kind \"deman\"; did you mean \"demand\"?"},
            {"kind: demand", "kind: { at_least: 3 }",
             "3:31: error: a range does not fit kind, which is neither a number nor a day"},
            {"kind: demand", "consentToIntroduce: no",
             "3:33: error: expected true or false, found \"no\""},
            {"kind: demand", "period.from: { at_least: 1 december }",
             "3:38: error: expected a day such as 2026-12-25, found \"1 december\""},
            {"kind: demand", "region: { not: midden-braband }",
             "3:28: error: unknown region \"midden-braband\"; did you mean \"midden-brabant\"?"},
            {"kind: demand", "any: [ { municipality: Tilborg } ]",
             "3:36: error: unknown municipality \"Tilborg\"; did you mean \"Tilburg\"?"},
            {"kind: demand", "none: []", "3:19: error: this list is empty"},
            {"kind: demand", "all: { kind: demand }",
             "3:18: error: expected a list, found a mapping"},
            {"when: { kind: demand, sector: { prefix: [\"86\"] }, headcount: { at_least: 2 } }",
             "when:", "3:5: error: this is empty; leave it out to match everything"},
        });
}

TEST(BrokenRules, Deadlines) {
    expect_findings(
        "deadlines.yaml",
        {
            {"within: 1 working_day,", "within: 1 workday,",
             "3:24: error: \"1 workday\" is no length of time; write a count from 1 to 100000 and "
             "working_days, working_hours, days or weeks, like \"2 working_days\""},
            {"4 working_hours before", "4 working_hours",
             "3:45: error: expected a time such as \"4 working_hours before\" or \"1 working_day "
             "after\", found \"4 working_hours\""},
            {"default: blueprint", "default: bluprint",
             "8:10: error: unknown policy \"bluprint\"; did you mean \"blueprint\"?"},
            {"unless: request.referred", "unles: request.referred",
             "4:126: error: unknown key \"unles\"; did you mean \"unless\"?"},
            {"from: referral.sent", "from: referral.send",
             "5:43: error: unknown event \"referral.send\"; did you mean \"referral.sent\"?"},
            {"from: referral.sent", "from: [referral.sent, request.referred]",
             "5:43: error: this clock cannot start at request.referred: its referral is not there "
             "yet; write referral.sent"},
            {"[ { on: warned", "[ { on: warnd",
             "10:20: error: \"warnd\" is none of: warned, missed; did you mean \"warned\"?"},
            {"[ { on: warned, ", "[ { ", "10:14: error: a step needs one of: on, after"},
            {"to: [owner]", "to: [boss]", "10:33: error: unknown role \"boss\""},
            {"to: [owner]", "to: [employer]", "10:33: error: unknown role \"employer\""},
            {"to: [owner]", "to: []", "10:32: error: a step needs somebody to go to"},
            {"to: [owner] }", "to: [owner], repeat: 2 }",
             "10:49: error: \"repeat\" goes with \"after\" only"},
            {"  take_up: [", "  takeup: [",
             "10:3: error: unknown clock \"takeup\"; did you mean \"take_up\"?"},
            {"until: request.followed_up", "until: [request.followed_up, request.note]",
             "7:68: error: request.note cannot stand here; else a request could be introduced "
             "without a clock"},
        });
}

TEST(BrokenRules, DeadlinesThatWouldLeaveARequestInLimbo) {
    expect_findings(
        "deadlines.yaml",
        {
            {"    report_back: { within: 4 weeks, from: referral.sent, until: "
             "referral.reported_back }\n",
             "",
             "2:3: error: policy \"blueprint\" needs the clock report_back; else a request could "
             "be referred without a clock"},
            {"from: request.deciding", "from: referral.declined",
             "6:45: error: request.deciding must stand here; else a request could be deciding "
             "without a clock"},
            {"until: request.taken_up }", "until: [request.taken_up, request.amended] }",
             "3:102: error: request.amended cannot stand here; else a request could be registered "
             "without a clock"},
        });
}

TEST(BrokenRules, Calendar) {
    expect_findings(
        "calendar.yaml",
        {
            {"09:00-12:30", "12:30-09:00",
             "3:11: error: the closing time must be after the opening time"},
            {"09:00-12:30", "9-12",
             "3:11: error: expected hours such as \"09:00-17:00\", found \"9-12\""},
            {"friday", "freitag", "3:3: error: unknown key \"freitag\"; did you mean \"friday\"?"},
            {"2026-12-24", "24-12-2026",
             "5:10: error: expected a day such as 2026-12-25, found \"24-12-2026\""},
            {"2026-12-24", "2026-12-24, 2026-12-24", "5:22: error: 2026-12-24 is given twice"},
            {"netherlands", "belgium", "4:11: error: \"belgium\" is none of: netherlands, none"},
            {"working_hours:\n  monday: \"09:00-17:00\"\n  friday: \"09:00-12:30\"\n",
             "working_hours: {}\n", "1:16: error: there must be a day with working hours"},
        });
}

TEST(BrokenRules, Roster) {
    expect_findings(
        "roster.yaml",
        {
            {"coordinator: anna", "coordinator: ana",
             "3:14: error: unknown member \"ana\"; did you mean \"anna\"?"},
            {"monday: anna", "maandag: anna",
             "4:9: error: unknown key \"maandag\"; did you mean \"monday\"?"},
            {"friday: anna", "friday: bram", "4:31: error: unknown member \"bram\""},
            {"on_duty: anna } ]", "on_duty: anna }, { date: 2027-01-04, on_duty: anna } ]",
             "5:59: error: 2027-01-04 is given twice"},
            {"who: anna, from: 2027-02-01", "who: anna, from: 2027-02-06",
             "6:49: error: \"until\" is before \"from\""},
            {"  anna: {", "  bram: { name: Bram, email: x }\n  anna: {",
             "2:30: error: \"x\" is no e-mail address"},
            {"  anna: {", "  wsp: { name: W, email: w@w.example }\n  anna: {",
             "2:3: error: \"wsp\" means somebody else; give the member another key"},
        });
}

TEST(BrokenRules, DigestsAndSignposts) {
    expect_findings(
        "digests.yaml",
        {
            {"\"08:15\"", "\"8:15\"",
             "1:13: error: expected a time such as \"08:30\", found \"8:15\""},
            {"on: days", "on: weekdays",
             "1:26: error: \"weekdays\" is none of: working_days, days; did you mean "
             "\"days\"?"},
            {"send", "skp", "2:8: error: \"skp\" is none of: skip, send; did you mean \"skip\"?"},
        });
    expect_findings(
        "signposts.yaml",
        {
            {"251-", "100-200", "8:69: error: these numbers of employees overlap a tier above"},
            {"50-100", "100-50",
             "8:27: error: expected a number of employees such as 50-100 or 251-, found "
             "\"100-50\""},
            {"https://voucher.example", "voucher.example",
             "5:11: error: expected an address such as https://werk.example"},
            {"region: midden-brabant", "region: brabant",
             "6:21: error: unknown region \"brabant\"; did you mean \"midden-brabant\"?"},
            {"2026-11-01", "2027-11-01", "7:39: error: \"until\" is before \"from\""},
        });
}

TEST(BrokenRules, Tests) {
    expect_findings(
        "tests.yaml",
        {
            {"rule: care", "rule: car",
             "4:21: error: unknown rule \"car\"; did you mean \"care\"?"},
            {"signposts: voucher", "signpost: voucher",
             "4:87: error: unknown key \"signpost\"; did you mean \"signposts\"?"},
            {"headcount: 4", "headcount: 0",
             "3:92: error: expected a whole number from 1 to 10000, found \"0\""},
            {"kind: demand, ", "", "3:12: error: \"kind\" is missing here"},
            {"{ postcode: \"5038 AB\" }", "{}",
             "3:37: error: a site needs a postcode or a municipality"},
            {"sector:", "sectr:", "3:64: warning: unknown key \"sectr\"; did you mean \"sector\"?"},
        });
}

}  // namespace
}  // namespace werktdoord
