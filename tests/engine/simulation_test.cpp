// The simulation: stimuli in, the journal out, the same every time (contract section 8).
#include "engine/simulation.hpp"

#include <gmock/gmock.h>

#include "codec/journal_chain.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Output {
    Lines lines;  // as printed
    Lines mails;
    std::vector<Event> events;

    Lines with(const std::string& words) const {
        Lines found;
        for (const std::string& line : lines)
            if (line.find(words) != std::string::npos) found.push_back(line);
        return found;
    }
};

Output simulate(const std::string& stimuli, const char* until = nullptr,
                RuleSet rules = build::a_ruleset()) {
    SeqSalts salts;
    StoreDouble store(open_store(":memory:", salts));
    Output out;
    Simulation simulation(
        store, std::make_shared<const RuleSet>(std::move(rules)),
        [&](const std::string& line) { out.lines.push_back(line); },
        [&](const Sending& mails) {
            for (const OutboxMail& mail : mails) out.mails.push_back(kind_text(mail));
        });
    simulation.run(read_stimuli(stimuli).value(),
                   until == nullptr ? std::nullopt : std::optional<Instant>(build::at(until)));
    expect_sound(store);
    out.events = store.events;
    return out;
}

std::string submit(const std::string& at, const std::string& as, const Wish& wish = {}) {
    return R"({"at":")" + at + R"(","submit":)" + document_of(wish) + R"(,"as":")" + as + "\"}\n";
}

std::string does(const std::string& at, const std::string& request, const std::string& members) {
    return R"({"at":")" + at + R"(","request":")" + request + "\"," + members + "}\n";
}

const std::string withdrawn = R"("event":"request.closed","by":"anna","outcome":"withdrawn")";
const std::string monday = "2026-11-23T09:12:00+01:00";

