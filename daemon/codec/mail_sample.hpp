// Made-up facts to look at a mail template with; nobody in them exists (domains in .example).
#pragma once

#include "core/facts.hpp"

namespace werktdoord {

// Every value and every list of mail_scope() is filled, so that every part of a template shows.
const Facts& sample_facts();

}  // namespace werktdoord
