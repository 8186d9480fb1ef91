// The same for who is there and who is not: regions, WSPs, calendar and roster.
#include "codec/check_rules.hpp"

#include "codec/check_fixture.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;

TEST(CheckPeople, RequestsAndWspsThatRulesLeaveOut) {
    expect_told("routing.yaml",
                {
                    {"  - name: default\n",
                     "  - name: default\n    when: { kind: demand }\n",
                     {"1:1: warning: a request that fits none of these rules is unroutable; end "
                      "with a rule without \"when\" that takes the rest"}},
                    // Each request is one or the other.
                    {"  - name: default\n",
                     "  - { name: d, when: { kind: demand }, refer: { to: region_of_site } }\n"
                     "  - name: o\n"
                     "    when: { kind: offer }\n",
                     {}},
                    {"to: region_of_site", "to: region_of_site, wsps: [wsp-nob]", {}},
                });
    RulesTexts texts = clean_rules();
    texts["routing.yaml"] =
        replaced(texts["routing.yaml"], "to: region_of_site", "to: [midden-brabant]");
    EXPECT_THAT(told(texts),
                ElementsAre("regions.yaml:11:3: warning: no rule leads to region "
                            "\"noordoost-brabant\"; name it in \"to\" of a rule, or write "
                            "region_of_site there"));
    texts = clean_rules();
    texts["regions.yaml"] += "      wsp-oss: { name: Oss, email: oss@nob.example }\n";
    texts["routing.yaml"] = replaced(texts["routing.yaml"], "to: region_of_site",
                                     "to: region_of_site, wsps: [wsp-nob]");
    EXPECT_THAT(
        told(texts),
        ElementsAre("regions.yaml:17:7: warning: WSP \"wsp-oss\" is never proposed: each rule that "
                    "leads to its region names other WSPs; name it there or take it out"));
}

TEST(CheckPeople, MunicipalitiesThatNoWspServes) {
    RulesTexts texts = clean_rules();
    texts["reference/municipalities.csv"] += "GM0757,Boxtel,midden-brabant,Noord-Brabant\n";
    EXPECT_THAT(
        told(texts),
        ElementsAre(
            "regions.yaml:7:5: warning: no WSP of \"midden-brabant\" serves Boxtel (GM0757), so a "
            "request there goes to all its WSPs; add it to \"municipalities\" of one"));
    for (const char* code : {"GM0001", "GM0002", "GM0003", "GM0004"})
        texts["reference/municipalities.csv"] +=
            std::string(code) + ",Plaats " + code + ",midden-brabant,Noord-Brabant\n";
    EXPECT_THAT(
        told(texts),
        ElementsAre("regions.yaml:7:5: warning: no WSP of \"midden-brabant\" serves Plaats GM0001 "
                    "(GM0001), Plaats GM0002 (GM0002), Plaats GM0003 (GM0003) and 2 more, so a "
                    "request there goes to all its WSPs; add them to \"municipalities\" of one"));
}

