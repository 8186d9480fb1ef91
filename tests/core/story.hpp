// A story of the work route, told as the blueprint tells it: what is submitted, what people do and
// when, while the clocks run out at their instants.
//
//     Story story;
//     story.submit();
//     story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
//     EXPECT_THAT(story.all("clock."), ElementsAre("clock.started take_up", "clock.met take_up",
//     …));
//
// When a story ends its events are replayed: the cases they build must be those that were decided.
#pragma once

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "core/build.hpp"
#include "core/calendars.hpp"
#include "core/decide.hpp"

namespace werktdoord {

using Lines = std::vector<std::string>;

// "clock.met take_up late", "alert.raised take_up missed to owner:anna team:bram".
std::string line_of(const Event& event);

class Story;

// One thing a person does; `by` ends the sentence and does it. Gives what follows from it as lines,
// or its refusal: "400 /region: no region is named 'x'" for each problem, "409 /event fits: …".
class Act {
public:
    Act(Story& story, const std::string& event, RequestNumber number);

    Act& region(const RegionKey& key);
    Act& region(const std::string& key) { return region(RegionKey(key)); }
    Act& regions(const std::vector<std::string>& keys);
    Act& wsp(const std::string& key);
    Act& wsps(const std::vector<std::string>& keys);
    Act& suggests(const std::vector<std::string>& keys);
    Act& inform(std::vector<Role> roles);
    Act& reason(const std::string& text);
    Act& note(const std::string& text);
    Act& outcome(const std::string& word);
    Act& filled(int people);
    Act& heard(bool spoken);
    Act& form(const std::string& word);
    Act& to(const std::string& member);
    Act& with(const RequestNumber& number);
    Act& of(const RequestNumber& number);
    Act& data(RequestData data);
    Act& happened(const std::string& at);
    Act& link(const std::string& id);  // by the page behind a mail's link
    Lines by(const std::string& who);

private:
    Story& story_;
    RequestNumber number_;
    Event draft_;
};

class Story {
public:
    explicit Story(RuleSet rules = build::a_ruleset(),
                   const std::string& begins = "2026-11-23 09:12");
    ~Story();
    Story(const Story&) = delete;
    Story& operator=(const Story&) = delete;

    // Registers a request now; gives its number: NLWD-2026-000001 for the first.
    RequestNumber submit(RequestData data = build::a_request());

    // Lets time pass up to and with this instant; clocks run out at theirs.
    Story& at(const std::string& local);

    // The same while the daemon is down: what ran out is found at the end.
    Story& down_until(const std::string& local);

    // What the daemon does to the first request by itself beside its clocks.
    Lines moves_clocks_to(WorkCalendar calendar);
    Lines hands_over();
    Lines mails_stand_in(int referral);

    // What someone does to the first request, or to another one.
    Act does(const std::string& event);
    Act does(const std::string& event, const RequestNumber& number);

    // The blueprint's way up to these points, a working day apart, from Monday 09:12.
    Story& taken_up();   // Monday 11:00
    Story& referred();   // Monday 14:00, to the proposed regions
    Story& forwarded();  // Tuesday 10:00, in midden-brabant to the proposed WSPs

    // The lines so far that begin with any of "these words|and these"; without words all.
    Lines all(const std::string& beginnings = {}) const;
    // The same with local date and time in front: "11-24 09:12 clock.missed take_up".
    Lines dated(const std::string& beginnings = {}) const;
    // Forgets the lines so far, to look at what comes next.
    void forget_lines() { seen_ = events_.size(); }

    const Case& request() const { return cases_.begin()->second; }
    const Case& request(const RequestNumber& number) const { return cases_.at(number); }
    std::string state() const { return std::string(name_of(request().state)); }
    const std::vector<Event>& events() const { return events_; }
    RuleSet& rules() { return rules_; }
    Instant now() const { return now_; }

private:
    friend class Act;
    Lines record(const RecordEvent& command);
    Lines keep(const Events& events);
    void work_due();

    RuleSet rules_;
    Instant now_;
    std::map<RequestNumber, Case> cases_;
    std::vector<Event> events_;
    std::size_t seen_ = 0;
};

// Those of the lines that begin with the word.
Lines only(const Lines& lines, const std::string& beginning);

}  // namespace werktdoord
