#include "codec/request_json.hpp"

#include <gmock/gmock.h>

#include "codec/json.hpp"
#include "codec/json_write.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A request with every member of contract section 4, and one nobody here knows.
constexpr std::string_view full_request = R"({
  "kind": "demand",
  "employer": { "name": "Zorggroep De Linde", "kvkNumber": "01234567", "size": 120,
                "contact": { "name": "Noor Bakker", "email": "noor@linde.example", "phone": "06 12345678" } },
  "sites": [ { "postcode": "5038 AB", "municipality": "Tilburg" }, { "municipality": "Goirle" }, { "postcode": "5051" } ],
  "sector": "86.10", "occupation": "verpleegkundige", "headcount": 4, "hoursPerWeek": 32,
  "period": { "from": "2026-12-01", "until": "2027-02-28" },
  "themes": ["collegiale-in-en-uitleen"], "urgency": "urgent",
  "description": "Twee afdelingen.\nMet spoed.", "consentToIntroduce": true, "campaign": { "x": [1, 2.5] } })";

boost::json::value full_value() {
    return parse_json(full_request).value();
}

// The full request with one place set to a JSON text; "" removes it.
boost::json::value changed(std::string_view pointer, std::string_view text) {
    auto value = full_value();
    const std::size_t cut = pointer.rfind('/');
    auto& parent = value.at_pointer(pointer.substr(0, cut));
    const std::string_view name = pointer.substr(cut + 1);
    if (text.empty())
        parent.as_object().erase(name);
    else if (parent.is_array())
        parent.as_array().at(0) = parse_json(text).value();
    else
        parent.as_object()[name] = parse_json(text).value();
    return value;
}

TEST(RequestJson, EveryMemberOfTheContractIsRead) {
    const auto data = read_request_data(full_value());
    ASSERT_TRUE(data) << data.error()[0].where << data.error()[0].text;
    EXPECT_EQ(data->kind, Kind::demand);
    EXPECT_EQ(data->employer.name, "Zorggroep De Linde");
    EXPECT_EQ(data->employer.kvk_number, "01234567");
    EXPECT_EQ(data->employer.size, 120);
    EXPECT_EQ(data->employer.contact,
              (Contact{"Noor Bakker", "noor@linde.example", "06 12345678"}));
    EXPECT_THAT(data->sites,
                ElementsAre(Site{"5038 AB", "Tilburg"}, Site{"", "Goirle"}, Site{"5051", ""}));
    EXPECT_EQ(data->sector, "86.10");
    EXPECT_EQ(data->occupation, "verpleegkundige");
    EXPECT_EQ(data->headcount, 4);
    EXPECT_EQ(data->hours_per_week, 32);
    EXPECT_EQ(to_string(data->period.from.value()), "2026-12-01");
    EXPECT_EQ(to_string(data->period.until.value()), "2027-02-28");
    EXPECT_THAT(data->themes, ElementsAre("collegiale-in-en-uitleen"));
    EXPECT_EQ(data->urgency, Urgency::urgent);
    EXPECT_EQ(data->description, "Twee afdelingen.\nMet spoed.");
    EXPECT_EQ(data->consent_to_introduce, true);
}

TEST(RequestJson, ASiteMayTellItsPeopleAndWhatIsNoNumberOfPeopleIsLeftAside) {
    const auto people = [](const std::string& written) {
        auto value = full_value();
        value.as_object()["sites"] =
            parse_json(R"([{"postcode":"5038","headcount":)" + written + "}]").value();
        const auto data = read_request_data(value);
        EXPECT_TRUE(data) << written;
        return data->sites.at(0).headcount;
    };
    EXPECT_EQ(people("1"), 1);
    EXPECT_EQ(people("10000"), 10000);
    for (const char* other : {"0", "-1", "10001", "1e99", "2.5", "\"3\"", "null", "[]", "true"})
        EXPECT_EQ(people(other), std::nullopt) << other;
}

