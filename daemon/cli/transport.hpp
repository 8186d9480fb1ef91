// How mail leaves, as the configuration says.
#pragma once

#include <memory>

#include "codec/config.hpp"
#include "engine/mail_transport.hpp"

namespace werktdoord {

std::unique_ptr<MailTransport> make_transport(const Config& config);

}  // namespace werktdoord
