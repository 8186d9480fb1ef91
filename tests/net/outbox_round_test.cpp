// Emptying the outbox: nothing sent twice, nothing lost, no mail stops the others (section 9).
#include "net/outbox_round.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"
#include "net/outbox_fakes.hpp"
#include "net/outbox_sender.hpp"
#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using Became = MailResult::Kind;
using Outcome = SendOutcome::Kind;

const Instant noon = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)) + 12h;

class Outbox : public testing::Test {
protected:
    Outbox() {
        for (const MailTraits& mail : mail_traits)
            for (const char* part : {"subject", "text", "html"})
                folder_.write(std::string(mail.name) + "." + part + ".mustache", "{{number}}");
        time_.at = noon;
        for (int id = 1; id <= 3; ++id) add(id);
    }
    void add(int id) {
        OutboxMail mail;
        mail.id = id;
        mail.state = MailState::waiting;
        mail.queued_at = mail.next_attempt = noon;
        mail.kind = MailKind::update;
        mail.to = {Role::owner, "anna", "Anna", std::to_string(id) + "@team.example"};
        store_.mails[id] = mail;
    }
    OutboxPorts ports() {
        return {store_,
                desk_,
                transport_,
                time_,
                [] { return std::make_shared<const RuleSet>(build::a_ruleset()); },
                std::make_shared<const Templates>(read_templates(folder_.path()).value()),
                {{"", "noreply@nlwerktdoor.example"}, Zone::find("Europe/Amsterdam").value(), {}},
                {},
                watch_};
    }
    void fails(const std::string& id, Outcome kind) {
        transport_.answer = [id, kind](const std::string& to) {
            return to.starts_with(id) ? SendOutcome{kind, "why"} : SendOutcome{};
        };
    }
    std::vector<std::string> tried() {
        std::vector<std::string> ids;
        for (const std::string& id : transport_.sent) ids.push_back(id.substr(8, 1));
        transport_.sent.clear();
        return ids;
    }

    TempFolder folder_;
    FakeTime time_;
    FakeOutbox store_;
    FakeDesk desk_{store_};
    FakeTransport transport_;
    FakeWatch watch_;
    std::atomic<bool> stopping_ = false;
};

TEST_F(Outbox, everything_due_is_sent_and_recorded_oldest_first) {
    store_.mails[3].next_attempt = noon + 1h;
    OutboxRound round(ports());
    EXPECT_EQ(round.run(stopping_), noon + 1h);
    EXPECT_THAT(tried(), ElementsAre("1", "2"));
    EXPECT_THAT(desk_.results, ElementsAre(MailResult{1, Became::sent, "", {}, false},
                                           MailResult{2, Became::sent, "", {}, false}));
    time_.at = noon + 1h;
    EXPECT_EQ(round.run(stopping_), std::nullopt);
    EXPECT_THAT(tried(), ElementsAre("3"));
}

TEST_F(Outbox, what_is_late_waits_for_opening_time_too_but_digests_and_employers_do_not) {
    const Instant night = noon + 10h;
    time_.at = night;
    store_.mails[2].kind = MailKind::digest_team;
    store_.mails[3].to.role = Role::employer;
    OutboxRound round(ports());
    round.run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("2", "3"));
    const Instant opening = parse_rfc3339("2026-11-24T09:00:00+01:00").value();
    EXPECT_EQ(desk_.results.front(), (MailResult{1, Became::retry, "", opening, false}));
    time_.at = opening;
    round.run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("1"));
}

TEST_F(Outbox, a_refused_mail_is_parked_and_one_for_later_waits_while_the_others_go) {
    transport_.answer = [](const std::string& to) {
        return to[0] == '1'   ? SendOutcome{Outcome::refused, "550"}
               : to[0] == '2' ? SendOutcome{Outcome::retry_later, "450"}
                              : SendOutcome{};
    };
    EXPECT_EQ(OutboxRound(ports()).run(stopping_), noon + 1min);
    EXPECT_THAT(desk_.results, ElementsAre(MailResult{1, Became::failed, "550", {}, false},
                                           MailResult{2, Became::retry, "450", noon + 1min, true},
                                           MailResult{3, Became::sent, "", {}, false}));
}

