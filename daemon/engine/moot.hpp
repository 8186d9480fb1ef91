// Mail that lost its meaning while it was held or retried: it is dropped on the record. Pure.
#pragma once

#include <optional>
#include <string>

#include "core/case.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Why `mail` need not be sent any more, given how its request now stands; nothing: send it. One of
//   clock_met, clock_cancelled   an alert of a clock that ended
//   clock_missed                 the warning of a clock that was missed meanwhile
//   referral_ended               referral, wsp_request, for_information of an ended referral
//   wsp_withdrawn, wsp_responded a wsp_request to a WSP that is no longer awaited
//   reassigned                   new_request to who is no longer the owner
//   request_closed               any other mail of a closed request, but those that tell of it;
//                                news that asks for something is no more than the asking
// Mail to employers is never moot (contract section 9).
std::optional<std::string> moot_reason(const OutboxMail& mail, const Case& request,
                                       const Zone& zone);

// Whether news to one of those at work on a request also asks something of them.
bool news_that_asks(const OutboxMail& mail);

}  // namespace werktdoord
