// The Dutch words for mails and for those they go to, without names.
#pragma once

#include <string>

#include "core/role.hpp"

namespace werktdoord {

// A kind of mail (codec/mail_scope.hpp): "confirmation" -> "bevestiging". Unknown kinds stay.
std::string dutch_mail(const std::string& kind);

// "de werkgever", "het regiocontact midden-brabant", "anna van het team".
std::string dutch_recipient(Role role, const std::string& key);

}  // namespace werktdoord
