// The simulation: the same engine and store on virtual time. Deterministic to the byte.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "codec/stimuli.hpp"
#include "engine/engine.hpp"
#include "engine/sending.hpp"

namespace werktdoord {

// What a simulated mail goes to; called once a mail, in order. May be empty.
using MailSink = std::function<void(const Sending&)>;

class Simulation {
public:
    // `store` must outlive the simulation; `print` gets each line of the journal, and those of
    // refused stimuli.
    Simulation(Store& store, RulesPtr rules, std::function<void(const std::string&)> print,
               MailSink mail);

    // Feeds the stimuli, in time order, up to and including `until`; then lets time run to `until`,
    // or without it until only digests and `overdue` reminders are left.
    void run(const std::vector<Stimulus>& stimuli, std::optional<Instant> until);

private:
    void start(Instant now);
    void feed(const Stimulus& stimulus);
    void submit(const Stimulus& stimulus, const Stimulus::Submitted& submitted);
    void record(const Stimulus& stimulus, const Stimulus::Recorded& recorded);
    void advance_to(Instant until);
    void run_out();
    void work_at(Instant now);
    void settle_mail(Instant now);
    void settle(const Sending& planned, Instant now);
    std::optional<Instant> next();
    bool only_reminders_left();
    void refuse(Instant at, const std::string& request, const std::string& reason);
    void refuse_invalid(Instant at, const Stimulus::Invalid& invalid);
    void publish();
    RequestNumber number_of(const std::string& name) const;

    Store& store_;
    Engine engine_;
    std::function<void(const std::string&)> print_;
    MailSink mail_;
    std::map<std::string, RequestNumber> names_;
    Instant now_{};
    std::optional<Instant> busy_until_;  // something other than reminders is due then
};

}  // namespace werktdoord
