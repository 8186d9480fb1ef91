#include "net/smtp_reply.hpp"

#include <array>
#include <utility>

#include "base/digits.hpp"

namespace werktdoord {
namespace {

using CodeWords = std::pair<std::string_view, std::string_view>;

// Subject and detail of RFC 3463 and its registry; those that mail servers use.
constexpr auto enhanced_words = std::to_array<CodeWords>({
    {"1.1", "mailbox not found"},
    {"1.2", "host unknown"},
    {"1.3", "address not understood"},
    {"1.4", "address ambiguous"},
    {"1.6", "mailbox has moved"},
    {"1.7", "sender refused"},
    {"1.8", "host of the sender unknown"},
    {"1.10", "host takes no mail"},
    {"2.1", "mailbox disabled"},
    {"2.2", "mailbox full"},
    {"2.3", "message too large"},
    {"3.1", "mail system full"},
    {"3.2", "mail system closing or closed"},
    {"3.4", "message too large"},
    {"4.1", "no answer from the host"},
    {"4.2", "bad connection to the host"},
    {"4.4", "no way to the host"},
    {"4.6", "mail goes in a circle"},
    {"4.7", "too long on the way"},
    {"5.3", "too many recipients"},
    {"6.7", "address in other letters not taken"},
    {"7.8", "login refused"},
    {"7.20", "signature (DKIM) not valid"},
    {"7.21", "signature (DKIM) not valid"},
    {"7.22", "signature (DKIM) not valid"},
    {"7.23", "sender not confirmed (SPF)"},
    {"7.24", "sender not confirmed (SPF)"},
    {"7.25", "our address has no name (reverse DNS)"},
    {"7.26", "sender not confirmed"},
});

// Where the detail says nothing more.
constexpr auto subject_words = std::to_array<CodeWords>({
    {"1", "address refused"},
    {"2", "mailbox not available"},
    {"3", "mail system not available"},
    {"4", "network or routing"},
    {"5", "command refused"},
    {"6", "content refused"},
    {"7", "policy"},
});

constexpr auto code_words = std::to_array<CodeWords>({
    {"421", "service not available"},
    {"450", "mailbox not available, try later"},
    {"451", "error there, try later"},
    {"452", "no room, try later"},
    {"454", "not now"},
    {"455", "not now"},
    {"530", "login required"},
    {"534", "login too weak"},
    {"535", "login refused"},
    {"538", "login needs TLS"},
    {"550", "mailbox not available"},
    {"551", "mailbox is elsewhere"},
    {"552", "message too large"},
    {"553", "address refused"},
    {"554", "refused"},
    {"555", "address not understood"},
    {"556", "host takes no mail"},
});

template <std::size_t count>
std::string_view words_for(const std::array<CodeWords, count>& table, std::string_view code) {
    for (const CodeWords& row : table)
        if (row.first == code) return row.second;
    return {};
}

// "5.1.1" at the beginning of a text; empty: there is none. Of the first digit of the reply's code
// and with as few digits as the registry has, so that it can hold nothing else.
std::string_view enhanced_at(std::string_view text, char first) {
    if (text.size() < 5 || text[0] != first || text[1] != '.' || text[3] != '.') return {};
    if (text[2] < '0' || text[2] > '7') return {};
    std::size_t end = 4;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool ends = end == text.size() || text[end] == ' ' || text[end] == '\r';
    return ends && end > 4 && end <= 6 ? text.substr(0, end) : std::string_view();
}

// With these servers put off whom they do not know yet, but not only whom.
bool is_greylisting(std::string_view enhanced) {
    return enhanced == "4.7.0" || enhanced == "4.7.1" || enhanced == "4.2.0";
}

std::string_view words_of(std::string_view code, std::string_view enhanced) {
    if (enhanced.empty()) return words_for(code_words, code);
    if (code != "421" && is_greylisting(enhanced)) return "greylisted or busy, try later";
    const std::string_view exact = words_for(enhanced_words, enhanced.substr(2));
    if (!exact.empty()) return exact;
    const std::string_view subject = words_for(subject_words, enhanced.substr(2, 1));
    return subject.empty() ? words_for(code_words, code) : subject;
}

}  // namespace

void SmtpReply::add(std::string_view line) {
    if (line.size() < 3) return;
    if (!is_digit(line[0]) || !is_digit(line[1]) || !is_digit(line[2])) return;
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    if (code != code_) enhanced_.clear();
    code_ = code;
    const std::string_view enhanced = enhanced_at(line.substr(line.size() < 4 ? 3 : 4), line[0]);
    if (!enhanced.empty()) enhanced_ = std::string(enhanced);
}

std::string SmtpReply::text() const {
    std::string text = std::to_string(code_);
    const std::string_view words = words_of(text, enhanced_);
    if (!enhanced_.empty()) text += " " + enhanced_;
    if (!words.empty()) text.append(" ").append(words);
    return text;
}

}  // namespace werktdoord
