// The pages behind the links in mails: what they tell and offer, in plain Dutch.
#pragma once

#include "codec/answer_fields.hpp"
#include "codec/answer_link.hpp"
#include "codec/page.hpp"
#include "core/case.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// What came of the button that was pressed; an empty text: none was.
struct Notice {
    Page::Tone tone = Page::Tone::none;
    std::string text;
};

// The request as the reader of the mail may know it, the promises that run on it, and a form for
// each answer that fits now. Where nothing can be done any more: why, and nothing of the employer.
Page answer_page(const Case& c, const RuleSet& rules, const AnswerLink& link, Instant now,
                 const Notice& notice, const Typed& typed);

// An expired link of ours: says so, and offers to mail a fresh one.
Page expired_page(const AnswerLink& link);

// Nothing but a heading and paragraphs.
Page plain_page(std::string heading, std::vector<std::string> paragraphs);

}  // namespace werktdoord
