// Who may send requests in and who may use the API, from the configuration.
#pragma once

#include <vector>

#include "codec/answer_link.hpp"
#include "codec/config.hpp"
#include "net/bearer.hpp"
#include "net/intake_handler.hpp"

namespace werktdoord {

// Fails with each secret that is no webhook secret, at its place in the configuration.
Parsed<std::vector<IntakeSource>> intake_sources(const Config& config);

std::vector<ApiToken> api_tokens(const Config& config);

// The keys of the links in mails; none: mails have no links.
AnswerKeys answer_keys(const Config& config);

}  // namespace werktdoord
