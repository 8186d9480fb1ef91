#include "net/smtp_dialog.hpp"

#include <algorithm>
#include <sstream>

#include "base/ascii.hpp"
#include "base/digits.hpp"
#include "base/trimmed.hpp"
#include "base/utf8.hpp"
#include "codec/clean_text.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t longest_reason = 160;

std::string_view without_punctuation(std::string_view word) {
    constexpr std::string_view marks = "<>()[]{}\"'`,;:.!?";
    return trimmed(word, marks);
}

}  // namespace

void SmtpDialog::sent(std::string_view line) {
    if (over_) return;
    const std::string verb = lower_case(line.substr(0, line.find_first_of(" \r\n")));
    const bool hello = verb == "ehlo" || verb == "helo";
    const bool envelope = verb == "rcpt" || verb == "data";
    over_ = verb == "quit";
    opened_ = opened_ || hello;
    logged_in_ = logged_in_ || verb == "auth";
    if (verb == "mail") stage_ = Stage::sender;
    if (envelope) stage_ = Stage::envelope;
    if (!hello && !envelope && verb != "mail" && verb != "starttls" && verb != "auth") return;
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
    using enum SendOutcome::Kind;
    SendOutcome::Kind kind = unreachable;
    const bool about_mail = stage_ != Stage::opening && code_ >= 400 && !refuses_us();
    if ((body_begun() || about_mail) && !lacks_login()) kind = code_ >= 500 ? refused : retry_later;
    return {kind, reason(trouble)};
}

bool SmtpDialog::refuses_us() const {
    const bool sender = stage_ == Stage::sender && code_ >= 500 && code_ != 552;
    return sender || code_ == 421 || (code_ >= 530 && code_ <= 538);
}

// The code and the words of the reply; where none explains it, what the connection met.
std::string SmtpDialog::reason(std::string_view trouble) const {
    if (code_ < 400) return shortened(without_recipient(std::string(trouble)), longest_reason, "");
    const std::string reply = without_recipient(std::to_string(code_) + " " + text_);
    return shortened(lacks_login() ? "no login offered: " + reply : reply, longest_reason, "");
}

// Without the words that are an address or part of the recipient's one.
std::string SmtpDialog::without_recipient(const std::string& text) const {
    std::string out;
    std::istringstream words(clean_line(text));
    for (std::string word; words >> word;) {
        if (!out.empty()) out += ' ';
        out += about_recipient(word) ? "…" : word;
    }
    return out;
}

bool SmtpDialog::about_recipient(std::string_view word) const {
    if (word.find('@') != std::string_view::npos) return true;
    const std::string_view bare = without_punctuation(word);
    const std::string local = lower_case(to_.substr(0, to_.find('@')));
    return !bare.empty() && lower_case(bare) == local;
}

}  // namespace werktdoord
