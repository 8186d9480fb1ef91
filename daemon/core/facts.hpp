// What a mail template may use: named values and named lists, made by the core, kept with the mail.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace werktdoord {

struct Facts {
    std::map<std::string, std::string> values;
    std::map<std::string, std::vector<Facts>> lists;

    // Empty where there is none of that name.
    const std::string& value(const std::string& name) const;
    const std::vector<Facts>& list(const std::string& name) const;

    friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace werktdoord
