// `rejected`: submissions that could not be read; looking, and setting one aside.

#include <iostream>

#include "cli/cli.hpp"
#include "cli/desk.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/clean_text.hpp"
#include "engine/desk_json.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

void print_row(const RejectedSubmission& one, const Zone& zone) {
    const std::string first = one.problems.substr(0, one.problems.find('\n'));
    std::cout << table_line({{std::to_string(one.id), 7},
                             {std::string(name_of(one.state)), 9},
                             {zone.to_rfc3339(one.at), 25},
                             {one.source, 16},
                             {one.webhook_id, 36},
                             {first, 0}});
}

}  // namespace

int list_rejected(const RejectedOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    for (const RejectedSubmission& one :
         reader->rejected(find_name<RejectedState>(options.state))) {
        if (options.format == "json")
            std::cout << rejected_json(one) << '\n';
        else
            print_row(one, config->zone);
    }
    return exit_done;
}

int show_rejected(const RejectedOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto one = open_reader(config->store.string())->rejected_submission(options.id);
    if (!one) {
        std::cerr << "werktdoord: there is no rejected submission " << options.id << "\n";
        return exit_problems;
    }
    if (options.format == "json") {
        std::cout << rejected_json(*one) << '\n';
        return exit_done;
    }
    std::cout << table_line({{"rejected", 10}, {std::to_string(one->id), 0}})
              << table_line({{"state", 10}, {std::string(name_of(one->state)), 0}})
              << table_line({{"at", 10}, {config->zone.to_rfc3339(one->at), 0}})
              << table_line({{"source", 10}, {one->source, 0}})
              << table_line({{"webhook id", 10}, {one->webhook_id, 0}}) << "\n"
              << clean_text(one->problems) << "\n\n"
              << clean_text(one->body) << "\n";
    return exit_done;
}

int set_rejected_aside(const RejectedOptions& options) {
    return decide_here(options.config,
                       {DeskDecision::Kind::set_aside, options.id, options.by, options.reason});
}

}  // namespace werktdoord
