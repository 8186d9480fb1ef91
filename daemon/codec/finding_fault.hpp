// The kind of fault that a finding tells of, for the log.
#pragma once

#include <string_view>

#include "codec/finding.hpp"

namespace werktdoord {

// One of a fixed set of words, such as "no e-mail address": a finding's text quotes the rules,
// which hold names and addresses, and the log holds none (contract section 7). "see check" where no
// more can be said.
std::string_view fault_of(const Finding& finding);

}  // namespace werktdoord
