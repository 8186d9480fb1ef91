// Submissions like those of a busy day: every one another employer, of some 1,460 bytes.
#pragma once

#include <cstdint>
#include <string>

namespace werktdoord::bench {

// The document of the n-th submission, without the envelope of the webhook. The same n gives the
// same bytes.
std::string document(std::uint64_t n);

// The body of its webhook.
std::string webhook_body(std::uint64_t n, const std::string& timestamp);

}  // namespace werktdoord::bench
