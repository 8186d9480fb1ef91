// How cost grows with the number of open requests. Usage: bench_scale PROGRAM [REQUESTS...];
// without numbers 1,000, 10,000 and 100,000.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "engine/engine.hpp"
#include "intake/engine_rows.hpp"
#include "intake/load.hpp"
#include "intake/process.hpp"
#include "net/system_salt.hpp"
#include "scale/filled_store.hpp"
#include "store/request_id.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

namespace {

namespace fs = std::filesystem;

struct Column {
    int requests = 0;
    double megabytes = 0;
    double ready = 0;       // seconds from the start to the first answer
    double memory = 0;      // MiB after that
    double intake = 0;      // a second, 64 connections
    double quiet_tick = 0;  // microseconds
    double first_page = 0;  // microseconds, as is the next
    double late_page = 0;
    double digests = 0;  // milliseconds: all of a morning
    double overdue = 0;  // seconds: everything after a week away
    double batch = 0;    // milliseconds: the longest transaction of that
};

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

// A quiet second, the digests of the next morning, and a week away.
void measure_engine(const std::string& path, const RulesPtr& rules, Column& column) {
    SystemSalts salts;
    const auto store = open_store(path, salts);
    Engine engine(*store, rules);
    bool more = true;
    const auto work = [&](Instant now) {
        return seconds([&] {
            store->transaction([&] { more = engine.work_due(now, 100); });
            engine.recorder().take();
        });
    };
    const Instant quiet = filled_at() + std::chrono::minutes(1);
    work(quiet);
    column.quiet_tick = 1e6 * work(quiet + std::chrono::seconds(1));
    // Clocks first, in batches; the last transaction is that of the digests.
    const Instant morning = parse_rfc3339("2026-11-24T08:30:00+01:00").value();
    for (more = true; more;) column.digests = 1e3 * work(morning);
    const Instant week = morning + std::chrono::hours(14 * 24);
    for (more = true; more;) {
        const double took = work(week);
        column.overdue += took;
        column.batch = std::max(column.batch, 1e3 * took);
    }
}

Column measure(const fs::path& program, const fs::path& folder, int requests,
               const RulesPtr& rules) {
    Column column;
    column.requests = requests;
    fs::create_directories(folder);
    const std::string path = folder / "store.db";
    make_filled_store(path, requests, rules);
    column.megabytes = static_cast<double>(fs::file_size(path)) / 1e6;
    measure_lists(path, column);
    {
        const Process daemon({program, folder, mail_away()});
        column.ready = daemon.seconds_to_ready();
        column.memory = daemon.memory();
        LoadPlan plan;
        plan.port = daemon.port();
        plan.secret = load_secret;
        plan.seconds = 3;
        plan.first = 5'000'000;
        column.intake = drive(plan).per_second;
    }
    fs::remove_all(folder);
    fs::create_directories(folder);
    make_filled_store(path, requests, rules);
    measure_engine(path, rules, column);
    fs::remove_all(folder);
    return column;
}

void row(const char* name, const std::vector<Column>& columns, double Column::*figure) {
    std::printf("%-44s", name);
    for (const Column& column : columns) std::printf(" %12.1f", column.*figure);
    std::printf("\n");
}

void print(const std::vector<Column>& columns) {
    std::printf("%-44s", "open requests");
    for (const Column& column : columns) std::printf(" %12d", column.requests);
    std::printf("\n");
    row("store, MB", columns, &Column::megabytes);
    row("start to ready, s (under 1)", columns, &Column::ready);
    row("memory then, MiB (flat)", columns, &Column::memory);
    row("intake, a second (0.9 of the smallest)", columns, &Column::intake);
    row("a second in which nothing is due, us (flat)", columns, &Column::quiet_tick);
    row("first page of the list, us (flat)", columns, &Column::first_page);
    row("a late page of the list, us (flat)", columns, &Column::late_page);
    row("the digests of a morning, ms", columns, &Column::digests);
    row("all that fell due in two weeks, s", columns, &Column::overdue);
    row("  its longest transaction, ms (flat)", columns, &Column::batch);
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
