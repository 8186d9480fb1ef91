#include "net/list_page.hpp"

namespace werktdoord {

HttpResponse bad_query(const Problems& problems) {
    return problem_response(400, "The query is not right; see errors.", problems);
}

std::optional<std::int64_t> seq_of(const std::string& text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    if (text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return std::stoll(text);
}

}  // namespace werktdoord