TEST(RequestJson, MembersNobodyKnowsAreKeptInTheDocument) {
    const auto data = read_request_data(full_value());
    ASSERT_TRUE(data);
    EXPECT_THAT(data->document, HasSubstr(R"("campaign":{"x":[1,2.5]}})"));
    EXPECT_EQ(data->document, to_json(full_value()));
    EXPECT_EQ(read_stored_document(data->document).value(), *data);
}

TEST(RequestJson, OnlyWhatIsRequiredSuffices) {
    const auto data = read_request_text(R"({"kind":"offer","employer":{"name":"Bouw BV",
        "kvkNumber":null,"contact":{"name":"P","email":"p@bouw.example"}},
        "sites":[{"municipality":"Breda"}],"headcount":1,"period":{"from":"","until":""},"urgency":null,"phone":""})");
    ASSERT_TRUE(data) << data.error()[0].where << data.error()[0].text;
    EXPECT_EQ(data->kind, Kind::offer);
    EXPECT_FALSE(data->employer.size || data->hours_per_week || data->urgency ||
                 data->consent_to_introduce || data->period.from);
    const auto empty = read_request_text(R"({"kind":"offer","employer":{"name":"Bouw BV",
        "contact":{"name":"P","email":"p@bouw.example"}},
        "sites":[{"municipality":"Breda"}],"headcount":1,"urgency":""})");
    EXPECT_TRUE(empty && !empty->urgency) << "a text of no characters counts as not given";
}

struct Fault {
    std::string place;
    std::string json;  // empty: the member is missing
    std::string told;
    std::string pointer;  // empty: the place
};

void expect_faults(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) {
        const auto read = read_request_data(changed(fault.place, fault.json));
        ASSERT_FALSE(read) << fault.place << ' ' << fault.json;
        ASSERT_EQ(read.error().size(), 1U) << fault.place << ' ' << fault.json;
        EXPECT_EQ(read.error()[0].where,
                  "/data" + (fault.pointer.empty() ? fault.place : fault.pointer));
        EXPECT_THAT(read.error()[0].text, HasSubstr(fault.told)) << fault.place << fault.json;
    }
}

