// A small world for the tests of the engine: a store in memory, rules, and virtual time.
//
//     World world;
//     const auto one = world.submits();
//     world.at("2026-11-23 11:00").does(one, R"("event":"request.taken_up","by":"anna")");
//     EXPECT_THAT(world.told("clock."), ElementsAre("#1 clock.met take_up", …));
//
// When a world ends its journal is verified, and every case rebuilt from its events.
#pragma once

#include <gmock/gmock.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/build.hpp"
#include "core/calendars.hpp"
#include "engine/engine.hpp"
#include "engine/store_double.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

using Lines = std::vector<std::string>;

// "#1 clock.missed take_up", "#1 mail.queued alert take_up missed -> owner:anna"; the number in
// front is that of the request. "(held)": the mail waits for the working hours.
std::string line_of(const Event& event);

// What an employer sends. The name is that of the employer; consent is given.
struct Wish {
    std::string kind = "demand";
    std::string employer = "delinde";
    std::vector<std::string> postcodes{"5038 AB"};
    int headcount = 4;
};
std::string document_of(const Wish& wish);

// Read from a document as it comes in.
Submit a_submit(const std::string& document, const std::string& webhook_id = {},
                const std::string& body_hash = {});

// `{"event":"request.note",…}` without its braces. A text that the contract refuses fails the test.
RecordEvent an_event(const RequestNumber& request, std::string_view members);

// Every request goes to these regions, by a rule named "elders".
RuleSet all_to(std::vector<std::string> regions, Mode mode = Mode::after_assessment);

// The same rules with one more day closed.
RuleSet closed_on(const char* day, RuleSet rules = build::a_ruleset());

// The journal holds, seq without gaps and hashes, and every case is as its events build it; what
// became of its mails is not the case's. Store::verify finds nothing.
void expect_sound(StoreDouble& store);

class World {
public:
    explicit World(RuleSet rules = build::a_ruleset(),
                   const std::string& begins = "2026-11-23 09:12");
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // Time passes while the daemon runs: what falls due is worked off at its instant, up to and
    // with this one.
    World& at(Instant until);
    World& at(const std::string& local) { return at(werktdoord::at(local)); }

    // Time passes while it is down: it starts anew at this instant; with other rules where given.
    World& down_until(Instant up, std::optional<RuleSet> rules = {});
    World& down_until(const std::string& local, std::optional<RuleSet> rules = {}) {
        return down_until(werktdoord::at(local), std::move(rules));
    }

    // Other rules come into force, and what follows is worked off.
    World& reload(RuleSet rules);
    // These come into force; nothing is worked off.
    World& load(const RulesPtr& snapshot);
    // Rules with a hash that differs from that of those in force.
    RulesPtr other(RuleSet rules);

    // One batch of what is due now; whether there is more.
    bool works(int limit);
    bool works() { return works(page); }

    RequestNumber submits(const Wish& wish = {});
    Reply submit(const Submit& command);
    Reply reject(const RejectSubmission& command);
    Reply does(const RequestNumber& request, std::string_view members,
               const std::optional<IdempotencyKey>& key = {});
    Reply record(const RecordEvent& command, const std::optional<IdempotencyKey>& key = {});
    Reply decide(const DeskDecision& decision);
    Reply forget(const Forget& command);
    void mail_became(const MailResult& result);

    // The lines since forget() that begin, after the request, with any of "these words|and these".
    Lines told(const std::string& beginnings = {}) const;
    // The same with local date and time in front: "11-24 09:12 #1 clock.missed take_up".
    Lines dated(const std::string& beginnings = {}) const;
    World& forget();

    Case request(const RequestNumber& number) { return store.load(number).value(); }
    Instant now() const { return now_; }

    SeqSalts salts;
    StoreDouble store;
    std::optional<Engine> engine;
    static constexpr int whole_page = 100;
    int page = whole_page;  // requests worked off in one batch
    Lines troubles;         // what could not be worked off; a test that expects some takes them out

private:
    void start(RulesPtr snapshot);

    Instant now_;
    std::size_t seen_ = 0;
    int others_ = 0;
};

inline const std::string anna_takes_up = R"("event":"request.taken_up","by":"anna")";

// A request that anna took up, and one that she referred to the proposed regions too.
RequestNumber taken_up(World& world, const Wish& wish = {});
RequestNumber referred(World& world, const Wish& wish = {});

// The newest mail of this kind that waits.
OutboxMail mail_of(World& world, MailKind kind);

// The first problem of a refusal.
std::string why_not(const Reply& reply);

}  // namespace werktdoord
