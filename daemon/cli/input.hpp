// What subcommands read: the configuration, the rules, and files or standard input.
#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "codec/config.hpp"
#include "codec/locator.hpp"
#include "codec/rules.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// On stderr, one a line. `file`: what stands before a place that names none, "stimuli.jsonl:".
void tell_problems(const Problems& problems, const std::string& file = "");

// The configuration; tells every problem on stderr, one a line, and gives nothing when it cannot
// be read.
std::optional<Config> load_config(const std::string& path);

// The same for configuration and rules. Warnings are told too.
struct Loaded {
    Config config;
    RulesPtr rules;
    Locator at;  // where things stand in the files of the rules
};
std::optional<Loaded> load_all(const std::string& config_path);

// The rules of the configuration. That their folder is not there is an error of the configuration.
RulesRead read_rules_of(const Config& config);

// On stderr, that no request with this number is stored. Gives the exit code.
int tell_no_request(const std::string& number);

// The environment of this process.
std::optional<std::string> environment(const std::string& name);

// A file, or "-" for standard input; null (told on stderr) when it cannot be opened.
std::shared_ptr<std::istream> open_input(const std::string& path);

// All of it as text; nothing (told on stderr) when it cannot be read.
std::optional<std::string> read_input(const std::string& path);

}  // namespace werktdoord
