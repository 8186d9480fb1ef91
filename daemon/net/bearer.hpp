// Bearer tokens of the API and what their roles may do (contract section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/config_choices.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

struct ApiToken {
    std::string name;
    ApiRole role = ApiRole::read;
    std::string token;
};

class Bearer {
public:
    explicit Bearer(const std::vector<ApiToken>& tokens);

    // Nothing when the request may do what needs `role`; else the 401 or 403 to answer with. The
    // time it takes does not tell which token was nearly right.
    std::optional<HttpResponse> refuse(const HttpRequest& request, ApiRole role) const;

    // The handler behind this check.
    HttpHandler guard(ApiRole role, HttpHandler handler) const;

private:
    struct Known {
        std::string hash;  // equal lengths, so that comparing tells nothing about the length
        ApiRole role;
    };
    std::vector<Known> known_;
};

}  // namespace werktdoord
