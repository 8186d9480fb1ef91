#include "core/catalogue.hpp"

#include <gmock/gmock.h>

#include <set>

namespace werktdoord {
namespace {

TEST(Catalogue, EveryEventHasOneEntryInTheOrderOfTheirNames) {
    ASSERT_EQ(catalogue().size(), Names<EventName>::table.size());
    for (const auto& [event, name] : Names<EventName>::table)
        EXPECT_EQ(entry_of(event).name, event) << name;
}

TEST(Catalogue, WarnedIsAWarningMissedAndFailedAreErrorsTheRestIsInfo) {
    for (const Entry& entry : catalogue()) {
        Severity expected = Severity::info;
        if (entry.name == EventName::clock_warned) expected = Severity::warning;
        if (entry.name == EventName::clock_missed || entry.name == EventName::mail_failed)
            expected = Severity::error;
        EXPECT_EQ(entry.severity, expected) << name_of(entry.name);
    }
}

TEST(Catalogue, NoEventHasAMemberNameTwiceOrOneThatStandsInFront) {
    for (const Entry& entry : catalogue()) {
        std::set<std::string_view> names{"seq", "at", "event", "request", "region", "hash"};
        for (const Member member : entry.members)
            EXPECT_TRUE(names.insert(json_name(member)).second)
                << name_of(entry.name) << ' ' << json_name(member);
    }
}

TEST(Catalogue, NamesOfMembersAreCamelCase) {
    for (const Entry& entry : catalogue())
        for (const Member member : entry.members) {
            const std::string name(json_name(member));
            EXPECT_THAT(name, testing::MatchesRegex("[a-z]+[A-Za-z]*")) << name_of(entry.name);
        }
    EXPECT_EQ(json_name(Member::happened_at), "happenedAt");
    EXPECT_EQ(json_name(Member::story), "case");
    EXPECT_EQ(json_name(Member::mail_kind), "template");
}

TEST(Catalogue, WhatAPersonWritesIsPersonalAndWordsAreNot) {
    for (const Member member :
         {Member::note, Member::story, Member::data, Member::problems, Member::reason_text})
        EXPECT_TRUE(is_personal(member)) << json_name(member);
    for (const Member member : {Member::reason, Member::by, Member::owner, Member::recipient,
                                Member::outcome, Member::filled})
        EXPECT_FALSE(is_personal(member)) << json_name(member);
}

}  // namespace
}  // namespace werktdoord
