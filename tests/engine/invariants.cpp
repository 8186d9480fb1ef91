#include "engine/invariants.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/evolve.hpp"
#include "core/fold.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

bool has_owner(const Case& c, const Clock& clock, const RuleSet& rules) {
    switch (scope_of(clock.name)) {
        case ClockScope::request:
            return rules.roster.team.contains(c.owner);
        case ClockScope::referral:
            return clock.region && rules.regions.contains(*clock.region);
        case ClockScope::wsp:
            return clock.region && clock.wsp &&
                   rules.regions.at(*clock.region).find_wsp(*clock.wsp) != nullptr;
    }
    return false;
}

void expect_clocks(const Case& c, const RuleSet& rules, Instant now) {
    int open = 0;
    for (const Clock& clock : c.clocks) {
        if (!clock.open()) continue;
        ++open;
        const auto name = name_of(clock.name);
        EXPECT_TRUE(has_owner(c, clock, rules)) << c.number << " " << name << " has no owner";
        EXPECT_TRUE(clock.next_at().has_value()) << c.number << " " << name << " is silent";
        EXPECT_GT(clock.next_at(), now) << c.number << " " << name << " is left untold";
        if (clock.referral == 0) continue;
        EXPECT_TRUE(c.referrals.at(static_cast<std::size_t>(clock.referral - 1)).open())
            << c.number << " " << name << " runs on for a referral that ended";
    }
    if (c.state == State::closed)
        EXPECT_EQ(open, 0) << c.number << " is closed";
    else
        EXPECT_GT(open, 0) << c.number << " is in limbo: " << name_of(c.state);
}

// What the journal has told of a clock since it started.
struct Course {
    Instant due;
    bool warned = false;
    bool missed = false;
};

using ClockId = std::tuple<RequestNumber, ClockName, int, std::optional<WspKey>>;

void follow(std::map<ClockId, Course>& courses, const Event& event) {
    const ClockId id{*event.request, *event.clock, event.referral, event.wsp};
    const std::string line = line_of(event);
    if (event.name == EventName::clock_started) {
        EXPECT_TRUE(courses.emplace(id, Course{*event.due}).second) << line << ": it ran already";
        return;
    }
    const auto found = courses.find(id);
    ASSERT_NE(found, courses.end()) << line << ": it does not run";
    Course& course = found->second;
    switch (event.name) {
        case EventName::clock_warned:
            EXPECT_FALSE(course.warned || course.missed) << line;
            EXPECT_LT(event.at, course.due) << line << ": by then it is missed";
            course.warned = true;
            break;
        case EventName::clock_missed:
            EXPECT_FALSE(course.missed) << line << " twice";
            EXPECT_EQ(event.due, course.due) << line;
            EXPECT_GE(event.at, course.due) << line << " before it was due";
            course.missed = true;
            break;
        case EventName::clock_moved:
            EXPECT_FALSE(course.missed) << line;
            course.due = *event.due;
            break;
        case EventName::clock_met:
            EXPECT_EQ(event.late, when_of(event) > course.due) << line;
            EXPECT_TRUE(course.missed || event.at < course.due) << line << " without its miss";
            courses.erase(found);
            break;
        default:  // cancelled
            courses.erase(found);
            break;
    }
}

bool is_course(EventName name) {
    return name_of(name).starts_with("clock.");
}

}  // namespace

void expect_no_limbo(World& world, const std::vector<RequestNumber>& requests) {
    for (const RequestNumber& number : requests) {
        const Case c = world.request(number);
        EXPECT_EQ(c.state == State::referred, c.any_open_referral())
            << number << " is " << name_of(c.state);
        EXPECT_EQ(c.closed_at.has_value(), c.state == State::closed) << number;
        expect_clocks(c, world.engine->rules(), world.now());
    }
}

void expect_one_course_per_clock(World& world) {
    std::map<ClockId, Course> courses;
    for (const Event& event : world.store.events)
        if (is_course(event.name)) follow(courses, event);
    for (const auto& [id, course] : courses) {
        const Case c = world.request(std::get<0>(id));
        const Clock* clock = c.open_clock(std::get<1>(id), std::get<2>(id), std::get<3>(id));
        const std::string name = c.number.text() + " " + std::string(name_of(std::get<1>(id)));
        ASSERT_NE(clock, nullptr) << name << " ended without a word";
        EXPECT_EQ(clock->due, course.due) << name;
        EXPECT_EQ(clock->state == ClockState::missed, course.missed) << name;
        EXPECT_EQ(clock->due <= world.now(), course.missed) << name;
    }
}

