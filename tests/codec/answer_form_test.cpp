// Forms of answer pages become the events of contract section 5, by the link's role and no other.
#include "codec/answer_form.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

AnswerLink link_of(Role role, const std::string& key) {
    return {12, RequestNumber("NLWD-2026-000001"), RegionKey("twente"), role, key, Instant()};
}

const AnswerLink link_of_contact = link_of(Role::regional_contact, "twente");
const AnswerLink link_of_wsp = link_of(Role::wsp, "wsp-twente");
const AnswerLink link_of_owner = link_of(Role::owner, "anna");

Parsed<RecordEvent> read_form(const AnswerLink& link, const std::string& body) {
    return read_answer(read_web_form(body).value(), link, "0123456789abcdef",
                       Zone::find("Europe/Amsterdam").value());
}

TEST(AnswerForm, becomes_the_event_of_the_link) {
    const auto told =
        read_form(link_of_contact,
                  "event=referral.forwarded&version=3&wsps=wsp-a&wsps=wsp-b&wsps=wsp-a&"
                  "inform=wsp_manager&note=+Bel+eerst%0D%0A&region=drenthe&by=anna");
    ASSERT_TRUE(told);
    EXPECT_EQ(told->request, link_of_contact.request);
    const Event& event = told->draft;
    EXPECT_EQ(event.name, EventName::referral_forwarded);
    EXPECT_EQ(event.by, "regional_contact");
    EXPECT_EQ(event.region, RegionKey("twente"))
        << "what the form says about it counts for nothing";
    EXPECT_EQ(event.wsps, (std::vector<WspKey>{WspKey("wsp-a"), WspKey("wsp-b")}));
    EXPECT_EQ(event.inform, std::vector<Role>{Role::wsp_manager});
    EXPECT_EQ(event.note, "Bel eerst");
    EXPECT_EQ(event.link, "0123456789abcdef");
}

TEST(AnswerForm, of_a_wsp_is_its_own_answer_only) {
    const auto told = read_form(link_of_wsp, "event=referral.wsp_responded&wsp=wsp-other");
    ASSERT_TRUE(told);
    EXPECT_EQ(told->draft.wsp, WspKey("wsp-twente"));
    EXPECT_EQ(told->draft.by, "wsp");
}

TEST(AnswerForm, of_a_member_is_by_its_key) {
    const auto told =
        read_form(link_of_owner, "event=request.referred&regions=twente&regions=drenthe");
    ASSERT_TRUE(told);
    EXPECT_EQ(told->draft.by, "anna");
    EXPECT_EQ(told->draft.regions.size(), 2U);
    EXPECT_FALSE(told->draft.region);
}

TEST(AnswerForm, tells_when_it_was_in_local_time) {
    for (const char* when : {"2026-11-23T09:30", "2026-11-23+09%3A30"}) {
        const auto told =
            read_form(link_of_contact,
                      std::string("event=referral.wsp_responded&wsp=wsp-a&happenedAt=") + when);
        ASSERT_TRUE(told) << when;
        EXPECT_EQ(told->draft.happened_at, parse_rfc3339("2026-11-23T08:30:00Z").value());
    }
    EXPECT_FALSE(read_form(link_of_owner, "event=request.taken_up&happenedAt=")->draft.happened_at);
    for (const char* when : {"gisteren", "2026-11-23", "2026-11-23T", "2026-11-31T09:30",
                             "2026-11-23T25:00", "2026-11-23T09:30:00Z", "23-11-2026+09%3A30"}) {
        const auto told =
            read_form(link_of_owner, std::string("event=request.taken_up&happenedAt=") + when);
        ASSERT_FALSE(told) << when;
        EXPECT_EQ(told.error().front().where, "happenedAt");
    }
}

TEST(AnswerForm, takes_a_wsp_off_with_a_reason) {
    const auto told =
        read_form(link_of_contact, "event=referral.wsp_withdrawn&wsp=wsp-a&reason=+Verhuisd+");
    ASSERT_TRUE(told);
    EXPECT_EQ(told->draft.wsp, WspKey("wsp-a"));
    EXPECT_EQ(told->draft.reason, "Verhuisd");
    const auto bare = read_form(link_of_contact, "event=referral.wsp_withdrawn");
    ASSERT_FALSE(bare);
    EXPECT_EQ(bare.error().size(), 2U);
}

TEST(AnswerForm, that_the_link_has_no_right_to_is_refused_whole) {
    const std::vector<std::pair<AnswerLink, const char*>> strange{
        {link_of_wsp, "event=referral.feedback&filled=1"},
        {link_of_wsp, "event=request.note&note=x"},
        {link_of_contact, "event=request.closed&outcome=filled"},
        {link_of_contact, "event=request.taken_up"},
        {link_of_owner, "event=referral.declined&reason=no_capacity"},
        {link_of_owner, "event=request.closed&outcome=filled"},
        {link_of(Role::employer, "NLWD-2026-000001"), "event=request.note&note=x"},
        {link_of(Role::pow_director, "twente"), "event=request.note&note=x"},
        {link_of_contact, "event=daemon.stopped"},
        {link_of_contact, "event="},
        {link_of_contact, ""}};
    for (const auto& [link, body] : strange) {
        const auto told = read_form(link, body);
        ASSERT_FALSE(told) << body;
        EXPECT_EQ(told.error().size(), 1U) << body;
        EXPECT_EQ(told.error().front().where, "") << body;
    }
}

TEST(AnswerForm, tells_what_is_wrong_at_its_field) {
    struct Row {
        const char* body;
        std::vector<std::string> fields;
    };
    const std::vector<Row> rows{
        {"event=referral.forwarded", {"wsps"}},
        {"event=referral.forwarded&wsps=a%2Fb&inform=team", {"wsps", "inform"}},
        {"event=referral.wsp_responded", {"wsp"}},
        {"event=referral.feedback", {"filled"}},
        {"event=referral.feedback&filled=twee", {"filled"}},
        {"event=referral.feedback&filled=-1", {"filled"}},
        {"event=referral.feedback&filled=10001", {"filled"}},
        {"event=referral.feedback&filled=3x", {"filled"}},
        {"event=referral.reported_back", {"outcome"}},
        {"event=referral.reported_back&outcome=partly_filled", {"filled"}},
        {"event=referral.reported_back&outcome=great&filled=x", {"outcome", "filled"}},
        {"event=referral.declined", {"reason"}},
        {"event=referral.declined&reason=other&note=++", {"note"}},
        {"event=referral.declined&reason=no_capacity&suggests=a%20b", {"suggests"}},
        {"event=request.note&note=+", {"note"}}};
    for (const Row& row : rows) {
        const auto told = read_form(link_of_contact, row.body);
        ASSERT_FALSE(told) << row.body;
        std::vector<std::string> fields;
        for (const Problem& problem : told.error()) fields.push_back(problem.where);
        EXPECT_EQ(fields, row.fields) << row.body;
    }
}

TEST(AnswerForm, takes_numbers_with_spaces_around_and_none_where_none_is_needed) {
    EXPECT_EQ(read_form(link_of_contact, "event=referral.feedback&filled=+2+")->draft.filled, 2);
    EXPECT_EQ(read_form(link_of_contact, "event=referral.reported_back&outcome=filled&filled=")
                  ->draft.filled,
              std::nullopt);
}

}  // namespace
}  // namespace werktdoord
