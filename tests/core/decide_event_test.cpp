// What holds for every event a person records: who may, and when it happened (contract section 5).
#include <gtest/gtest.h>

#include "core/lifecycle.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

bool may(const std::string& who, EventName event) {
    Story story;
    story.forwarded();
    const Lines lines = story.does(std::string(name_of(event)))
                            .region(brabant)
                            .wsp("wsp-tilburg")
                            .to("bram")
                            .with(RequestNumber("NLWD-2026-000002"))
                            .data(build::a_request())
                            .outcome("withdrawn")
                            .by(who);
    return only(lines, "400 /by").empty();
}

TEST(By, ATeamMemberMayRecordAnything) {
    for (const LifecycleRow& row : lifecycle())
        EXPECT_TRUE(may("chris", row.event)) << name_of(row.event);
}

TEST(By, TheContactAndTheBackupOnlyReferralsAndNotes) {
    for (const LifecycleRow& row : lifecycle())
        for (const char* who : {"regional_contact", "backup"})
            EXPECT_EQ(may(who, row.event), (name_of(row.event).starts_with("referral.") &&
                                            row.event != EventName::referral_heard_back) ||
                                               row.event == EventName::request_note)
                << who << " " << name_of(row.event);
}

TEST(By, TheWspOnlyItsAnswer) {
    for (const LifecycleRow& row : lifecycle())
        EXPECT_EQ(may("wsp", row.event), row.event == EventName::referral_wsp_responded)
            << name_of(row.event);
}

TEST(By, TheEmployerOnlyNotesClosingAndWhetherTheWspSpokeToThem) {
    for (const LifecycleRow& row : lifecycle())
        EXPECT_EQ(may("employer", row.event), row.event == EventName::request_note ||
                                                  row.event == EventName::request_closed ||
                                                  row.event == EventName::referral_heard_back)
            << name_of(row.event);
}

TEST(By, NobodyElseNorTheRulesThemselves) {
    for (const char* who : {"rules", "team", "owner", "anna@team.example", ""})
        for (const LifecycleRow& row : lifecycle())
            EXPECT_FALSE(may(who, row.event)) << who << " " << name_of(row.event);
}

TEST(HappenedAt, NeverInTheFuture) {
    Story story;
    story.forwarded();
    EXPECT_THAT(story.does("request.note").happened("2026-11-24 10:01").by("anna"),
                ElementsAre("400 /happenedAt: lies in the future"));
    EXPECT_THAT(story.does("request.note").happened("2026-11-24 10:00").by("anna"),
                ElementsAre("request.note"));
    EXPECT_EQ(story.events().back().happened_at, std::nullopt);
}

TEST(HappenedAt, NeverBeforeTheRegistration) {
    Story story;
    story.forwarded();
    EXPECT_THAT(story.does("request.note").happened("2026-11-23 09:11").by("anna"),
                ElementsAre("400 /happenedAt: lies before the registration"));
    EXPECT_THAT(story.does("request.note").happened("2026-11-23 09:12").by("anna"),
                ElementsAre("request.note"));
}

TEST(HappenedAt, NeverBeforeTheReferralItConcerns) {
    Story story;
    story.forwarded();
    for (const char* event : {"referral.feedback", "referral.declined", "referral.reported_back",
                              "referral.wsp_responded", "referral.forwarded"})
        EXPECT_THAT(story.does(event).region(brabant).happened("2026-11-23 13:59").by("anna"),
                    ElementsAre("400 /happenedAt: lies before the referral was sent"))
            << event;
    EXPECT_THAT(
        story.does("referral.feedback").region(brabant).happened("2026-11-23 14:00").by("anna"),
        Contains("referral.feedback midden-brabant"));
}

TEST(HappenedAt, IsInTheSameSecondOrOnAPageInTheSameMinuteNotBefore) {
    Story story;
    story.referred();
    story.at("2026-11-24T10:00:30.400+01:00");
    story.does("referral.forwarded").region(brabant).by("backup");
    story.at("2026-11-24T10:00:50+01:00");
    const auto responded = [&](const char* when, const char* link) {
        return story.does("referral.wsp_responded")
            .region(brabant)
            .happened(when)
            .link(link)
            .by("wsp");
    };
    EXPECT_THAT(responded("2026-11-24T10:00:29+01:00", ""),
                ElementsAre("400 /happenedAt: lies before the forwarding to 'wsp-tilburg'"));
    EXPECT_THAT(responded("2026-11-24T09:59:00+01:00", "ab12"),
                ElementsAre("400 /happenedAt: lies before the forwarding to 'wsp-tilburg'"));
    EXPECT_THAT(responded("2026-11-24T10:00:00+01:00", "ab12"),
                Contains("referral.wsp_responded midden-brabant wsp-tilburg"));
    story.does("referral.forwarded").region(brabant).wsps({"wsp-hilvarenbeek"}).by("backup");
    EXPECT_THAT(responded("2026-11-24T10:00:50+01:00", ""),
                Contains("referral.wsp_responded midden-brabant wsp-hilvarenbeek"));
}

