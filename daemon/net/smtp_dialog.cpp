#include "net/smtp_dialog.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "codec/clean_text.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t longest_reason = 160;

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
    reply_ = {};
}

void SmtpDialog::received(std::string_view line) {
    if (!over_) reply_.add(line);
}

SendOutcome SmtpDialog::outcome(std::string_view trouble) const {
    using enum SendOutcome::Kind;
    SendOutcome::Kind kind = unreachable;
    const bool about_mail = stage_ != Stage::opening && reply_.code() >= 400 && !refuses_us();
    if ((body_begun() || about_mail) && !lacks_login())
        kind = reply_.code() >= 500 ? refused : retry_later;
    return {kind, reason(trouble)};
}

bool SmtpDialog::refuses_us() const {
    const bool sender = stage_ == Stage::sender && reply_.code() >= 500 && reply_.code() != 552;
    return sender || reply_.code() == 421 || (reply_.code() >= 530 && reply_.code() <= 538);
}

// What is kept of the reply; where none explains it, what the connection met.
std::string SmtpDialog::reason(std::string_view trouble) const {
    if (reply_.code() < 400) return shortened(clean_line(trouble), longest_reason, "");
    return (lacks_login() ? "no login offered: " : "") + reply_.text();
}

}  // namespace werktdoord