TEST(CheckPeople, ContactsWithNobodyToStandIn) {
    const std::string contact = "contact@nob.example }";
    const auto absent = [](const std::string& days) { return ", absent: [ " + days + " ] }"; };
    expect_told("regions.yaml",
                {
                    {contact,
                     "contact@nob.example" + absent("{ from: 2026-11-01, until: 2026-11-27 }"),
                     {"14:69: warning: the contact of \"noordoost-brabant\" is absent from "
                      "2026-11-23 until 2026-11-27 and has no backup: mail goes to the "
                      "coordinator; name a \"backup\""}},
                    // Over, and a weekend.
                    {contact,
                     "contact@nob.example" + absent("{ from: 2026-11-01, until: 2026-11-22 }, "
                                                    "{ from: 2026-11-28, until: 2026-11-29 }"),
                     {}},
                    {"achtervang@mb.example",
                     "Contact@MB.example",
                     {"6:13: warning: the contact of \"midden-brabant\" is its own backup, so "
                      "nobody stands in when it is absent; name somebody else"}},
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
    EXPECT_THAT(told(texts),
                ElementsAre("regions.yaml:6:114: warning: contact and backup of \"midden-brabant\" "
                            "are both absent from 2026-12-10 until 2026-12-14: mail goes to the "
                            "coordinator too; change one of the absences, or name another backup"));
}

TEST(CheckPeople, ACalendarThatWasNotRenewed) {
    expect_told("calendar.yaml",
                {
                    {"holidays: netherlands",
                     "holidays: none",
                     {"4:11: warning: the holidays of 2027 are missing: no day of that year is "
                      "closed; list them in \"closed\", or write \"holidays: netherlands\""}},
                    {"closed: [2026-12-24]",
                     "closed: [2026-10-26, 2026-05-06]",
                     {"5:10: warning: the last closed day, 2026-10-26, is over; add the days that "
                      "are closed in the coming year, or empty \"closed\""}},
                    {"closed: [2026-12-24]", "closed: []", {}},
                    {"holidays: netherlands\nclosed: [2026-12-24]",
                     "holidays: none\nclosed: [2027-12-31]",
                     {}},
                });
}

TEST(CheckPeople, WorkingDaysWithNobodyOnDuty) {
    expect_told(
        "roster.yaml",
        {
            {", friday: anna",
             "",
             {"4:1: warning: nobody is on duty on 2026-11-27, on 2026-12-04, on 2026-12-11, on "
              "2026-12-18, on 2027-01-08 and on 2027-01-15: \"week\" names nobody for friday; it "
              "falls to anna, who stands in; name somebody, in \"week\" or as an override"}},
            {"from: 2027-02-01, until: 2027-02-05",
             "from: 2026-11-27, until: 2026-12-07",
             {"6:11: warning: nobody is on duty from 2026-11-27 until 2026-12-07: anna is absent "
              "and nobody who stands in is there; it falls to anna, the coordinator, who is absent "
              "too; name somebody, in \"week\" or as an override"}},
            {"date: 2027-01-04",
             "date: 2026-12-25",
             {"5:22: warning: the override on 2026-12-25 does nothing: nobody works then (Eerste "
              "Kerstdag); choose another day or take it out"}},
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
    EXPECT_THAT(
        told(texts),
        ElementsAre(
            "roster.yaml:7:11: warning: nobody is on duty on 2026-11-30: bram is absent and nobody "
            "who stands in is there; it falls to anna, the coordinator; name somebody, in \"week\" "
            "or as an override",
            "roster.yaml:6:43: warning: nobody is on duty on 2027-01-04: the override names anna, "
            "who is absent, and nobody who stands in is there; it falls to anna, the coordinator, "
            "who is absent too; name somebody, in \"week\" or as an override"));
    roster = replaced(roster, "stand_in: []", "stand_in: [bram]");
    EXPECT_THAT(told(texts),
                ElementsAre("roster.yaml:7:11: warning: nobody is on duty on 2026-11-30: bram is "
                            "absent and nobody who stands in is there; it falls to anna, the "
                            "coordinator; name somebody, in \"week\" or as an override"));
    roster = replaced(roster, "bram, friday: anna", "bram");
    EXPECT_THAT(
        told(texts),
        ElementsAre(
            "roster.yaml:5:1: warning: nobody is on duty on 2026-11-27, on 2026-12-04, on "
            "2026-12-11, on 2026-12-18, on 2027-01-08 and on 2027-01-15: \"week\" names nobody for "
            "friday; it falls to bram, who stands in; name somebody, in \"week\" or as an override",
            "roster.yaml:7:11: warning: nobody is on duty on 2026-11-30: bram is absent and nobody "
            "who stands in is there; it falls to anna, the coordinator; name somebody, in \"week\" "
            "or as an override"));
}

}  // namespace
}  // namespace werktdoord
