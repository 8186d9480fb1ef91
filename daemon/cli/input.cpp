#include "cli/input.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "cli/cli.hpp"

namespace werktdoord {
namespace {

std::shared_ptr<std::istream> standard_input() {
    // Reads nothing, but fails as reading would: the stream takes a failure for the end.
    if (::read(STDIN_FILENO, nullptr, 0) == 0) return {&std::cin, [](std::istream*) {}};
    std::cerr << "werktdoord: standard input cannot be read: "
              << std::generic_category().message(errno) << "\n";
    return nullptr;
}

}  // namespace

std::optional<std::string> environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
}

void tell_problems(const Problems& problems, const std::string& file) {
    for (const Problem& problem : problems)
        std::cerr << file << problem.where << ": error: " << problem.text << "\n";
}

std::optional<Config> load_config(const std::string& path) {
    Parsed<Config> config = read_config(path, environment);
    if (config) return std::move(*config);
    tell_problems(config.error());
    return std::nullopt;
}

RulesRead read_rules_of(const Config& config) {
    std::error_code failure;
    if (std::filesystem::is_directory(config.rules, failure))
        return read_rules(config.rules, config.zone);
    const bool there = std::filesystem::exists(config.rules, failure);
    const std::string text = there ? config.rules.string() + " is no folder; rules are one"
                                   : "there is no folder " + config.rules.string();
    return {nullptr, {{Finding::Severity::error, {config.rules_at, text}}}, Locator(config.rules)};
}

std::optional<Loaded> load_all(const std::string& config_path) {
    std::optional<Config> config = load_config(config_path);
    if (!config) return std::nullopt;
    RulesRead read = read_rules_of(*config);
    for (const Finding& finding : read.findings) std::cerr << to_string(finding) << "\n";
    if (!read.rules) return std::nullopt;
    return Loaded{std::move(*config), std::move(read.rules), std::move(read.at)};
}

int tell_no_request(const std::string& number) {
    std::cerr << "werktdoord: there is no request " << number << "\n";
    return exit_problems;
}

void keep_place_of_standard_input() {
    if (::fcntl(STDIN_FILENO, F_GETFD) >= 0) return;
    // Write only, so that reading it fails.
    const int lowest = ::open("/dev/null", O_WRONLY);
    static_cast<void>(lowest);
}

std::shared_ptr<std::istream> open_input(const std::string& path) {
    if (path == "-") return standard_input();
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) {
        std::cerr << "werktdoord: " << path << " is a folder; name a file\n";
        return nullptr;
    }
    auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
    if (*file) return file;
    std::cerr << "werktdoord: cannot open " << path << "\n";
    return nullptr;
}

std::optional<std::string> read_input(const std::string& path) {
    const auto input = open_input(path);
    if (!input) return std::nullopt;
    std::string text{std::istreambuf_iterator<char>(*input), std::istreambuf_iterator<char>()};
    if (!read_to_its_end(*input, path)) return std::nullopt;
    return text;
}

bool read_to_its_end(const std::istream& input, const std::string& path) {
    const bool standard = path == "-";
    if (!input.bad() && !(standard && std::ferror(stdin) != 0)) return true;
    std::cerr << "werktdoord: cannot read " << (standard ? "standard input" : path)
              << " to its end\n";
    return false;
}

}  // namespace werktdoord
