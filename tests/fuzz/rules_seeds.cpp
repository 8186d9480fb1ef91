// Writes what the fuzzer starts from into a folder: the shipped rules and the corpus.
#include <fstream>
#include <iostream>

#include "codec/rules_corpus.hpp"
#include "fuzz/rules_input.hpp"

namespace werktdoord {
namespace {

// Longer ones teach the fuzzer nothing and cost it its speed.
constexpr std::size_t most_bytes = 20'000;

void write(const std::filesystem::path& folder, const std::string& name, const std::string& file,
           const std::string& text) {
    const std::string input = rules_input(file, text.substr(0, most_bytes));
    std::string flat = name + "-" + file;
    for (char& letter : flat)
        if (letter == '/') letter = '-';
    std::ofstream(folder / flat, std::ios::binary) << input;
}

void write_all(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const auto& [file, text] : corpus_base()) write(folder, "base", file, text);
    for (const auto& [file, text] : shipped_rules()) write(folder, "shipped", file, text);
    for (const auto& broken : corpus_cases())
        for (const auto& file : broken.broken)
            if (broken.files.contains(file))
                write(folder, broken.name, file, broken.files.at(file));
}

}  // namespace
}  // namespace werktdoord

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: fuzz_seeds FOLDER\n";
        return 2;
    }
    werktdoord::write_all(argv[1]);
    return 0;
}