TEST(HappenedAt, IsKeptNoEarlierThanWhatItFollowsFrom) {
    Story story(build::a_ruleset(), "2026-11-23T09:12:30.400+01:00");
    story.submit();
    const auto kept = [&] { return local_text(story.now()); };
    const auto same_minute = [&](Act act, const char* by) {
        const std::string minute = kept().substr(0, 16) + ":00+01:00";
        EXPECT_THAT(only(act.happened(minute).link("ab12").by(by), "40"), IsEmpty()) << by;
    };
    story.at("2026-11-23T09:12:50+01:00");
    same_minute(story.does("request.taken_up"), "anna");
    EXPECT_EQ(story.request().taken_up_at, story.request().registered_at);

    story.at("2026-11-23T14:00:10+01:00").does("request.referred").by("anna");
    story.at("2026-11-23T14:00:20+01:00");
    same_minute(story.does("referral.forwarded").region(brabant), "regional_contact");
    // Anew after each step, which replaces the request.
    const auto referral = [&]() -> const Referral& { return story.request().referrals.front(); };
    EXPECT_EQ(referral().forwarded_at, referral().sent_at);

    story.at("2026-11-24T10:00:10+01:00");
    story.does("referral.forwarded").region(brabant).wsps({"wsp-hilvarenbeek"}).by("backup");
    story.at("2026-11-24T10:00:20+01:00");
    same_minute(story.does("referral.wsp_responded").region(brabant).wsp("wsp-hilvarenbeek"),
                "wsp");
    const auto ask = [&]() -> const WspAsk& { return referral().asks.back(); };
    EXPECT_EQ(ask().responded_at, ask().forwarded_at);
    same_minute(
        story.does("referral.heard_back").region(brabant).wsp("wsp-hilvarenbeek").heard(true),
        "employer");
    EXPECT_EQ(story.events().back().happened_at, ask().responded_at);
}

TEST(HappenedAt, NeverBeforeTheForwardingItConcerns) {
    for (const char* event : {"referral.wsp_responded", "referral.wsp_withdrawn"}) {
        Story story;
        story.forwarded();
        EXPECT_THAT(story.does(event)
                        .region(brabant)
                        .wsp("wsp-tilburg")
                        .happened("2026-11-24 09:59")
                        .by("anna"),
                    ElementsAre("400 /happenedAt: lies before the forwarding to 'wsp-tilburg'"))
            << event;
    }
}

TEST(HappenedAt, IsWhenClocksStart) {
    Story story;
    story.submit();
    story.at("2026-11-23 15:00").does("request.taken_up").happened("2026-11-23 10:30").by("anna");
    const Clock& assess = *story.request().open_clock(ClockName::assess, 0, std::nullopt);
    EXPECT_EQ(local_text(assess.start), "2026-11-23T10:30:00+01:00");
    EXPECT_EQ(local_text(assess.due), "2026-11-25T10:30:00+01:00");
    EXPECT_EQ(story.request().taken_up_at, at("2026-11-23 10:30"));
}

TEST(HappenedAt, OfAReferralCountsForItsClocks) {
    Story story;
    story.taken_up();
    story.at("2026-11-23 16:00").does("request.referred").happened("2026-11-23 12:00").by("anna");
    const Clock& forward = *story.request().open_clock(ClockName::forward, 1, std::nullopt);
    EXPECT_EQ(local_text(forward.due), "2026-11-24T12:00:00+01:00");
    EXPECT_EQ(story.request().referrals.at(0).sent_at, at("2026-11-23 12:00"));
}

TEST(HappenedAt, WhatIsPastByThenIsJournalledRightAfter) {
    Story story;
    story.referred();
    story.at("2026-11-27 10:00");
    EXPECT_THAT(
        story.does("referral.forwarded").region(brabant).happened("2026-11-24 09:00").by("anna"),
        ElementsAre("referral.forwarded midden-brabant wsp-tilburg",
                    "clock.met forward midden-brabant",
                    "clock.started wsp_response midden-brabant wsp-tilburg",
                    "mail.queued wsp_request midden-brabant wsp-tilburg to wsp:wsp-tilburg",
                    "clock.missed wsp_response midden-brabant wsp-tilburg",
                    "alert.raised wsp_response midden-brabant wsp-tilburg after 1 skipped "
                    "1 to backup:midden-brabant team:anna team:bram team:chris team:dirk "
                    "wsp_manager:midden-brabant",
                    "mail.queued alert wsp_response midden-brabant wsp-tilburg after to "
                    "backup:midden-brabant",
                    "mail.queued alert wsp_response midden-brabant wsp-tilburg after to "
                    "team:anna",
                    "mail.queued alert wsp_response midden-brabant wsp-tilburg after to "
                    "team:bram",
                    "mail.queued alert wsp_response midden-brabant wsp-tilburg after to "
                    "team:chris",
                    "mail.queued alert wsp_response midden-brabant wsp-tilburg after to "
                    "team:dirk",
                    "mail.queued alert wsp_response midden-brabant wsp-tilburg after to "
                    "wsp_manager:midden-brabant"));
}

TEST(Invalid, EveryProblemIsToldAtOnce) {
    Story story;
    story.forwarded();
    EXPECT_THAT(story.does("referral.forwarded")
                    .region(brabant)
                    .wsps({"wsp-tilburg", "wsp-x"})
                    .happened("2026-12-01 10:00")
                    .by("nobody"),
                ElementsAre("400 /by: 'nobody' is no team member; else regional_contact, backup, "
                            "wsp or employer",
                            "400 /happenedAt: lies in the future",
                            "400 /wsps/1: region 'midden-brabant' has no WSP named 'wsp-x'"));
    EXPECT_THAT(story.does("request.referred").regions({"nowhere", "twente", "here"}).by("anna"),
                ElementsAre("400 /regions/0: no region is named 'nowhere'",
                            "400 /regions/2: no region is named 'here'"));
}

TEST(Refused, LeavesNothingBehind) {
    Story story;
    story.forwarded();
    const Case before = story.request();
    story.does("referral.forwarded").region(brabant).by("backup");
    story.does("request.reopened").by("anna");
    EXPECT_TRUE(before == story.request());
    EXPECT_THAT(story.all(), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