TEST_F(Outbox, the_time_that_the_server_was_away_does_not_park_what_it_put_off_before_and_after) {
    store_.mails[1].first_failure = noon;
    OutboxRound round(ports());
    fails("1", Outcome::retry_later);
    round.run(stopping_);
    add(4);
    store_.mails[4].next_attempt = time_.at = noon + 1min;
    fails("", Outcome::unreachable);
    round.run(stopping_);
    time_.at = noon + 72h;
    fails("1", Outcome::retry_later);
    round.run(stopping_);
    EXPECT_EQ(desk_.results.back().kind, Became::retry) << "it was put off for a minute";
}

TEST_F(Outbox, a_server_that_cannot_be_reached_pauses_the_whole_queue) {
    fails("", Outcome::unreachable);
    OutboxRound round(ports());
    for (const auto pause : {1min, 2min, 4min}) {
        EXPECT_EQ(round.run(stopping_), time_.at + pause);
        EXPECT_EQ(tried().size(), 1U);
        EXPECT_FALSE(desk_.results.back().count_attempt);
        EXPECT_EQ(round.run(stopping_), time_.at + pause) << "not before its time";
        EXPECT_THAT(tried(), IsEmpty());
        time_.at += pause;
    }
    fails("none", Outcome::accepted);
    round.run(stopping_);
    EXPECT_EQ(tried().size(), 3U);
    add(4);
    fails("4", Outcome::unreachable);
    EXPECT_EQ(round.run(stopping_), time_.at + 1min) << "pauses begin anew";
}

TEST_F(Outbox, a_pause_is_told_at_each_try_and_its_end_once) {
    fails("", Outcome::unreachable);
    OutboxRound round(ports());
    round.run(stopping_);
    round.run(stopping_);
    time_.at += 1min;
    round.run(stopping_);
    time_.at += 2min;
    fails("1", Outcome::retry_later);
    round.run(stopping_);
    EXPECT_THAT(watch_.told, ElementsAre("why until 2026-11-23T12:01:00Z",
                                         "why until 2026-11-23T12:03:00Z", "resumed"));
}

TEST_F(Outbox, a_mail_that_makes_the_server_stumble_does_not_stop_the_others) {
    fails("1", Outcome::unreachable);
    OutboxRound round(ports());
    round.run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("1"));
    time_.at += 1min;
    round.run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("2", "3", "1"));
}

TEST_F(Outbox, what_became_moot_is_dropped_unsent) {
    const RequestNumber number("NLWD-2026-000001");
    store_.mails[2].request = number;
    store_.mails[2].kind = MailKind::new_request;
    store_.cases[number].number = number;
    store_.cases[number].owner = MemberKey("bram");
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("1", "3"));
    EXPECT_EQ(desk_.results[1], (MailResult{2, Became::dropped, "reassigned", {}, false}));
}

TEST_F(Outbox, alerts_to_one_person_leave_as_one_mail_and_each_is_on_record) {
    for (const int id : {1, 3}) {
        store_.mails[id].kind = MailKind::alert;
        store_.mails[id].to.address = "anna@team.example";
    }
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("1", "2"));
    EXPECT_THAT(desk_.results, ElementsAre(MailResult{1, Became::sent, "", {}, false},
                                           MailResult{3, Became::sent, "", {}, false, 0, 1},
                                           MailResult{2, Became::sent, "", {}, false}));
}

TEST_F(Outbox, of_alerts_together_the_moot_one_is_dropped_and_the_rest_share_their_fate) {
    const RequestNumber number("NLWD-2026-000001");
    store_.cases[number].number = number;
    store_.cases[number].state = State::closed;
    for (int id = 1; id <= 3; ++id) {
        store_.mails[id].kind = MailKind::alert;
        store_.mails[id].to.address = "anna@team.example";
    }
    store_.mails[1].request = number;
    store_.mails[3].attempts = 2;
    fails("", Outcome::retry_later);
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(desk_.results,
                ElementsAre(MailResult{1, Became::dropped, "request_closed", {}, false},
                            MailResult{2, Became::retry, "why", noon + 1min, true},
                            MailResult{3, Became::retry, "why", noon + 4min, true}));
}

TEST_F(Outbox, a_mail_without_a_template_is_parked) {
    store_.mails[1].kind.reset();
    store_.mails[1].unknown_kind = "birthday";
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("2", "3"));
    EXPECT_EQ(desk_.results[0], (MailResult{1, Became::failed, "no_template", {}, false}));
}

