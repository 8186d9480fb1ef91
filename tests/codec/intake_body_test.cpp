#include "codec/intake_body.hpp"

#include <gmock/gmock.h>

#include "codec/replaced.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string data_of_a_request =
    R"({"kind":"demand","employer":{"name":"X","contact":{"name":"Y","email":"y@x.example"}},)"
    R"("sites":[{"postcode":"5038 AB"}],"headcount":2,"extra":[1]})";

Parsed<RequestData> envelope(const std::string& body) {
    return read_intake_body(IntakeFormat::envelope, body, "msg_1");
}

// A right CloudEvent with more members.
std::string cloud(const std::string& more = {}) {
    return R"({"specversion":"1.0","type":"nl.nlwerktdoor.request.submitted.v1","id":"msg_1",)"
           R"("source":"urn:nld:kvknr:69599084:systeem:nlwerktdoor")" +
           more + R"(,"data":)" + data_of_a_request + "}";
}

TEST(IntakeBody, BothFormsGiveTheSameRequest) {
    const auto ours = envelope(R"({"type":"request.submitted","timestamp":"2026-11-23T09:12:00Z",)"
                               R"("data":)" +
                               data_of_a_request + "}");
    ASSERT_TRUE(ours) << ours.error()[0].where << ours.error()[0].text;
    EXPECT_EQ(ours->headcount, 2);
    EXPECT_EQ(ours->document, data_of_a_request);
    const auto theirs = read_intake_body(IntakeFormat::cloud_event, cloud(), "msg_1");
    ASSERT_TRUE(theirs) << theirs.error()[0].where << theirs.error()[0].text;
    EXPECT_EQ(*theirs, *ours);
}

TEST(IntakeBody, ACloudEventMayHaveTheOptionalAttributes) {
    const auto read = read_intake_body(
        IntakeFormat::cloud_event,
        cloud(R"(,"time":"2026-11-21T09:30:00Z","subject":"x","sequence":"1","dataschema":"u:x",)"
              R"("datacontenttype":"application/json; charset=utf-8")"),
        "msg_1");
    EXPECT_TRUE(read) << read.error()[0].where;
}

TEST(IntakeBody, EachFaultOfAnEnvelopeIsToldAtItsPlace) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"[]", {""}},
        {"{", {""}},
        {R"({"data":)" + data_of_a_request + "}", {"/type"}},
        {R"({"type":"request.amended","data":)" + data_of_a_request + "}", {"/type"}},
        {R"({"type":"request.submitted","timestamp":"nu","data":)" + data_of_a_request + "}",
         {"/timestamp"}},
        {R"({"type":"request.submitted"})", {"/data"}},
        {R"({"type":"request.submitted","data":[]})", {"/data"}},
        {R"({"type":"x","data":{"kind":"demand","kind":"offer"}})", {"/data/kind"}},
        {R"({"type":"x","data":)" +
             replaced(data_of_a_request, R"("headcount":2)", R"("headcount":0)") + "}",
         {"/type", "/data/headcount"}},
        {R"({"type":"request.submitted","data":)" + replaced(data_of_a_request, "5038 AB", "??") +
             "}",
         {"/data/sites/0/postcode"}},
    };
    for (const auto& [body, expected] : cases) {
        const auto read = envelope(body);
        ASSERT_FALSE(read) << body;
        std::vector<std::string> places;
        for (const Problem& problem : read.error()) places.push_back(problem.where);
        EXPECT_EQ(places, expected) << body;
    }
}

TEST(IntakeBody, EachFaultOfACloudEventIsToldAtItsPlace) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {replaced(cloud(), R"("specversion":"1.0",)", ""), "/specversion"},
        {replaced(cloud(), R"("specversion":"1.0")", R"("specversion":"0.3")"), "/specversion"},
        {replaced(cloud(), R"("id":"msg_1",)", ""), "/id"},
        {replaced(cloud(), "msg_1", "msg_2"), "/id"},
        {replaced(cloud(), "msg_1", ""), "/id"},
        {replaced(cloud(), "submitted.v1", "submitted.v2"), "/type"},
        {replaced(cloud(), "urn:nld:kvknr:69599084:systeem:nlwerktdoor", ""), "/source"},
        {cloud(R"(,"time":"2021-12-10 17:31")"), "/time"},
        {cloud(R"(,"datacontenttype":"text/xml")"), "/datacontenttype"},
        {cloud(R"(,"data_base64":"AA==")"), "/data_base64"},
        {cloud(R"(,"myExt":"x")"), "/myExt"},
    };
    for (const auto& [body, place] : cases) {
        const auto read = read_intake_body(IntakeFormat::cloud_event, body, "msg_1");
        ASSERT_FALSE(read) << body;
        ASSERT_EQ(read.error().size(), 1U) << body;
        EXPECT_EQ(read.error()[0].where, place);
    }
}

TEST(IntakeFormat, TwoContentTypesInAnyCaseAndNoCharsetButUtf8) {
    for (const char* type :
         {"application/json", "Application/JSON", " application/json ; a=b",
          "application/json; charset=UTF-8", "application/json;charset=\"utf-8\""})
        EXPECT_EQ(intake_format(type), IntakeFormat::envelope) << type;
    for (const char* type : {"application/cloudevents+json", "Application/CloudEvents+JSON",
                             "application/cloudevents+json; charset=utf-8"})
        EXPECT_EQ(intake_format(type), IntakeFormat::cloud_event) << type;
    for (const char* type :
         {"", "text/plain", "application/jsonx", "application/cloudevents-batch+json",
          "application/cloudevents+avro", "application/json; charset=latin1",
          "application/json, application/json"})
        EXPECT_EQ(intake_format(type), std::nullopt) << type;
}

}  // namespace
}  // namespace werktdoord
