#include "codec/problem_json.hpp"

#include <boost/json/value.hpp>

#include "codec/json_write.hpp"

namespace werktdoord {

std::string problem_json(int status, std::string_view title, std::string_view detail,
                         const Problems& problems, const std::vector<EventName>& fits,
                         std::optional<State> state) {
    boost::json::object object{{"status", status}, {"title", title}, {"detail", detail}};
    if (!problems.empty()) {
        boost::json::array errors;
        for (const Problem& problem : problems)
            errors.push_back({{"pointer", problem.where}, {"detail", problem.text}});
        object["errors"] = std::move(errors);
    }
    if (state) object["state"] = name_of(*state);
    if (!fits.empty()) {
        boost::json::array names;
        for (const EventName name : fits) names.emplace_back(name_of(name));
        object["fits"] = std::move(names);
    }
    return to_json(object);
}

}  // namespace werktdoord
