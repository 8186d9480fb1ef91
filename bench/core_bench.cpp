// What one decision costs: routing, counting of time, registering. Ratios between rows of one run
// say more than the figures.

#include <benchmark/benchmark.h>

#include <stdexcept>

#include "codec/journal.hpp"
#include "codec/request_json.hpp"
#include "codec/rules.hpp"
#include "core/decide.hpp"
#include "core/evolve.hpp"

namespace werktdoord {

namespace {

const RuleSet& shipped_rules() {
    static const RulesRead read = [] {
        const auto zone = Zone::find("Europe/Amsterdam");
        return read_rules(WERKTDOOR_SOURCE_DIR "/rules", zone.value());
    }();
    if (!read.rules) throw std::runtime_error("the shipped rules cannot be read");
    return *read.rules;
}

// The shipped rules behind this many that do not match.
RuleSet many_rules(int count) {
    RuleSet rules = shipped_rules();
    const Rule last = rules.routing.back();
    rules.routing.clear();
    for (int i = 0; i < count; ++i) {
        Rule rule = last;
        rule.name = "rule-" + std::to_string(i);
        Matcher sector;
        sector.op = Matcher::Op::field;
        sector.field = Field::sector;
        sector.condition.values = {std::to_string(1000 + i)};
        rule.when = prepare(sector);
        rules.routing.push_back(std::move(rule));
    }
    rules.routing.push_back(last);
    return rules;
}

RequestData a_request() {
    return read_request_text(R"({"kind":"demand","employer":{"name":"Zorggroep De Linde",
        "contact":{"name":"P. Zaken","email":"werk@delinde.example"}},
        "sites":[{"postcode":"5038 AB","municipality":"Tilburg"}],"sector":"86.10",
        "occupation":"verpleegkundige","headcount":4,"urgency":"urgent"})")
        .value();
}

Instant monday() {
    return parse_rfc3339("2026-11-23T09:12:00+01:00").value();
}

void route_shipped(benchmark::State& state) {
    const RequestData data = a_request();
    for (auto _ : state) benchmark::DoNotOptimize(route(data, shipped_rules(), monday()));
}
BENCHMARK(route_shipped);

void route_many(benchmark::State& state) {
    const RuleSet rules = many_rules(static_cast<int>(state.range(0)));
    const RequestData data = a_request();
    for (auto _ : state) benchmark::DoNotOptimize(route(data, rules, monday()));
}
BENCHMARK(route_many)->Arg(10)->Arg(1000);

void due_in_working_days(benchmark::State& state) {
    const Span span{static_cast<int>(state.range(0)), Unit::working_days};
    for (auto _ : state) benchmark::DoNotOptimize(shipped_rules().calendar.forward(monday(), span));
}
BENCHMARK(due_in_working_days)->Arg(1)->Arg(20);

void decide_and_journal(benchmark::State& state) {
    const RuleSet& rules = shipped_rules();
    Submit submit;
    submit.data = a_request();
    SeqSalts salts;
    for (auto _ : state) {
        Case c;
        std::int64_t seq = 0;
        for (const Event& event :
             decide_submit(c, submit, RequestNumber("NLWD-2026-000001"), {}, rules, monday()))
            benchmark::DoNotOptimize(journal_line(++seq, event, salts));
    }
}
BENCHMARK(decide_and_journal);

void read_rules_folder(benchmark::State& state) {
    const auto zone = Zone::find("Europe/Amsterdam").value();
    for (auto _ : state) benchmark::DoNotOptimize(read_rules(WERKTDOOR_SOURCE_DIR "/rules", zone));
}
BENCHMARK(read_rules_folder)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace werktdoord
