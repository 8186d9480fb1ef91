// A year's report over closed requests. Usage: bench_report [REQUESTS...]; without numbers 10,000
// and 100,000.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "codec/report_tables.hpp"
#include "engine/report_figures.hpp"
#include "intake/engine_rows.hpp"
#include "scale/filled_store.hpp"
#include "store/connection.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

namespace {

// Every request answered, reported back and closed, each at another moment.
constexpr const char* close_all =
    "UPDATE requests SET state = 'closed', outcome = 'filled',"
    " closed_at = registered_at + 2000000000;"
    "UPDATE referrals SET state = 'closed', filled = 1, ended_at = sent_at + 2000000000;"
    "UPDATE clocks SET state = 'met', next_at = NULL, attention = NULL,"
    " ended_at = start + (request * 7919 + id * 104729) % 400000000;"
    "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);";

double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double peak_megabytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

void measure(const std::string& path, int requests) {
    const Zone zone = Zone::find("Europe/Amsterdam").value();
    const Instant now = parse_rfc3339("2027-01-15T09:00:00Z").value();
    const ReportPeriod year{parse_day("2026-01-01").value(), parse_day("2026-12-31").value()};
    const auto reader = open_reader(path);
    const double before = cpu_seconds();
    const auto begin = std::chrono::steady_clock::now();
    const ReportFigures figures = report_figures(*reader, year, zone, now);
    const std::size_t bytes = report_json(figures).size();
    const double wall =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf(
        "%10d requests %10lld clocks %8.2f s (%.2f s of CPU) %8.1f MiB at most %8zu bytes\n",
        requests, static_cast<long long>(figures.promises.judged()), wall, cpu_seconds() - before,
        peak_megabytes(), bytes);
}

}  // namespace

int run(const std::vector<int>& sizes) {
    const auto folder = std::filesystem::temp_directory_path() /
                        ("werktdoord-report-" + std::to_string(::getpid()));
    for (const int size : sizes) {
        std::filesystem::create_directories(folder);
        const std::string path = (folder / "store.db").string();
        // Filled by another process: what that takes is not the report's memory.
        if (const pid_t child = ::fork(); child == 0) {
            make_filled_store(path, size, shipped_rules());
            Connection(path, Access::write).run_script(close_all);
            std::_Exit(EXIT_SUCCESS);
        } else {
            ::waitpid(child, nullptr, 0);
        }
        measure(path, size);
        std::filesystem::remove_all(folder);
    }
    return EXIT_SUCCESS;
}

}  // namespace werktdoord::bench

int main(int argc, char** argv) {
    std::vector<int> sizes;
    for (int i = 1; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
    if (sizes.empty()) sizes = {10'000, 100'000};
    return werktdoord::bench::run(sizes);
}
