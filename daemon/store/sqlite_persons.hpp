// What is kept on persons outside of their case: finding it, and erasing it (AVG).
#pragma once

#include <string>
#include <vector>

#include "store/connection.hpp"

namespace werktdoord {

HeldOn select_held_on(Connection& connection, const std::string& email);

std::vector<OutboxMail> select_mails_to_come(Connection& connection, const RequestNumber& number,
                                             const std::vector<std::string>& texts);
std::vector<std::int64_t> select_rejected_of(Connection& connection, const RequestNumber& number,
                                             const std::vector<std::string>& texts);

void delete_personal(Connection& connection, const RequestNumber& number,
                     const std::string& answer);
void empty_rejected(Connection& connection, std::int64_t id);

}  // namespace werktdoord
