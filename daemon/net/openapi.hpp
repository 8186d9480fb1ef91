// The OpenAPI document of the API (openapi.json beside this file, built in).
#pragma once

#include <string_view>

namespace werktdoord {

std::string_view openapi_document();

}  // namespace werktdoord
