#include "core/story.hpp"

#include <algorithm>
#include <sstream>

#include "core/escalation.hpp"
#include "core/evolve.hpp"

namespace werktdoord {

namespace {

template <class Key>
std::vector<Key> keys_of(const std::vector<std::string>& texts) {
    std::vector<Key> keys;
    for (const std::string& text : texts) keys.emplace_back(text);
    return keys;
}

void add_words(std::string& line, const auto& keys) {
    for (const auto& key : keys) line += " " + key.text();
}

std::string recipients_of(const Event& event) {
    std::string words = " to";
    for (const Recipient& to : event.recipients) {
        words += " " + std::string(name_of(to.role));
        if (to.role != Role::employer) words += ":" + to.key;
    }
    return words;
}

void add_alert(std::string& line, const Event& event) {
    if (event.step) line += " " + std::string(name_of(*event.step));
    if (event.send) line += " " + std::to_string(*event.send);
    if (event.skipped) line += " skipped " + std::to_string(*event.skipped);
}

RequestNumber number_of(std::size_t count) {
    std::string digits = std::to_string(count);
    return RequestNumber("NLWD-2026-" + std::string(6 - digits.size(), '0') + digits);
}

Lines lines_of(const Refusal& refusal) {
    Lines lines;
    for (const Problem& problem : refusal.problems)
        lines.push_back((refusal.kind == RefusalKind::conflict ? "409 " : "400 ") + problem.where +
                        ": " + problem.text);
    if (refusal.kind != RefusalKind::conflict) return lines;
    std::string fits = "fits:";
    for (EventName event : refusal.fits) fits += " " + std::string(name_of(event));
    lines.push_back(fits);
    return lines;
}

bool begins_with_any(const std::string& line, const std::string& beginnings) {
    std::istringstream words(beginnings + "|");
    for (std::string word; std::getline(words, word, '|');)
        if (line.starts_with(word)) return true;
    return false;
}

}  // namespace

std::string line_of(const Event& event) {
    std::string line(name_of(event.name));
    if (event.mail_kind) line += " " + std::string(name_of(*event.mail_kind));
    if (event.clock) line += " " + std::string(name_of(*event.clock));
    if (event.region) line += " " + event.region->text();
    if (event.wsp) line += " " + event.wsp->text();
    if (event.route)
        for (const Proposal& proposal : event.route->regions) line += " " + proposal.region.text();
    add_words(line, event.regions);
    add_words(line, event.wsps);
    if (!event.owner.empty()) line += " " + event.owner;
    if (!event.to.empty()) line += " " + event.to;
    if (event.name == EventName::alert_raised || event.name == EventName::mail_queued)
        add_alert(line, event);
    if (!event.recipients.empty()) line += recipients_of(event);
    if (event.late) line += " late";
    return line;
}

Lines only(const Lines& lines, const std::string& beginning) {
    Lines found;
    for (const std::string& line : lines)
        if (line.starts_with(beginning)) found.push_back(line);
    return found;
}

Act::Act(Story& story, const std::string& event, RequestNumber number)
    : story_(story), number_(std::move(number)) {
    draft_.name = find_name<EventName>(event).value();
}

Act& Act::region(const RegionKey& key) {
    draft_.region = key;
    return *this;
}
Act& Act::regions(const std::vector<std::string>& keys) {
    draft_.regions = keys_of<RegionKey>(keys);
    return *this;
}
Act& Act::wsp(const std::string& key) {
    draft_.wsp = WspKey(key);
    return *this;
}
Act& Act::wsps(const std::vector<std::string>& keys) {
    draft_.wsps = keys_of<WspKey>(keys);
    return *this;
}
Act& Act::suggests(const std::vector<std::string>& keys) {
    draft_.suggests = keys_of<RegionKey>(keys);
    return *this;
}
Act& Act::inform(std::vector<Role> roles) {
    draft_.inform = std::move(roles);
    return *this;
}
Act& Act::link(const std::string& id) {
    draft_.link = id;
    return *this;
}
Act& Act::reason(const std::string& text) {
    draft_.reason = text;
    return *this;
}
Act& Act::note(const std::string& text) {
    draft_.note = text;
    return *this;
}
Act& Act::outcome(const std::string& word) {
    draft_.outcome = word;
    return *this;
}
Act& Act::filled(int people) {
    draft_.filled = people;
    return *this;
}
Act& Act::heard(bool spoken) {
    draft_.heard = spoken;
    return *this;
}
Act& Act::form(const std::string& word) {
    draft_.form = word;
    return *this;
}
Act& Act::to(const std::string& member) {
    draft_.to = member;
    return *this;
}
Act& Act::with(const RequestNumber& number) {
    draft_.with = number;
    return *this;
}
Act& Act::of(const RequestNumber& number) {
    draft_.of = number;
    return *this;
}
Act& Act::data(RequestData data) {
    draft_.request_data = std::make_shared<const RequestData>(std::move(data));
    return *this;
}
Act& Act::happened(const std::string& at) {
    draft_.happened_at = werktdoord::at(at);
    return *this;
}
Lines Act::by(const std::string& who) {
    draft_.by = who;
    return story_.record({number_, draft_});
}

Story::Story(RuleSet rules, const std::string& begins)
    : rules_(std::move(rules)), now_(werktdoord::at(begins)) {}

// Replays every story: evolve is the only writer of state.
Story::~Story() {
    std::map<RequestNumber, Case> replayed;
    for (const Event& event : events_)
        if (event.request) evolve(replayed[*event.request], event);
    for (const auto& [number, decided] : cases_)
        EXPECT_TRUE(replayed[number] == decided) << number << " replays to another case";
}

RequestNumber Story::submit(RequestData data) {
    const RequestNumber number = number_of(cases_.size() + 1);
    Submit command;
    command.data = std::move(data);
    command.source = "nlwerktdoor.nl";
    Case c;
    keep(decide_submit(c, command, number, {}, rules_, now_));
    cases_.emplace(number, std::move(c));
    return number;
}

void Story::work_due() {
    std::vector<Case*> cases;
    for (auto& [number, c] : cases_) cases.push_back(&c);
    Events events;
    fire_all_due(cases, rules_, now_, events);
    keep(events);
}

Story& Story::at(const std::string& local) {
    const Instant until = werktdoord::at(local);
    for (;;) {
        Instant next = until;
        for (const auto& [number, c] : cases_)
            for (const Clock& clock : c.clocks)
                next = std::min(next, clock.next_at().value_or(next));
        now_ = std::max(now_, next);
        work_due();
        if (next == until) return *this;
    }
}

Story& Story::down_until(const std::string& local) {
    now_ = werktdoord::at(local);
    work_due();
    return *this;
}

Act Story::does(const std::string& event) {
    return does(event, cases_.empty() ? RequestNumber("none") : cases_.begin()->first);
}

Act Story::does(const std::string& event, const RequestNumber& number) {
    return {*this, event, number};
}

Lines Story::record(const RecordEvent& command) {
    Cases cases{cases_.at(command.request), cases_};
    cases.partners.erase(command.request);
    Decision decision = decide_event(cases, command, rules_, now_);
    if (const Refusal* refusal = std::get_if<Refusal>(&decision)) return lines_of(*refusal);
    cases_ = std::move(cases.partners);
    cases_.emplace(command.request, std::move(cases.subject));
    return keep(std::get<Events>(decision));
}

Lines Story::keep(const Events& events) {
    events_.insert(events_.end(), events.begin(), events.end());
    Lines lines;
    for (const Event& event : events) lines.push_back(line_of(event));
    return lines;
}

Lines Story::moves_clocks_to(WorkCalendar calendar) {
    rules_.calendar = std::move(calendar);
    return keep(decide_rules_change(cases_.begin()->second, {now_, now_}, rules_, now_));
}

Lines Story::hands_over() {
    return keep(decide_handover(cases_.begin()->second, rules_, now_));
}

Lines Story::mails_stand_in(int referral) {
    return keep(decide_stand_in(cases_.begin()->second, referral, now_, rules_, now_));
}

Lines Story::all(const std::string& beginnings) const {
    Lines lines;
    for (std::size_t i = seen_; i < events_.size(); ++i)
        if (std::string line = line_of(events_[i]); begins_with_any(line, beginnings))
            lines.push_back(std::move(line));
    return lines;
}

Lines Story::dated(const std::string& beginnings) const {
    Lines lines;
    for (std::size_t i = seen_; i < events_.size(); ++i)
        if (std::string line = line_of(events_[i]); begins_with_any(line, beginnings)) {
            const std::string local = local_text(events_[i].at);
            lines.push_back(local.substr(5, 5) + " " + local.substr(11, 5) + " " + line);
        }
    return lines;
}

Story& Story::taken_up() {
    submit();
    at("2026-11-23 11:00").does("request.taken_up").by("anna");
    forget_lines();
    return *this;
}

Story& Story::referred() {
    taken_up();
    at("2026-11-23 14:00").does("request.referred").by("anna");
    forget_lines();
    return *this;
}

Story& Story::forwarded() {
    referred();
    at("2026-11-24 10:00")
        .does("referral.forwarded")
        .region("midden-brabant")
        .by("regional_contact");
    forget_lines();
    return *this;
}

}  // namespace werktdoord