void expect_one_end_per_mail(World& world) {
    std::map<std::int64_t, MailState> states;
    for (std::size_t i = 0; i < world.store.events.size(); ++i) {
        const Event& event = world.store.events[i];
        if (event.name == EventName::mail_joined) {
            EXPECT_EQ(states.at(event.mail), MailState::waiting) << "news for mail " << event.mail;
            continue;
        }
        if (event.letter) states.emplace(static_cast<std::int64_t>(i) + 1, MailState::waiting);
        if (event.mail == 0) continue;
        MailState& state = states.at(event.mail);
        if (event.name == EventName::mail_resent) {
            EXPECT_EQ(state, MailState::parked) << "mail " << event.mail << " sent again";
            state = MailState::waiting;
            continue;
        }
        EXPECT_EQ(state, MailState::waiting) << "mail " << event.mail << " ended twice";
        EXPECT_FALSE(event.name == EventName::mail_dropped &&
                     event.recipients.at(0).role == Role::employer)
            << "mail " << event.mail << " to an employer was dropped";
        state = event.name == EventName::mail_sent      ? MailState::sent
                : event.name == EventName::mail_dropped ? MailState::dropped
                                                        : MailState::parked;
    }
    for (const OutboxMail& mail : world.store.outbox(std::nullopt, 1'000'000)) {
        EXPECT_EQ(mail.state, states[mail.id]) << "mail " << mail.id;
        states.erase(mail.id);
    }
    EXPECT_TRUE(states.empty()) << "mails that the outbox does not have";
}

void expect_alert_reaches_someone(const Event& event, const RuleSet& rules) {
    if (event.name != EventName::alert_raised) return;
    const Instant read = held_until(rules.calendar, Role::owner, event.at).value_or(event.at);
    const LocalDay day = rules.calendar.zone().day_of(read);
    const bool someone = std::ranges::any_of(event.recipients, [&](const Recipient& to) {
        if (to.key == rules.roster.coordinator.text()) return true;
        if (to.role == Role::regional_contact)
            return !rules.regions.at(RegionKey(to.key)).contact.is_absent(day);
        if (to.role == Role::backup)
            return !rules.regions.at(RegionKey(to.key)).backup->is_absent(day);
        return !is_team_role(to.role) || !rules.roster.is_absent(MemberKey(to.key), day);
    });
    EXPECT_TRUE(someone) << line_of(event) << " reaches nobody who is there";
}

void expect_every_alert_is_mailed(World& world) {
    using Mailed = std::tuple<MailKind, Instant, RequestNumber, std::string>;
    std::set<Mailed> mailed;
    for (const Event& event : world.store.events)
        if (event.letter && event.request)
            mailed.emplace(event.mail_kind.value(), event.at, *event.request,
                           fold(event.letter->to.address));
    for (const Event& event : world.store.events) {
        if (event.name != EventName::alert_raised) continue;
        // Of no clock, so it is told as news.
        const MailKind kind =
            event.step == AlertStep::not_heard ? MailKind::update : MailKind::alert;
        for (const Recipient& to : event.recipients)
            EXPECT_TRUE(mailed.contains({kind, event.at, *event.request, fold(to.address)}))
                << line_of(event) << ": no mail to " << to.key;
    }
}

void expect_one_status_a_day(World& world) {
    const Zone& zone = world.engine->rules().calendar.zone();
    std::map<std::int64_t, std::pair<RequestNumber, Instant>> leaves;
    for (std::size_t i = 0; i < world.store.events.size(); ++i) {
        const Event& event = world.store.events[i];
        if (!event.letter || event.mail_kind != MailKind::status) continue;
        const std::int64_t id = event.mail != 0 ? event.mail : static_cast<std::int64_t>(i) + 1;
        if (event.letter->not_before)
            leaves[id] = {*event.request, *event.letter->not_before};
        else
            leaves.erase(id);  // let go by a closing, or it never waited
    }
    std::set<std::pair<RequestNumber, LocalDay>> days;
    for (const auto& [id, mail] : leaves)
        EXPECT_TRUE(days.emplace(mail.first, zone.day_of(mail.second)).second)
            << mail.first << " has two status mails that wait for "
            << to_string(zone.day_of(mail.second));
}

void expect_one_digest_a_day(World& world) {
    std::set<std::tuple<LocalDay, MailKind, std::string>> seen;
    for (const Event& event : world.store.events) {
        if (event.name != EventName::digest_queued) continue;
        const LocalDay day = world.engine->rules().calendar.zone().day_of(event.at);
        const std::string& address = event.recipients.at(0).address;
        const MailKind kind = event.mail_kind.value();
        EXPECT_TRUE(seen.emplace(day, kind, address).second)
            << name_of(kind) << " twice on " << to_string(day) << " to " << address;
    }
}

void expect_time_runs_on(World& world) {
    Instant last{};
    for (const Event& event : world.store.events) {
        EXPECT_GE(event.at, last) << line_of(event);
        EXPECT_LE(when_of(event), event.at) << line_of(event);
        last = event.at;
    }
}

}  // namespace werktdoord
