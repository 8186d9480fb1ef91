#include "core/facts.hpp"

namespace werktdoord {

const std::string& Facts::value(const std::string& name) const {
    static const std::string none;
    const auto found = values.find(name);
    return found == values.end() ? none : found->second;
}

const std::vector<Facts>& Facts::list(const std::string& name) const {
    static const std::vector<Facts> none;
    const auto found = lists.find(name);
    return found == lists.end() ? none : found->second;
}

}  // namespace werktdoord
