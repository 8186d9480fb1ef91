// What the journal tells of where a request went, also after an amendment and an erasure.
#include "codec/past_decisions.hpp"

#include <gmock/gmock.h>

#include "codec/journal.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;

constexpr const char* kept_document =
    R"({"kind":"demand","employer":{"name":"De Linde","contact":{"name":"R. Test",)"
    R"("email":"post@delinde.example"}},"sites":[{"postcode":"5038 AB"}],"headcount":4})";

Event an_event(EventName name, const char* at) {
    Event event;
    event.at = *parse_rfc3339(at);
    event.name = name;
    event.request = RequestNumber("NLWD-2026-000001");
    return event;
}

Event registered() {
    Event event = an_event(EventName::request_registered, "2026-11-23T08:00:00Z");
    event.kind = Kind::demand;
    event.headcount = 4;
    event.data = kept_document;
    return event;
}

Event amended(const char* patch) {
    Event event = an_event(EventName::request_amended, "2026-11-24T08:00:00Z");
    event.by = "anna";
    event.data = patch;
    return event;
}

Event routed(const char* at, const char* region, const char* hash) {
    Event event = an_event(EventName::request_routed, at);
    Route route;
    route.rules = {"default"};
    route.regions.push_back({RegionKey(region), Mode::after_assessment, {0}, {}, {}});
    route.policy = "blueprint";
    route.why = {"Vestiging 1: postcode 5038 ligt in Tilburg."};
    event.route = std::make_shared<const Route>(route);
    event.rules_hash = hash;
    return event;
}

// As the store keeps it; with `erased` the personal members are gone.
std::vector<PastDecision> decisions_in(const std::vector<Event>& events, bool erased = false) {
    PastDecisions decisions;
    SeqSalts salts;
    std::int64_t seq = 0;
    for (const Event& event : events) {
        const JournalText text = journal_line(++seq, event, salts);
        EXPECT_TRUE(decisions.add(text.line, erased ? "" : text.personal));
    }
    return decisions.all();
}

TEST(PastDecisions, tell_what_was_decided_from_what_and_under_which_rules) {
    const auto decisions =
        decisions_in({registered(), routed("2026-11-23T08:00:00Z", "midden-brabant", "one")});
    ASSERT_EQ(decisions.size(), 1U);
    const PastDecision& only = decisions.front();
    EXPECT_EQ(only.at, *parse_rfc3339("2026-11-23T08:00:00Z"));
    EXPECT_EQ(only.rules_hash, "one");
    EXPECT_THAT(only.rules, ElementsAre("default"));
    EXPECT_THAT(only.regions, ElementsAre("midden-brabant"));
    EXPECT_EQ(only.policy, "blueprint");
    EXPECT_THAT(only.why, ElementsAre("Vestiging 1: postcode 5038 ligt in Tilburg."));
    ASSERT_TRUE(only.data);
    EXPECT_EQ(only.data->sites.front().postcode, "5038 AB");
}

TEST(PastDecisions, each_has_the_data_of_its_own_moment) {
    const auto decisions = decisions_in(
        {registered(), routed("2026-11-23T08:00:00Z", "midden-brabant", "one"),
         amended(R"({"sites":[{"postcode":"7551"}]})"),
         routed("2026-11-24T08:00:00Z", "twente", "two"), amended(R"({"headcount":9})"),
         routed("2026-11-25T08:00:00Z", "twente", "two")});
    ASSERT_EQ(decisions.size(), 3U);
    EXPECT_EQ(decisions[0].data->sites.front().postcode, "5038 AB");
    EXPECT_EQ(decisions[1].data->sites.front().postcode, "7551");
    EXPECT_EQ(decisions[1].data->headcount, 4);
    EXPECT_EQ(decisions[2].data->headcount, 9);
    EXPECT_EQ(decisions[2].data->sites.front().postcode, "7551");
}

TEST(PastDecisions, keep_what_is_not_personal_once_the_data_are_erased) {
    const auto decisions = decisions_in(
        {registered(), routed("2026-11-23T08:00:00Z", "midden-brabant", "one"),
         amended(R"({"headcount":9})"), routed("2026-11-25T08:00:00Z", "twente", "two")},
        true);
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_FALSE(decisions[0].data);
    EXPECT_FALSE(decisions[1].data);
    EXPECT_THAT(decisions[1].regions, ElementsAre("twente"));
}

TEST(PastDecisions, refuse_what_is_no_journal_line) {
    PastDecisions decisions;
    EXPECT_FALSE(decisions.add("rubbish", ""));
    EXPECT_FALSE(decisions.add("[]", ""));
}

}  // namespace
}  // namespace werktdoord
