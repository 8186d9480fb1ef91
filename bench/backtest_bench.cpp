// What a backtest of 100,000 requests costs, beside what it cannot do without: reading each of them
// once, and routing each once. And what `check` of the shipped rules costs.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <stdexcept>

#include "codec/backtest_json.hpp"
#include "codec/check_rules.hpp"
#include "codec/request_json.hpp"
#include "codec/rules.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

constexpr const char* rules_folder = WERKTDOOR_SOURCE_DIR "/rules";
constexpr int many = 100'000;

Zone amsterdam() {
    return Zone::find("Europe/Amsterdam").value();
}

const RuleSet& shipped() {
    static const RulesRead read = read_rules(rules_folder, amsterdam());
    if (!read.rules) throw std::runtime_error("the shipped rules cannot be read");
    return *read.rules;
}

Instant instant_of(int n) {
    return parse_rfc3339("2026-06-01T09:00:00+02:00").value() + std::chrono::minutes(n * 2);
}

// Requests of many places, sectors and sizes.
std::string document_of(int n) {
    static const std::vector<std::string> sectors{"86.10", "10.71", "01.13", "47.11", "62.01"};
    const int pc4 = 1011 + (n * 37) % 8900;
    const auto text = [](int number) { return std::to_string(number); };
    return R"({"kind":")" + std::string(n % 4 == 0 ? "offer" : "demand") +
           R"(","employer":{"name":"Werkgever )" + text(n) + R"(","kvkNumber":")" +
           text(90'000'000 + n) + R"(","size":)" + text(n % 700) +
           R"(,"contact":{"name":"Personeelszaken","email":"werk@w)" + text(n) +
           R"(.example","phone":"+31 10 000 0101"}},"sites":[{"postcode":")" + text(pc4) +
           R"( AB"}],"sector":")" + sectors[static_cast<std::size_t>(n) % sectors.size()] +
           R"(","occupation":"medewerker","headcount":)" + text(1 + n % 60) +
           R"(,"hoursPerWeek":32,"themes":["collegiale-in-en-uitleen"],"urgency":")" +
           (n % 10 == 0 ? "urgent" : "normal") +
           R"(","description":"Wij zoeken mensen voor het nieuwe seizoen.",)" +
           R"("consentToIntroduce":true})";
}

std::vector<StoredRequest> make_requests() {
    std::vector<StoredRequest> requests;
    for (int n = 0; n < many; ++n)
        requests.push_back({RequestNumber("NLWD-2026-" + std::to_string(1'000'000 + n)),
                            instant_of(n), false, document_of(n)});
    return requests;
}

const std::vector<StoredRequest>& requests() {
    static const std::vector<StoredRequest> made = make_requests();
    return made;
}

// The floor: every document read once.
void read_requests(benchmark::State& state) {
    for (auto _ : state)
        for (const StoredRequest& request : requests())
            benchmark::DoNotOptimize(read_stored_document(request.document));
}
BENCHMARK(read_requests)->Unit(benchmark::kMillisecond);

void read_and_route_requests(benchmark::State& state) {
    for (auto _ : state)
        for (const StoredRequest& request : requests())
            benchmark::DoNotOptimize(route(read_stored_document(request.document).value(),
                                           shipped(), request.registered_at));
}
BENCHMARK(read_and_route_requests)->Unit(benchmark::kMillisecond);

void backtest(benchmark::State& state, const RuleSet& after) {
    long changed = 0;
    for (auto _ : state) {
        const Backtest backtest(shipped(), after);
        BacktestSummary summary;
        for (const StoredRequest& request : requests()) {
            const auto data = read_stored_document(request.document);
            const Difference difference = backtest.compare(*data, request.registered_at);
            summary.add(difference);
            if (difference.any())
                benchmark::DoNotOptimize(
                    difference_json({request.number, 0, request.registered_at}, difference));
        }
        changed = summary.changed;
    }
    state.counters["changed"] = static_cast<double>(changed);
}

void backtest_contact(benchmark::State& state) {
    RuleSet rules = shipped();
    rules.regions.at(RegionKey("midden-brabant")).contact.email = "nieuw@x.example";
    backtest(state, rules);
}
BENCHMARK(backtest_contact)->Unit(benchmark::kMillisecond);

void backtest_rule(benchmark::State& state) {
    RuleSet rules = shipped();
    rules.routing.front().refer->mode = Mode::after_assessment;
    backtest(state, rules);
}
BENCHMARK(backtest_rule)->Unit(benchmark::kMillisecond);

// The dearest: every clock of every request is counted under both calendars.
void backtest_calendar(benchmark::State& state) {
    RuleSet rules = shipped();
    CalendarRules calendar = rules.calendar.rules();
    calendar.closed.insert(parse_day("2026-08-03").value());
    rules.calendar = WorkCalendar(calendar, amsterdam());
    backtest(state, rules);
}
BENCHMARK(backtest_calendar)->Unit(benchmark::kMillisecond);

// Out of a store on disk, in pages, documents not looked at.
void page_through_store(benchmark::State& state) {
    const auto path = std::filesystem::temp_directory_path() / "werktdoord-bench.db";
    const auto remove = [&] {
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    };
    remove();
    SeqSalts salts;
    {
        const auto store = open_store(path.string(), salts);
        store->transaction([&] {
            for (const StoredRequest& request : requests()) {
                Case made;
                made.number = request.number;
                made.registered_at = request.registered_at;
                made.data = read_stored_document(request.document).value();
                made.owner = MemberKey("anna");
                store->save(std::nullopt, made);
            }
        });
    }
    const auto reader = open_reader(path.string());
    for (auto _ : state) {
        RequestNumber after;
        for (;;) {
            const auto rows = reader->stored_requests(after, Instant::min(), 500);
            benchmark::DoNotOptimize(rows.data());
            if (rows.empty()) break;
            after = rows.back().number;
        }
    }
    remove();
}
BENCHMARK(page_through_store)->Unit(benchmark::kMillisecond);

void check_shipped(benchmark::State& state) {
    const Instant now = instant_of(0);
    for (auto _ : state) {
        const RulesRead read = read_rules(rules_folder, amsterdam());
        benchmark::DoNotOptimize(check_rules(*read.rules, now, read.at));
    }
}
BENCHMARK(check_shipped)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace werktdoord
