#include "codec/finding_fault.hpp"

#include <array>
#include <utility>

namespace werktdoord {
namespace {

using FaultWords = std::pair<std::string_view, std::string_view>;

// What stands in a finding's text, and the words for it. The first that fits counts. What a file
// says may hold such words too: then the kind is wrong, but nothing of the file is told.
constexpr auto faults = std::to_array<FaultWords>({
    {"is no e-mail address", "no e-mail address"},
    {"stands above", "given twice"},
    {"is given twice", "given twice"},
    {"example \"", "an example does not hold"},
    {"unknown key", "unknown key"},
    {"unknown ", "unknown name"},
    {"is missing here", "something is missing"},
    {"cannot name a", "no name for this"},
    {"means somebody else", "a name with another meaning"},
    {"is none of:", "none of the words known here"},
    {"is no length of time", "no length of time"},
    {"is no RFC 3339", "no date-time"},
    {"empty", "empty"},
    {"there is no such file, so", "a file is not there"},
    {"there is no ", "not there"},
    {"is no folder", "not there"},
    {"this is not a file", "not there"},
    {"cannot be read", "not readable"},
    {"is not among the files", "not there"},
    {"is before \"from\"", "ends before it begins"},
    {"must be after", "ends before it begins"},
    {"is less than", "ends before it begins"},
    {"overlap", "overlaps another one"},
    {"UTF-", "not UTF-8"},
    {"byte order mark", "not UTF-8"},
    {"nobody sees", "a character that does not belong here"},
    {"carriage return", "a character that does not belong here"},
    {"control character", "a character that does not belong here"},
    {"half a character", "a character that does not belong here"},
    {"no-break space", "a character that does not belong here"},
    {"indentation", "an indentation that does not fit"},
    {"not read here", "YAML that is not read here"},
    {"a second document", "YAML that is not read here"},
    {"a key must be", "YAML that is not read here"},
    {"quote", "a quote that does not fit"},
    {"bracket", "a bracket that does not fit"},
    {"a comma is missing", "a bracket that does not fit"},
    {"does not fit", "does not fit here"},
    {"cannot begin a value", "does not fit here"},
    {"cannot stand here", "does not fit here"},
    {"cannot start at", "does not fit here"},
    {"larger than", "too much"},
    {"longer than", "too much"},
    {"more than", "too much"},
    {"nested", "too much"},
    {"there is more;", "there is more"},
    {"expected", "another value is expected"},
    {"must name the columns", "another value is expected"},
    {"separated by commas", "another value is expected"},
    {"without a clock", "a state would be without a clock"},
    {"must stand here", "a state would be without a clock"},
    {"there must be ", "something is missing"},
    {"needs", "something is missing"},
    {"has no WSP", "something is missing"},
    {"no daily lists", "something is missing"},
    {"no example guards", "something is missing"},
    {"one of them out", "two that exclude each other"},
    {"goes with", "two that belong together"},
    {"lies in region", "belongs elsewhere"},
    {"in none of the regions", "belongs elsewhere"},
    {"is that of", "belongs elsewhere"},
    {"not here", "belongs elsewhere"},
    {"does nothing", "without effect"},
    {"nobody is on duty", "nobody is there"},
    {"absent", "nobody is there"},
    {"nobody", "reaches nobody"},
    {"never", "without effect"},
    {"fits no request", "without effect"},
    {"no rule", "without effect"},
    {"unroutable", "leaves requests unroutable"},
    {"no WSP", "no WSP for this"},
    {"missing", "something is missing"},
    {"is over", "is over"},
    {"ended on", "is over"},
    {"no tier has", "a gap"},
    {"is none", "none of the words known here"},
});

}  // namespace

std::string_view fault_of(const Finding& finding) {
    for (const auto& [words, fault] : faults)
        if (finding.problem.text.find(words) != std::string::npos) return fault;
    return "see check";
}

}  // namespace werktdoord
