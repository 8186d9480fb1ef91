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

// To be called before anything is opened: what is opened first would take the place of a standard
// input that is closed, and be read for it.
void keep_place_of_standard_input();

// A file, or "-" for standard input; null (told on stderr) when it cannot be opened or read.
std::shared_ptr<std::istream> open_input(const std::string& path);

// Whether what was opened so was read to its end; told on stderr where it broke off.
bool read_to_its_end(const std::istream& input, const std::string& path);

// All of it as text; nothing (told on stderr) when it cannot be read.
std::optional<std::string> read_input(const std::string& path);

}  // namespace werktdoord
