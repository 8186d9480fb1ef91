#include "engine/world.hpp"

#include <sstream>

#include "codec/event_body.hpp"
#include "codec/journal_chain.hpp"
#include "codec/request_json.hpp"
#include "core/evolve.hpp"

namespace werktdoord {

namespace {

bool begins_with_any(const std::string& line, const std::string& beginnings) {
    const std::string words =
        line.starts_with("#") ? line.substr(line.find(' ') + 1) : line;  // without the request
    std::istringstream each(beginnings + "|");
    for (std::string word; std::getline(each, word, '|');)
        if (words.starts_with(word)) return true;
    return false;
}

std::string recipients_of(const Event& event) {
    std::string words = " ->";
    for (const Recipient& to : event.recipients) {
        words += " " + std::string(name_of(to.role));
        if (to.role != Role::employer) words += ":" + to.key;
    }
    return words;
}

std::string quoted_number(const RequestNumber& number) {
    return "#" + std::to_string(std::stoi(number.text().substr(10)));
}

// As it was decided: what the store gives to a case it keeps is left aside.
Case without_store(Case c) {
    c.version = 0;
    for (Clock& clock : c.clocks) clock.id = 0;
    return c;
}

}  // namespace

std::string line_of(const Event& event) {
    std::string line = event.request ? quoted_number(*event.request) + " " : "";
    line += name_of(event.name);
    if (event.mail_kind) line += " " + std::string(name_of(*event.mail_kind));
    if (event.clock) line += " " + std::string(name_of(*event.clock));
    if (event.region) line += " " + event.region->text();
    if (event.wsp) line += " " + event.wsp->text();
    for (const RegionKey& region : event.regions) line += " " + region.text();
    for (const std::string& word :
         {event.owner, event.to, std::string(event.step ? name_of(*event.step) : "")})
        if (!word.empty()) line += " " + word;
    if (event.send) line += " " + std::to_string(*event.send);
    if (event.skipped) line += " skipped " + std::to_string(*event.skipped);
    if (!event.recipients.empty()) line += recipients_of(event);
    if (event.late) line += " late";
    if (event.letter && event.letter->not_before) line += " (held)";
    return line;
}

std::string document_of(const Wish& wish) {
    std::string sites;
    for (const std::string& postcode : wish.postcodes)
        sites += std::string(sites.empty() ? "" : ",") + "{\"postcode\":\"" + postcode + "\"}";
    return "{\"kind\":\"" + wish.kind + "\",\"employer\":{\"name\":\"" + wish.employer +
           "\",\"contact\":{\"name\":\"Personeelszaken\",\"email\":\"werk@" + wish.employer +
           ".example\"}},\"sites\":[" + sites +
           "],\"sector\":\"86.10\",\"occupation\":\"verpleegkundige\",\"headcount\":" +
           std::to_string(wish.headcount) + ",\"consentToIntroduce\":true}";
}

Submit a_submit(const std::string& document, const std::string& webhook_id,
                const std::string& body_hash) {
    return {read_request_text(document).value(), "nlwerktdoor.nl", webhook_id, body_hash};
}

RecordEvent an_event(const RequestNumber& request, std::string_view members) {
    return read_event_body("{" + std::string(members) + "}", request).value();
}

void expect_sound(StoreDouble& store) {
    const std::vector<std::string>& lines = store.lines;
    for (const Problem& problem : verify_chain(lines)) ADD_FAILURE() << problem.text;
    std::map<RequestNumber, Case> rebuilt;
    for (const Event& event : store.events)
        if (event.request && (event.mail == 0 || event.letter))
            evolve(rebuilt[*event.request], event);
    for (const auto& [number, c] : rebuilt)
        EXPECT_TRUE(without_store(store.load(number).value()) == c)
            << number << " is another case than its events build";
    store.verify([](const Problem& problem) {
        ADD_FAILURE() << "verify: " << problem.where << ": " << problem.text;
    });
}

World::World(RuleSet rules, const std::string& begins)
    : store(open_store(":memory:", salts)), now_(werktdoord::at(begins)) {
    start(std::make_shared<const RuleSet>(std::move(rules)));
    forget();
}

RuleSet all_to(std::vector<std::string> regions, Mode mode) {
    return build::a_ruleset({build::a_rule("elders", build::everything(),
                                           build::to_regions(std::move(regions), mode))});
}

RuleSet closed_on(const char* day, RuleSet rules) {
    CalendarRules calendar = rules.calendar.rules();
    calendar.closed.insert(build::day(day));
    rules.calendar = WorkCalendar(calendar, build::amsterdam());
    return rules;
}

World::~World() {
    EXPECT_THAT(troubles, ::testing::IsEmpty());
    expect_sound(store);
}

// The hash of a test's rules is made up: others than those before get another one.
RulesPtr World::other(RuleSet rules) {
    if (engine && rules.hash == engine->rules().hash)
        rules.hash = "other rules " + std::to_string(++others_);
    return std::make_shared<const RuleSet>(std::move(rules));
}

void World::start(RulesPtr snapshot) {
    engine.emplace(store, snapshot);
    store.transaction([&] { engine->take_rules(snapshot, now_); });
}

World& World::at(Instant until) {
    for (auto next = engine->next_due(); next && *next <= until; next = engine->next_due()) {
        now_ = std::max(now_, *next);
        while (works()) continue;
    }
    now_ = until;
    return *this;
}

World& World::down_until(Instant up, std::optional<RuleSet> rules) {
    now_ = up;
    start(rules ? other(std::move(*rules)) : engine->rules_in_force());
    while (works()) continue;
    return *this;
}

World& World::reload(RuleSet rules) {
    load(other(std::move(rules)));
    while (works()) continue;
    return *this;
}

World& World::load(const RulesPtr& snapshot) {
    store.transaction([&] { engine->take_rules(snapshot, now_); });
    return *this;
}

bool World::works(int limit) {
    bool more = false;
    store.transaction([&] { more = engine->work_due(now_, limit); });
    for (std::string& trouble : engine->take_troubles()) troubles.push_back(std::move(trouble));
    return more;
}

RequestNumber World::submits(const Wish& wish) {
    return submit(a_submit(document_of(wish))).request.value();
}

Reply World::submit(const Submit& command) {
    Reply reply;
    store.transaction([&] { reply = engine->submit(command, now_); });
    return reply;
}

Reply World::reject(const RejectSubmission& command) {
    Reply reply;
    store.transaction([&] { reply = engine->reject(command, now_); });
    return reply;
}

Reply World::does(const RequestNumber& request, std::string_view members,
                  const std::optional<IdempotencyKey>& key) {
    return record(an_event(request, members), key);
}

Reply World::record(const RecordEvent& command, const std::optional<IdempotencyKey>& key) {
    Reply reply;
    store.transaction([&] { reply = engine->record(command, key, now_); });
    return reply;
}

Reply World::decide(const DeskDecision& decision) {
    Reply reply;
    store.transaction([&] { reply = engine->decide(decision, now_); });
    return reply;
}

Reply World::forget(const Forget& command) {
    Reply reply;
    store.transaction([&] { reply = engine->forget(command, now_); });
    return reply;
}

void World::mail_became(const MailResult& result) {
    store.transaction([&] { engine->record(result, now_); });
}

Lines World::told(const std::string& beginnings) const {
    Lines lines;
    for (std::size_t i = seen_; i < store.events.size(); ++i)
        if (std::string line = line_of(store.events[i]); begins_with_any(line, beginnings))
            lines.push_back(std::move(line));
    return lines;
}

Lines World::dated(const std::string& beginnings) const {
    Lines lines;
    for (std::size_t i = seen_; i < store.events.size(); ++i) {
        const std::string line = line_of(store.events[i]);
        const std::string local = local_text(store.events[i].at);
        if (begins_with_any(line, beginnings))
            lines.push_back(local.substr(5, 5) + " " + local.substr(11, 5) + " " + line);
    }
    return lines;
}

World& World::forget() {
    seen_ = store.events.size();
    return *this;
}

RequestNumber taken_up(World& world, const Wish& wish) {
    const RequestNumber number = world.submits(wish);
    world.does(number, anna_takes_up);
    return number;
}

RequestNumber referred(World& world, const Wish& wish) {
    const RequestNumber number = taken_up(world, wish);
    world.does(number, R"("event":"request.referred","by":"anna")");
    return number;
}

OutboxMail mail_of(World& world, MailKind kind) {
    for (const OutboxMail& mail : world.store.outbox(MailState::waiting, 1000))
        if (mail.kind == kind) return mail;
    ADD_FAILURE() << "no " << name_of(kind) << " waits";
    return {};
}

std::string why_not(const Reply& reply) {
    return reply.refusal ? reply.refusal->problems.at(0).text : "";
}

}  // namespace werktdoord
