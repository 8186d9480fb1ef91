#include "core/dutch_problem.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace werktdoord {
namespace {

struct Wording {
    std::string_view english;  // % stands for what differs
    std::string_view dutch;    // % in the same order; the last ones may be left out
};

// The first that fits counts.
constexpr std::array<Wording, 38> table{{
    {"is required", "dit is verplicht"},
    {"must not be empty", "dit mag niet leeg zijn"},
    {"must be text", "dit moet een tekst zijn"},
    {"must be an object with type and data", "dit moet een object zijn met type en data"},
    {"must be an object", "dit moet een object zijn"},
    {"must be a list of % to % sites", "dit moet een lijst zijn van % tot en met % vestigingen"},
    {"must be a list", "dit moet een lijst zijn"},
    {"must be true or false", "dit moet true (ja) of false (nee) zijn"},
    {"must be a whole number from % to %", "dit moet een heel getal zijn, van % tot en met %"},
    {"must be a date and time with offset, as in %",
     "dit moet een datum en tijd zijn met het verschil met UTC, zoals %"},
    {"must be a date, as in %", "dit moet een datum zijn, zoals %"},
    {"must be one of %", "dit moet een van deze woorden zijn: %"},
    {"must not be before from", "dit mag niet voor de begindatum (from) liggen"},
    {"must be % digits", "dit moeten % cijfers zijn"},
    {"must be an SBI code, as in %, or a section, as in %",
     "dit moet een SBI-code zijn, zoals %, of een letter van een sectie, zoals %"},
    {"must not hold control characters", "hier staan tekens in die niet mogen (stuurtekens)"},
    {"has more than % items", "deze lijst is te lang: er mogen % in"},
    {"is longer than % characters", "dit is langer dan % tekens"},
    {"is longer than % bytes", "dit is langer dan % bytes"},
    {"is no e-mail address: expected one @", "dit is geen e-mailadres: er moet één @ in staan"},
    {"is no e-mail address: the part before the @ is not right",
     "dit is geen e-mailadres: het deel voor de @ klopt niet"},
    {"is no e-mail address: the part after the @ is no domain name",
     "dit is geen e-mailadres: het deel na de @ is geen domeinnaam"},
    {"has more than % bytes before the @", "er staan meer dan % bytes voor de @"},
    {"no Dutch postcode (expected as in % or %)",
     "dit is geen Nederlandse postcode (zo moet het: % of %)"},
    {"postcode or municipality is required", "een postcode of een gemeente is verplicht"},
    {"this key is given twice in one object", "deze naam staat twee keer in hetzelfde object"},
    {"must equal the webhook-id header", "dit moet gelijk zijn aan de header webhook-id"},
    {"names of attributes have only a-z and 0-9",
     "de naam van een attribuut mag alleen a-z en 0-9 hebben"},
    {"is not read here: send data as JSON", "dit wordt niet gelezen: stuur data als JSON"},
    {"must be 1.0", "dit moet 1.0 zijn"},
    {"must be application/json", "dit moet application/json zijn"},
    {"must be request.submitted", "dit moet request.submitted zijn"},
    {"must be nl.nlwerktdoor.request.submitted.v1",
     "dit moet nl.nlwerktdoor.request.submitted.v1 zijn"},
    {"not valid JSON, line %, column %: more than % levels deep",
     "dit is geen geldige JSON (regel %, kolom %): meer dan % niveaus diep"},
    {"not valid JSON, line %, column %: a number that is too large or too small",
     "dit is geen geldige JSON (regel %, kolom %): een getal is te groot of te klein"},
    {"not valid JSON, line %, column %: something follows after the value",
     "dit is geen geldige JSON (regel %, kolom %): na het einde staat nog iets"},
    {"not valid JSON, line %, column %: the text ends too early",
     "dit is geen geldige JSON (regel %, kolom %): de tekst houdt te vroeg op"},
    {"not valid JSON, line %, column %: %",
     "dit is geen geldige JSON: op regel %, kolom %, klopt de schrijfwijze niet"},
}};

// What stands at each % of `pattern` where the text has its form: as little as fits.
std::optional<std::vector<std::string_view>> parts_of(std::string_view text,
                                                      std::string_view pattern) {
    std::vector<std::string_view> parts;
    std::size_t gap = pattern.find('%');
    if (!text.starts_with(pattern.substr(0, gap))) return std::nullopt;
    if (gap == pattern.npos)
        return text == pattern ? std::optional(std::move(parts)) : std::nullopt;
    text.remove_prefix(gap);
    while (gap != pattern.npos) {
        pattern.remove_prefix(gap + 1);
        gap = pattern.find('%');
        const std::string_view after = pattern.substr(0, gap);
        const bool last = gap == pattern.npos;
        if (last && !text.ends_with(after)) return std::nullopt;
        const std::size_t end = last ? text.size() - after.size() : text.find(after);
        if (end == text.npos || end == 0) return std::nullopt;
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + after.size());
    }
    return parts;
}

std::string filled_in(std::string_view words, const std::vector<std::string_view>& parts) {
    std::string out;
    std::size_t part = 0;
    for (const char c : words) {
        if (c == '%')
            out += parts.at(part++);
        else
            out += c;
    }
    return out;
}

// "/data/kind: is required". A place may hold ": " itself (a key of a stranger's), so the text is
// the longest rest that is known.
std::string dutch_line(std::string_view line) {
    constexpr std::string_view between = ": ";
    for (std::size_t at = line.find(between); at != line.npos; at = line.find(between, at + 1)) {
        const auto text = dutch_problem(line.substr(at + between.size()));
        if (!text) continue;
        const std::string_view where = line.substr(0, at);
        return std::string(where.empty() ? "de hele melding" : where) + ": " + *text;
    }
    return std::string(line);
}

}  // namespace

std::optional<std::string> dutch_problem(std::string_view text) {
    for (const Wording& words : table)
        if (const auto parts = parts_of(text, words.english)) return filled_in(words.dutch, *parts);
    return std::nullopt;
}

std::string dutch_problems(std::string_view lines) {
    std::string out;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        out += (out.empty() ? "" : "\n") + dutch_line(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return out;
}

}  // namespace werktdoord
