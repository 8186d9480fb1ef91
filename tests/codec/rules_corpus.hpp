// Reads the corpus of broken rules: one file a case, laid over a small folder of valid rules.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace werktdoord {

using CorpusTexts = std::map<std::string, std::string>;  // by name in the folder

// One case: what its rules files hold, and what reading them must tell, line by line.
struct CorpusCase {
    std::string name;
    std::vector<std::string> findings;  // `routing.yaml:3:12: error: ...`, in the order of reading
    CorpusTexts files;                  // the whole folder
    std::vector<std::string> broken;    // the files that the case is about
};

// tests/corpus/rules, where README.md tells how a case is written.
std::filesystem::path corpus_folder();

// The valid rules that cases are laid over.
CorpusTexts corpus_base();

// The rules in `rules/`.
CorpusTexts shipped_rules();

// In the order of their names. Throws std::invalid_argument where a case is written wrongly.
std::vector<CorpusCase> corpus_cases();

}  // namespace werktdoord
