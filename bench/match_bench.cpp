// What it costs to find the matches of one request among 100,000 open ones, and what the index that
// they are found in costs when a request is saved.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "base/request_number.hpp"
#include "codec/request_json.hpp"
#include "codec/rules.hpp"
#include "core/match_keys.hpp"
#include "engine/partner_work.hpp"
#include "store/request_id.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

constexpr const char* rules_folder = WERKTDOOR_SOURCE_DIR "/rules";
constexpr int many = 100'000;

const RuleSet& shipped() {
    static const RulesRead read = read_rules(rules_folder, Zone::find("Europe/Amsterdam").value());
    if (!read.rules) throw std::runtime_error("the shipped rules cannot be read");
    return *read.rules;
}

Instant now() {
    return parse_rfc3339("2026-11-23T09:12:00+01:00").value();
}

// One in 501 does what few people do; all others what many do.
std::string occupation_of(int n, bool all_alike) {
    static const std::vector<std::string> common{"verpleegkundige",
                                                 "logistiek medewerker",
                                                 "schoonmaker",
                                                 "kok",
                                                 "verzorgende",
                                                 "orderpickers",
                                                 "verkoper",
                                                 "chauffeur",
                                                 "productiemedewerker",
                                                 "monteur",
                                                 "buschauffeur",
                                                 "lasser"};
    if (all_alike) return "verpleegkundige";
    if (n % 501 == 0) return "glazenwasser";
    return common[static_cast<std::size_t>(n / 2) % common.size()];
}

Case a_case(int n, bool all_alike) {
    const auto text = [](int number) { return std::to_string(number); };
    const std::string document =
        R"({"kind":")" + std::string(n % 2 == 0 ? "offer" : "demand") +
        R"(","employer":{"name":"Werkgever )" + text(n) + R"(","kvkNumber":")" +
        text(10'000'000 + n) + R"(","contact":{"name":"Personeelszaken","email":"werk@w)" +
        text(n) + R"(.example"}},"sites":[{"postcode":")" + text(1011 + (n * 37) % 8900) +
        R"( AB"}],"sector":"86.10","occupation":")" + occupation_of(n, all_alike) +
        R"(","headcount":)" + text(1 + n % 9) +
        R"(,"hoursPerWeek":32,"period":{"from":"2026-12-01","until":"2027-02-28"},)"
        R"("themes":["collegiale-in-en-uitleen"],"consentToIntroduce":true})";
    Case it;
    it.number = make_request_number(2026, n + 1);
    it.data = read_request_text(document).value();
    it.state = State::taken_up;
    it.owner = MemberKey("anna");
    it.registered_at = now();
    return it;
}

// One store a shape, made once and gone when the program ends.
struct Filled {
    explicit Filled(bool all_alike) {
        std::filesystem::create_directories(folder);
        store = open_store((folder / "store.db").string(), salts);
        for (int begin = 0; begin < many; begin += 10'000)
            store->transaction([&] {
                for (int n = begin; n < begin + 10'000; ++n) {
                    Case it = a_case(n, all_alike);
                    store->save(std::nullopt, it);
                }
            });
    }
    ~Filled() {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    Filled(const Filled&) = delete;
    Filled& operator=(const Filled&) = delete;

    SeqSalts salts;
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("werktdoord-match-" + std::to_string(::getpid()));
    std::unique_ptr<Store> store;
};

void match(benchmark::State& state, bool all_alike, int n) {
    const Filled filled(all_alike);
    const Case subject = filled.store->load(make_request_number(2026, n + 1)).value();
    std::size_t found = 0;
    for (auto _ : state) found = find_partners(*filled.store, subject, shipped(), now()).size();
    state.counters["matches"] = static_cast<double>(found);
}

void match_of_many(benchmark::State& state) {
    match(state, false, 1);
}
BENCHMARK(match_of_many)->Unit(benchmark::kMillisecond);

void match_of_few(benchmark::State& state) {
    match(state, false, 501);
}
BENCHMARK(match_of_few)->Unit(benchmark::kMillisecond);

void match_where_all_are_alike(benchmark::State& state) {
    match(state, true, 1);
}
BENCHMARK(match_where_all_are_alike)->Unit(benchmark::kMillisecond);

void keys_of_a_request(benchmark::State& state) {
    const Case it = a_case(1, false);
    for (auto _ : state) benchmark::DoNotOptimize(match_keys(it));
}
BENCHMARK(keys_of_a_request)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace werktdoord
