// From the form of an answer page to the event that it records (contract section 5).
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/zone.hpp"
#include "codec/answer_link.hpp"
#include "codec/web_form.hpp"
#include "core/answer.hpp"
#include "core/command.hpp"

namespace werktdoord {

Asker asker_of(const AnswerLink& link);

// What an employer clicked in the mail ("?antwoord=ja" or "nee"), as a form that shows it chosen;
// only the button of the page records it. Empty for any other query.
WebForm chosen_in_mail(const std::vector<std::pair<std::string, std::string>>& query);

// The event as POST /v1/requests/{number}/events would have it: `by`, request, region and the WSP's
// own key are those of the link, whatever was sent; `link_id` goes with it. Problems are in Dutch,
// at the field where a person can mend them; `where` is empty for what no form of ours sends.
// Times are read as local ones of `zone`. Whether the event fits the state is not looked at.
Parsed<RecordEvent> read_answer(const WebForm& form, const AnswerLink& link,
                                const std::string& link_id, const Zone& zone);

}  // namespace werktdoord
