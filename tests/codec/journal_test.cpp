#include "codec/journal.hpp"

#include <gmock/gmock.h>

#include "codec/journal_personal.hpp"
#include "codec/json.hpp"
#include "codec/log_fields.hpp"
#include "codec/sha256.hpp"
#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::at;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

Event event_of(EventName name) {
    Event event;
    event.at = at("2026-11-23T08:12:00Z");
    event.name = name;
    event.request = RequestNumber("NLWD-2026-000001");
    return event;
}

std::string line_of(std::int64_t seq, const Event& event) {
    SeqSalts salts;
    return journal_line(seq, event, salts).line;
}

TEST(Journal, MembersStandInTheOrderOfTheCatalogueAndAbsentOnesAreLeftOut) {
    Event event = event_of(EventName::clock_started);
    event.region = RegionKey("midden-brabant");
    event.clock = ClockName::wsp_response;
    event.wsp = WspKey("wsp-mb");
    event.start = at("2026-11-23T08:12:00Z");
    event.due = at("2026-11-25T08:12:00.250Z");
    EXPECT_EQ(line_of(7, event),
              R"({"seq":7,"at":"2026-11-23T08:12:00Z","event":"clock.started",)"
              R"("request":"NLWD-2026-000001","region":"midden-brabant","clock":"wsp_response",)"
              R"("wsp":"wsp-mb","start":"2026-11-23T08:12:00Z","due":"2026-11-25T08:12:00.250Z"})");
}

TEST(Journal, ARouteIsTold) {
    auto route = std::make_shared<Route>();
    route->rules = {"care", "default"};
    route->regions = {{RegionKey("a"), Mode::after_assessment, {0}, {}, {}},
                      {RegionKey("b"), Mode::immediately, {1}, {}, {}}};
    route->policy = "crisis";
    route->lead = RegionKey("a");
    route->unplaced = {{2, "onbekend"}};
    route->signposts = {"s"};
    route->why = {"5038 ligt in \"Tilburg\""};
    Event event = event_of(EventName::request_routed);
    event.route = route;
    event.rules_hash = "abc";
    EXPECT_THAT(
        line_of(1, event),
        HasSubstr(R"("rules":["care","default"],"regions":["a","b"],"mode":"immediately",)"
                  R"("policy":"crisis","lead":"a","unplaced":[{"site":2,"why":"onbekend"}],)"
                  R"("signposts":["s"],"why":["5038 ligt in \"Tilburg\""],)"
                  R"("rulesHash":"abc"})"));
}

TEST(Journal, RecipientsAreRolesAndKeysWithoutNamesAndAddresses) {
    const Recipient anna{Role::owner, "anna", "Anna Jansen", "anna@team.example"};
    Event raised = event_of(EventName::alert_raised);
    raised.clock = ClockName::take_up;
    raised.step = AlertStep::missed;
    raised.send = 2;
    raised.recipients = {anna, {Role::team, "bram", "Bram", "bram@team.example"}};
    EXPECT_THAT(line_of(1, raised),
                HasSubstr(R"("clock":"take_up","step":"missed","send":2,)"
                          R"("to":[{"role":"owner","key":"anna"},{"role":"team","key":"bram"}]})"));
    Event queued = event_of(EventName::mail_queued);
    queued.mail_kind = MailKind::alert;
    queued.recipients = {anna};
    auto letter = std::make_shared<Mail>();
    letter->not_before = at("2026-11-24T08:00:00Z");
    queued.letter = letter;
    EXPECT_THAT(line_of(1, queued),
                HasSubstr(R"("template":"alert","to":{"role":"owner",)"
                          R"("key":"anna"},"notBefore":"2026-11-24T08:00:00Z"})"));
    EXPECT_THAT(line_of(1, queued) + line_of(1, raised), Not(HasSubstr("example")));
}