TEST(RequestJson, EachFaultIsToldAtItsPlace) {
    const std::string long_name = "\"" + std::string(501, 'x') + "\"";
    const std::vector<Fault> faults{
        {"/kind", "", "required", ""},
        {"/kind", R"("vraag")", "one of demand, offer", ""},
        {"/kind", "1", "one of", ""},
        {"/employer", "", "required", ""},
        {"/employer", "[]", "object", ""},
        {"/employer/name", "", "required", ""},
        {"/employer/name", R"("  ")", "empty", ""},
        {"/employer/name", "7", "text", ""},
        {"/employer/name", R"("a\nb")", "control", ""},
        {"/employer/name", R"("a\u0085b")", "control", ""},
        {"/employer/name", R"("a\u2028b")", "control", ""},
        {"/employer/name", long_name, "longer than 500", ""},
        {"/employer/kvkNumber", R"("1234567")", "8 digits", ""},
        {"/employer/kvkNumber", R"("1234567a")", "8 digits", ""},
        {"/employer/kvkNumber", "12345678", "text", ""},
        {"/employer/size", "-1", "0 to 1000000", ""},
        {"/employer/size", "1000001", "0 to 1000000", ""},
        {"/employer/size", R"("50")", "whole number", ""},
        {"/employer/contact", "", "required", ""},
        {"/employer/contact/name", "", "required", ""},
        {"/employer/contact/email", "", "required", ""},
        {"/employer/contact/email", R"("noor")", "one @", ""},
        {"/employer/contact/email", R"("noor@linde.example\r\nBcc: x@y.example")", "control", ""},
        {"/employer/contact/phone", R"("06\u0007")", "control", ""},
        {"/sites", "", "required", ""},
        {"/sites", "{}", "list", ""},
        {"/sites", "[]", "1 to 100", ""},
        {"/sites/0", "5", "object", ""},
        {"/sites/0", "{}", "postcode or municipality", ""},
        {"/sites/0", R"({"postcode":"","municipality":""})", "postcode or municipality", ""},
        {"/sites/0", R"({"postcode":5038})", "text", "/sites/0/postcode"},
        {"/sector", "86", "text", ""},
        {"/sector", R"("zorg")", "SBI", ""},
        {"/sector", R"("86..1")", "SBI", ""},
        {"/sector", R"("86.")", "SBI", ""},
        {"/sector", R"("V")", "SBI", ""},
        {"/sector", R"("8610123")", "SBI", ""},
        {"/occupation", R"("a\tb")", "control", ""},
        {"/headcount", "", "required", ""},
        {"/headcount", "0", "1 to 10000", ""},
        {"/headcount", "10001", "1 to 10000", ""},
        {"/headcount", "2.5", "whole number", ""},
        {"/headcount", R"("4")", "whole number", ""},
        {"/headcount", "true", "whole number", ""},
        {"/headcount", "18446744073709551615", "1 to 10000", ""},
        {"/hoursPerWeek", "169", "0 to 168", ""},
        {"/period", "[]", "object", ""},
        {"/period/from", R"("2026-02-30")", "date", ""},
        {"/period/from", R"("1-12-2026")", "date", ""},
        {"/period/until", R"("2026-11-30")", "before from", ""},
        {"/themes", R"("x")", "list", ""},
        {"/themes/0", "1", "text", ""},
        {"/themes/0", R"("")", "empty", ""},
        {"/urgency", R"("hoog")", "one of normal, urgent", ""},
        {"/description", R"("a\u0000b")", "control", ""},
        {"/consentToIntroduce", R"("ja")", "true or false", ""},
    };
    expect_faults(faults);
}

TEST(RequestJson, ATextOfOnlySpacesOfAnyKindIsEmpty) {
    expect_faults({
        {"/employer/name", R"("\u00a0")", "empty", ""},
        {"/employer/name", R"(" \u200b\ufeff")", "empty", ""},
        {"/sites/0", R"({"municipality":" \u00a0"})", "postcode or municipality", ""},
    });
}

TEST(RequestJson, WhatIsNoPostcodeByItsFormIsTold) {
    std::vector<Fault> faults;
    for (const char* written :
         {"hier", "0538 AB", "50 38 AB", "5038 A B", "5038 A", "5038ABC", "538 AB", "5038 1B"})
        faults.push_back({"/sites/0", R"({"postcode":")" + std::string(written) + R"("})",
                          "no Dutch postcode", "/sites/0/postcode"});
    expect_faults(faults);
}

TEST(RequestJson, WhatLooksOddButIsRightIsTaken) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"/sites/0", R"({"postcode":"9999ZZ"})"},
        {"/sites/0", R"({"postcode":"5038ab"})"},
        {"/sector", R"("Q")"},
        {"/sector", R"("01")"},
        {"/sector", R"("8610")"},
        {"/sector", R"("86 10")"},
        {"/sector", R"(" 86.10 ")"},
        {"/sector", R"("q")"},
        {"/headcount", "4.0"},
        {"/headcount", "10000"},
        {"/employer/size", "0"},
        {"/hoursPerWeek", "0"},
        {"/period/until", R"("2026-12-01")"},
        {"/period/until", "null"},
        {"/employer/name", R"("Café 't Hoekje & Zn. 😀")"},
        {"/employer/contact/email", R"("info@caf\u00e9.example")"},
        {"/themes", "[]"},
        {"/description", R"("")"},
    };
    for (const auto& [place, json] : cases) {
        const auto read = read_request_data(changed(place, json));
        EXPECT_TRUE(read) << place << ' ' << json << ' ' << read.error()[0].text;
    }
}

