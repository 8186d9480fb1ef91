// The facts of a mail as JSON text, as the outbox keeps them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/facts.hpp"

namespace werktdoord {

// {"values":{"name":"text"},"lists":{"name":[{…},…]}}; what is empty is left out.
std::string facts_to_json(const Facts& facts);

// Fails on anything that facts_to_json does not write.
Parsed<Facts> facts_from_json(std::string_view text);

}  // namespace werktdoord
