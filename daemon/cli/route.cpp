// `route`: where requests go, as JSON Lines or told to a person.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/route_line.hpp"
#include "codec/json_write.hpp"
#include "codec/request_line.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {

namespace {

void tell_problems(std::size_t number, const Problems& problems) {
    boost::json::array errors;
    for (const Problem& problem : problems)
        errors.push_back({{"pointer", problem.where}, {"detail", problem.text}});
    boost::json::object line;
    line["line"] = number;
    line["errors"] = std::move(errors);
    std::cout << to_json(line) << "\n";
}

}  // namespace

int route_requests(const RouteOptions& options) {
    if (!options.request.empty()) return route_stored_request(options);
    const auto loaded = load_all(options.config);
    if (!loaded) return exit_usage;
    const auto input = open_input(options.input);
    if (!input) return exit_usage;
    const Result<Instant> at =
        options.at.empty() ? Result<Instant>(SystemClock().now()) : parse_rfc3339(options.at);
    if (!at) {
        std::cerr << "werktdoord: --at: " << at.error().text << "\n";
        return exit_usage;
    }
    const Instant now = *at;
    bool all = true;
    std::size_t number = 0;
    for (std::string line; std::getline(*input, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const Parsed<RequestLine> read = read_request_line(line);
        if (!read) {
            tell_problems(number, read.error());
            all = false;
        } else if (options.explain) {
            for (const std::string& told : explain_route(read->data, *loaded->rules, now))
                std::cout << told << "\n";
            std::cout << "\n";
        } else {
            std::cout << route_line(read->data, *loaded->rules, now) << "\n";
        }
    }
    if (!read_to_its_end(*input, options.input)) return exit_usage;
    return all ? exit_done : exit_problems;
}

}  // namespace werktdoord
