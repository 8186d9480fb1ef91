#include "intake/engine_rows.hpp"

#include <chrono>
#include <stdexcept>

#include "codec/request_json.hpp"
#include "codec/rules.hpp"
#include "codec/sha256.hpp"
#include "engine/engine.hpp"
#include "intake/submissions.hpp"
#include "net/system_salt.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

RulesPtr shipped_rules() {
    const auto zone = Zone::find("Europe/Amsterdam");
    RulesRead read = read_rules(WERKTDOOR_SOURCE_DIR "/rules", zone.value());
    if (!read.rules) throw std::runtime_error("the shipped rules cannot be read");
    return std::make_shared<const RuleSet>(std::move(*read.rules));
}

Submit submission(std::uint64_t n) {
    const std::string text = document(n);
    Submit submit;
    submit.data = read_request_text(text).value();
    submit.source = "platform";
    submit.webhook_id = "msg_" + sha256_hex(text).substr(0, 32);
    submit.body_hash = sha256_hex(text);
    return submit;
}

Written write_by_engine(const std::string& path, int requests, int per_commit) {
    SystemSalts salts;
    const auto store = open_store(path, salts);
    Engine engine(*store, shipped_rules());
    std::vector<Submit> all;
    for (int i = 0; i < requests; ++i) all.push_back(submission(static_cast<std::uint64_t>(i)));
    const Instant now = parse_rfc3339("2026-11-23T09:12:00Z").value();
    Written written;
    written.requests = requests;
    for (int first = 0; first < requests; first += per_commit) {
        const auto begin = std::chrono::steady_clock::now();
        store->transaction([&] {
            for (int i = first; i < std::min(first + per_commit, requests); ++i)
                engine.submit(all[static_cast<std::size_t>(i)],
                              now + std::chrono::milliseconds(first / per_commit));
        });
        engine.recorder().take();
        store->tidy(true);
        written.seconds +=
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    return written;
}

}  // namespace werktdoord::bench
