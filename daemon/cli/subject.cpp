// `subject`: all data held on a person, by e-mail address, as JSON Lines (AVG).

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/facts_json.hpp"
#include "codec/journal_personal.hpp"
#include "codec/json.hpp"
#include "codec/json_write.hpp"
#include "codec/request_view.hpp"
#include "engine/desk_json.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

namespace json = boost::json;

// What it is stands in front.
void print(const char* held, json::object members) {
    json::object line{{"held", held}};
    for (auto& member : members) line[member.key()] = std::move(member.value());
    std::cout << to_json(line) << '\n';
}

json::object object_of(const std::string& text) {
    return parse_json(text).value().as_object();
}

void print_all(StoreReader& reader, const HeldOn& held, const RuleSet& rules) {
    for (const RequestNumber& number : held.requests)
        if (const auto request = reader.load(number))
            print("request", object_of(request_json(*request, rules)));
    for (const JournalLine& line : held.lines)
        print("journal", object_of(with_personal(line.line, line.personal).value()));
    for (const OutboxMail& mail : held.mails) {
        json::object members = object_of(mail_json(mail));
        if (!(mail.facts == Facts())) members["says"] = object_of(facts_to_json(mail.facts));
        print("mail", std::move(members));
    }
    for (const RejectedSubmission& rejected : held.rejected) {
        json::object members = object_of(rejected_json(rejected));
        members["body"] = rejected.body;
        print("rejected", std::move(members));
    }
    for (const std::string& file : held.rules) print("rules", {{"file", file}});
}

}  // namespace

int print_subject(const SubjectOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    const HeldOn held = reader->held_on(options.email);
    if (held.empty()) {
        std::cerr << "werktdoord: nothing is held on " << options.email << "\n";
        return exit_problems;
    }
    const NamedRules rules = rules_before(*config, reader.get());
    if (!rules.rules) return exit_usage;
    print_all(*reader, held, *rules.rules);
    return exit_done;
}

}  // namespace werktdoord
