// The intake beside its limits, all in one run: SQLite writing the same rows, the writing thread
// without a network, and a peer of the usual make. Usage: bench_intake PROGRAM [ROUNDS] [SECONDS]
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "intake/engine_rows.hpp"
#include "intake/load.hpp"
#include "intake/process.hpp"
#include "intake/raw_rows.hpp"

namespace werktdoord::bench {

namespace {

constexpr int requests = 12'800;
constexpr int per_commit = 64;

// What one round measured; rates a second, times in milliseconds.
struct Round {
    double raw = 0;
    double raw_alone = 0;  // one request in a commit
    double raw_alike = 0;  // in the batches of the daemon that was busy, and its rows
    double batch = 0;      // the mean of those
    double engine = 0;
    double kilobytes = 0;
    LoadResult busy;          // 64 connections, as fast as they can
    LoadResult alone;         // one connection
    LoadResult halved;        // at half of what 64 connections reached
    LoadResult mailed;        // 64 connections, while the mails leave
    double memory = 0;        // MiB, after 64 connections
    LoadResult peer_each;     // the peer with one commit each, 64 connections
    LoadResult peer_grouped;  // and with a commit for many
};

double rate(const Written& written) {
    return written.requests / written.seconds;
}

template <class Server>
LoadResult load(const Server& server, int connections, double seconds, double a_second,
                std::uint64_t first) {
    LoadPlan plan;
    plan.port = server.port();
    plan.connections = connections;
    plan.seconds = seconds;
    plan.rate = a_second;
    plan.secret = load_secret;
    plan.first = first;
    return drive(plan);
}

void measure_busy(Round& round, const std::filesystem::path& program,
                  const std::filesystem::path& folder, double seconds) {
    {
        const Process daemon({program, folder, mail_away()});
        round.busy = load(daemon, 64, seconds, 0, 2'000'000);
        round.memory = daemon.memory();
    }
    const std::string store = folder / "store.db";
    const Batches batches = batches_of(store);
    const Written alike = write_raw_rows(store, folder / "alike.db", batches);
    round.raw_alike = rate(alike);
    round.batch = static_cast<double>(alike.requests) / static_cast<double>(batches.size());
}

Round measure(const std::filesystem::path& program, const std::filesystem::path& folder,
              double seconds) {
    Round round;
    const std::string rows = folder / "engine.db";
    round.engine = rate(write_by_engine(rows, requests, per_commit));
    const Written raw = write_raw_rows(rows, folder / "raw.db", even_batches(requests, per_commit));
    round.raw = rate(raw);
    round.kilobytes = raw.bytes / raw.requests / 1024;
    if (program == "-") return round;
    round.raw_alone = rate(write_raw_rows(rows, folder / "alone.db", even_batches(requests, 1)));
    measure_busy(round, program, folder / "busy", seconds);
    {
        const Process daemon({program, folder / "away", mail_away()});
        round.alone = load(daemon, 1, seconds / 2, 0, 1'000'000);
        round.halved = load(daemon, 64, seconds, round.busy.per_second / 2, 3'000'000);
    }
    const Process daemon({program, folder / "mail", mail_to_folder(folder / "letters")});
    round.mailed = load(daemon, 64, seconds, 0, 1'000'000);
    if (!Peer::installed()) return round;
    round.peer_each = load(Peer(folder / "each", Peer::Commit::each), 64, seconds, 0, 1'000'000);
    round.peer_grouped =
        load(Peer(folder / "grouped", Peer::Commit::grouped), 64, seconds, 0, 1'000'000);
    return round;
}

template <class Of>
double median(std::vector<Round> rounds, Of of) {
    std::sort(rounds.begin(), rounds.end(),
              [&](const Round& a, const Round& b) { return of(a) < of(b); });
    return of(rounds[rounds.size() / 2]);
}

template <class Of>
void row(const char* name, const std::vector<Round>& rounds, Of of, const char* goal) {
    std::printf("%-58s %10.2f   %s\n", name, median(rounds, of), goal);
}

void print_store(const std::vector<Round>& rounds) {
    std::printf("%-58s %10s   %s\n", "figure (median of the rounds)", "", "goal");
    row(
        "KiB of store a request", rounds, [](const Round& r) { return r.kilobytes; }, "");
    row(
        "SQLite, the same rows, 64 in a commit: a second", rounds,
        [](const Round& r) { return r.raw; }, "the limit");
    row(
        "engine and store, no network: a second", rounds, [](const Round& r) { return r.engine; },
        "");
    row(
        "  of the limit", rounds, [](const Round& r) { return r.engine / r.raw; }, "");
}

void print_daemon(const std::vector<Round>& rounds) {
    const auto busy = [](const Round& r) { return r.busy.per_second; };
    row("daemon, 64 connections: a second", rounds, busy, "");
    row(
        "  requests in a commit", rounds, [](const Round& r) { return r.batch; }, "");
    row(
        "SQLite, its rows in its batches: a second", rounds,
        [](const Round& r) { return r.raw_alike; }, "the limit");
    row(
        "  daemon of that", rounds, [](const Round& r) { return r.busy.per_second / r.raw_alike; },
        "0.65 at least");
    row(
        "  daemon of the limit with 64 in a commit", rounds,
        [](const Round& r) { return r.busy.per_second / r.raw; }, "");
    row(
        "daemon: p99, ms", rounds, [](const Round& r) { return r.busy.ninety_nine; }, "");
    row(
        "daemon while the mails leave, of the daemon without", rounds,
        [](const Round& r) { return r.mailed.per_second / r.busy.per_second; }, "");
    row(
        "daemon: memory, MiB", rounds, [](const Round& r) { return r.memory; }, "");
    row(
        "daemon, half of that rate: p99, ms", rounds,
        [](const Round& r) { return r.halved.ninety_nine; }, "under 10");
    row(
        "daemon, one connection: half of the answers within, ms", rounds,
        [](const Round& r) { return r.alone.half; }, "");
    row(
        "  of a commit of the same rows alone", rounds,
        [](const Round& r) { return r.alone.half * r.raw_alone / 1000; }, "1.2 at most");
}

void print_peer(const std::vector<Round>& rounds) {
    if (!Peer::installed()) {
        std::printf("the peer is not installed: cd bench/peer && npm ci\n");
        return;
    }
    row(
        "Fastify, four rows, one commit each: a second", rounds,
        [](const Round& r) { return r.peer_each.per_second; }, "");
    row(
        "  daemon over it", rounds,
        [](const Round& r) { return r.busy.per_second / r.peer_each.per_second; }, "3 at least");
    row(
        "Fastify, a commit for many: a second", rounds,
        [](const Round& r) { return r.peer_grouped.per_second; }, "");
    row(
        "  p99, ms", rounds, [](const Round& r) { return r.peer_grouped.ninety_nine; }, "");
    row(
        "  p99 of the daemon over it", rounds,
        [](const Round& r) { return r.busy.ninety_nine / r.peer_grouped.ninety_nine; },
        "1 at most");
}

bool clean(const LoadResult& result) {
    return result.refused == 0 && result.failed == 0 && result.acknowledged > 0;
}

}  // namespace

int run(const std::filesystem::path& program, int rounds, double seconds) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("werktdoord-bench-" + std::to_string(::getpid()));
    std::vector<Round> all;
    for (int i = 0; i < rounds; ++i) {
        std::filesystem::create_directories(folder);
        all.push_back(measure(program, folder, seconds));
        std::filesystem::remove_all(folder);
        if (program == "-") continue;
        for (const LoadResult& result :
             {all.back().busy, all.back().alone, all.back().halved, all.back().mailed})
            if (!clean(result)) {
                std::fprintf(stderr, "%d answers were no 201, %d connections broke\n",
                             result.refused, result.failed);
                return EXIT_FAILURE;
            }
    }
    print_store(all);
    if (program == "-") return EXIT_SUCCESS;
    print_daemon(all);
    print_peer(all);
    return EXIT_SUCCESS;
}

}  // namespace werktdoord::bench

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_intake PROGRAM [ROUNDS] [SECONDS]\n");
        return 2;
    }
    return werktdoord::bench::run(argv[1], argc > 2 ? std::atoi(argv[2]) : 3,
                                  argc > 3 ? std::atof(argv[3]) : 4);
}