TEST(Simulation, prints_its_journal_with_one_rules_loaded_and_no_daemon) {
    const Output out =
        simulate(submit(monday, "a") + does("2026-11-23T11:00:00+01:00", "a", anna_takes_up),
                 "2026-11-23T12:00:00+01:00");
    EXPECT_THAT(verify_chain(out.lines), IsEmpty());
    EXPECT_THAT(out.lines.front(), HasSubstr(R"("at":"2026-11-23T08:12:00Z","event":"rules.load)"));
    EXPECT_EQ(out.with("rules.loaded").size(), 1U);
    EXPECT_THAT(out.with("\"daemon."), IsEmpty());
}

TEST(Simulation, the_same_input_gives_the_same_bytes) {
    const std::string story = submit(monday, "a") + does(monday, "a", anna_takes_up);
    EXPECT_EQ(simulate(story).lines, simulate(story).lines);
}

TEST(Simulation, a_request_is_named_by_what_it_was_submitted_as_or_by_its_number) {
    const Output out =
        simulate(submit(monday, "a") + does(monday, "a", anna_takes_up) +
                     submit(monday, "b", {"offer", "hetgemaal"}) +
                     does(monday, "NLWD-2026-000002", anna_takes_up) +
                     does(monday, "a", R"("event":"request.introduced","by":"anna","with":"b")") +
                     submit(monday, "c") +
                     does(monday, "c",
                          R"("event":"request.closed","by":"anna",)"
                          R"("outcome":"duplicate","of":"a")"),
                 monday.c_str());
    EXPECT_THAT(out.with("stimulus.refused"), IsEmpty());
    EXPECT_THAT(out.with("request.introduced"),
                ElementsAre(HasSubstr("\"with\":\"NLWD-2026-000002\""),
                            HasSubstr("\"with\":\"NLWD-2026-000001\"")));
    EXPECT_THAT(out.with("request.closed"), ElementsAre(HasSubstr("\"of\":\"NLWD-2026-000001\"")));
}

TEST(Simulation, what_does_not_fit_becomes_a_line_and_the_run_goes_on) {
    const Output out = simulate(submit(monday, "a") +
                                    does(monday, "a", R"("event":"request.referred","by":"anna")") +
                                    does(monday, "x", anna_takes_up) + submit(monday, "a") +
                                    does(monday, "a", R"("event":"request.taken_up","by":"wie")") +
                                    does(monday, "a", R"("event":"request.taken_up")") +
                                    does("2026-11-23T08:00:00+01:00", "a", anna_takes_up) +
                                    does(monday, "a", anna_takes_up),
                                monday.c_str());
    EXPECT_THAT(
        out.with("stimulus.refused"),
        ElementsAre(AllOf(HasSubstr(R"("request":"NLWD-2026-000001","reason":")"),
                          HasSubstr("; fits: request.taken_up request.amended")),
                    HasSubstr(R"("request":"x","reason":"there is no request x")"),
                    HasSubstr(R"("request":"a","reason":"this name was given before")"),
                    HasSubstr("'wie' is no team member"),
                    HasSubstr(R"("request":"NLWD-2026-000001","reason":"/by: )"),
                    AllOf(HasSubstr(R"({"at":"2026-11-23T07:00:00Z","event":"stimulus.refused")"),
                          HasSubstr("lies before the stimulus ahead of it"))));
    EXPECT_EQ(out.with("request.taken_up\"").size(), 1U) << "the last one fits";
    EXPECT_THAT(out.with("NLWD-2026-000002"), IsEmpty()) << "a refused name takes no number";
}

TEST(Simulation, a_submission_that_is_no_request_is_refused_with_its_problems) {
    const Output out = simulate(R"({"at":"2026-11-23T09:12:00+01:00","submit":{"kind":"vraag"},)"
                                R"("as":"a"})"
                                "\n",
                                monday.c_str());
    EXPECT_THAT(out.with("stimulus.refused"),
                ElementsAre(AllOf(HasSubstr(R"("request":"a")"), HasSubstr("/submit/employer"))));
}

TEST(Simulation, ends_when_only_overdue_reminders_are_left) {
    const Output out = simulate(submit(monday, "a"));
    // Six sends to the coordinator, the last on 12-02; the reminders come after it.
    EXPECT_EQ(out.with("\"step\":\"after\"").size(), 2 * 6U) << "each an alert and its mail";
    EXPECT_THAT(out.with("overdue"), IsEmpty());
    EXPECT_THAT(out.lines.back(), HasSubstr(R"("at":"2026-12-02T08:12:00Z","event":"mail.sent")"));
}

TEST(Simulation, a_reminder_before_the_last_thing_that_matters_is_told) {
    const Output out = simulate(submit(monday, "a") +
                                submit("2026-12-14T09:12:00+01:00", "b", {"demand", "hetgemaal"}));
    EXPECT_THAT(out.with("\"alert.raised\""),
                Contains(AllOf(HasSubstr("NLWD-2026-000001"), HasSubstr("\"step\":\"overdue\""))));
    EXPECT_THAT(out.with("2026-12-23T08:12:00Z"),
                Contains(AllOf(HasSubstr("NLWD-2026-000002"), HasSubstr("\"send\":6"))));
}

TEST(Simulation, digests_do_not_keep_it_going) {
    RuleSet rules = build::a_ruleset();
    rules.digests.team = DigestRule{Minutes(8 * 60 + 15), true};
    const Output out =
        simulate(submit(monday, "a") + does("2026-11-25T10:00:00+01:00", "a", anna_takes_up) +
                     does("2026-11-25T11:00:00+01:00", "a", withdrawn),
                 nullptr, rules);
    EXPECT_EQ(out.with("digest.queued").size(), 2 * 4U) << "Tuesday's and Wednesday's";
    EXPECT_THAT(out.lines.back(), HasSubstr("2026-11-25T10:00:00Z"));
}

TEST(Simulation, mail_that_is_held_still_goes_before_the_end) {
    const Output out = simulate(submit("2026-11-27T20:00:00+01:00", "a") +
                                does("2026-11-27T20:00:00+01:00", "a", withdrawn));
    EXPECT_THAT(out.lines.back(),
                AllOf(HasSubstr("2026-11-30T08:00:00Z"), HasSubstr("\"mail.dropped\""),
                      HasSubstr("\"reason\":\"request_closed\"")));
    EXPECT_THAT(out.mails, ElementsAre("confirmation", "closing"));
}

TEST(Simulation, until_is_inclusive) {
    const std::string story =
        submit(monday, "a") + does("2026-11-24T11:00:00+01:00", "a", anna_takes_up);
    const auto missed = [&](const char* until) {
        return simulate(story, until).with("\"clock.missed\"").size();
    };
    EXPECT_EQ(missed("2026-11-24T09:11:59+01:00"), 0U);
    EXPECT_EQ(missed("2026-11-24T09:12:00+01:00"), 1U);
    EXPECT_THAT(simulate(story, "2026-11-24T10:59:59+01:00").with("request.taken_up"), IsEmpty());
    EXPECT_EQ(simulate(story, "2026-11-24T11:00:00+01:00").with("\"request.taken_up\"").size(), 1U);
}

TEST(Simulation, until_lets_time_run_past_the_last_stimulus) {
    const Output out = simulate(submit(monday, "a"), "2026-12-24T00:00:00+01:00");
    EXPECT_EQ(out.with("\"step\":\"overdue\"").size(), 3 * 3U) << "an alert and two mails each";
}

TEST(Simulation, nothing_happens_after_until) {
    const Output out = simulate(submit(monday, "a"), "2026-11-20T12:00:00+01:00");
    EXPECT_THAT(out.lines,
                ElementsAre(HasSubstr(R"("at":"2026-11-20T11:00:00Z","event":"rules.)")));
}

TEST(Simulation, without_stimuli_there_is_nothing_to_tell) {
    EXPECT_THAT(simulate("").lines, IsEmpty());
}

TEST(Simulation, equal_instants_go_in_file_order) {
    const Output out =
        simulate(submit(monday, "b") + submit(monday, "a") + does(monday, "a", anna_takes_up) +
                     does(monday, "b", anna_takes_up),
                 monday.c_str());
    EXPECT_THAT(out.with("\"request.taken_up\""),
                ElementsAre(HasSubstr("NLWD-2026-000002"), HasSubstr("NLWD-2026-000001")));
}

TEST(Simulation, what_is_due_at_an_instant_comes_before_the_stimulus_of_that_instant) {
    const Output out =
        simulate(submit(monday, "a") + does("2026-11-24T09:12:00+01:00", "a", anna_takes_up),
                 "2026-11-24T09:12:00+01:00");
    Lines names;
    for (const Event& event : out.events)
        if (event.clock == ClockName::take_up && !event.letter && event.mail == 0)
            names.push_back(std::string(name_of(event.name)) + (event.late ? " late" : ""));
    EXPECT_THAT(names, ElementsAre("clock.started", "clock.warned", "alert.raised", "clock.missed",
                                   "alert.raised", "clock.met"));
}

TEST(Simulation, every_mail_arrives_once_and_is_on_record) {
    const Output out =
        simulate(submit(monday, "a") + does("2026-11-23T11:00:00+01:00", "a", anna_takes_up),
                 monday.c_str());
    EXPECT_THAT(out.mails, ElementsAre("confirmation", "new_request"));
    EXPECT_EQ(out.with("\"mail.sent\"").size(), 2U);
}

TEST(Simulation, an_absence_that_begins_takes_part_in_it) {
    RuleSet rules = build::a_ruleset();
    rules.roster.absent.push_back(
        {MemberKey("anna"), {build::day("2026-11-24"), build::day("2026-11-24")}});
    const Output out = simulate(submit(monday, "a"), "2026-11-24T00:00:00+01:00", rules);
    EXPECT_THAT(out.with("request.reassigned"),
                ElementsAre(AllOf(HasSubstr("2026-11-23T23:00:00Z"), HasSubstr("\"chris\""))));
}

TEST(Simulation,
     without_an_end_goes_on_to_an_absence_that_hands_over_and_not_to_one_that_does_not) {
    RuleSet rules = build::a_ruleset();
    for (const char* member : {"anna", "bram"})
        rules.roster.absent.push_back(
            {MemberKey(member), {build::day("2027-03-01"), build::day("2027-03-05")}});
    const Output untaken = simulate(submit(monday, "a"), nullptr, rules);
    EXPECT_EQ(untaken.with("request.reassigned").size(), 1U);
    const Output closed = simulate(
        submit(monday, "a") + does("2026-11-24T09:00:00+01:00", "a", withdrawn), nullptr, rules);
    EXPECT_THAT(closed.with("2027-"), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
