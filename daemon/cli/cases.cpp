// `cases`: the case base as CSV, or as JSON Lines.

#include <boost/json/value.hpp>
#include <iostream>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/case_base_json.hpp"
#include "codec/json_write.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

int print_cases(const CasesOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    const bool csv = options.format == "csv";
    constexpr int page = 1000;
    CaseFilter filter{options.sector, options.region, options.theme, options.words, page, {}};
    if (csv) std::cout << cases_csv_header();
    for (;;) {
        const std::vector<SolvedCase> cases = reader->solved_cases(filter);
        for (const SolvedCase& solved : cases)
            std::cout << (csv ? case_csv_line(solved) : to_json(case_object(solved)) + "\n");
        if (cases.size() < page) return exit_done;
        filter.after = {cases.back().closed_at, cases.back().request};
    }
}

}  // namespace werktdoord
