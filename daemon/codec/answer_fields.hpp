// The forms of an answer page: one for each event that fits now, in plain Dutch.
#pragma once

#include <string>

#include "base/result.hpp"
#include "codec/page.hpp"
#include "codec/web_form.hpp"
#include "core/answer.hpp"

namespace werktdoord {

// What was typed in the form that did not go through, and what is wrong with it, by field.
struct Typed {
    WebForm form;
    Problems problems;
};

// `version` (of the case) tells two answers in the same words from one that is sent twice.
std::vector<PageForm> answer_forms(const AnswerOffers& offers, const Asker& asker,
                                   std::int64_t version, const Typed& typed);

// What the page says when the event is recorded: "Vastgelegd: …".
std::string recorded_words(EventName event);

}  // namespace werktdoord
