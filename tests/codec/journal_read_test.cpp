// Lines of the journal read back: what journal_line wrote, and nothing else.
#include "codec/journal_read.hpp"

#include <gmock/gmock.h>

#include "codec/journal.hpp"
#include "codec/journal_chain.hpp"
#include "core/catalogue.hpp"

namespace werktdoord {
namespace {

using ::testing::IsEmpty;

// Every member is given, whether the event has it or not.
Event full_event(EventName name) {
    const Instant at = parse_rfc3339("2026-11-23T09:12:00.250Z").value();
    Event e;
    e.at = at;
    e.name = name;
    e.request = RequestNumber("NLWD-2026-000001");
    e.region = RegionKey("midden-brabant");
    e.by = "anna";
    e.link = "a1";
    e.owner = e.to = "bram";
    e.wsp = WspKey("wsp-tilburg");
    e.wsps = {WspKey("wsp-tilburg"), WspKey("wsp-breda")};
    e.inform = {Role::wsp_manager, Role::pow_director};
    e.regions = {RegionKey("drenthe"), RegionKey("zeeland")};
    e.suggests = {RegionKey("utrecht")};
    e.with = RequestNumber("NLWD-2026-000002");
    e.of = RequestNumber("NLWD-2026-000003");
    e.recipients = {{Role::owner, "anna", "", ""}, {Role::wsp, "wsp-tilburg", "", ""}};
    e.source = "platform";
    e.rejected = 7;
    e.kind = Kind::offer;
    e.headcount = 4;
    e.sector = "86.10";
    e.outcome = "filled";
    e.filled = 0;
    e.reason = "een \"reden\"";
    e.clock = ClockName::wsp_response;
    e.happened_at = e.start = e.warn = e.due = e.old_warn = e.old_due = e.not_before = at;
    e.late = true;
    e.step = AlertStep::after;
    e.send = 2;
    e.skipped = 1;
    e.mail_kind = MailKind::status;
    e.mail = 12;
    e.together = 11;
    e.rules_hash = "abc";
    e.version = "1.0";
    e.note = "regel een\nregel twee é";
    e.story = "verhaal";
    e.data = R"({"a":1})";
    e.problems = "/data: no";
    return e;
}

std::shared_ptr<const Route> a_route() {
    Route route;
    route.rules = {"care", "default"};
    route.regions = {{RegionKey("drenthe"), Mode::immediately, {}, {}, {}},
                     {RegionKey("zeeland"), Mode::immediately, {}, {}, {}}};
    route.policy = "crisis";
    route.lead = RegionKey("drenthe");
    route.unplaced = {{1, "geen postcode"}};
    route.signposts = {"voucher"};
    route.why = {"5038 ligt in Tilburg"};
    return std::make_shared<const Route>(route);
}

Event event_as_written(EventName name) {
    Event event = full_event(name);
    if (name == EventName::request_routed || name == EventName::request_unroutable)
        event.route = a_route();
    if (name == EventName::mail_queued || name == EventName::mail_joined) {
        Mail mail;
        mail.not_before = event.not_before;
        event.letter = std::make_shared<const Mail>(mail);
    }
    return event;
}

TEST(JournalRead, an_event_of_any_name_comes_back_as_it_was_written) {
    SeqSalts salts;
    for (const Entry& entry : catalogue()) {
        const JournalText text = journal_line(5, event_as_written(entry.name), salts);
        const std::string line = with_hash(text.line, first_chain_hash());
        const auto read = read_journal_line(line, text.personal);
        ASSERT_TRUE(read) << line << read.error().at(0).where;
        EXPECT_EQ(read->event.name, entry.name);
        EXPECT_FALSE(read->erased);
        const JournalText again = journal_line(5, read->event, salts);
        EXPECT_EQ(again.line, text.line);
        EXPECT_EQ(again.personal, text.personal);
    }
}

TEST(JournalRead, a_line_whose_texts_were_erased_says_so) {
    SeqSalts salts;
    for (const Entry& entry : catalogue()) {
        const JournalText text = journal_line(5, event_as_written(entry.name), salts);
        const auto read = read_journal_line(text.line, "");
        ASSERT_TRUE(read);
        EXPECT_EQ(read->erased, !text.personal.empty()) << name_of(entry.name);
        EXPECT_EQ(read->event.note + read->event.data + read->event.story, "");
    }
}

TEST(JournalRead, what_the_journal_does_not_write_is_refused_with_its_member) {
    const auto where = [](const std::string& members) {
        std::vector<std::string> places;
        const auto read = read_journal_line(
            R"({"seq":1,"at":"2026-11-23T09:12:00Z","event":)" + members + "}", "");
        if (!read)
            for (const Problem& problem : read.error()) places.push_back(problem.where);
        return places;
    };
    using ::testing::ElementsAre;
    EXPECT_THAT(where(R"("request.note","by":"anna")"), IsEmpty());
    EXPECT_THAT(where(R"("request.sung")"), ElementsAre("event"));
    EXPECT_THAT(where(R"("request.note","by":1)"), ElementsAre("by"));
    EXPECT_THAT(where(R"("request.note","note":1,"happenedAt":"soon")"),
                ElementsAre("happenedAt", "note"));
    EXPECT_THAT(where(R"("clock.met","clock":"lunch","due":1,"late":"yes")"),
                ElementsAre("clock", "due", "late"));
    EXPECT_THAT(where(R"("mail.sent","mail":"1","to":{"role":"king","key":"x"})"),
                ElementsAre("mail", "to"));
    EXPECT_THAT(where(R"("alert.raised","to":{"role":"owner","key":"x"})"), ElementsAre("to"));
    EXPECT_THAT(where(R"("mail.queued","template":"birthday","step":"dance")"),
                ElementsAre("template", "step"));
    EXPECT_THAT(where(R"("request.routed","unplaced":[{"site":-1,"why":"x"}],"mode":"never")"),
                ElementsAre("mode", "unplaced"));
    EXPECT_FALSE(read_journal_line("[]", ""));
    EXPECT_FALSE(read_journal_line("{", ""));
    EXPECT_FALSE(read_journal_line(R"({"event":"request.note"})", ""));
}

}  // namespace
}  // namespace werktdoord
