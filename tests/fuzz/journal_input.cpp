#include "codec/journal_personal.hpp"
#include "codec/journal_read.hpp"
#include "fuzz/inputs.hpp"
#include "fuzz/must.hpp"

namespace werktdoord {

void feed_journal(std::string_view input) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    const std::string_view line = input.substr(0, end);
    const std::string_view personal = input.substr(std::min(end + 1, input.size()));
    const auto read = read_journal_line(line, personal);
    if (!read) must(!read.error().empty(), "a refusal has a problem");
    with_personal(line, personal);
    verify_personal(line, personal);
}

}  // namespace werktdoord
