#include "core/dutch_mail_fault.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/digits.hpp"

namespace werktdoord {
namespace {

using MailWording = std::pair<std::string_view, std::string_view>;

// Those of net/smtp_reply.cpp; a test there holds this table to them.
constexpr auto replies = std::to_array<MailWording>({
    {"mailbox not found", "de mailbox is niet gevonden"},
    {"host unknown", "het domein van het adres is niet bekend"},
    {"address not understood", "de mailserver begrijpt het adres niet"},
    {"address ambiguous", "het adres kan van meer dan één persoon zijn"},
    {"mailbox has moved", "de mailbox is verhuisd"},
    {"sender refused", "de mailserver wil geen mail van onze afzender"},
    {"host of the sender unknown", "de mailserver kent het domein van onze afzender niet"},
    {"host takes no mail", "dit domein neemt geen mail aan"},
    {"mailbox disabled", "de mailbox is uitgezet"},
    {"mailbox full", "de mailbox is vol"},
    {"message too large", "de mail is te groot"},
    {"mail system full", "de mailserver is vol"},
    {"mail system closing or closed", "de mailserver stopt of is gestopt"},
    {"no answer from the host", "de server van dit domein geeft geen antwoord"},
    {"bad connection to the host", "de verbinding met de server van dit domein is slecht"},
    {"no way to the host", "de mailserver kan dit domein niet bereiken"},
    {"mail goes in a circle", "de mail gaat in een kring rond"},
    {"too long on the way", "de mail was te lang onderweg"},
    {"too many recipients", "de mail heeft te veel ontvangers"},
    {"address in other letters not taken", "de mailserver kent niet alle letters in dit adres"},
    {"login refused", "de mailserver laat ons niet inloggen"},
    {"login required", "de mailserver wil dat wij eerst inloggen"},
    {"login too weak", "de manier van inloggen is niet veilig genoeg"},
    {"login needs TLS", "inloggen kan alleen met een beveiligde verbinding"},
    {"signature (DKIM) not valid", "de handtekening van de mail (DKIM) klopt niet"},
    {"sender not confirmed (SPF)", "de mailserver vertrouwt onze afzender niet (SPF)"},
    {"sender not confirmed", "de mailserver vertrouwt onze afzender niet"},
    {"our address has no name (reverse DNS)", "ons eigen adres heeft geen naam (reverse DNS)"},
    {"address refused", "de mailserver weigert het adres"},
    {"mailbox not available", "de mailbox is niet bereikbaar"},
    {"mailbox not available, try later", "de mailbox is nu niet bereikbaar"},
    {"mailbox is elsewhere", "de mailbox staat ergens anders"},
    {"mail system not available", "de mailserver is niet bereikbaar"},
    {"service not available", "de mailserver is niet bereikbaar"},
    {"network or routing", "er is iets mis met het netwerk"},
    {"command refused", "de mailserver begrijpt ons niet"},
    {"content refused", "de mailserver weigert de inhoud van de mail"},
    {"policy", "de regels van de mailserver laten deze mail niet toe"},
    {"error there, try later", "er ging iets mis bij de mailserver"},
    {"no room, try later", "de mailserver heeft geen ruimte meer"},
    {"not now", "de mailserver neemt nu geen mail aan"},
    {"greylisted or busy, try later", "de mailserver kent ons nog niet, of heeft het te druk"},
    {"refused", "de mailserver weigert de mail"},
});

// What is no answer of a mail server.
constexpr auto of_our_own = std::to_array<MailWording>({
    {"no_template", "er is geen sjabloon voor deze mail"},
    {"unreadable", "deze mail kon niet worden gemaakt; zie het log"},
    {"not_an_address", "dit is geen geldig e-mailadres"},
    {"the server does not answer", "de mailserver gaf geen antwoord"},
    {"the server closed the connection", "de mailserver verbrak de verbinding"},
});

template <std::size_t count>
std::string_view words_in(const std::array<MailWording, count>& table, std::string_view english) {
    const auto found = std::ranges::find(table, english, &MailWording::first);
    return found == table.end() ? std::string_view() : found->second;
}

// "550 5.1.1" in front of a text; empty: it begins with no code of a mail server.
std::string_view code_of(std::string_view text) {
    if (text.size() < 3 || !std::all_of(text.begin(), text.begin() + 3, is_digit)) return {};
    if (text.size() > 3 && text[3] != ' ') return {};
    constexpr std::string_view of_codes = "0123456789.";
    const std::size_t after = std::min(
        text.find_first_not_of(of_codes, std::min<std::size_t>(4, text.size())), text.size());
    const bool enhanced = after > 4 && (after == text.size() || text[after] == ' ');
    return text.substr(0, enhanced ? after : 3);
}

std::string of_reply(std::string_view text, std::string_view code) {
    std::string_view words = text.substr(code.size());
    if (words.starts_with(' ')) words.remove_prefix(1);
    const std::string put_off = "de mailserver stelt de mail steeds uit";
    const std::string refused = "de mailserver weigert de mail";
    const std::string unknown = code.front() == '4' ? put_off : refused;
    return dutch_mail_words(words).value_or(unknown) + " (code " + std::string(code) + ")";
}

}  // namespace

std::optional<std::string> dutch_mail_words(std::string_view english) {
    const std::string_view words = words_in(replies, english);
    return words.empty() ? std::nullopt : std::optional(std::string(words));
}

// "given_up: 450 …" is what the outbox notes of a mail that was put off too often.
std::string dutch_mail_fault(std::string_view error) {
    constexpr std::string_view given_up = "given_up: ";
    if (error.starts_with(given_up))
        return "te lang uitgesteld: " + dutch_mail_fault(error.substr(given_up.size()));
    constexpr std::string_view no_login = "no login offered: ";
    if (error.starts_with(no_login)) return dutch_mail_fault(error.substr(no_login.size()));
    if (const std::string_view code = code_of(error); !code.empty()) return of_reply(error, code);
    const std::string_view words = words_in(of_our_own, error.substr(0, error.find(':')));
    if (!words.empty()) return std::string(words);
    return "er ging iets mis in het contact met de mailserver; zie het log";
}

}  // namespace werktdoord
