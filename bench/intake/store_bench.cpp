// What the writing thread can take in: the engine on a store on disk, beside SQLite writing the same
// rows. Usage: bench_store [REQUESTS] [PER_COMMIT]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "codec/request_json.hpp"
#include "codec/rules.hpp"
#include "codec/sha256.hpp"
#include "engine/engine.hpp"
#include "intake/raw_rows.hpp"
#include "intake/submissions.hpp"
#include "net/system_salt.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

namespace {

using Clock = std::chrono::steady_clock;

RulesPtr shipped_rules() {
    const auto zone = Zone::find("Europe/Amsterdam");
    RulesRead read = read_rules(WERKTDOOR_SOURCE_DIR "/rules", zone.value());
    if (!read.rules) throw std::runtime_error("the shipped rules cannot be read");
    return std::make_shared<const RuleSet>(std::move(*read.rules));
}

std::vector<Submit> submissions(int count) {
    std::vector<Submit> all;
    for (int i = 0; i < count; ++i) {
        const std::string text = document(static_cast<std::uint64_t>(i));
        Submit submit;
        submit.data = read_request_text(text).value();
        submit.source = "nlwerktdoor.nl";
        submit.webhook_id = "msg_" + sha256_hex(text).substr(0, 32);
        submit.body_hash = sha256_hex(text);
        all.push_back(std::move(submit));
    }
    return all;
}

Written write_by_engine(const std::string& path, int requests, int per_commit) {
    SystemSalts salts;
    const auto store = open_store(path, salts);
    Engine engine(*store, shipped_rules());
    const std::vector<Submit> all = submissions(requests);
    const Instant now = parse_rfc3339("2026-11-23T09:12:00Z").value();
    Written written;
    written.requests = requests;
    for (int first = 0; first < requests; first += per_commit) {
        const auto begin = Clock::now();
        store->transaction([&] {
            for (int i = first; i < std::min(first + per_commit, requests); ++i)
                engine.submit(all[static_cast<std::size_t>(i)],
                              now + std::chrono::milliseconds(first / per_commit));
        });
        engine.recorder().take();
        written.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    }
    return written;
}

void print(const char* name, const Written& written, double limit) {
    std::printf("%-28s %9.0f requests/s  %7.1f us each  of the limit %5.2f\n", name,
                written.requests / written.seconds, 1e6 * written.seconds / written.requests,
                limit * written.requests / written.seconds);
}

}  // namespace

int run(int requests, int per_commit) {
    const auto folder = std::filesystem::temp_directory_path() /
                        ("werktdoord-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string by_engine = folder / "engine.db";
    const Written ours = write_by_engine(by_engine, requests, per_commit);
    const Written raw = write_raw_rows(by_engine, folder / "raw.db", per_commit);
    const double limit = raw.seconds / raw.requests;
    std::printf("%d requests, %d in a commit, %.1f KB each\n", requests, per_commit,
                raw.bytes / raw.requests / 1024);
    print("SQLite, the same rows", raw, limit);
    print("engine and store", ours, limit);
    std::filesystem::remove_all(folder);
    return EXIT_SUCCESS;
}

}  // namespace werktdoord::bench

int main(int argc, char** argv) {
    const int requests = argc > 1 ? std::atoi(argv[1]) : 12'800;
    const int per_commit = argc > 2 ? std::atoi(argv[2]) : 64;
    if (requests < per_commit || per_commit < 1) {
        std::fprintf(stderr, "usage: bench_store [REQUESTS] [PER_COMMIT]\n");
        return 2;
    }
    return werktdoord::bench::run(requests, per_commit);
}
