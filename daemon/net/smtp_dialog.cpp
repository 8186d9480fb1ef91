#include "net/smtp_dialog.hpp"

#include <algorithm>
#include <sstream>

#include "codec/clean_text.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t longest_reason = 160;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view without_punctuation(std::string_view word) {
    constexpr std::string_view marks = "<>()[]{}\"'`,;:.!?";
    const auto first = word.find_first_not_of(marks);
    if (first == std::string_view::npos) return {};
    return word.substr(first, word.find_last_not_of(marks) - first + 1);
}

// Cut at the beginning of a character.
std::string shortened(std::string text) {
    if (text.size() <= longest_reason) return text;
    std::size_t end = longest_reason;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    return text;
}

}  // namespace

void SmtpDialog::sent(std::string_view line) {
    if (over_) return;
    const std::string verb = lower(line.substr(0, line.find_first_of(" \r\n")));
    const bool envelope = verb == "mail" || verb == "rcpt" || verb == "data";
    const bool opening = verb == "ehlo" || verb == "helo" || verb == "starttls" || verb == "auth";
    over_ = verb == "quit";
    if (!envelope && !opening) return;
    if (envelope) stage_ = Stage::envelope;
    code_ = 0;
    text_.clear();
}

void SmtpDialog::received(std::string_view line) {
    if (over_ || line.size() < 3) return;
    if (!is_digit(line[0]) || !is_digit(line[1]) || !is_digit(line[2])) return;
    code_ = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    text_ = std::string(line.substr(std::min<std::size_t>(4, line.size())));
}

SendOutcome SmtpDialog::outcome(std::string_view trouble) const {
    using Kind = SendOutcome::Kind;
    const bool refuses_us = code_ == 421 || (code_ >= 530 && code_ <= 538);
    Kind kind = Kind::unreachable;
    if (body_begun())
        kind = code_ >= 500 ? Kind::refused : Kind::retry_later;
    else if (stage_ == Stage::envelope && code_ >= 400 && !refuses_us)
        kind = code_ >= 500 ? Kind::refused : Kind::retry_later;
    return {kind, reason(trouble)};
}

// The code and the words of the reply, without those that are an address or part of the
// recipient's one.
std::string SmtpDialog::reason(std::string_view trouble) const {
    if (code_ < 400) return std::string(trouble);
    std::string out = std::to_string(code_);
    std::istringstream words(clean_line(text_));
    for (std::string word; words >> word;)
        out += about_recipient(word) ? std::string(" …") : " " + word;
    return shortened(out);
}

bool SmtpDialog::about_recipient(std::string_view word) const {
    if (word.find('@') != std::string_view::npos) return true;
    const std::string_view bare = without_punctuation(word);
    const std::string local = lower(to_.substr(0, to_.find('@')));
    return !bare.empty() && lower(bare) == local;
}

}  // namespace werktdoord
