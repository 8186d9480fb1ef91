#include "codec/event_body.hpp"

#include <gmock/gmock.h>

#include <array>
#include <set>

#include "codec/json.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const RequestNumber the_request("NLWD-2026-000001");

// What is wrong with its form makes it fail here.
Parsed<RecordEvent> read_body(const std::string& body) {
    auto record = read_event_body(body, the_request);
    if (record && !record->problems.empty()) return record->problems;
    return record;
}

// A body with these members beside `by`; `members` begins with the event.
Parsed<RecordEvent> read_event(const std::string& members) {
    return read_body(R"({"by":"anna","event":)" + members + "}");
}

TEST(EventBody, EveryEventOfTheTableIsReadWithItsMembers) {
    const std::vector<std::string> bodies{
        R"("request.taken_up","note":"Gebeld.")",
        R"("request.amended","data":{"headcount":3})",
        R"("request.referred","regions":["midden-brabant"],"note":"x")",
        R"("request.referred")",
        R"("request.continued","note":"x")",
        R"("referral.forwarded","region":"r","wsps":["a","b"],"inform":["wsp_manager"])",
        R"("referral.forwarded","region":"r")",
        R"("referral.declined","region":"r","reason":"no_capacity","note":"x","suggests":["s"])",
        R"("referral.wsp_withdrawn","region":"r","wsp":"w","reason":"Niet hun sector.")",
        R"("referral.wsp_responded","region":"r")",
        R"("referral.wsp_responded","region":"r","wsp":"w")",
        R"("referral.feedback","region":"r","filled":0)",
        R"("referral.reported_back","region":"r","outcome":"partly_filled","filled":2)",
        R"("referral.reported_back","region":"r","outcome":"not_filled")",
        R"("referral.heard_back","region":"r","heard":false)",
        R"("referral.heard_back","region":"r","wsp":"w","heard":true)",
        R"("request.introduced","with":"NLWD-2026-000002")",
        R"("request.followed_up","outcome":"works","filled":1)",
        R"("request.reassigned","to":"bram")",
        R"("request.note","note":"x")",
        R"("request.closed","outcome":"filled","reason":"Klaar.","case":"Zo ging het.")",
        R"("request.closed","outcome":"duplicate","of":"NLWD-2026-000002")",
        R"("request.reopened","reason":"Toch niet.")",
    };
    std::set<EventName> seen;
    for (const std::string& body : bodies) {
        const auto record = read_event(body);
        ASSERT_TRUE(record) << body << record.error()[0].where << record.error()[0].text;
        EXPECT_EQ(record->request, the_request);
        EXPECT_EQ(record->draft.request, the_request);
        EXPECT_EQ(record->draft.by, "anna");
        seen.insert(record->draft.name);
    }
    EXPECT_EQ(seen.size(), recordable_events().size());
}

TEST(EventBody, MembersComeToTheirPlaceInTheDraft) {
    auto draft = read_event(R"("referral.forwarded","region":"r","wsps":["a","b"],"note":"n",
        "inform":["pow_director","wsp_manager"],"happenedAt":"2026-11-24T09:40:00+01:00")")
                     ->draft;
    EXPECT_EQ(draft.region, RegionKey("r"));
    EXPECT_THAT(draft.wsps, ElementsAre(WspKey("a"), WspKey("b")));
    EXPECT_THAT(draft.inform, ElementsAre(Role::pow_director, Role::wsp_manager));
    EXPECT_EQ(to_rfc3339(draft.happened_at.value()), "2026-11-24T08:40:00Z");
    EXPECT_EQ(draft.note, "n");
    draft =
        read_event(R"("request.closed","outcome":"duplicate","of":"NLWD-2026-000002","reason":"z",
        "case":"c")")
            ->draft;
    EXPECT_EQ(draft.outcome, "duplicate");
    EXPECT_EQ(draft.of, RequestNumber("NLWD-2026-000002"));
    EXPECT_EQ(draft.reason, "z");
    EXPECT_EQ(draft.story, "c");
    draft = read_event(R"("request.amended","data":{"headcount": 3, "urgency": null}, "note":"n")")
                ->draft;
    EXPECT_EQ(draft.data, R"({"headcount":3,"urgency":null})");
    draft =
        read_event(R"("referral.declined","region":"r","reason":"other","suggests":["s"])")->draft;
    EXPECT_THAT(draft.suggests, ElementsAre(RegionKey("s")));
    EXPECT_EQ(draft.reason, "other");
    EXPECT_EQ(read_event(R"("referral.feedback","region":"r","filled":2)")->draft.filled, 2);
    EXPECT_EQ(read_event(R"("request.reassigned","to":"bram")")->draft.to, "bram");
    EXPECT_EQ(read_event(R"("referral.wsp_responded","region":"r","wsp":"w")")->draft.wsp,
              WspKey("w"));
    EXPECT_EQ(read_event(R"("referral.wsp_responded","region":"r")")->draft.wsp, std::nullopt);
}

