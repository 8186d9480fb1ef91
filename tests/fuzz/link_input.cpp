#include "codec/answer_form.hpp"
#include "codec/answer_link.hpp"
#include "codec/web_form.hpp"
#include "fuzz/inputs.hpp"
#include "fuzz/must.hpp"

namespace werktdoord {

namespace {

const AnswerKeys& keys() {
    static const AnswerKeys keys{"a key of the fuzzer, not secret at all"};
    return keys;
}

void check_form(const WebForm& form, const AnswerLink& link) {
    static const Zone zone = Zone::find("Europe/Amsterdam").value();
    const auto answer = read_answer(form, link, "0123456789abcdef", zone);
    if (!answer) return must(!answer.error().empty(), "a refusal has a problem");
    must(answer->request == link.request, "an answer is about the request of its link");
    must(answer->draft.by == by_of(asker_of(link)), "an answer is by the role of its link");
    must(!answer->draft.region || *answer->draft.region == link.region,
         "an answer is of the region of its link");
}

}  // namespace

void feed_link(std::string_view input) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    const std::string token(input.substr(0, end));
    if (const auto link = read_token(token, keys()))
        must(to_token(*link, keys()) == token, "only what we signed is a link, letter by letter");
    const auto form = read_web_form(input.substr(std::min(end + 1, input.size())));
    if (!form) return;
    const RequestNumber request("NLWD-2026-000001");
    const RegionKey region("twente");
    check_form(*form, {1, request, region, Role::regional_contact, "twente", Instant()});
    check_form(*form, {1, request, region, Role::wsp, "wsp-twente", Instant()});
    check_form(*form, {1, request, RegionKey(), Role::owner, "anna", Instant()});
}

}  // namespace werktdoord
