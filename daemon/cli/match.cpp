// `match`: the open requests that could serve one.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/json_write.hpp"
#include "codec/partner_json.hpp"
#include "engine/partner_work.hpp"
#include "net/system_clock.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

int print_matches(const MatchOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    const NamedRules rules = rules_before(*config, reader.get());
    if (!rules.rules) return exit_usage;
    const auto request = reader->load(RequestNumber(options.request));
    if (!request) return tell_no_request(options.request);
    const auto partners = find_partners(*reader, *request, *rules.rules, SystemClock().now());
    if (options.format == "json") {
        boost::json::object answer{{"request", request->number.text()},
                                   {"matches", partners_json(partners)}};
        std::cout << to_json(answer) << "\n";
        return exit_done;
    }
    if (request->state == State::closed)
        std::cerr << "werktdoord: " << request->number << " is closed\n";
    std::cout << partners_text(partners);
    return exit_done;
}

}  // namespace werktdoord
