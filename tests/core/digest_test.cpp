// What a digest says: sections, order, each row once, bounded, empty.
#include "core/digest.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/build.hpp"
#include "core/digest_facts.hpp"

namespace werktdoord {
namespace {

using build::at;
using build::brabant;
using build::twente;
using Lines = std::vector<std::string>;

// Friday's, today's (a Monday) and tomorrow's digest.
const DigestSpan around_monday{at("2026-11-20T08:30:00+01:00"), at("2026-11-23T08:30:00+01:00"),
                               at("2026-11-24T08:30:00+01:00")};
const char* const long_ago = "2026-11-10T10:00:00+01:00";
const char* const since_last = "2026-11-20T10:00:00+01:00";
const char* const today_due = "2026-11-23T17:00:00+01:00";
const char* const later_due = "2026-11-30T12:00:00+01:00";

RequestNumber number(int n) {
    std::string digits = std::to_string(n);
    if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
    return RequestNumber("NLWD-2026-" + digits);
}

Clock clock_of(ClockName name, const std::string& due, ClockState state = ClockState::running) {
    Clock clock;
    clock.name = name;
    clock.due = at(due);
    clock.state = state;
    return clock;
}

Clock clock_in(const RegionKey& region, Clock clock, std::optional<WspKey> wsp = std::nullopt) {
    clock.referral = 1;
    clock.region = region;
    clock.wsp = std::move(wsp);
    return clock;
}

std::optional<Instant> earliest_due(const std::vector<Clock>& clocks) {
    std::optional<Instant> earliest;
    for (const Clock& clock : clocks)
        if (clock.open() && (!earliest || clock.due < *earliest)) earliest = clock.due;
    return earliest;
}

// A referral as the store tells of it: what is counted, and what is shown of it.
struct TestReferral : ReferralMark, DigestRow {};

TestReferral referral_row(int n, const std::string& sent, std::vector<Clock> clocks = {}) {
    TestReferral row;
    row.request = number(n);
    row.region = brabant;
    row.referral = 1;
    row.due = earliest_due(clocks);
    row.occupation = "verpleegkundige";
    row.sector = "86.10";
    row.headcount = 4;
    row.employer = "Zorggroep De Linde";
    row.place = "5038 AB Tilburg";
    row.sent_at = at(sent);
    row.open_clocks = std::move(clocks);
    return row;
}

// The same of a request.
struct TestRequest : RequestMark {
    RequestRow row;
};

TestRequest request_row(int n, const std::string& registered, std::vector<Clock> clocks = {}) {
    TestRequest request;
    request.number = number(n);
    request.registered_at = at(registered);
    request.due = earliest_due(clocks);
    request.taken_up = true;
    RequestRow& row = request.row;
    row.number = number(n);
    row.kind = Kind::offer;
    row.owner = MemberKey("anna");
    row.sector = "86.10";
    row.headcount = 2;
    row.place = "5038 AB Tilburg";
    row.regions = {brabant};
    row.open_clocks = std::move(clocks);
    return request;
}

DigestPlan plan_for(std::vector<RegionKey> regions) {
    return {{Role::regional_contact, regions.front().text(), "Regiocontact", "contact@x.example"},
            std::move(regions)};
}

Digest digest_of(const DigestPlan& plan, const std::vector<TestReferral>& rows) {
    const RuleSet rules = build::a_ruleset();
    ContactDigest digest(plan, rules, around_monday);
    for (const TestReferral& row : rows) digest.add(row, around_monday.since);
    return digest.written([&](const ReferralMark& mark) -> DigestRow {
        return *std::ranges::find(rows, mark.request, &TestReferral::request);
    });
}

Digest contact_of(const std::vector<TestReferral>& rows) {
    return digest_of(plan_for({brabant}), rows);
}

RequestRow no_row(const RequestNumber&) {
    return {};
}

Facts team_of(const std::vector<TestRequest>& rows, const std::vector<RegionWork>& regions = {}) {
    const RuleSet rules = build::a_ruleset();
    TeamDigest digest(rules, around_monday);
    for (const TestRequest& row : rows) digest.add(row);
    for (const RegionWork& work : regions) digest.add(work);
    const auto read = [&](const RequestNumber& wanted) {
        return std::ranges::find(rows, wanted, &TestRequest::number)->row;
    };
    return addressed_to(digest.written(read), {Role::team, "anna", "Anna", "anna@team.example"})
        .facts;
}

// "too_late 1 2", a line for each section with something in it.
Lines sections_of(const Facts& facts) {
    Lines lines;
    for (const auto& [section, name] : Names<DigestSection>::table) {
        std::string line(name);
        for (const Facts& item : facts.lists.at(std::string(name)))
            line += " " + std::to_string(std::stoi(item.values.at("number").substr(10)));
        if (line != name) lines.push_back(line);
    }
    return lines;
}

TEST(Digest, lists_too_late_due_soon_new_open_and_closed) {
    TestReferral closed = referral_row(5, long_ago);
    closed.ended_at = at(since_last);
    const Digest digest =
        contact_of({referral_row(4, long_ago, {clock_of(ClockName::report_back, later_due)}),
                    referral_row(3, since_last, {clock_of(ClockName::report_back, later_due)}),
                    closed, referral_row(2, long_ago, {clock_of(ClockName::forward, today_due)}),
                    referral_row(1, long_ago,
                                 {clock_of(ClockName::report_back, later_due),
                                  clock_of(ClockName::forward, long_ago, ClockState::missed)})});
    EXPECT_FALSE(digest.empty);
    EXPECT_EQ(sections_of(digest.facts),
              (Lines{"too_late 1", "due_soon 2", "new 3", "open 4", "closed 5"}));
    for (const char* name :
         {"too_late_count", "due_soon_count", "new_count", "open_count", "closed_count"})
        EXPECT_EQ(digest.facts.values.at(name), "1") << name;
}

TEST(Digest, a_row_that_fits_several_sections_stands_in_the_first_only) {
    const Clock missed = clock_of(ClockName::forward, since_last, ClockState::missed);
    const Clock today = clock_of(ClockName::feedback, today_due);
    TestReferral ended = referral_row(3, since_last, {missed});
    ended.ended_at = at(since_last);
    EXPECT_EQ(sections_of(contact_of({referral_row(1, since_last, {today, missed}),
                                      referral_row(2, since_last, {today}), ended})
                              .facts),
              (Lines{"too_late 1", "due_soon 2", "closed 3"}));
}

TEST(Digest, due_at_this_very_instant_is_late_and_at_the_next_digest_not_yet) {
    EXPECT_EQ(
        sections_of(
            contact_of({referral_row(1, long_ago,
                                     {clock_of(ClockName::forward, "2026-11-23T08:30:00+01:00")}),
                        referral_row(2, long_ago,
                                     {clock_of(ClockName::forward, "2026-11-24T08:29:59+01:00")}),
                        referral_row(3, long_ago,
                                     {clock_of(ClockName::forward, "2026-11-24T08:30:00+01:00")})})
                .facts),
        (Lines{"too_late 1", "due_soon 2", "open 3"}));
}

TEST(Digest, what_came_with_the_last_digest_is_not_new) {
    EXPECT_EQ(sections_of(contact_of({referral_row(1, "2026-11-20T08:30:00+01:00"),
                                      referral_row(2, "2026-11-20T08:30:00.001+01:00")})
                              .facts),
              (Lines{"new 2", "open 1"}));
}

TEST(Digest, within_a_section_the_oldest_comes_first_then_the_lower_number) {
    EXPECT_EQ(sections_of(contact_of({referral_row(1000000, "2026-11-12T10:00:00+01:00"),
                                      referral_row(999999, "2026-11-12T10:00:00+01:00"),
                                      referral_row(7, "2026-11-13T10:00:00+01:00"),
                                      referral_row(8, "2026-11-11T10:00:00+01:00")})
                              .facts),
              (Lines{"open 8 999999 1000000 7"}));
}

TEST(Digest, an_item_for_a_contact_tells_what_where_who_and_by_when) {
    const Facts facts = contact_of({referral_row(1, long_ago,
                                                 {clock_of(ClockName::report_back, later_due),
                                                  clock_of(ClockName::forward, today_due)})})
                            .facts;
    const std::map<std::string, std::string> expected{
        {"number", "NLWD-2026-000001"},
        {"what", "4 x verpleegkundige, vraag"},
        {"where", "5038 AB Tilburg"},
        {"who", "Zorggroep De Linde"},
        {"since", "dinsdag 10 november 2026 (13 dagen)"},
        {"due", "maandag 23 november 2026, 17:00 uur"},
        {"clock_nl", "doorsturen naar het WSP"},
        {"region", "midden-brabant"},
        {"link", ""}};
    EXPECT_EQ(facts.lists.at("due_soon").at(0).values, expected);
    EXPECT_EQ(facts.values.at("recipient_name"), "Regiocontact");
    EXPECT_EQ(facts.values.at("day"), "maandag 23 november 2026");
    EXPECT_EQ(facts.values.at("region_name"), "Midden-Brabant");
    EXPECT_EQ(facts.values.at("too_late_count"), "") << "a zero would show";
}

TEST(Digest, an_item_tells_since_when_and_how_many_days_that_is) {
    const auto since = [](const std::string& sent) {
        return contact_of({referral_row(1, sent)}).facts;
    };
    EXPECT_EQ(since("2026-11-22T23:59:00+01:00").lists.at("new").at(0).values.at("since"),
              "zondag 22 november 2026 (1 dag)");
    EXPECT_EQ(since("2026-11-23T00:00:00+01:00").lists.at("new").at(0).values.at("since"),
              "maandag 23 november 2026 (vandaag)");
}

TEST(Digest, a_late_clock_goes_before_one_that_a_new_calendar_moved_earlier) {
    const std::vector<Clock> clocks{
        clock_of(ClockName::feedback, "2026-11-24T09:00:00+01:00"),
        clock_of(ClockName::forward, "2026-11-25T09:00:00+01:00", ClockState::missed)};
    EXPECT_EQ(clock_that_matters(clocks, around_monday.now), &clocks[1]);
    EXPECT_EQ(clock_that_matters({}, around_monday.now), nullptr);
}

TEST(Digest, over_several_regions_each_item_names_its_own) {
    TestReferral other = referral_row(2, long_ago);
    other.region = twente;
    const Facts facts =
        digest_of(plan_for({brabant, twente}), {referral_row(1, long_ago), other}).facts;
    EXPECT_EQ(facts.values.at("region_name"), "Midden-Brabant en Twente");
    EXPECT_EQ(facts.lists.at("open").at(0).values.at("where"), "5038 AB Tilburg, Midden-Brabant");
    EXPECT_EQ(facts.lists.at("open").at(1).values.at("where"), "5038 AB Tilburg, Twente");
}

TEST(Digest, without_rows_there_is_nothing_to_say) {
    EXPECT_TRUE(contact_of({}).empty);
    const RuleSet rules = build::a_ruleset();
    TeamDigest team(rules, around_monday);
    EXPECT_TRUE(team.written(no_row).empty);
    team.add(RejectedItem{7, "msg_1", around_monday.now, "x"});
    EXPECT_FALSE(team.written(no_row).empty);
    TestReferral closed = referral_row(1, long_ago);
    closed.ended_at = at(since_last);
    EXPECT_FALSE(contact_of({closed}).empty);
}

TEST(Digest, a_long_list_shows_the_oldest_and_says_how_many_more_there_are) {
    std::vector<TestReferral> rows;
    for (int n = static_cast<int>(digest_list_limit) + 12; n > 0; --n) {
        rows.push_back(referral_row(n, long_ago));
        rows.back().sent_at += std::chrono::minutes(n);
    }
    const Facts facts = contact_of(rows).facts;
    const auto& items = facts.lists.at("open");
    ASSERT_EQ(items.size(), digest_list_limit + 1);
    EXPECT_EQ(items.front().values.at("number"), number(1).text());
    EXPECT_EQ(items[digest_list_limit - 1].values.at("number"), number(50).text());
    EXPECT_EQ(items.back().values.at("number") + ": " + items.back().values.at("what"),
              "Verder: nog 12 die hier niet staan");
    EXPECT_EQ(items.back().values.size(), items.front().values.size());
    EXPECT_EQ(facts.values.at("open_count"), "62");
    EXPECT_EQ(more_requests(1).values.at("what"), "nog 1 die hier niet staat");
    EXPECT_EQ(more_parked(1).values.at("to"), "een ander");
    rows.resize(digest_list_limit);
    EXPECT_EQ(contact_of(rows).facts.lists.at("open").size(), digest_list_limit);
}

TEST(TeamDigest, lists_each_request_once_in_the_same_sections) {
    TestRequest closed = request_row(5, long_ago);
    closed.closed_at = at(since_last);
    closed.row.owner = MemberKey();
    EXPECT_EQ(sections_of(team_of(
                  {request_row(4, long_ago, {clock_of(ClockName::follow_up, later_due)}),
                   request_row(3, since_last, {clock_of(ClockName::decide, later_due)}), closed,
                   request_row(2, since_last, {clock_of(ClockName::take_up, today_due)}),
                   request_row(1, since_last,
                               {clock_of(ClockName::take_up, since_last, ClockState::missed)})})),
              (Lines{"too_late 1", "due_soon 2", "new 3", "open 4", "closed 5"}));
}

TEST(TeamDigest, an_item_names_who_must_act_on_the_clock_that_matters) {
    struct WhoCase {
        std::vector<Clock> clocks;
        const char* who;
    };
    const auto due = [](ClockName name) { return clock_of(name, today_due); };
    const WhoCase cases[] = {
        {{due(ClockName::take_up)}, "anna"},
        {{clock_in(brabant, due(ClockName::forward))}, "Regiocontact Midden-Brabant"},
        {{clock_in(brabant, due(ClockName::wsp_response), WspKey("wsp-tilburg"))}, "WSP Tilburg"},
        {{clock_in(brabant, due(ClockName::wsp_response), WspKey("wsp-gone"))}, "wsp-gone"},
        {{clock_in(RegionKey("gone"), due(ClockName::feedback))}, "gone"},
        {{clock_of(ClockName::decide, later_due), clock_in(twente, due(ClockName::feedback))},
         "Regiocontact Twente"},
    };
    for (const WhoCase& c : cases)
        EXPECT_EQ(team_of({request_row(1, long_ago, c.clocks)})
                      .lists.at("due_soon")
                      .at(0)
                      .values.at("who"),
                  c.who);
}

TEST(TeamDigest, an_item_without_occupation_names_the_sector_and_its_regions) {
    TestRequest row = request_row(1, long_ago);
    row.row.regions = {brabant, RegionKey("drenthe"), twente};
    TestRequest bare = request_row(2, long_ago);
    bare.row.sector.clear();
    bare.row.place.clear();
    bare.row.regions.assign(4, brabant);
    const auto items = team_of({row, bare}).lists.at("open");
    EXPECT_EQ(items.at(0).values.at("what"), "2 x sector 86.10, aanbod");
    EXPECT_EQ(items.at(0).values.at("where"), "5038 AB Tilburg, Midden-Brabant, Drenthe en Twente");
    EXPECT_EQ(items.at(1).values.at("what"), "2 x personeel, aanbod");
    EXPECT_EQ(items.at(1).values.at("where"), "4 regio's");
}

TEST(TeamDigest, counts_the_open_take_ups_and_lists_what_cannot_be_placed) {
    TestRequest unplaced = request_row(1, since_last, {clock_of(ClockName::take_up, later_due)});
    unplaced.unplaced = true;
    unplaced.taken_up = false;
    unplaced.row.regions.clear();
    TestRequest closed = unplaced;
    closed.number = number(2);
    closed.closed_at = at(since_last);
    TestRequest waits = request_row(3, since_last, {clock_of(ClockName::take_up, today_due)});
    waits.taken_up = false;
    const Facts facts = team_of({unplaced, closed, waits, request_row(4, since_last)});
    EXPECT_EQ(facts.values.at("take_up_count"), "2");
    ASSERT_EQ(facts.lists.at("unplaced").size(), 1U);
    const std::map<std::string, std::string> expected{{"number", "NLWD-2026-000001"},
                                                      {"what", "2 x sector 86.10, aanbod"},
                                                      {"where", "5038 AB Tilburg"},
                                                      {"link", ""}};
    EXPECT_EQ(facts.lists.at("unplaced").at(0).values, expected);
    EXPECT_EQ(facts.values.at("unplaced_count"), "1");
}

TEST(TeamDigest, tells_per_region_what_is_open_and_what_is_late) {
    Lines lines;
    const Facts facts = team_of({}, {{twente, 1, 1}, {brabant, 2, 0}});
    for (const Facts& region : facts.lists.at("regions"))
        lines.push_back(region.values.at("name") + " " + region.values.at("open") + " " +
                        region.values.at("too_late"));
    EXPECT_EQ(lines, (Lines{"Midden-Brabant 2 ", "Twente 1 1"}));
    EXPECT_EQ(facts.values.at("quiet_regions").find("Twente"), std::string::npos);
    EXPECT_NE(team_of({}, {{brabant, 1, 0}}).values.at("quiet_regions").find("Twente"),
              std::string::npos);
}

TEST(TeamDigest, lists_what_could_not_be_read_and_the_mail_that_stayed) {
    const RuleSet rules = build::a_ruleset();
    TeamDigest digest(rules, around_monday);
    digest.add(RejectedItem{12, "msg_2", at(since_last), "/a: is required\n/b: is required\n"});
    digest.add(RejectedItem{8, "msg_1", at(long_ago), std::string(599, 'x') + "\u00e9\u00e9"});
    digest.add(ParkedItem{
        number(1), {Role::employer, number(1).text(), "P", "p@x.example"}, at(long_ago)});
    digest.add(ParkedItem{{}, {Role::team, "anna", "Anna", "anna@x.example"}, at(since_last)});
    const Facts facts =
        addressed_to(digest.written(no_row), {Role::team, "bram", "Bram", "b@x.example"}).facts;
    const auto& rejected = facts.lists.at("rejected");
    ASSERT_EQ(rejected.size(), 2U);
    EXPECT_EQ(rejected[0].values.at("problems"), std::string(599, 'x') + " ...");
    EXPECT_EQ(rejected[1].values.at("id") + " " + rejected[1].values.at("entry"), "msg_2 12");
    EXPECT_EQ(rejected[1].values.at("when"), "vrijdag 20 november 2026, 10:00 uur");
    EXPECT_EQ(rejected[1].values.at("problems"), "/a: dit is verplicht; /b: dit is verplicht");
    const auto& parked = facts.lists.at("parked");
    ASSERT_EQ(parked.size(), 2U);
    EXPECT_EQ(parked[0].values.at("number"), "NLWD-2026-000001");
    EXPECT_EQ(parked[0].values.at("to"), "de werkgever");
    EXPECT_EQ(parked[1].values.at("number"), "");
    EXPECT_EQ(facts.values.at("recipient_name"), "Bram");
}

}  // namespace
}  // namespace werktdoord