TEST(RequestJson, LimitsCountCharactersNotBytes) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "é";
    EXPECT_TRUE(read_request_data(changed("/description", "\"" + text + "\"")));
    EXPECT_FALSE(read_request_data(changed("/description", "\"" + text + "é\"")));
}

TEST(RequestJson, AHundredSitesAndFiftyThemesAreTheMost) {
    const auto list = [](std::size_t size, const std::string& item) {
        std::string text = "[" + item;
        for (std::size_t i = 1; i < size; ++i) text += "," + item;
        return text + "]";
    };
    const std::string site = R"({"municipality":"Breda"})";
    EXPECT_TRUE(read_request_data(changed("/sites", list(100, site))));
    EXPECT_FALSE(read_request_data(changed("/sites", list(101, site))));
    EXPECT_TRUE(read_request_data(changed("/themes", list(50, "\"t\""))));
    EXPECT_FALSE(read_request_data(changed("/themes", list(51, "\"t\""))));
}

TEST(RequestJson, EveryProblemIsToldAtOnce) {
    const auto read = read_request_text(
        R"({"kind":"x","employer":{"contact":{"email":"a"}},"sites":[{"postcode":"5038 AB"},{}]})");
    ASSERT_FALSE(read);
    std::vector<std::string> places;
    for (const Problem& problem : read.error()) places.push_back(problem.where);
    EXPECT_THAT(places, ElementsAre("/kind", "/employer/name", "/employer/contact/name",
                                    "/employer/contact/email", "/sites/1", "/headcount"));
}

TEST(RequestJson, AStoredDocumentThatWasErasedStillReads) {
    const auto read = read_stored_document(R"({"kind":"offer","employer":{},"headcount":3})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->kind, Kind::offer);
    EXPECT_EQ(read->headcount, 3);
    EXPECT_TRUE(read->employer.contact.email.empty());
    EXPECT_FALSE(read_stored_document("[]"));
    EXPECT_FALSE(read_stored_document("{"));
}

TEST(AmendDocument, WholeMembersAreReplacedAndNullRemoves) {
    const std::string before = to_json(full_value());
    const auto after = amend_document(
        before, R"({"headcount":6,"period":{"from":"2027-01-04"},"urgency":null,"extra":"x"})");
    ASSERT_TRUE(after) << after.error()[0].text;
    const auto data = read_stored_document(*after).value();
    EXPECT_EQ(data.headcount, 6);
    EXPECT_FALSE(data.period.until);
    EXPECT_FALSE(data.urgency);
    EXPECT_EQ(data.employer.name, "Zorggroep De Linde");
    EXPECT_THAT(*after, HasSubstr(R"("campaign")"));
    EXPECT_THAT(*after, HasSubstr(R"("extra":"x")"));
}

TEST(AmendDocument, AWrongPatchIsRefusedAtItsPlace) {
    const std::vector<std::array<std::string, 3>> cases{
        {R"({"kind":"offer"})", "/data/kind", "does not change"},
        {R"({"kind":null})", "/data/kind", "does not change"},
        {R"({"headcount":0})", "/data/headcount", "1 to 10000"},
        {R"({"sites":null})", "/data/sites", "required"},
        {R"({"employer":{"name":"X"}})", "/data/employer/contact", "required"},
        {R"({"a":1,"a":2})", "/data/a", "twice"},
        {R"({})", "/data", "no member"},
        {R"([])", "/data", "object"},
    };
    for (const auto& [patch, where, told] : cases) {
        const auto after = amend_document(to_json(full_value()), patch);
        ASSERT_FALSE(after) << patch;
        ASSERT_EQ(after.error().size(), 1U) << patch;
        EXPECT_EQ(after.error()[0].where, where);
        EXPECT_THAT(after.error()[0].text, HasSubstr(told));
    }
}

}  // namespace
}  // namespace werktdoord