TEST_F(Outbox, a_mail_that_cannot_be_read_is_parked_and_the_others_go) {
    store_.mails[1].unreadable = true;
    store_.mails[2].request = RequestNumber("NLWD-2026-000001");
    store_.load_fault = StoreFault("store: bad document", false);
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("3"));
    EXPECT_THAT(
        desk_.results,
        ElementsAre(MailResult{1, Became::failed, "unreadable", {}, false},
                    MailResult{2, Became::failed, "unreadable: store: bad document", {}, false},
                    MailResult{3, Became::sent, "", {}, false}));
}

TEST_F(Outbox, a_mail_that_a_defect_keeps_from_being_made_is_parked_and_the_others_go) {
    store_.mails[2].request = RequestNumber("NLWD-2026-000001");
    store_.load_defect = true;
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("1", "3"));
    EXPECT_EQ(desk_.results[1], (MailResult{2, Became::failed, "unreadable: a defect", {}, false}));
}

TEST_F(Outbox, of_alerts_that_leave_as_one_only_the_one_that_cannot_be_made_is_parked) {
    for (int id = 1; id <= 3; ++id) {
        store_.mails[id].kind = MailKind::alert;
        store_.mails[id].to.address = "anna@team.example";
    }
    store_.mails[2].request = RequestNumber("NLWD-2026-000001");
    store_.load_fault = StoreFault("store: bad document", false);
    OutboxRound(ports()).run(stopping_);
    EXPECT_EQ(desk_.results.size(), 3U);
    for (const MailResult& result : desk_.results)
        EXPECT_EQ(result.kind, result.id == 2 ? Became::failed : Became::sent) << result.id;
}

TEST_F(Outbox, a_store_that_fails_or_is_damaged_parks_nothing) {
    store_.mails[1].request = RequestNumber("NLWD-2026-000001");
    for (const StoreFault& fault :
         {StoreFault("disk", true), StoreFault("malformed", false, true)}) {
        store_.load_fault = fault;
        EXPECT_THROW(OutboxRound(ports()).run(stopping_), StoreFault);
        EXPECT_THAT(desk_.results, IsEmpty());
    }
}

TEST_F(Outbox, what_was_sent_is_recorded_before_anything_else_is_sent) {
    desk_.faults = 2;
    OutboxRound round(ports());
    EXPECT_THROW(round.run(stopping_), StoreFault);
    EXPECT_THROW(round.run(stopping_), StoreFault);
    EXPECT_THAT(tried(), ElementsAre("1")) << "not sent again, and no other";
    round.run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("2", "3"));
    EXPECT_EQ(desk_.results.size(), 3U);
}

TEST_F(Outbox, stopping_ends_between_two_mails_and_an_interrupted_one_just_waits) {
    transport_.answer = [this](const std::string& to) {
        if (to[0] != '2') return SendOutcome{};
        stopping_ = true;
        return SendOutcome{Outcome::unreachable, "interrupted"};
    };
    OutboxRound(ports()).run(stopping_);
    EXPECT_THAT(tried(), ElementsAre("1", "2"));
    EXPECT_EQ(desk_.results.size(), 1U);
    EXPECT_THAT(watch_.told, IsEmpty()) << "that says nothing of the server";
}

TEST_F(Outbox, the_sender_works_when_poked_and_stops) {
    store_.mails.clear();
    std::atomic<int> sent = 0;
    transport_.answer = [&](const std::string&) {
        ++sent;
        return SendOutcome{};
    };
    OutboxSender sender(ports(), [](const std::string&) {});
    {
        // The store belongs to the sending thread once it runs.
        add(1);
        sender.start();
    }
    while (sent == 0) std::this_thread::sleep_for(1ms);
    sender.poke();
    sender.stop();
    sender.stop();
    EXPECT_EQ(sent, 1);
    EXPECT_EQ(desk_.results.size(), 1U);
}

TEST_F(Outbox, the_sender_tells_of_trouble_and_goes_on) {
    store_.broken = true;
    std::mutex mutex;
    std::vector<std::string> troubles;
    OutboxSender sender(ports(), [&](const std::string& what) {
        const std::lock_guard lock(mutex);
        troubles.push_back(what);
    });
    sender.start();
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return troubles.size();
    };
    while (count() == 0) std::this_thread::sleep_for(1ms);
    sender.poke();
    while (count() == 1) std::this_thread::sleep_for(1ms);
    sender.stop();
    EXPECT_EQ(troubles.front(), "disk");
}

}  // namespace
}  // namespace werktdoord
