// The mail templates beside the configuration, and the settings of mails.
#pragma once

#include <optional>

#include "codec/config.hpp"
#include "codec/mail_template.hpp"
#include "engine/compose.hpp"

namespace werktdoord {

// `templates/` beside the configuration; every problem is told on stderr.
std::optional<Templates> load_templates(const Config& config);

// Sender, zone, and the links to the answer pages.
MailSettings mail_settings(const Config& config);

}  // namespace werktdoord
