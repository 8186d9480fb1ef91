#include "engine/random_life.hpp"

#include <array>

#include "core/lifecycle.hpp"
#include "engine/invariants.hpp"
#include "engine/moot.hpp"

namespace werktdoord {

namespace {

using namespace std::chrono_literals;

// Four regions, three ways to route, digests, and a ladder that ends soon.
RuleSet busy_rules() {
    RuleSet rules = build::a_ruleset();
    const std::array kept{RegionKey("midden-brabant"), RegionKey("west-brabant"),
                          RegionKey("noord-limburg"), RegionKey("drenthe")};
    std::erase_if(rules.regions, [&](const auto& entry) {
        return std::ranges::find(kept, entry.first) == kept.end();
    });
    rules.routing = {build::a_rule("crisis", build::is(Field::headcount, {"9"}),
                                   build::to_region_of_site(Mode::immediately)),
                     build::a_rule("two", build::is(Field::headcount, {"7"}),
                                   build::to_regions({"midden-brabant", "noord-limburg"})),
                     build::a_rule("default", build::everything(), build::to_region_of_site())};
    rules.digests.team = DigestRule{Minutes(8 * 60 + 15), true};
    rules.digests.regional_contact = DigestRule{Minutes(8 * 60 + 30), true};
    return rules;
}

const std::array<const char*, 7> postcodes{"5038 AB", "5081 AA", "5051 AA", "4811 AA",
                                           "5911 AA", "7933 AA", "9999 ZZ"};
const std::array<const char*, 5> employers{"delinde", "hetgemaal", "meel", "staal", "zonnehoek"};

const char* name_of_result(MailResult::Kind kind) {
    switch (kind) {
        case MailResult::Kind::sent:
            return "sent";
        case MailResult::Kind::failed:
            return "failed";
        case MailResult::Kind::dropped:
            return "dropped";
        case MailResult::Kind::retry:
            return "retry";
    }
    return "";
}

}  // namespace

RandomLife::RandomLife(unsigned seed)
    : random_(seed), rules_(busy_rules()), world_(rules_, "2026-12-14 09:12") {
    world_.store.before_append = [this](const Event& event) {
        expect_alert_reaches_someone(event, world_.engine->rules());
    };
}

void RandomLife::tell(const std::string& what) {
    told_ += local_text(world_.now()) + " " + what + "\n";
}

void RandomLife::step() {
    if (requests_.empty() || chance(8)) return submit();
    if (chance(22)) return pass_time();
    if (chance(3)) return forget();
    if (chance(3)) return change_rules();
    if (chance(5)) return change_decisions();
    act();
}

void RandomLife::pass_time() {
    const std::array<std::chrono::milliseconds, 6> spans{20min, 2h, 7h, 24h, 3 * 24h, 10 * 24h};
    const Instant now = world_.now() + one_of(spans) + std::chrono::minutes(below(60));
    if (chance(12)) {
        world_.down_until(now);
        tell("up again after downtime");
    } else {
        world_.at(now);
        tell("time passed");
    }
    settle_mail();
}

void RandomLife::submit() {
    Wish wish;
    wish.kind = chance(60) ? "demand" : "offer";
    wish.employer = one_of(employers);
    wish.postcodes = {one_of(postcodes)};
    if (chance(30)) wish.postcodes.emplace_back(one_of(postcodes));
    wish.headcount = one_of(std::array{1, 4, 4, 4, 7, 9});
    requests_.push_back(world_.submits(wish));
    tell(requests_.back().text() + " submitted " + document_of(wish));
}

void RandomLife::act() {
    const Case c = world_.request(chance(60) ? requests_.back() : one_of(requests_));
    const std::vector<EventName> fitting = events_that_fit(c);
    std::vector<EventName> all;
    for (const LifecycleRow& row : lifecycle()) all.push_back(row.event);
    // A close ends the story; it comes seldom.
    EventName name = one_of(chance(90) ? fitting : all);
    if (name == EventName::request_closed && chance(70)) name = one_of(fitting);
    const RecordEvent command{c.number, draft(name, c)};
    const Reply reply = world_.record(command);
    std::string line = c.number.text() + " " + line_of(command.draft) + " by " + command.draft.by;
    if (command.draft.happened_at) line += " happened " + local_text(*command.draft.happened_at);
    if (command.draft.with) line += " with " + command.draft.with->text();
    if (!command.draft.data.empty()) line += " " + command.draft.data;
    if (reply.refusal) line += " REFUSED: " + reply.refusal->problems.at(0).text;
    tell(line);
}

// Asked of any request; done to the closed ones of which no mail is left to be sent.
void RandomLife::forget() {
    const RequestNumber number = one_of(requests_);
    const Reply reply = world_.forget({number, 0, "bram"});
    tell(number.text() + " forget" + (reply.refusal ? " REFUSED" : ""));
}

void RandomLife::change_rules() {
    const LocalDay today = build::amsterdam().day_of(world_.now());
    const LocalDay from = today + std::chrono::days(below(3));
    const Absence absence{from, from + std::chrono::days(below(8))};
    CalendarRules calendar = rules_.calendar.rules();
    switch (below(5)) {
        case 0:
            rules_.roster.absent.push_back({one_of(rules_.roster.team).first, absence});
            break;
        case 1: {
            Region& region = rules_.regions.at(one_of(rules_.regions).first);
            (chance(70) ? region.contact : *region.backup).absent.push_back(absence);
            break;
        }
        case 2:
            calendar.closed.insert(today + std::chrono::days(below(20)));
            break;
        case 3:
            calendar.notify = chance(50) ? Notify::always : Notify::working_hours;
            break;
        default:  // Anna leaves, or comes back
            if (rules_.roster.team.erase(MemberKey("anna")) == 0)
                rules_.roster.team = build::a_roster().team;
            const MemberKey first(rules_.roster.team.begin()->first);
            rules_.roster.week = {first, first, first, MemberKey("bram"), MemberKey("bram"),
                                  {},    {}};
            break;
    }
    rules_.calendar = WorkCalendar(calendar, build::amsterdam());
    std::erase_if(rules_.roster.absent,
                  [&](const auto& one) { return !rules_.roster.team.contains(one.who); });
    come_into_force();
}

// Where things go, by when, and who hears of it.
void RandomLife::change_decisions() {
    const RuleSet known = busy_rules();
    Policy& policy = rules_.deadlines.policies.at("blueprint");
    switch (below(6)) {
        case 0:
            rules_.routing = known.routing;
            break;
        case 1:
            rules_.routing = {build::a_rule("limburg", build::is(Field::kind, {"demand"}),
                                            build::to_regions({"noord-limburg", "drenthe"}))};
            break;
        case 2:
            rules_.routing.back().refer = build::to_region_of_site(Mode::immediately);
            break;
        case 3:
            policy.clocks[ClockName::take_up].within.count = static_cast<int>(1 + below(3));
            policy.clocks[ClockName::forward].within.count = static_cast<int>(1 + below(3));
            break;
        case 4: {
            const int days = static_cast<int>(1 + below(3));
            rules_.deadlines.escalation[ClockName::take_up] = {
                {AlertStep::missed, {}, 0, {Role::owner}},
                {AlertStep::after, {days, Unit::working_days}, days, {Role::coordinator}}};
            break;
        }
        default:
            rules_.digests.regional_contact =
                DigestRule{Minutes(8 * 60 + static_cast<int>(below(180))), true};
            rules_.regions.at(one_of(rules_.regions).first).contact.email =
                "nieuw" + std::to_string(below(9)) + "@regio.example";
            break;
    }
    come_into_force();
}

// At a reload or a start; what follows is worked off in small pages, while life goes on.
void RandomLife::come_into_force() {
    if (chance(20))
        world_.down_until(world_.now() + 1h, rules_);
    else
        world_.load(world_.other(rules_));
    world_.page = static_cast<int>(1 + below(4));
    for (std::size_t pages = below(4); pages > 0; --pages) world_.works();
    tell("other rules");
}

void RandomLife::settle() {
    while (world_.works()) continue;
    world_.page = World::whole_page;
}

void RandomLife::settle_mail() {
    std::map<RequestNumber, Case> known;
    for (const OutboxMail& mail : world_.store.mails_due(world_.now(), 1000)) {
        const bool about = mail.request.has_value();
        if (about && !known.contains(*mail.request))
            known.emplace(*mail.request, world_.request(*mail.request));
        MailResult result;
        result.id = mail.id;
        result.joined = mail.joined;
        if (about &&
            moot_reason(mail, known.at(*mail.request), world_.engine->rules().calendar.zone()))
            result.kind = MailResult::Kind::dropped;
        else if (chance(10))
            result.kind = chance(30) ? MailResult::Kind::failed : MailResult::Kind::retry;
        result.reason = name_of_result(result.kind);
        result.next_attempt = world_.now() + 1h;
        world_.mail_became(result);
    }
    for (const OutboxMail& mail : world_.store.outbox(MailState::parked, 1000))
        if (chance(20)) world_.decide({DeskDecision::Kind::resend, mail.id, "", ""});
}

std::string RandomLife::actor(EventName name) {
    if (chance(5)) return one_of(std::array{"wsp", "employer", "backup", "anna", "niemand"});
    if (is_referral_event(name) && chance(60)) return "regional_contact";
    return one_of(std::array{"bram", "chris"});
}

Event RandomLife::draft(EventName name, const Case& c) {
    Event draft;
    draft.name = name;
    draft.by = actor(name);
    if (chance(30)) draft.happened_at = world_.now() - std::chrono::minutes(below(3 * 24 * 60));
    if (chance(2)) draft.happened_at = world_.now() + 1h;
    if (is_referral_event(name))
        fill_referral(draft, c);
    else
        fill_request(draft, c);
    return draft;
}

// Of any answer on record, also in referrals that ended.
void RandomLife::fill_heard_back(Event& draft, const Case& c) {
    draft.heard = chance(70);
    if (chance(90)) draft.by = "employer";
    for (const Referral& referral : c.referrals)
        for (const WspAsk& ask : referral.asks) {
            if (!ask.responded_at || chance(30)) continue;
            draft.region = referral.region;
            draft.wsp = ask.wsp;
        }
}

void RandomLife::fill_referral(Event& draft, const Case& c) {
    draft.region = one_of(rules_.regions).first;
    std::vector<Referral> open;
    for (const Referral& referral : c.referrals)
        if (referral.open()) open.push_back(referral);
    std::vector<WspKey> asked;
    if (!open.empty() && chance(95)) {
        const Referral referral = one_of(open);
        draft.region = referral.region;
        for (const WspAsk& ask : referral.asks) asked.push_back(ask.wsp);
    }
    const std::vector<Wsp>& wsps = rules_.regions.at(*draft.region).wsps;
    const WspKey any = asked.empty() ? one_of(wsps).key : one_of(asked);
    if (draft.name == EventName::referral_forwarded && chance(50)) draft.wsps = {one_of(wsps).key};
    if (draft.name == EventName::referral_forwarded && chance(30))
        draft.inform = {Role::wsp_manager};
    if (draft.name == EventName::referral_wsp_withdrawn) draft.wsp = any;
    if (draft.name == EventName::referral_wsp_responded && chance(60)) draft.wsp = any;
    if (draft.name == EventName::referral_heard_back) fill_heard_back(draft, c);
    if (draft.name == EventName::referral_declined) draft.reason = "no_capacity";
    if (draft.name == EventName::referral_wsp_withdrawn) draft.reason = "past niet";
    if (draft.name == EventName::referral_feedback) draft.filled = static_cast<int>(below(5));
    if (draft.name != EventName::referral_reported_back) return;
    draft.outcome = "partly_filled";
    draft.filled = static_cast<int>(below(5));
}

void RandomLife::fill_request(Event& draft, const Case& c) {
    const RequestNumber other = one_of(requests_);
    switch (draft.name) {
        case EventName::request_amended:
            draft.data = chance(60) ? R"({"sites":[{"postcode":")" +
                                          std::string(one_of(postcodes)) + R"("}]})"
                                    : R"({"headcount":)" + std::to_string(below(10)) + "}";
            break;
        case EventName::request_referred:
            if (chance(30)) draft.regions = {one_of(rules_.regions).first};
            break;
        case EventName::request_introduced:
            draft.with = other;
            break;
        case EventName::request_followed_up:
            draft.outcome = one_of(std::array{"works", "failed", "ended"});
            draft.filled = static_cast<int>(below(3));
            break;
        case EventName::request_reassigned:
            draft.to = one_of(std::array{"bram", "chris", "dirk"});
            break;
        case EventName::request_closed:
            draft.outcome = "not_filled";
            if (other != c.number && chance(20)) {
                draft.outcome = "duplicate";
                draft.of = other;
            }
            break;
        case EventName::request_note:
            draft.note = "gebeld";
            break;
        default:
            break;
    }
}

}  // namespace werktdoord
