#include "codec/rules_corpus.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "codec/replaced.hpp"

namespace werktdoord {

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

CorpusTexts texts_of(const std::filesystem::path& folder) {
    CorpusTexts texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            texts[std::filesystem::relative(entry.path(), folder).string()] =
                bytes_of(entry.path());
    return texts;
}

// `\n`, `\r`, `\t`, `\\`, `\xE9`, `\{3:text}` for text three times; a `\` that ends a line takes
// the line end away.
class Unescaped {
public:
    explicit Unescaped(std::string_view text) : text_(text) {}

    std::string all() {
        std::string bytes;
        while (at_ < text_.size()) {
            const char letter = text_[at_++];
            if (letter == '\\')
                escape(bytes);
            else
                bytes += letter;
        }
        return bytes;
    }

private:
    void escape(std::string& bytes) {
        const char letter = at_ < text_.size() ? text_[at_++] : ' ';
        if (letter == '\n') return;
        if (letter == 'n')
            bytes += '\n';
        else if (letter == 'r')
            bytes += '\r';
        else if (letter == 't')
            bytes += '\t';
        else if (letter == '\\')
            bytes += '\\';
        else if (letter == 'x')
            bytes += static_cast<char>(std::stoi(take(2), nullptr, 16));
        else if (letter == '{')
            repeat(bytes);
        else
            throw std::invalid_argument("unknown escape: " + std::string(1, letter));
    }

    void repeat(std::string& bytes) {
        const auto colon = text_.find(':', at_);
        const auto end = text_.find("\\}", colon);
        if (end == std::string_view::npos) throw std::invalid_argument("\\{ without \\}");
        const int times = std::stoi(std::string(text_.substr(at_, colon - at_)));
        const std::string piece = Unescaped(text_.substr(colon + 1, end - colon - 1)).all();
        for (int i = 0; i < times; ++i) bytes += piece;
        at_ = end + 2;
    }

    std::string take(std::size_t count) {
        at_ += count;
        return std::string(text_.substr(at_ - count, count));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// What stands below a line `--- file routing.yaml`, up to the next one.
struct Section {
    std::string what;  // file, escaped, change, without
    std::string file;
    std::string text;
};

std::string without_last_line_end(std::string text) {
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

void lay_over(CorpusCase& found, const Section& section) {
    std::string& text = found.files[section.file];
    if (section.what == "file") {
        text = section.text;
    } else if (section.what == "escaped") {
        text = Unescaped(section.text).all();
    } else if (section.what == "without") {
        found.files.erase(section.file);
    } else if (section.what == "change") {
        const std::string arrow = "--- to\n";
        const auto at = section.text.find(arrow);
        if (at == std::string::npos) throw std::invalid_argument("a change without \"--- to\"");
        const std::string to = without_last_line_end(section.text.substr(at + arrow.size()));
        text =
            replaced(text, without_last_line_end(section.text.substr(0, at)), Unescaped(to).all());
    } else {
        throw std::invalid_argument("unknown section: " + section.what);
    }
    found.broken.push_back(section.file);
}

CorpusCase read_case(const std::string& name, const std::string& written) {
    CorpusCase found{name, {}, corpus_base(), {}};
    std::vector<Section> sections;
    std::istringstream in(written);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        Section section;
        std::string dashes;
        words >> dashes >> section.what >> section.file;
        if (dashes == "---" && !section.file.empty())
            sections.push_back(section);
        else if (!sections.empty())
            sections.back().text += line + '\n';
        else if (!line.empty() && line[0] != '#')
            found.findings.push_back(line);
    }
    if (sections.empty()) throw std::invalid_argument("no section");
    for (const auto& section : sections) lay_over(found, section);
    return found;
}

}  // namespace

std::filesystem::path corpus_folder() {
    return std::filesystem::path(WERKTDOOR_SOURCE_DIR) / "tests/corpus/rules";
}

CorpusTexts corpus_base() {
    return texts_of(corpus_folder() / "base");
}

CorpusTexts shipped_rules() {
    return texts_of(std::filesystem::path(WERKTDOOR_SOURCE_DIR) / "rules");
}
std::vector<CorpusCase> corpus_cases() {
    std::vector<CorpusCase> cases;
    for (const auto& entry : std::filesystem::directory_iterator(corpus_folder())) {
        if (entry.path().extension() != ".case") continue;
        const std::string name = entry.path().stem().string();
        try {
            cases.push_back(read_case(name, bytes_of(entry.path())));
        } catch (const std::exception& wrong) {
            throw std::invalid_argument(name + ".case: " + wrong.what());
        }
    }
    std::sort(cases.begin(), cases.end(),
              [](const CorpusCase& a, const CorpusCase& b) { return a.name < b.name; });
    return cases;
}

}  // namespace werktdoord
