// `route --request`: why a stored request went where it went, under the rules of that moment.

#include <iostream>
#include <map>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/route_line.hpp"
#include "codec/past_decisions.hpp"
#include "codec/rules.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

constexpr int lines_a_page = 1000;

// The decisions on a request; none: there is no such request.
Result<std::vector<PastDecision>> decisions_on(StoreReader& reader, const RequestNumber& number) {
    PastDecisions decisions;
    std::int64_t since = 0;
    for (;;) {
        const std::vector<JournalLine> lines = reader.journal(since, lines_a_page, number);
        for (const JournalLine& line : lines) {
            const Result<void> added = decisions.add(line.line, line.personal);
            since = line.seq;
            if (!added)
                return Problem{"",
                               "journal line " + std::to_string(since) + ": " + added.error().text};
        }
        if (lines.size() < static_cast<std::size_t>(lines_a_page)) return decisions.all();
    }
}

// The rules that the store kept, each read once.
class KeptRules {
public:
    KeptRules(StoreReader& reader, const Zone& zone) : reader_(reader), zone_(zone) {}

    RulesPtr find(const std::string& hash) {
        const auto [known, is_new] = read_.try_emplace(hash);
        if (is_new) known->second = read_rules(reader_.rules_files(hash), zone_, hash).rules;
        return known->second;
    }

private:
    StoreReader& reader_;
    const Zone& zone_;
    std::map<std::string, RulesPtr> read_;
};

void print_lines(const std::string& name, const std::vector<std::string>& texts) {
    std::cout << name << ":";
    for (const std::string& text : texts) std::cout << " " << text;
    std::cout << (texts.empty() ? " geen\n" : "\n");
}

// What the journal says in so many words.
void print_recorded(const PastDecision& decision) {
    print_lines("Regels die beslisten", decision.rules);
    print_lines("Regio's", decision.regions);
    std::cout << "Termijnen: " << decision.policy << "\n";
    for (const std::string& why : decision.why) std::cout << why << "\n";
}

bool as_recorded(const Route& route, const PastDecision& decision) {
    std::vector<std::string> regions;
    for (const Proposal& proposal : route.regions) regions.push_back(proposal.region.text());
    return route.rules == decision.rules && regions == decision.regions &&
           route.policy == decision.policy;
}

std::string why_then(const PastDecision& decision) {
    if (decision.reason == "amended") return ", omdat de melding is aangevuld";
    if (decision.reason == "rules_changed") return ", omdat de regels veranderden";
    return {};
}

void explain(const PastDecision& decision, const RuleSet* rules, const std::string& heading) {
    std::cout << heading << why_then(decision) << ", regels " << decision.rules_hash << "\n";
    if (!decision.data || rules == nullptr) {
        std::cout << (decision.data ? "De regels van toen zijn niet bewaard."
                                    : "De gegevens van deze melding zijn gewist.")
                  << " Dit staat in het logboek:\n";
        print_recorded(decision);
        return;
    }
    const Occasion occasion = decision.reason.empty() ? Occasion::registration : Occasion::later;
    for (const std::string& line : explain_route(*decision.data, *rules, decision.at, occasion))
        std::cout << line << "\n";
    if (as_recorded(route(*decision.data, *rules, decision.at), decision)) return;
    std::cout << "Let op: deze uitleg komt anders uit dan wat toen is vastgelegd:\n";
    print_recorded(decision);
}

}  // namespace

int route_stored_request(const RouteOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const RequestNumber number(options.request);
    const auto reader = open_reader(config->store.string());
    const auto decisions = decisions_on(*reader, number);
    if (!decisions) {
        std::cerr << "werktdoord: " << decisions.error().text << "\n";
        return exit_problems;
    }
    if (decisions->empty()) return tell_no_request(options.request);
    KeptRules kept(*reader, config->zone);
    for (const PastDecision& decision : *decisions) {
        const RulesPtr rules = kept.find(decision.rules_hash);
        if (options.explain) {
            explain(decision, rules.get(),
                    number.text() + " op " + config->zone.to_rfc3339(decision.at));
            std::cout << "\n";
        } else if (rules && decision.data) {
            std::cout << route_line(*decision.data, *rules, decision.at) << "\n";
        } else {
            std::cerr << "werktdoord: the data or the rules of "
                      << config->zone.to_rfc3339(decision.at)
                      << " are no longer there; --explain tells what the journal holds\n";
        }
    }
    return exit_done;
}

}  // namespace werktdoord