TEST(EventBody, AWordThatIsLikeNoNameGetsNoGuess) {
    const std::vector<std::pair<std::string, std::string>> bodies{
        {R"("foo","note":"x")", "is no event that is recorded; there are: "},
        {R"("request.note","note":"x","foo":1)", "request.note has no such member"},
        {R"("request.note","note":"x","x":1)", "request.note has no such member"}};
    for (const auto& [members, told] : bodies) {
        const auto parsed = read_event(members);
        ASSERT_FALSE(parsed) << members;
        EXPECT_THAT(parsed.error().at(0).text, StartsWith(told)) << members;
        EXPECT_THAT(parsed.error().at(0).text, Not(HasSubstr("did you mean"))) << members;
    }
}

TEST(EventBody, EachFaultIsToldAtItsPlace) {
    const std::string long_note = "\"" + std::string(20'001, 'x') + "\"";
    const std::vector<std::array<std::string, 3>> faults{
        {R"("request.noted","note":"x")", "/event", "did you mean \"request.note\""},
        {R"("request.registered")", "/event", "by the daemon only; there are: request.taken_up"},
        {R"("clock.missed")", "/event", "by the daemon only"},
        {R"("")", "/event", "empty"},
        {"3", "/event", "text"},
        {R"("request.note")", "/note", "required"},
        {R"("request.note","note":" ")", "/note", "empty"},
        {R"("request.note","note":7)", "/note", "text"},
        {R"("request.note","note":)" + long_note, "/note", "longer than 20000"},
        {R"("request.note","note":"x","nota":"y")", "/nota", "did you mean \"note\""},
        {R"("request.note","note":"x","region":"r")", "/region", "no such member"},
        {R"("request.note","note":"x","hapenedat":"x")", "/hapenedat",
         "did you mean \"happenedAt\""},
        {R"("request.note","note":"x","happenedAt":"gisteren")", "/happenedAt", "date and time"},
        {R"("request.note","note":"x","happenedAt":"2026-11-24T09:40:00")", "/happenedAt",
         "offset"},
        {R"("request.note","note":"x","happenedAt":1764000000)", "/happenedAt", "date and time"},
        {R"("request.amended")", "/data", "required"},
        {R"("request.amended","data":"x")", "/data", "object"},
        {R"("request.referred","regions":[])", "/regions", "leave it out"},
        {R"("request.referred","regions":"r")", "/regions", "list"},
        {R"("request.referred","regions":["r","r"])", "/regions/1", "twice"},
        {R"("request.referred","regions":["r","een regio"])", "/regions/1", "key"},
        {R"("request.referred","regions":[1])", "/regions/0", "text"},
        {R"("referral.forwarded")", "/region", "required"},
        {R"("referral.forwarded","region":"r","inform":["team"])", "/inform/0", "one of"},
        {R"("referral.forwarded","region":"r","inform":["wsp_manager","wsp_manager"])", "/inform/1",
         "twice"},
        {R"("referral.declined","region":"r")", "/reason", "required"},
        {R"("referral.declined","region":"r","reason":"busy")", "/reason", "no_capacity"},
        {R"("referral.wsp_withdrawn","region":"r","reason":"x")", "/wsp", "required"},
        {R"("referral.wsp_withdrawn","region":"r","wsp":"w")", "/reason", "required"},
        {R"("referral.feedback","region":"r")", "/filled", "required"},
        {R"("referral.feedback","region":"r","filled":-1)", "/filled", "0 to 10000"},
        {R"("referral.feedback","region":"r","filled":"2")", "/filled", "whole number"},
        {R"("referral.reported_back","region":"r")", "/outcome", "required"},
        {R"("referral.heard_back","region":"r")", "/heard", "required"},
        {R"("referral.reported_back","region":"r","outcome":"works")", "/outcome", "one of filled"},
        {R"("request.introduced")", "/with", "required"},
        {R"("request.introduced","with":"2")", "/with", "number of a request"},
        {R"("request.followed_up")", "/outcome", "required"},
        {R"("request.followed_up","outcome":"filled")", "/outcome", "works, failed, ended"},
        {R"("request.reassigned")", "/to", "required"},
        {R"("request.closed")", "/outcome", "required"},
        {R"("request.closed","outcome":"done")", "/outcome", "discontinued"},
        {R"("request.closed","outcome":"duplicate")", "/of", "required"},
        {R"("request.closed","outcome":"duplicate","of":"")", "/of", "required"},
        {R"("request.closed","outcome":"filled","of":"NLWD-2026-000002")", "/of", "only with"},
        {R"("request.reopened")", "/reason", "required"},
    };
    for (const auto& [body, where, told] : faults) {
        const auto record = read_event(body);
        ASSERT_FALSE(record) << body;
        ASSERT_EQ(record.error().size(), 1U) << body << record.error()[1].where;
        EXPECT_EQ(record.error()[0].where, where) << body;
        EXPECT_THAT(record.error()[0].text, HasSubstr(told)) << body;
    }
}

TEST(EventBody, WhoDidItIsRequired) {
    for (const char* body :
         {R"({"event":"request.taken_up"})", R"({"event":"request.taken_up","by":""})",
          R"({"event":"request.taken_up","by":"an na"})",
          R"({"event":"request.taken_up","by":null})",
          R"({"event":"request.taken_up","by":["anna"]})"}) {
        const auto record = read_body(body);
        ASSERT_FALSE(record) << body;
        EXPECT_EQ(record.error()[0].where, "/by") << body;
    }
}

TEST(EventBody, EveryProblemIsToldAtOnce) {
    const auto record =
        read_body(R"({"event":"referral.declined","reason":"x","happenedAt":"y","zzz":1})");
    ASSERT_FALSE(record);
    std::vector<std::string> places;
    for (const Problem& problem : record.error()) places.push_back(problem.where);
    EXPECT_THAT(places, ElementsAre("/by", "/happenedAt", "/region", "/reason", "/zzz"));
}

TEST(EventBody, WhoDidItIsAskedAlsoOfAnUnknownEvent) {
    const auto record = read_body(R"({"event":"request.dreamt"})");
    ASSERT_FALSE(record);
    std::vector<std::string> places;
    for (const Problem& problem : record.error()) places.push_back(problem.where);
    EXPECT_THAT(places, ElementsAre("/event", "/by"));
}

TEST(EventBody, WhatIsNoObjectOrHasAKeyTwiceIsRefused) {
    for (const char* body :
         {"", "[]", "null", R"({"event":"request.note","event":"request.note"})"})
        EXPECT_FALSE(read_body(body)) << body;
}

TEST(Stimuli, AnEventMayNameRequestsByWhatTheyWereSubmittedAs) {
    const auto line = parse_json(R"({"at":"2026-11-23T11:00:00+01:00","request":"a",
        "event":"request.introduced","by":"anna","with":"b"})");
    const auto draft = read_event_stimulus(line->as_object());
    ASSERT_TRUE(draft) << draft.error()[0].text;
    EXPECT_EQ(draft->with, RequestNumber("b"));
    EXPECT_EQ(draft->request, std::nullopt);
    EXPECT_FALSE(read_event(R"("request.note","note":"x","at":"2026-11-23T11:00:00Z")"));
}

}  // namespace
}  // namespace werktdoord
