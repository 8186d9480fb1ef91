// How cost grows with the number of open requests. Usage: bench_scale PROGRAM [REQUESTS...];
// without numbers 1,000, 10,000 and 100,000.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <vector>

#include "base/request_number.hpp"
#include "core/digest_plan.hpp"
#include "engine/engine.hpp"
#include "engine/limits.hpp"
#include "intake/engine_rows.hpp"
#include "intake/load.hpp"
#include "intake/process.hpp"
#include "net/system_salt.hpp"
#include "scale/busy_intake.hpp"
#include "scale/column.hpp"
#include "scale/filled_store.hpp"
#include "store/request_id.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

namespace {

namespace fs = std::filesystem;

template <class Work>
double seconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void measure_lists(const std::string& path, Column& column) {
    const auto reader = open_reader(path);
    RequestFilter filter;
    filter.limit = 50;
    std::vector<RequestRow> rows;
    column.first_page = 1e6 * seconds([&] { rows = reader->requests(filter); });
    filter.after = make_request_number(2026, column.requests - 100);
    column.late_page = 1e6 * seconds([&] { rows = reader->requests(filter); });
}

// Seconds that this process worked: others may share the machine. There is one thread by then.
double worked() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Everything that is due at an instant, in batches as the daemon works it off.
struct Worked {
    double seconds = 0;
    double longest = 0;  // milliseconds
    std::size_t lines = 0;
};

Worked work_off(Store& store, Engine& engine, Instant now) {
    Worked all;
    for (bool more = true; more;) {
        const double begin = worked();
        store.transaction([&] { more = engine.work_due(now, limits::due_cases_max); });
        const double took = worked() - begin;
        all.lines += engine.recorder().take().size();
        all.seconds += took;
        all.longest = std::max(all.longest, 1e3 * took);
    }
    return all;
}

// The next working day: the clocks of the night, then the digests; at noon every referral should
// have been forwarded.
const Instant night = parse_rfc3339("2026-11-24T08:00:00+01:00").value();
const Instant morning = parse_rfc3339("2026-11-24T08:30:00+01:00").value();
const Instant noon = parse_rfc3339("2026-11-24T12:00:00+01:00").value();
const Instant week_later = parse_rfc3339("2026-12-01T08:00:00+01:00").value();
constexpr std::chrono::hours away{14 * 24};

// A quiet second, the digests of the next morning, a clock that runs out in each request, and two
// weeks.
void measure_engine(const std::string& path, const RulesPtr& rules, Column& column) {
    SystemSalts salts;
    const auto store = open_store(path, salts);
    Engine engine(*store, rules);
    const Instant quiet = filled_at() + std::chrono::minutes(1);
    work_off(*store, engine, quiet);
    column.quiet_tick = 1e6 * work_off(*store, engine, quiet + std::chrono::seconds(1)).seconds;
    work_off(*store, engine, night);
    const Worked digests = work_off(*store, engine, morning);
    column.digests = digests.seconds;
    column.digest = digests.longest;
    const Worked missed = work_off(*store, engine, noon);
    column.missed = missed.seconds;
    column.missed_batch = missed.longest;
    column.line = 1e6 * missed.seconds / static_cast<double>(missed.lines);
    const Worked weeks = work_off(*store, engine, morning + away);
    column.weeks = weeks.seconds;
    column.weeks_batch = weeks.longest;
}

// The daemon was down for a week: of each referral that nobody forwarded the last alert is raised.
void measure_overdue(const std::string& path, const RulesPtr& rules, Column& column) {
    SystemSalts salts;
    const auto store = open_store(path, salts);
    Engine engine(*store, rules);
    work_off(*store, engine, filled_at() + std::chrono::minutes(1));
    const Worked overdue = work_off(*store, engine, week_later);
    column.overdue = overdue.seconds;
    column.overdue_batch = overdue.longest;
}

// The same with the intake busy: nothing due, the digests, and part of what is overdue.
void measure_waits(const std::string& path, const RulesPtr& rules, Column& column) {
    int digests = 0;
    for (const DigestKind kind : {DigestKind::team, DigestKind::regional_contact})
        digests += static_cast<int>(
            digest_plan(*rules, kind, rules->calendar.zone().day_of(morning)).size());
    {
        SystemSalts salts;
        const auto store = open_store(path, salts);
        Engine engine(*store, rules);
        work_off(*store, engine, night);
    }
    BusyIntake intake(path, rules, night);
    column.wait = intake.p99(night, 5);
    column.wait_digests = intake.p99(morning, 60, digests);
    column.wait_overdue = intake.p99(noon, 5);
}

// A store that nothing has happened to yet, in a folder of its own.
std::string untouched(const fs::path& filled, const fs::path& folder) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    const fs::path path = folder / "store.db";
    fs::copy_file(filled, path);
    ::sync();  // else the disk is busy with the copy while it is measured
    return path;
}

// Submissions a second with 64 connections, in the middle one of three runs.
double intake_of(const Process& daemon) {
    std::array<double, 3> rates{};
    LoadPlan plan;
    plan.port = daemon.port();
    plan.secret = load_secret;
    plan.seconds = 2;
    plan.first = 5'000'000;
    for (double& rate : rates) {
        rate = drive(plan).per_second;
        plan.first += 1'000'000;
    }
    std::ranges::sort(rates);
    return rates[1];
}

Column measure(const fs::path& program, const fs::path& folder, int requests,
               const RulesPtr& rules) {
    Column column;
    column.requests = requests;
    fs::create_directories(folder);
    const fs::path filled = folder / "filled.db";
    make_filled_store(filled, requests, rules);
    column.megabytes = static_cast<double>(fs::file_size(filled)) / 1e6;
    measure_lists(filled, column);
    const fs::path used = folder / "used";
    untouched(filled, used);
    {
        const Process daemon({program, used, mail_away()});
        column.ready = daemon.seconds_to_ready();
        column.memory = daemon.memory();
        column.intake = intake_of(daemon);
    }
    measure_engine(untouched(filled, used), rules, column);
    measure_overdue(untouched(filled, used), rules, column);
    measure_waits(untouched(filled, used), rules, column);
    fs::remove_all(folder);
    return column;
}

}  // namespace

int run(const fs::path& program, const std::vector<int>& sizes) {
    const auto folder =
        fs::temp_directory_path() / ("werktdoord-scale-" + std::to_string(::getpid()));
    const RulesPtr rules = shipped_rules();
    std::vector<Column> columns;
    for (const int size : sizes) columns.push_back(measure(program, folder, size, rules));
    print(columns);
    return EXIT_SUCCESS;
}

}  // namespace werktdoord::bench

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_scale PROGRAM [REQUESTS...]\n");
        return 2;
    }
    std::vector<int> sizes;
    for (int i = 2; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
    if (sizes.empty()) sizes = {1'000, 10'000, 100'000};
    return werktdoord::bench::run(argv[1], sizes);
}