TEST(Journal, FreeTextEntersByItsSaltedDigest) {
    Event event = event_of(EventName::request_closed);
    event.by = "anna";
    event.outcome = "withdrawn";
    event.reason = "Belde mevrouw \"X\".";
    event.note = "n";
    SeqSalts salts;
    const JournalText text = journal_line(12, event, salts);
    const Salt salt = salts.salt(12, Member::note);
    const std::string salted = std::string(salt.begin(), salt.end()) + "n";
    EXPECT_THAT(text.line, HasSubstr("\"note\":\"sha256:" + sha256_hex(salted) + "\"}"));
    EXPECT_THAT(text.line, HasSubstr(R"("outcome":"withdrawn","reason":"sha256:)"));
    EXPECT_THAT(text.line, Not(HasSubstr("mevrouw")));
    EXPECT_THAT(text.personal,
                HasSubstr(R"("note":{"salt":")" + to_hex(salt) + R"(","text":"n"}})"));
    EXPECT_TRUE(parse_json(text.personal));
    EXPECT_THAT(text.personal, HasSubstr(R"(Belde mevrouw \"X\".)"));
}

TEST(Journal, AReasonOfTheClosedSetIsPlain) {
    Event event = event_of(EventName::referral_declined);
    event.reason = "no_capacity";
    SeqSalts salts;
    EXPECT_THAT(journal_line(1, event, salts).line, HasSubstr(R"("reason":"no_capacity")"));
    EXPECT_EQ(journal_line(1, event, salts).personal, "");
}

TEST(Journal, SaltsOfASimulationFollowFromSeqAndMember) {
    SeqSalts salts;
    const Sha256 digest = sha256("seq:5:happenedAt");
    EXPECT_EQ(to_hex(salts.salt(5, Member::happened_at)), to_hex(digest).substr(0, 32));
    EXPECT_NE(salts.salt(5, Member::note), salts.salt(6, Member::note));
    EXPECT_NE(salts.salt(5, Member::note), salts.salt(5, Member::story));
}

TEST(Journal, EveryEventGivesOneLineOfValidJson) {
    for (const Entry& entry : catalogue()) {
        Event event = event_of(entry.name);
        event.note = "a\nb";
        event.data = R"({"a":1})";
        event.filled = 0;
        event.late = true;
        event.mail = 3;
        const std::string line = line_of(1, event);
        EXPECT_TRUE(parse_json(line)) << line;
        EXPECT_EQ(line.find('\n'), line.npos);
    }
}

TEST(JournalPersonal, TextsAreShownAndCheckedAgainstTheirDigests) {
    Event event = event_of(EventName::request_note);
    event.note = "Gebeld met \"Noor\".";
    SeqSalts salts;
    const JournalText text = journal_line(3, event, salts);
    EXPECT_THAT(with_personal(text.line, text.personal).value(),
                HasSubstr(R"("note":"Gebeld met \"Noor\"."})"));
    EXPECT_EQ(with_personal(text.line, "").value(), text.line);
    EXPECT_THAT(verify_personal(text.line, text.personal), testing::IsEmpty());
    std::string other = text.personal;
    other.replace(other.find("Gebeld"), 6, "Gemaild");
    EXPECT_EQ(verify_personal(text.line, other).size(), 1U);
    EXPECT_EQ(verify_personal(text.line, R"({"note":{"salt":"00","text":"x"}})").size(), 1U);
    EXPECT_EQ(verify_personal(text.line, R"({"data":{"salt":"00","text":"x"}})").size(), 1U);
}

TEST(LogFields, TheLogHoldsTheMembersButNothingPersonal) {
    Event event = event_of(EventName::request_closed);
    event.by = "anna";
    event.outcome = "filled";
    event.reason = "Noor belde";
    event.note = "06 12345678";
    event.story = "verhaal";
    EXPECT_THAT(log_fields(event),
                ElementsAre(Pair("event", "request.closed"), Pair("request", "NLWD-2026-000001"),
                            Pair("by", "anna"), Pair("outcome", "filled")));
    Event raised = event_of(EventName::alert_raised);
    raised.recipients = {{Role::owner, "anna", "Anna", "anna@team.example"},
                         {Role::team, "bram", "Bram", "bram@team.example"}};
    EXPECT_THAT(log_fields(raised), testing::Contains(Pair("to", "owner:anna,team:bram")));
}

TEST(LogFields, WhyARouteIsWhatItIsStaysInTheJournal) {
    auto route = std::make_shared<Route>();
    route->why = {"omdat"};
    route->unplaced = {{0, "omdat"}, {3, "omdat"}};
    Event event = event_of(EventName::request_unroutable);
    event.route = route;
    EXPECT_THAT(log_fields(event),
                ElementsAre(Pair("event", "request.unroutable"),
                            Pair("request", "NLWD-2026-000001"), Pair("unplaced", "0,3")));
}

}  // namespace
}  // namespace werktdoord
