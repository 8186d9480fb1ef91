// A mail of the outbox and a rejected submission as JSON: of the API and of the command line.
#pragma once

#include <string>
#include <vector>

#include "store/store.hpp"

namespace werktdoord {

// What a list can be asked for: a state, or all of them. find_name<State>() has none for "all".
template <class State>
std::vector<std::string> states_or_all() {
    std::vector<std::string> names = names_of<State>();
    names.emplace_back("all");
    return names;
}

// What waits and what is parked, newest first, at most `limit`; those before a mail where given.
std::vector<OutboxMail> open_mails(StoreReader& store, int limit,
                                   std::optional<std::int64_t> before = {});

// Whom it is for with address, state, attempts, why it is parked; not what it says.
std::string mail_json(const OutboxMail& mail);

// Without its body, which no program could read.
std::string rejected_json(const RejectedSubmission& rejected);

}  // namespace werktdoord
